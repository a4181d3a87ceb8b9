import { isMarked, takeLook } from '@/lib/crm/collect/look';
import { openAnyRoot } from '@/lib/crm/collect/open-root';
import { watchPage } from '@/lib/crm/collect/watch';
import type { Watcher } from '@/lib/crm/collect/watching';
import { clockOf, eventsOf } from '@/lib/crm/collect/window-events';
import type { Evidence } from '@/lib/crm/evidence';
import type { Recipe } from '@/lib/crm/recipe';
import type { Line } from './background';
import { isOurs } from './host';

/** A page that is still being built may get the mark of its CRM late: that long it is looked for. Milliseconds. */
const MARK_WAIT = 1_500;
const MARK_POLL = 250;

/** Opens shadow roots, but never our own: what we show is no evidence. */
const openRoot = (element: Element) => (isOurs(element) ? null : openAnyRoot(element));

/** True where the document had long been loaded when this script came: the address may have moved unseen. */
export function cameLate(): boolean {
  const [loading] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return !loading || (loading.loadEventEnd > 0 && performance.now() - loading.loadEventEnd > 1_500);
}

export interface Reader {
  /** Reads with a recipe once the page shows that it is this CRM; else says so, and is given the next to try. */
  attempt(recipe: Recipe): void;
  /** The background has forgotten the rows of the list that is shown. */
  tellRowsAgain(): void;
}

/**
 * Watches the page and tells the background what it sees.
 * @param page the id of this document; it changes when the document comes back from the browser's cache
 */
export function makeReader(options: {
  line: Line;
  page(): string;
  startedLate: boolean;
  signal: AbortSignal;
}): Reader {
  const { line, page, startedLate, signal } = options;
  /** Rises with each move of this document, as the watcher counts. */
  let seq = 0;
  let markPoll = 0;
  /** Until when marks are waited for at this address. All recipes that are tried share it: the page is the same. */
  let patientUntil: number | null = null;
  signal.addEventListener('abort', () => clearTimeout(markPoll));

  const watcher: Watcher = watchPage({
    recipe: null,
    startedLate,
    signal,
    events: eventsOf(window),
    clock: clockOf(window),
    look: (recipe, url) => takeLook(recipe, { document, url, openRoot, now: Date.now }),
    moved: async (to, url) => {
      seq = to;
      patientUntil = null;
      const answer = await line.tell('moved', { page: page(), seq: to, url });
      if (answer?.recipe && to === seq) attempt(answer.recipe);
    },
    settled: (of, evidence) => void report('settled', of, evidence),
    unsure: (of, evidence) => void report('unsure', of, evidence),
    rows: (of, list, rows) => void line.tell('rows', { page: page(), seq: of, list, rows }),
  });

  function attempt(recipe: Recipe): void {
    clearTimeout(markPoll);
    if (isMarked(recipe, document)) return watcher.use(recipe);
    patientUntil ??= performance.now() + MARK_WAIT;
    if (performance.now() < patientUntil) markPoll = window.setTimeout(() => attempt(recipe), MARK_POLL);
    else void report('settled', seq, watcher.lookNow(recipe), recipe);
  }

  /** @param tried the recipe that found no mark: it is kept on trial where there is no other, for marks that come late */
  async function report(name: 'settled' | 'unsure', of: number, evidence: Evidence, tried?: Recipe) {
    const answer = await line.tell(name, { page: page(), seq: of, evidence });
    if (of !== seq) return;
    if (answer?.next) attempt(answer.next);
    else if (tried) watcher.use(tried);
  }

  return { attempt, tellRowsAgain: () => watcher.tellRowsAgain() };
}
