import type { Evidence, RowEvidence } from '@/lib/crm/evidence';
import type { Recipe } from '@/lib/crm/recipe';
import type { Look } from './look';
import type { Clock, PageEvents } from './window-events';

/** What a watch is given, and what it tells. */

export interface WatchOptions {
  /** Null where none is known yet: then only the address is watched. */
  recipe: Recipe | null;
  events: PageEvents;
  clock: Clock;
  look: (recipe: Recipe, url: string) => Look;
  /** The script was put into a page that had been open before. */
  startedLate: boolean;
  /** Ends the watch: everything attached is detached. */
  signal: AbortSignal;
  /** The address names another record or page; told before anything is looked at. `seq` rises by one. */
  moved: (seq: number, url: string) => void;
  /** Address and page agree and are quiet; again, with the same `seq`, when what is read has changed. */
  settled: (seq: number, evidence: Evidence) => void;
  /** Rows of a list or board that stood still; the list itself was told as settled. */
  rows: (seq: number, list: Evidence, rows: RowEvidence[]) => void;
  /** They did not come to agree within 5 s; told once for each `seq`. Looking goes on. */
  unsure: (seq: number, evidence: Evidence) => void;
}

export interface Watcher {
  /** Reads the same address anew with another recipe, under the same `seq`. An equal recipe changes nothing. */
  use(recipe: Recipe | null): void;
  /** Tells all rows again: whoever was told them has forgotten. */
  tellRowsAgain(): void;
  /** One look, whether or not address and page agree. */
  lookNow(recipe: Recipe): Evidence;
}

/** What was told of this address. */
export interface Told {
  settled: string;
  /** What was settled on. */
  page: number | null;
  recordId: string | null;
  unsure: boolean;
}

export const UNTOLD: Told = { settled: '', page: null, recordId: null, unsure: false };

/**
 * Whether the page shows another record or kind of page than the one that was told, under the same address: a preview was
 * opened, or a list made a board.
 */
export function isAnother({ evidence: { page, recordId, rooted } }: Look, told: Told): boolean {
  return told.settled !== '' && rooted && (page !== told.page || recordId !== told.recordId);
}
