import { pagesOf, type PageAt } from '@/lib/crm/address';
import type { Evidence } from '@/lib/crm/evidence';
import type { Recipe } from '@/lib/crm/recipe';
import { LONG_QUIET, QUIET, quietNeeded, tieOf, unmovedFields, without } from './agree';
import type { Look } from './look';
import { RowWatch } from './row-watch';
import { Seen } from './seen';
import { hasFields } from './shown';
import { isAnother, UNTOLD, type Told, type Watcher, type WatchOptions } from './watching';

/** Between two looks at a record that was read. Milliseconds, like all here. */
const CALM = 1_000;
/** On heavy pages the latter come less often: they take at most this share of the time. */
const LOOKING_SHARE = 1 / 200;
const CALM_AT_MOST = 10_000;
/** After so long without a reading the watch says that it is not sure, and looks come more slowly. */
const PATIENCE = 5_000;
const SLOW = 500;

/** Starts watching. The document's first address is `seq` 0 and is not told as a move. */
export function watchPage(options: WatchOptions): Watcher {
  const watch = new Watch(options);
  watch.start();
  return watch;
}

class Watch implements Watcher {
  private readonly options: WatchOptions;
  private recipe: Recipe | null;
  private url: string;
  private seq = 0;
  private readonly seen: Seen;
  private readonly rows: RowWatch;
  private readonly tied = new Set<number | null>();
  private streak: { signature: string; since: number; looks: number } | null = null;
  /** How long the last look must have been quiet. */
  private needed: number | null = null;
  private restless: number;
  private told: Told = UNTOLD;
  private nextLook: number | null = null;
  private calm = CALM;
  private stopTimer: () => void = () => undefined;

  constructor(options: WatchOptions) {
    this.options = options;
    this.recipe = options.recipe;
    this.url = options.events.url();
    this.restless = options.clock.now();
    this.seen = new Seen(options.startedLate);
    this.rows = new RowWatch(options.clock, (rows) => {
      const { last } = this.seen;
      if (last !== null) options.rows(this.seq, last.look.evidence, rows);
    });
  }

  start(): void {
    const { events, signal } = this.options;
    if (signal.aborted) return;
    const shown = (restored: boolean) => this.shown(restored);
    events.listen(
      () => this.tick(),
      shown,
      () => this.scrolled(),
      signal,
    );
    signal.addEventListener('abort', () => this.stopTimer(), { once: true });
    this.lookIn(0);
    this.tick();
  }

  use(recipe: Recipe | null): void {
    if (JSON.stringify(recipe) === JSON.stringify(this.recipe)) return;
    const { history } = this.seen;
    // What moved while there was no recipe was not seen: as good as coming late.
    if (this.recipe === null) {
      history.late ||= history.changes > 0;
      history.changes = 0;
    }
    this.recipe = recipe;
    this.tied.clear();
    this.beginReading();
    this.lookIn(0);
    this.tick();
  }

  tellRowsAgain(): void {
    this.rows.forget();
    this.lookIn(0);
    this.tick();
  }

  lookNow(recipe: Recipe): Evidence {
    return this.options.look(recipe, this.options.events.url()).evidence;
  }

  /** Everything happens here: first the address, then, when it is time, a look. Nothing while the tab is hidden. */
  private tick(): void {
    const { clock, events, signal } = this.options;
    if (signal.aborted) return;
    this.stopTimer();
    this.followAddress();
    if (events.hidden() || signal.aborted) return;
    if (this.nextLook !== null && clock.now() >= this.nextLook) this.takeTurn();
    if (signal.aborted) return;
    const next = this.nextLook === null ? Infinity : this.nextLook - clock.now();
    // Whole milliseconds: a timer drops the rest, and would come too early.
    const wait = Math.ceil(Math.max(0, Math.min(events.poll, next)));
    this.stopTimer = clock.after(wait, () => this.tick());
  }

  private shown(restored: boolean): void {
    if (this.options.events.hidden()) return;
    // Time in the background counts neither as quiet nor as waiting.
    this.streak = null;
    this.restless = this.options.clock.now();
    if (!this.followAddress()) {
      // Another document was shown in this tab meanwhile: what was told of this one is no longer known.
      if (restored) this.announce();
      if (this.seen.last !== null) this.lookAnd((look, at) => this.seen.keepAfterBreak(look, at));
      // What the first look finds is what the next record may be drawn over.
      else this.lookIn(0);
    }
    this.tick();
  }

  /** A list draws rows as it is scrolled. */
  private scrolled(): void {
    if (!this.seen.last?.look.rows || this.rows.isReading) return;
    const soon = this.options.clock.now() + QUIET;
    if (this.nextLook !== null && this.nextLook <= soon) return;
    this.nextLook = soon;
    this.tick();
  }

  private lookAnd(keep: (look: Look, at: number) => void): void {
    if (this.recipe !== null) keep(this.options.look(this.recipe, this.url), this.options.clock.now());
  }

  private pages(): PageAt[] {
    return this.recipe === null ? [] : pagesOf(this.recipe, this.url);
  }

  /** Whether the address names another page now. */
  private followAddress(): boolean {
    const url = this.options.events.url();
    if (url === this.url) return false;
    const from = this.pages();
    this.url = url;
    const to = this.pages();
    // The same record under another address (a tab, a filter, an anchor) is no move.
    if (to.some(({ index, id }) => id !== null && from.some((one) => one.id === id && one.index === index)))
      return false;
    this.seen.history.changes++;
    this.announceMove();
    return true;
  }

  /** Tells of a move of the address, or of one that was not seen: what is on screen now was there before. */
  private announceMove(): void {
    this.announce();
    this.lookAnd((look, at) => this.seen.keepAtMove(look, at));
  }

