import { pagesOf } from '@/lib/crm/address';
import type { Look, Nodes } from '@/lib/crm/collect/look';
import { hasFields } from '@/lib/crm/collect/shown';
import { watchPage } from '@/lib/crm/collect/watch';
import type { Watcher } from '@/lib/crm/collect/watching';
import type { Evidence, RowEvidence } from '@/lib/crm/evidence';
import type { Recipe } from '@/lib/crm/recipe';
import type { FieldName } from '@/lib/domain/reading';
import { AT, field, recipe } from './page';

/** A page that is staged by the test: what is on screen, the address and the time all move only when they are told to. */

const ORIGIN = 'https://crm.example.com';

/** What the watcher told. */
export type Told =
  | { name: 'moved'; seq: number; url: string; at: number }
  | { name: 'rows'; seq: number; rows: RowEvidence[]; at: number }
  | { name: 'settled' | 'unsure'; seq: number; evidence: Evidence; url: string; at: number };

export interface Shown {
  /** The id that the page shows of the record, or null where it shows none. */
  tie: string | null;
  values: Partial<Record<FieldName, string>>;
  nodes: Partial<Record<FieldName, Node>>;
  /** It stands beside a list, whose address is the page's. */
  preview?: boolean;
}

export const staged: Recipe = {
  ...recipe({ fields: { name: field(), amount: field(), owner: field(), lastActivity: field() } }),
};
staged.pages.push({ kind: 'list', object: 'Deal', urls: ['/deals'], roots: [], ties: [], fields: {} });

export interface StageOptions {
  url?: string;
  recipe?: Recipe | null;
  startedLate?: boolean;
  /** Looks at a real document instead of what is drawn on the stage. */
  look?: (recipe: Recipe, url: string) => Look;
}

export class Stage {
  url: string;
  isHidden = false;
  time = 0;
  looks = 0;
  /** How long each look takes. */
  cost = 0;
  shown: Shown | null = null;
  readonly told: Told[] = [];
  readonly stop = new AbortController();
  private timers: { at: number; run: () => void }[] = [];
  private listeners: {
    moved: () => void;
    shown: (restored: boolean) => void;
    scrolled: () => void;
  } | null = null;
  private readonly options: StageOptions;
  private watcher: Watcher | null = null;

  constructor(options: StageOptions = {}) {
    this.options = options;
    this.url = new URL(options.url ?? '/deals/a', ORIGIN).href;
  }

  start(): Watcher {
    const tell = (name: 'settled' | 'unsure') => (seq: number, evidence: Evidence) =>
      void this.told.push({ name, seq, evidence, url: this.url, at: this.time });
    this.watcher = watchPage({
      recipe: this.options.recipe === undefined ? staged : this.options.recipe,
      startedLate: this.options.startedLate ?? false,
      signal: this.stop.signal,
      look: (recipe, url) => this.look(recipe, url),
      clock: { now: () => this.time, after: (ms, run) => this.after(ms, run) },
      events: {
        url: () => this.url,
        poll: 250,
        hidden: () => this.isHidden,
        listen: (moved, shown, scrolled, signal) => {
          this.listeners = { moved, shown, scrolled };
          signal.addEventListener('abort', () => (this.listeners = null));
        },
      },
      moved: (seq, url) => void this.told.push({ name: 'moved', seq, url, at: this.time }),
      settled: tell('settled'),
      rows: (seq, _list, rows) => void this.told.push({ name: 'rows', seq, rows, at: this.time }),
      unsure: tell('unsure'),
    });
    return this.watcher;
  }

  /** Draws a record anew, on new nodes. */
  draw(record: string, tie: string | null = null, values: Shown['values'] = valuesOf(record)): void {
    const nodes: Shown['nodes'] = {};
    for (const name of namesOf(values)) nodes[name] = document.createElement('b');
    this.shown = { tie, values, nodes };
  }

  /** Draws some fields anew and leaves the others, nodes and all. */
  redraw(values: Shown['values'], tie = this.shown?.tie ?? null): void {
    const nodes = { ...this.shown?.nodes };
    for (const name of namesOf(values)) nodes[name] = document.createElement('b');
    this.shown = { ...this.shown, tie, values: { ...this.shown?.values, ...values }, nodes };
  }

