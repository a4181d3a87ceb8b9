import { ROW_LIMITS, type RowEvidence } from '@/lib/crm/evidence';
import { LONG_QUIET, QUIET } from './agree';
import { readRows, type RowMemory, type RowSource } from './rows';
import type { Clock } from './window-events';

/** Follows the rows of one list: which of them have stood still, and which of these were told. */

/** So long at a time are rows read: a page must not stutter. Milliseconds. */
export const SLICE = 8;

/** What one turn came to: more rows of this pass, rows that still change, or nothing new. */
export type RowTurn = 'more' | 'changing' | 'still';

export class RowWatch {
  private readonly clock: Clock;
  private readonly tell: (rows: RowEvidence[]) => void;
  private readonly memory: RowMemory = new WeakMap();
  private readonly signatures = new WeakMap<RowEvidence, string>();
  private pass: Generator<void, RowEvidence[]> | null = null;
  /** The rows of the last pass, and those that stood there when the page moved, by key. */
  private last = new Map<string, string>();
  private held = new Map<string, string>();
  private told = new Map<string, string>();
  private lastPass = -Infinity;
  private since = 0;
  /** How long the last pass took, all slices together. Milliseconds. */
  cost = 0;

  /** @param tell gets rows that were the same in two passes at least 150 ms apart, each once, at most 500 at a time */
  constructor(clock: Clock, tell: (rows: RowEvidence[]) => void) {
    this.clock = clock;
    this.tell = tell;
  }

  /** Whether a pass was begun and is not at its end. */
  get isReading(): boolean {
    return this.pass !== null;
  }

  /** Another list begins. A row that stays as it is may be left over from the one before: it counts after 2 s. */
  begin(): void {
    this.pass = null;
    if (this.last.size > 0) this.held = this.last;
    this.last = new Map();
    this.told = new Map();
    this.lastPass = -Infinity;
    this.since = this.clock.now();
  }

  /** All rows are told again. */
  forget(): void {
    this.told = new Map();
  }

  /** Reads on for a few milliseconds; a new pass where the last one has ended. */
  work(source: RowSource): RowTurn {
    const start = this.clock.now();
    if (this.pass === null) this.cost = 0;
    this.pass ??= readRows(source, this.memory);
    for (;;) {
      const step = this.pass.next();
      const spent = this.clock.now() - start;
      if (step.done !== true && spent < SLICE) continue;
      this.cost += spent;
      if (step.done !== true) return 'more';
      this.pass = null;
      return this.compare(step.value);
    }
  }

  private signatureOf(row: RowEvidence): string {
    const known = this.signatures.get(row) ?? JSON.stringify(row);
    this.signatures.set(row, known);
    return known;
  }

  private compare(rows: RowEvidence[]): RowTurn {
    const now = this.clock.now();
    const long = now - this.since >= LONG_QUIET;
    if (long) this.held = new Map();
    const apart = now - this.lastPass >= QUIET;
    const seen = new Map<string, string>();
    const fresh: RowEvidence[] = [];
    let isChanging = this.held.size > 0 && !long;
    for (const row of rows) {
      const signature = this.signatureOf(row);
      seen.set(row.key, signature);
      if (this.told.get(row.key) === signature) continue;
      if (this.held.get(row.key) === signature) continue;
      if (apart && this.last.get(row.key) === signature) fresh.push(row);
      else isChanging = true;
    }
    // Two passes that are too close together are compared with the next one.
    if (apart) {
      this.last = seen;
      this.lastPass = now;
    }
    for (const row of fresh) this.told.set(row.key, seen.get(row.key) ?? '');
    for (const part of parts(fresh, (row) => seen.get(row.key)?.length ?? 0)) this.tell(part);
    return isChanging ? 'changing' : 'still';
  }
}

/** Rows in parts that each fit into a message. */
function parts(rows: RowEvidence[], size: (row: RowEvidence) => number): RowEvidence[][] {
  const all: RowEvidence[][] = [];
  let chars = Infinity;
  for (const row of rows) {
    chars += size(row);
    if (chars > ROW_LIMITS.chars || (all.at(-1)?.length ?? 0) >= ROW_LIMITS.rows) {
      all.push([]);
      chars = size(row);
    }
    all.at(-1)?.push(row);
  }
  return all;
}