  /** Tells of a move and begins to read. */
  private announce(): void {
    this.seq++;
    this.options.moved(this.seq, this.url);
    this.beginReading();
    this.lookIn(QUIET);
  }

  private beginReading(): void {
    this.seen.history.finished = false;
    this.streak = null;
    this.restless = this.options.clock.now();
    this.told = UNTOLD;
    this.rows.begin();
  }

  private lookIn(ms: number): void {
    this.nextLook = this.options.clock.now() + ms;
  }

  private takeTurn(): void {
    this.nextLook = null;
    if (this.recipe === null) return;
    const { clock, look: takeLook } = this.options;
    const { last } = this.seen;
    if (this.rows.isReading && last?.look.rows) return this.readRows(last.look);
    const now = clock.now();
    const look = takeLook(this.recipe, this.url);
    const cost = clock.now() - now;
    this.calm = Math.min(Math.max(CALM, cost / LOOKING_SHARE), CALM_AT_MOST);
    const { signature } = look;
    if (isAnother(look, this.told)) {
      this.seen.distrustLast();
      this.announce();
    }
    const streak = this.streak?.signature === signature ? this.streak : { signature, since: now, looks: 0 };
    streak.looks++;
    this.streak = streak;
    this.seen.keep(look, now);
    const quiet = streak.looks < 2 ? -1 : now - streak.since;
    if (hasFields(look.page)) this.readRecord(look, quiet);
    else this.readNothing(look, quiet);
    if (look.rows !== null && this.told.settled !== '') this.readRows(look);
  }

  /** Rows are read in slices, and again as long as the list is on screen: they come as its reader scrolls. */
  private readRows({ rows }: Look): void {
    if (rows === null) return;
    const turn = this.rows.work(rows);
    const calm = Math.min(Math.max(this.calm, this.rows.cost / LOOKING_SHARE), CALM_AT_MOST);
    this.lookIn(turn === 'more' ? 0 : turn === 'changing' ? QUIET : calm);
  }

  private readRecord(look: Look, quiet: number): void {
    const { history } = this.seen;
    const kind = look.evidence.page;
    history.tieExpected = this.tied.has(kind);
    const needed = quietNeeded(look, history);
    this.seen.keepRecord(look, needed);
    const now = this.options.clock.now();
    const isDrawnAnew = needed === QUIET && this.needed === LONG_QUIET;
    this.needed = needed;
    if (isDrawnAnew) {
      // The same values on new nodes are no longer what was there before, but they have been drawn just now.
      this.streak = { signature: look.signature, since: now, looks: 1 };
      return this.wait(look, now);
    }
    // An answer that came late has put another record under this address: what was told is true no more.
    if (this.told.settled !== '' && quiet >= QUIET && tieOf(look.evidence) === 'other')
      return this.announceMove();
    if (needed === null || quiet < needed) return this.wait(look, now);
    const unmoved = quiet >= LONG_QUIET ? [] : unmovedFields(history.before, look.nodes);
    history.changes = 0;
    history.reading = look.nodes;
    history.sure = without(look.nodes, unmoved);
    history.late = false;
    history.finished ||= quiet >= LONG_QUIET;
    if (history.finished) history.before = {};
    if (tieOf(look.evidence) === 'same') this.tied.add(kind);
    this.restless = now;
    // What is loaded after its record, as a list of activities is, mostly comes before the page counts as finished.
    const calm = quiet >= LONG_QUIET ? this.calm : Math.min(this.calm, SLOW);
    this.lookIn(unmoved.length > 0 ? QUIET : calm);
    this.tellSettled(look, unmoved);
  }

  private tellSettled(look: Look, unmoved: Evidence['unmoved']): void {
    const settled = `${unmoved.join()} ${look.signature}`;
    if (settled === this.told.settled) return;
    const { page, recordId } = look.evidence;
    this.told = { ...this.told, settled, page, recordId };
    this.options.settled(this.seq, { ...look.evidence, unmoved });
  }

  /** Not yet. What was already told for this address stays true until the address changes. */
  private wait(look: Look, now: number): void {
    const patient = now - this.restless < PATIENCE;
    this.lookIn(patient ? QUIET : SLOW);
    if (patient || this.told.settled !== '' || this.told.unsure) return;
    this.told = { ...this.told, unsure: true };
    const unmoved = unmovedFields(this.seen.history.before, look.nodes);
    this.options.unsure(this.seq, { ...look.evidence, unmoved });
  }

  /**
   * A page that shows no record. Once the last record has left the screen this counts as a reading: whatever record
   * is seen next was drawn since, so that one address change later it can be believed without a tie. While it is
   * still there it could be taken for the next one. Then looking ends: on most such pages only the address is watched.
   */
  private readNothing(look: Look, quiet: number): void {
    const { options, seen } = this;
    const { history } = seen;
    const gone = seen.hasLeft(look);
    const fresh = this.seq === 0 && seen.noRecord;
    // Nothing is sought here, so nothing can still come, once the page is drawn.
    const { marked, rooted, page } = look.evidence;
    const sure = quiet >= QUIET || (fresh && marked && (rooted || page === null));
    if (gone && (fresh || sure)) {
      history.reading = {};
      history.sure = {};
      history.changes = 0;
    }
    const patient = options.clock.now() - this.restless < PATIENCE;
    // A list that is still being loaded, or is hidden for as long as a dialog over it takes to close, comes without a sign.
    const isAwaited = page !== null && !rooted && look.page?.rows !== undefined;
    if (!sure || (patient && (!gone || isAwaited))) this.lookIn(QUIET);
    // Another kind of page may come to this address: a preview over a list.
    else if (isAwaited || this.pages().length > 1) this.lookIn(this.calm);
    if (sure) this.tellSettled(look, []);
  }
}
