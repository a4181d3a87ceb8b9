import { watchPage } from '@/lib/crm/collect/watch';
import type { Watcher } from '@/lib/crm/collect/watching';
import type { Evidence } from '@/lib/crm/evidence';
import type { Recipe } from '@/lib/crm/recipe';
import type { FieldName } from '@/lib/domain/reading';
import { randomFrom } from '../../../../crm/sample/random';
import { field, recipe } from '../page';
import { FIELDS, IDS, truthOf } from './deals';
import { ModelPage, type Traits } from './page';
import type { Screen } from './screen';
import { Time } from './time';

/** A manager at work: a page of random traits, random switches with random pauses, and what a watch tells of all that. */

export const SWITCHES = 20;
/** Looks at a page in sight are at most so far apart. Milliseconds. */
const LOOKS_APART = 1_000;
const STOOD_LONG = 2_000;
/** Longer than anything that is still to come, and than the watch's own patience. */
const LONG = 30_000;

const fields = { name: field(), account: field(), owner: field(), amount: field() };
const crm: Recipe = recipe({ fields });
crm.pages.unshift(...recipe({ urls: ['/deals'], record: [], fields }).pages);
crm.pages.push({ kind: 'list', object: 'Deal', urls: ['/deals'], roots: [], ties: [], fields: {} });

/** What a session came to. */
export interface Outcome {
  switches: number;
  /** How often a deal was told. */
  readings: number;
  /** What was told of a deal and is not of it, in words. */
  wrong: string[];
  /** What else is not as it must be: the order of what is told, and what is told in the end. */
  amiss: string[];
  /** Values of another record that were told where nobody could know. */
  unknowable: number;
  /** What was told last. */
  end: 'settled' | 'unsure' | 'nothing';
}

/** Plays one session: the same for the same seed. */
export function play(seed: number): Outcome {
  return new Session(seed).run();
}

/** What is known of the last reading, whatever it was of. */
interface Read {
  seq: number;
  /** When it was told. */
  at: number;
  /** Of the first reading under its address: how often the address had changed before, what was on screen, and what was read before. */
  changes: number;
  screen: Screen | null;
  before: { at: number; wasDeal: boolean; guesses: Guesses };
}

/** Values of another record that were told where nobody could know. */
type Guesses = Partial<Record<FieldName, string>>;

class Session {
  readonly random: () => number;
  readonly time = new Time();
  private readonly page: ModelPage;
  private readonly outcome: Outcome = {
    switches: 0,
    readings: 0,
    wrong: [],
    amiss: [],
    unknowable: 0,
    end: 'nothing',
  };
  private readonly tellsOfMoves: boolean;
  private readonly visited: string[] = [];
  private watcher: Watcher | null = null;
  private hasRecipe = false;
  private version = 1;
  /** Since when there can have been looks: the recipe is there, and the tab has been in sight. */
  private looksSince = Infinity;
  private moves = 0;
  private read: Read = {
    seq: -1,
    at: -1,
    changes: 0,
    screen: null,
    before: { at: -1, wasDeal: false, guesses: {} },
  };
  private wasDeal = false;
  /** Those of the last reading. */
  private guesses: Guesses = {};
  private last: { name: 'settled' | 'unsure'; evidence: Evidence } | null = null;

  constructor(seed: number) {
    this.random = randomFrom(seed);
    this.page = new ModelPage(this.traits(), `/deals/${this.pick(IDS)}`, this);
    // A browser that does not tell of a move lets two within one poll count as one: only a tie helps there.
    this.tellsOfMoves = !this.page.traits.tied || this.chance(0.8);
  }

  run(): Outcome {
    const startsAfter = this.chance(0.85) ? 0 : Math.floor(this.random() * 5);
    for (let n = 0; n < SWITCHES; n++) {
      if (n === startsAfter) this.start(n > 0);
      this.time.pass(this.pause());
      this.disturb();
      this.move();
      this.outcome.switches++;
    }
    this.time.pass(this.pause());
    this.show(false);
    this.time.pass(LONG);
    this.judgeEnd();
    return this.outcome;
  }

  private chance(share: number): boolean {
    return this.random() < share;
  }

  private pick<T>(all: readonly T[]): T {
    return all[Math.floor(this.random() * all.length)] as T;
  }

  private traits(): Traits {
    return {
      tied: this.chance(0.6),
      reuses: this.chance(0.5),
      remounts: this.chance(0.5),
      owner: this.pick<Traits['owner']>(['with the page', 'late, blank', 'late, old']),
      late: this.chance(0.6),
      previews: this.chance(0.25),
      lost: this.pick([0, 0.05]),
    };
  }

  /** Double clicks, impatience, and time to read. */
  private pause(): number {
    const [min, max] = this.pick([
      [0, 150],
      [0, 300],
      [150, 1_500],
      [300, 1_500],
      [1_500, 4_000],
      [4_000, 7_000],
    ] as const);
    return min + Math.floor(this.random() * (max - min));
  }

  /** The background may answer late with the recipe, being stopped; the script may come into a page that is long open. */
  private start(late: boolean): void {
    const { page, time } = this;
    const tell = (name: 'settled' | 'unsure') => (seq: number, evidence: Evidence) =>
      this.told(name, seq, evidence);
    const watcher = watchPage({
      recipe: null,
      startedLate: late,
      signal: new AbortController().signal,
      look: (recipe, url) => page.look(recipe, url),
      clock: { now: () => time.now, after: (ms, run) => time.after(ms, run) },
      events: page.events(this.tellsOfMoves ? 1_000 : 250),
      moved: (seq) => {
        if (seq !== this.moves + 1) this.blame(`move ${seq} came after ${this.moves}`);
        this.moves = seq;
        this.last = null;
      },
      settled: tell('settled'),
      rows: () => undefined,
      unsure: tell('unsure'),
    });
    this.watcher = watcher;
    page.changes = 0;
    time.after(this.chance(0.7) ? 0 : Math.floor(this.random() * 2_500), () => {
      this.hasRecipe = true;
      if (page.changes > 0) page.changes = 0;
      if (!page.isHidden) this.looksSince = time.now;
      watcher.use(crm);
    });
  }

