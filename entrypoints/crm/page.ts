import { LAYOUT_START } from '@/lib/domain/site';
import { lineToBackground } from './background';
import { makeDock, type Dock } from './dock';
import { cameLate, makeReader, type Reader } from './reader';

/** What is dragged is told to the background when the hand is off it for this long. Milliseconds. */
const LAYOUT_REST = 400;
/** An update of Sideline orphans this script and leaves its panel on screen: that is noticed within this. Milliseconds. */
const ORPHAN_POLL = 1_000;
/** The panel then says that it was updated; that long it stays to be read. The new script, where one comes, stands over it. */
const GONE_STAYS = 10_000;

/**
 * Runs Sideline in this document: takes evidence, tells it to the background, and holds the panel's frame. It keeps no
 * word of what is stored, because it is never told any.
 * @param ended is called once everything has been taken out again.
 */
export function startInPage(ended: () => void): void {
  const life = new AbortController();
  const { signal } = life;
  const reading = new AbortController();
  const line = lineToBackground(orphaned);
  const startedLate = cameLate();
  let page: string = crypto.randomUUID();
  let reader: Reader | null = null;
  let dock: Dock | null = null;
  let layoutRest = 0;
  /** An order to open that came before there was anything to open. */
  let opening: boolean | null = null;

  function end(): void {
    if (signal.aborted) return;
    clearTimeout(layoutRest);
    if (!reading.signal.aborted) ended();
    reading.abort();
    life.abort();
  }

  /** The extension was replaced: nothing is read here any more, and the panel has a last word. */
  function orphaned(): void {
    if (reading.signal.aborted || !dock?.isOpen()) return end();
    reading.abort();
    clearInterval(orphanPoll);
    ended();
    const last = setTimeout(end, GONE_STAYS);
    signal.addEventListener('abort', () => clearTimeout(last));
  }

  async function begin(): Promise<void> {
    const answer = await line.tell('started', { page, url: location.href });
    if (!answer?.on && !answer?.once) return end();
    if (signal.aborted || !answer.words) return;
    dock ??= makeDock({
      signal,
      words: answer.words,
      layout: { ...LAYOUT_START, ...answer.layout, ...(answer.once && { open: true }) },
      token: async () => (await line.tell('mount', { page }))?.token ?? null,
      beside: () => void line.tell('beside', { page }),
      changed(layout, pressed) {
        clearTimeout(layoutRest);
        const tell = () => void line.tell('layout', { page, layout });
        // A page may be left right after it was opened or collapsed.
        if (pressed) tell();
        else layoutRest = window.setTimeout(tell, LAYOUT_REST);
      },
    });
    if (opening !== null) dock.open(opening);
    opening = null;
    reader ??= makeReader({ line, page: () => page, startedLate, signal: reading.signal });
    if (answer.recipe) reader.attempt(answer.recipe);
  }

  function open(focus: boolean): void {
    if (dock) dock.open(focus);
    else opening = focus;
  }

  line.listen(signal, (order) => {
    switch (order.name) {
      case 'toggle':
        return dock ? dock.toggle(order.focus) : open(order.focus);
      case 'open':
        return open(order.focus);
      case 'side':
        return dock?.side(order.side);
      case 'rows-again':
        return reader?.tellRowsAgain();
      case 'stop':
        return end();
      default:
        return dock?.[order.name]();
    }
  });

  // Back from the browser's page cache: ports and tokens are gone, and other pages were shown in this tab meanwhile.
  addEventListener(
    'pageshow',
    (event) => {
      if (!event.persisted) return;
      page = crypto.randomUUID();
      void begin().then(() => dock?.remount());
    },
    { signal },
  );
  // The browser's side panel stays when the page goes: nothing of this page may stand in it then.
  addEventListener('pagehide', () => void line.tell('left', { page }), { signal });
  const orphanPoll = setInterval(() => line.invalid() && orphaned(), ORPHAN_POLL);
  signal.addEventListener('abort', () => clearInterval(orphanPoll));
  void begin();
}
