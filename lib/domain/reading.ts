import type { DealKey, RepId, SiteId } from './ids';

/** The fields of a deal, in the order in which they are shown. */
export const FIELD_NAMES = [
  'recordId',
  'name',
  'account',
  'owner',
  'amount',
  'stage',
  'status',
  'closeDate',
  'nextStep',
  'lastActivity',
  'createdDate',
] as const;

export type FieldName = (typeof FIELD_NAMES)[number];

/**
 * How sure a value is. A value that was not read has no state: it is listed as missing, and never zero.
 * - `read`: as it stands on the page
 * - `approximate`: the page rounds it ("$7.00K")
 * - `inferred`: a part was added ("26 Dec": the year)
 * - `ambiguous`: the page's words allow more than one value; `value` is the first of `alternatives`
 * - `unsure`: it may still belong to the record shown before
 */
export const FIELD_STATES = ['read', 'approximate', 'inferred', 'ambiguous', 'unsure'] as const;
export type FieldState = (typeof FIELD_STATES)[number];

/** Why a state is not `read`, as a code; the words for it are in lib/text. */
export type FieldReason =
  | 'rounded-by-page'
  | 'year-not-on-page'
  | 'relative-day'
  | 'day-or-month'
  | 'decimal-or-group'
  | 'currency-sign-shared'
  | 'currency-not-on-page'
  | 'from-stage'
  | 'same-as-before-move'
  | 'text-was-cut';

/**
 * One value that was read. `value` is normalised text: an ISO day (`2026-12-26`), a plain decimal
 * (`1250000.5`, no grouping, `.` as the point), `open | won | lost` for status, else the words of the page.
 */
export interface ReadField {
  state: FieldState;
  value: string;
  /** ISO 4217, only on amounts, and only where the page tells it. */
  currency?: string;
  /** Only on amounts, instead of `currency`: all that a shared sign (`$`, `kr`) may mean, the usual ones first. */
  currencies?: string[];
  /** All values that the words allow, the shown one first; only where `ambiguous`. */
  alternatives?: string[];
  reason?: FieldReason;
  /** Which locator of the recipe found it, for example `attribute data-name=amount`. */
  how: string;
  /** The words on the page, cut to 300 characters. Never on `lastActivity` and `createdDate`: they hold a time of day. */
  raw?: string;
  /** On owner: the CRM's own id of that user, where the page shows one. */
  userId?: string;
}

/** Every kind of page. `other`: one that is known to be none of the rest, although its address could be. */
export const PAGE_KINDS = ['deal', 'list', 'board', 'person', 'other'] as const;
export type PageKind = (typeof PAGE_KINDS)[number];

/** What one page said at one moment. */
export interface Reading {
  crm: string;
  recipeVersion: number;
  pageKind: PageKind;
  /** The CRM's name for this kind of record, for example `Opportunity`. */
  object: string;
  /** The page's own clock with its offset, for example `2026-11-24T18:02:11+01:00`. */
  at: string;
  /** The page's language as it declares it, or an empty string. */
  lang: string;
  fields: Partial<Record<FieldName, ReadField>>;
  /** All fields that have no value here, whatever the reason. */
  missing: FieldName[];
  /** The names of all stages in their order, where the page shows them. */
  stages?: string[];
  /** Those among the missing that the page does show, with nothing in them: only of these may it be said that they are empty. */
  empty: FieldName[];
}

/** One value as a sighting keeps it. */
export interface SeenField {
  state: FieldState;
  value: string;
  currency?: string;
  alternatives?: string[];
}

/** One deal in one reading, kept: the history that changes are found in. */
export interface Sighting {
  deal: DealKey;
  site: SiteId;
  rep: RepId | null;
  /** When this was first seen so. */
  at: string;
  /** When it was last seen so: an equal sighting only moves this. */
  lastSeen: string;
  pageKind: PageKind;
  crm: string;
  recipeVersion: number;
  /** Only what was read. */
  fields: Partial<Record<FieldName, SeenField>>;
  /** Fields that the page showed with nothing in them. What is neither here nor in `fields` was not seen. */
  empty: FieldName[];
}