  /** What happens beside the moves. */
  private disturb(): void {
    const { page } = this;
    if (page.isHidden) {
      if (this.chance(0.5)) this.show(this.chance(0.2));
    } else if (this.chance(0.04)) page.hide();
    if (this.hasRecipe && this.chance(0.02)) this.watcher?.use({ ...crm, version: ++this.version });
  }

  private show(restored: boolean): void {
    if (this.hasRecipe) this.looksSince = Math.min(this.looksSince, this.time.now);
    this.page.show(restored);
  }

  private move(): void {
    const { page } = this;
    const place = this.place();
    this.visited.push(place);
    if (this.chance(0.05) && !place.includes('?') && this.read.seq >= 0)
      return page.drawAhead(place, 10 + this.random() * 400);
    page.go(place, this.tellsOfMoves, this.chance(0.1));
  }

  private place(): string {
    const { traits } = this.page;
    if (this.visited.length > 0 && this.chance(0.15)) return this.pick(this.visited);
    if (this.chance(0.15)) return '/deals';
    const id = this.pick(IDS);
    return traits.previews && this.chance(0.7) ? `/deals?beside=${id}` : `/deals/${id}`;
  }

  private told(name: 'settled' | 'unsure', seq: number, evidence: Evidence): void {
    this.last = { name, evidence };
    if (seq !== this.moves) this.blame(`${name} ${seq} was told after move ${this.moves}`);
    if (name === 'unsure') return;
    if (evidence.recordId !== null) this.outcome.readings++;
    const { page, read, time } = this;
    if (read.seq !== seq || page.changes > 0) {
      const before = { at: read.at, wasDeal: this.wasDeal, guesses: this.guesses };
      this.read = { seq, at: time.now, changes: page.changes, screen: page.seeming, before };
    }
    this.judge(evidence);
    this.read.at = time.now;
    this.wasDeal = evidence.recordId !== null;
    page.changes = 0;
  }

  private judge({ recordId, fields, unmoved }: Evidence): void {
    const names = (Object.keys(fields) as FieldName[]).filter((name) => !unmoved.includes(name));
    this.guesses = {};
    for (const name of names) {
      const told = fields[name]?.[0]?.raw ?? '';
      if (recordId !== null && told === truthOf(recordId, name)) continue;
      if (this.isUnknowable(recordId, name)) this.guesses[name] = told;
      else this.blame(`${name} "${told}" was told of ${recordId}`, this.outcome.wrong);
    }
    this.outcome.unknowable += Object.keys(this.guesses).length;
  }

  /**
   * Whether nobody who looks could have known.
   *
   * - Of the right deal's page, a value that was left standing there by another one, and that no look can have seen on
   *   another: it stood there for less than a look, or there were no looks yet.
   * - Without a tie, the page of another deal that came for an older address: it differs from what was read last, and the
   *   address changed exactly once since; or the address did not change since, and it has stood for 2 s. It differs also
   *   where it is the page that was read last, with a value put right since that was told where nobody could know. And it
   *   is the page of another deal as long as the right one, drawn into its nodes, has changed nothing: two deals may share
   *   a name, and the name is drawn first.
   */
  private isUnknowable(id: string | null, name: FieldName): boolean {
    const { seeming: screen, traits } = this.page;
    if (screen.deal === id) {
      const left = screen.cells[name]?.left ?? null;
      if (left === null || left.isSeen) return false;
      return left.after <= LOOKS_APART || screen.at <= this.looksSince;
    }
    if (traits.tied || screen.isPreview) return false;
    const { changes, screen: first, before } = this.read;
    const stoodLong = this.time.now - screen.at >= STOOD_LONG;
    if (changes === 0 || first === null || first.deal !== screen.deal) return stoodLong;
    const now = (field: FieldName) => screen.cells[field]?.value;
    const isPutRight = FIELDS.some((field) => (before.guesses[field] ?? now(field)) !== now(field));
    return changes === 1 && (first.at > before.at || isPutRight || (!before.wasDeal && stoodLong));
  }

  private judgeEnd(): void {
    const { last, page, outcome } = this;
    const { screen, traits, wantedDeal } = page;
    outcome.end = last?.name ?? 'nothing';
    const isThere = page.isThere && page.isDone;
    const isTied = traits.tied || screen.isPreview;
    if (last === null || (isThere && wantedDeal !== null && isTied && last.name === 'unsure'))
      return this.blame(`in the end ${outcome.end} was told of ${wantedDeal}`);
    const { recordId, fields, unmoved } = last.evidence;
    if (last.name === 'unsure' || !isThere) return;
    const all = FIELDS.every(
      (name) => fields[name]?.[0]?.raw === (wantedDeal === null ? undefined : truthOf(wantedDeal, name)),
    );
    if (recordId !== wantedDeal || !all || unmoved.length > 0)
      this.blame(`in the end ${JSON.stringify(last.evidence)} was told of ${wantedDeal}`);
  }

  private blame(what: string, list = this.outcome.amiss): void {
    list.push(
      `${this.time.now} ms, switch ${this.outcome.switches}: ${what} (${JSON.stringify(this.page.traits)})`,
    );
  }
}