  /** Opens a record beside the list, or another in its place. */
  preview(record: string, values: Shown['values'] = valuesOf(record)): void {
    this.draw(record, record, values);
    if (this.shown !== null) this.shown.preview = true;
  }

  clear(): void {
    this.shown = null;
  }

  /** Changes the address, as `pushState` does: told at once, or, by an older browser, found by the next poll. */
  go(path: string, silently = false): void {
    this.url = new URL(path, ORIGIN).href;
    if (!silently) this.listeners?.moved();
  }

  scroll(): void {
    this.listeners?.scrolled();
  }

  hide(): void {
    this.isHidden = true;
  }

  show(restored = false): void {
    this.isHidden = false;
    this.listeners?.shown(restored);
  }

  /** Lets time pass; timers run in order at their own time. */
  pass(ms: number): void {
    const end = this.time + ms;
    for (;;) {
      const next = this.timers.toSorted((a, b) => a.at - b.at)[0];
      if (next === undefined || next.at > end) break;
      this.timers = this.timers.filter((timer) => timer !== next);
      this.time = Math.max(this.time, next.at);
      next.run();
    }
    this.time = end;
  }

  get pending(): number {
    return this.timers.length;
  }

  get attached(): boolean {
    return this.listeners !== null;
  }

  /** What was told since the last call, in short: `moved 1`, `settled 1 Name of a`, `settled 1 Name of a, unmoved owner`. */
  heard(): string[] {
    return this.told.splice(0).map((one) => {
      if (one.name === 'moved') return `moved ${one.seq}`;
      if (one.name === 'rows') return `rows ${one.seq} ${one.rows.map((row) => row.key).join(' ')}`;
      const { fields, unmoved } = one.evidence;
      const name = fields.name?.[0]?.raw ?? 'nothing';
      return `${one.name} ${one.seq} ${name}${unmoved.length > 0 ? `, unmoved ${unmoved.join(' ')}` : ''}`;
    });
  }

  private after(ms: number, run: () => void): () => void {
    const timer = { at: this.time + ms, run };
    this.timers.push(timer);
    return () => {
      this.timers = this.timers.filter((other) => other !== timer);
    };
  }

  private look(recipe: Recipe, url: string): Look {
    this.looks++;
    this.time += this.cost;
    if (this.options.look !== undefined) return this.options.look(recipe, url);
    const { shown } = this;
    const may = pagesOf(recipe, url);
    const at = may.find(({ page }) => page.record === undefined || shown?.preview === true);
    const record = hasFields(at?.page ?? null);
    const nodes: Nodes = {};
    const fields: Evidence['fields'] = {};
    for (const name of namesOf(shown?.values ?? {})) {
      const value = shown?.values[name];
      const node = shown?.nodes[name];
      if (value === undefined || node === undefined) continue;
      nodes[name] = [{ node, value }];
      if (record) fields[name] = [{ locator: 0, raw: value }];
    }
    const ties = shown === null || shown.tie === null || !record ? [] : [{ locator: 0, raw: shown.tie }];
    const evidence: Evidence = {
      crm: recipe.crm,
      recipeVersion: recipe.version,
      origin: ORIGIN,
      marked: true,
      tenant: at?.tenant ?? null,
      page: at?.index ?? null,
      recordId: at?.page.record === undefined ? (at?.id ?? null) : (shown?.tie ?? null),
      rooted: at !== undefined && (!record || shown !== null),
      ties,
      fields,
      empty: [],
      unmoved: [],
      lang: 'en',
      title: '',
      at: AT + this.time,
      offset: 0,
    };
    const { page, recordId, rooted } = evidence;
    const signature = JSON.stringify([page, recordId, rooted, ties, fields]);
    return { evidence, signature, page: at?.page ?? null, rows: null, nodes };
  }
}

export function valuesOf(record: string): Shown['values'] {
  return { name: `Name of ${record}`, amount: `1 ${record}`, owner: `Owner of ${record}` };
}

function namesOf(values: Shown['values']): FieldName[] {
  return (['name', 'amount', 'owner', 'lastActivity'] as const).filter((name) => values[name] !== undefined);
}

/** A watch that has read record `a` and been quiet for long. */
export function readingA(tie: string | null, options: StageOptions = {}): Stage {
  const stage = new Stage(options);
  stage.draw('a', tie);
  stage.start();
  stage.pass(4_000);
  stage.heard();
  return stage;
}
