import type { FieldName } from '@/lib/domain/reading';

/** What collecting found on a page, uninterpreted. This is all that ever leaves a page, as JSON, to our own background. */
export interface Evidence {
  crm: string;
  recipeVersion: number;
  /** Scheme, host, port. */
  origin: string;
  /** Whether a mark of this CRM is on the page. */
  marked: boolean;
  /** Which of the recipe's pages this is, counted from 0, or null: a page of this CRM that Sideline does not read. */
  page: number | null;
  /** The record's id in the address, or, where that does not name it, in the page's root. */
  recordId: string | null;
  /** Whether the region that holds the record is on the page. */
  rooted: boolean;
  /** What the recipe's ties found. */
  ties: Found[];
  fields: Partial<Record<FieldName, Found[]>>;
  /** Fields that have no find and that the page shows with nothing in them, as far as collecting can tell. */
  empty: FieldName[];
  /** Fields whose node and value are both as they were before the address changed. */
  unmoved: FieldName[];
  /** The document's language as it declares it. */
  lang: string;
  title: string;
  /** The page's clock: milliseconds since 1970, and minutes east of UTC. */
  at: number;
  offset: number;
}

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
