import type { FieldName } from '@/lib/domain/reading';

/** What collecting found on a page, uninterpreted. This is all that ever leaves a page, as JSON, to our own background. */
export interface Evidence {
  crm: string;
  recipeVersion: number;
  /** Scheme, host, port. */
  origin: string;
  /** Whether a mark of this CRM is on the page. */
  marked: boolean;
  /** What tells this installation from another on the same origin: its portal, or the folder that it lies in. */
  tenant: string | null;
  /** Which of the recipe's pages this is, counted from 0, or null: a page of this CRM that Sideline does not read. */
  page: number | null;
  /** The record's id in the address, or, where that does not name it, in the page's root. */
  recordId: string | null;
  /** Whether the region that holds the record is on the page. */
  rooted: boolean;
  /** What the recipe's ties found. */
  ties: Found[];
  fields: Partial<Record<FieldName, Found[]>>;
  /** Of a list or a board: what it says of itself. Its rows travel in messages of their own. */
  list?: ListEvidence;
  /** The names of all stages in their order, where the page shows them. */
  stages?: string[];
  /** Fields that have no find and that the page shows with nothing in them, as far as collecting can tell. */
  empty: FieldName[];
  /** Fields whose node and value are both as they were before the address changed, or under another record since. */
  unmoved: FieldName[];
  /** The document's language as it declares it. */
  lang: string;
  title: string;
  /** The page's clock: milliseconds since 1970, and minutes east of UTC. */
  at: number;
  offset: number;
}

export interface ListEvidence {
  /** The page's own count of its rows. */
  counter: Found[];
  /** Columns that are on the page by their head, with the words of it. */
  heads: Partial<Record<FieldName, string>>;
}

/** One row of a list or card of a board, uninterpreted. */
export interface RowEvidence {
  /** Tells the row from the others of its list: its id, or, without one, what stands in it. */
  key: string;
  id: string | null;
  fields: Partial<Record<FieldName, Found[]>>;
  /** Cells by their label; without words in it `raw` is empty. */
  cells?: CellEvidence[];
}

export type CellEvidence = Omit<Found, 'locator' | 'label'> & { label: string };

/** One find of one locator. */
export interface Found {
  /** Which locator of the field, counted from 0. */
  locator: number;
  /** The words or the value, white space folded, cut to 2,000 characters. */
  raw: string;
  /** The label that stands with it, where there is one. */
  label?: string;
  /** The address that the value leads to. */
  link?: string;
  /** A number or day in a machine's form beside the words: `datetime`, `value` of a `date` input, `data-value`. */
  machine?: string;
  /** The value was longer than the limit. */
  cut?: true;
}

export const EVIDENCE_LIMITS = { raw: 2_000, matches: 20, bytes: 256 * 1024 } as const;

/** `raw` is of one value, `rows` and `chars` (of JSON) of one message, `list` the most rows that are read of one list. */
export const ROW_LIMITS = { raw: 300, cells: 60, rows: 500, chars: 200_000, list: 5_000 } as const;
