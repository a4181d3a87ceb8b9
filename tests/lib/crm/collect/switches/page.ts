import { pagesOf } from '@/lib/crm/address';
import type { Look, Nodes } from '@/lib/crm/collect/look';
import type { PageEvents } from '@/lib/crm/collect/window-events';
import type { Evidence } from '@/lib/crm/evidence';
import type { Recipe } from '@/lib/crm/recipe';
import type { FieldName } from '@/lib/domain/reading';
import { FIELDS, truthOf } from './deals';
import { leftOf, type Screen } from './screen';
import type { Time } from './time';

/**
 * A CRM page as a model: an address that moves at once, answers that come later, too late or never, and what is drawn of
 * them, piece by piece. What a watch sees of it is what `takeLook` would see of such a page.
 */

export const ORIGIN = 'https://crm.example.com';
const DAY = Date.UTC(2026, 10, 24, 12);
/** A page is drawn at once or in this time, twice as long in all: two looks 150 ms apart cannot both fall in it. Milliseconds. */
const PIECES_APART = [10, 70] as const;

/** What a CRM is like. */
export interface Traits {
  /** Whether the page tells which record it shows. */
  tied: boolean;
  /** Whether a record is patched into the nodes of the one before. */
  reuses: boolean;
  /** How a record that is built anew begins: empty, or with the values of the one before until its own are set. */
  remounts: boolean;
  /** When the owner comes, and what stands in its place meanwhile: nothing, or the owner of the record before. */
  owner: 'with the page' | 'late, blank' | 'late, old';
  /** Whether an answer that is not wanted any more comes all the same, and the wanted one then again. */
  late: boolean;
  /** Whether deals open beside their list, under its address. */
  previews: boolean;
  /** Share of the answers that never come. */
  lost: number;
}

export interface Drawing {
  random: () => number;
  time: Time;
}

/** What is to be seen: `/deals` for the list, `/deals/a` for a deal, `/deals?beside=a` for one beside the list. */
type Place = string;

const dealOf = (place: Place): string | null => /[/=]([a-z])$/.exec(place)?.[1] ?? null;

export class ModelPage {
  readonly traits: Traits;
  url: string;
  screen: Screen = { deal: null, isPreview: false, at: 0, cells: {}, over: null };
  isHidden = false;
  /** Changes of the address since the last reading that was told, as the page knows them. */
  changes = 0;
  private readonly time: Time;
  private readonly random: () => number;
  private wanted: Place;
  /** Calls off the address that is to follow its page. */
  private ahead: () => void = () => undefined;
  private visits: { place: Place; callOff: () => void }[] = [];
  /** What is still to be drawn of the page on screen. */
  private rest: (() => void)[] = [];
  private listeners: { moved: () => void; shown: (restored: boolean) => void } | null = null;

  /** A document that begins to load at this place. */
  constructor(traits: Traits, place: Place, { random, time }: Drawing) {
    this.traits = traits;
    this.random = random;
    this.time = time;
    this.wanted = place;
    this.url = ORIGIN + place;
    this.ask(place, this.between(300, 1_500));
  }

  /** What a watch gets of it. @param poll milliseconds */
  events(poll: number): PageEvents {
    return {
      url: () => this.url,
      poll,
      hidden: () => this.isHidden,
      listen: (moved, shown, _scrolled, signal) => {
        this.listeners = { moved, shown };
        signal.addEventListener('abort', () => (this.listeners = null));
      },
    };
  }

  /** From how many to how many milliseconds. */
  private between(min: number, max: number): number {
    return min + Math.floor(this.random() * (max - min + 1));
  }

  /** Moves: the address at once, unless the browser does not tell of it, the page when it comes. */
  go(place: Place, told: boolean, cached = false): void {
    this.moveAddress(place, told);
    this.ask(place, cached ? this.between(0, 30) : this.between(300, 1_500));
  }

  /** The page is drawn, and only then the address moves. */
  drawAhead(place: Place, ms: number): void {
    this.callOffAll();
    this.wanted = place;
    this.draw(place);
    this.ahead();
    this.ahead = this.time.after(ms, () => this.moveAddress(place, true));
  }

  private moveAddress(place: Place, told: boolean): void {
    this.ahead();
    const to = ORIGIN + place.replace(/\?.*/, '');
    this.wanted = place;
    if (to === this.url) return;
    this.url = to;
    this.changes++;
    if (told) this.listeners?.moved();
  }

  hide(): void {
    this.isHidden = true;
  }

  show(restored: boolean): void {
    this.isHidden = false;
    this.listeners?.shown(restored);
  }

  /** Whether nothing is to come any more. */
  get isDone(): boolean {
    return this.visits.length === 0 && this.rest.length === 0;
  }

  /** The deal that was opened last: its address is the page's, or, where it stands beside the list, the list's. */
  get wantedDeal(): string | null {
    return dealOf(this.wanted);
  }

  /** Whether what is on screen is what was opened last. */
  get isThere(): boolean {
    const { deal, isPreview } = this.screen;
    return deal === this.wantedDeal && (deal === null || isPreview === this.wanted.includes('?'));
  }

  /** The page that a look takes this one for. */
  get seeming(): Screen {
    let { screen } = this;
    while (screen.over !== null) screen = screen.over;
    return screen;
  }

  private callOffAll(): void {
    for (const visit of this.visits) visit.callOff();
    this.visits = [];
  }

  private ask(place: Place, ms: number): void {
    if (!this.traits.late) this.callOffAll();
    if (this.random() < this.traits.lost) return;
    const visit = { place, callOff: this.time.after(ms, () => this.arrive(visit)) };
    this.visits.push(visit);
  }

  private arrive(visit: { place: Place; callOff: () => void }): void {
    this.visits = this.visits.filter((other) => other !== visit);
    this.draw(visit.place);
    const comes = this.visits.some(({ place }) => place === this.wanted);
    if (visit.place !== this.wanted && !comes) this.ask(this.wanted, this.between(300, 1_500));
  }

  private draw(place: Place): void {
    // What was to come of the page that goes now has no place any more.
    for (const callOff of this.rest) callOff();
    this.rest = [];
    const deal = dealOf(place);
    const isPreview = place.includes('?');
    const at = this.time.now;
    if (deal === null) {
      this.screen = { deal: null, isPreview: false, at, cells: {}, over: null };
      return;
    }
    const { reuses } = this.traits;
    const { screen: last } = this;
    const isOver = last.deal !== null && last.isPreview === isPreview;
    const old = isOver ? last.cells : {};
    this.screen = { deal, isPreview, at, cells: {}, over: isOver && reuses ? last : null };
    for (const name of FIELDS) {
      const cell = old[name];
      if (cell === undefined) continue;
      if (!this.stays(name)) {
        this.screen.over = null;
        continue;
      }
      const node = reuses ? cell.node : newNode();
      this.screen.cells[name] = { ...cell, node, ...leftOf(cell, last, deal, at) };
    }
    this.put(deal, ['name']);
    this.drawRest(deal, this.traits.owner !== 'with the page' && last.deal !== deal);
  }

  /** Whether a value of the page before stands until the new one comes. */
  private stays(name: FieldName): boolean {
    const { owner, reuses, remounts } = this.traits;
    if (name === 'owner' && owner !== 'with the page') return reuses && owner === 'late, old';
    return reuses || remounts;
  }

  private drawRest(deal: string, isLate: boolean): void {
    const pieces = this.random() < 0.5 ? [] : [this.between(...PIECES_APART)];
    const last: FieldName[] = isLate ? ['amount'] : ['amount', 'owner'];
    this.later(pieces[0] ?? 0, () => this.put(deal, ['account']));
    this.later((pieces[0] ?? 0) * 2, () => this.put(deal, last));
    if (isLate) this.later(this.between(300, 1_500), () => this.put(deal, ['owner']));
  }

  private later(ms: number, run: () => void): void {
    if (ms === 0) return run();
    const callOff = this.time.after(ms, () => {
      this.rest = this.rest.filter((other) => other !== callOff);
      run();
    });
    this.rest.push(callOff);
  }

  private put(deal: string, names: FieldName[]): void {
    for (const name of names) {
      const node = this.screen.cells[name]?.node ?? newNode();
      const value = truthOf(deal, name) ?? '';
      if (this.screen.cells[name]?.value !== value) this.screen.over = null;
      this.screen.cells[name] = {
        node,
        value,
        of: deal,
        at: this.time.now,
        on: {},
        left: null,
      };
    }
  }

  /** What a look sees: of this address the page that is on screen, a deal beside a list before the list. */
  look(recipe: Recipe, url: string): Look {
    const { deal, isPreview, cells } = this.screen;
    const at = pagesOf(recipe, url).find(({ page }) => page.record === undefined || (isPreview && deal));
    const isDeal = at !== undefined && at.page.kind === 'deal';
    const isShown = isDeal
      ? deal !== null && isPreview === (at.page.record !== undefined)
      : at !== undefined && (deal === null || isPreview);
    const nodes: Nodes = {};
    const fields: Evidence['fields'] = {};
    for (const name of FIELDS) {
      const cell = cells[name];
      if (cell === undefined || (isDeal && !isShown)) continue;
      if (deal !== null) cell.on[deal] = { ms: cell.on[deal]?.ms ?? 0, isSeen: true };
      nodes[name] = [{ node: cell.node, value: cell.value }];
      if (isDeal) fields[name] = [{ locator: 0, raw: cell.value }];
    }
    const isTied = isDeal && isShown && (isPreview || this.traits.tied);
    const evidence: Evidence = {
      crm: recipe.crm,
      recipeVersion: recipe.version,
      origin: ORIGIN,
      marked: true,
      tenant: null,
      page: at?.index ?? null,
      recordId: isDeal && isPreview ? deal : (at?.id ?? null),
      rooted: isShown,
      ties: isTied ? [{ locator: 0, raw: deal ?? '' }] : [],
      fields,
      empty: [],
      unmoved: [],
      lang: 'en',
      title: '',
      at: DAY + this.time.now,
      offset: 0,
    };
    const { page, recordId, rooted, ties } = evidence;
    const signature = JSON.stringify([page, recordId, rooted, ties, fields]);
    return { evidence, signature, page: at?.page ?? null, rows: null, nodes };
  }
}

/** Looks compare nodes and do nothing else with them. */
function newNode(): Node {
  return {} as Node;
}
