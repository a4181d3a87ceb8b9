import type { DealKey, SiteId } from './ids';
import { FIELD_NAMES, type FieldName } from './reading';

/**
 * Whether a recipe still finds what it used to find: kept for each site, CRM and kind of page, and for each of its fields.
 * A field that was read and then is nowhere on deal after deal was moved or renamed by the CRM. That many deals lack some
 * field is no fault, and must not look like one.
 */

/**
 * What one reading of a deal says of a field that its page's recipe has.
 * - `read`: found, and its value was understood
 * - `empty`: the page shows it with nothing in it
 * - `unparsed`: found, and its words were not understood
 * - `absent`: not found at all
 *
 * Of what a reading says nothing for certain it says nothing here.
 */
export type FieldSeen = 'read' | 'empty' | 'unparsed' | 'absent';
export type SeenFields = Partial<Record<FieldName, FieldSeen>>;

/** A deal on which a field was not read, and how. */
export interface Missed {
  deal: DealKey;
  how: 'unparsed' | 'absent';
}

export interface FieldHealth {
  /** ISO day on which it was last read; null where it never was. */
  lastRead: string | null;
  /** Deals on which it was read, the first `KNOWN_AFTER`: with that many the page is known to have it. */
  on: DealKey[];
  /** Different deals on which it was not read, one after another since it was there; at most `ROW_KEPT`. */
  row: Missed[];
  /** How long the longest such row was that it came back after: some fields are on few deals. */
  longest: number;
}

export interface Health {
  /** See `healthId`. */
  id: string;
  /** The recipe that it is about, and its version. */
  crm: string;
  recipeVersion: number;
  fields: Partial<Record<FieldName, FieldHealth>>;
}

/** What a recipe lost on a kind of page: fields that are nowhere any more, and those whose words are not understood any more. */
export interface Lost {
  gone: FieldName[];
  unparsed: FieldName[];
}

export const NOTHING_LOST: Lost = { gone: [], unparsed: [] };

const KNOWN_AFTER = 2;
const LOST_AFTER = 3;
const ROW_KEPT = 12;

/** It is an index key, and holds no word. @param page which of the recipe's pages, counted from 0 */
export function healthId(site: SiteId, page: number): string {
  return `${site} ${page}`;
}

/** Whether what is known is about this recipe as it is now. */
export function isAbout({ crm, recipeVersion }: Health, recipe: { crm: string; version: number }): boolean {
  return crm === recipe.crm && recipeVersion === recipe.version;
}

/** What a field is known as before it was seen. */
const START: FieldHealth = { lastRead: null, on: [], row: [], longest: 0 };

/**
 * The health after one more reading of a deal. A recipe that was changed starts anew.
 * @param day ISO day of the page's clock
 * @returns `before` itself where it says all of it already, so that nothing need be written
 */
export function healthAfter(
  before: Health,
  {
    deal,
    day,
    recipe,
    seen,
  }: { deal: DealKey; day: string; recipe: { crm: string; version: number }; seen: SeenFields },
): Health {
  const fields = isAbout(before, recipe) ? before.fields : {};
  const next: Health['fields'] = { ...fields };
  for (const name of FIELD_NAMES) {
    const as = seen[name];
    if (as !== undefined) next[name] = fieldAfter(fields[name] ?? START, { deal, day, as });
  }
  const isSame = fields === before.fields && FIELD_NAMES.every((name) => next[name] === fields[name]);
  return isSame ? before : { id: before.id, crm: recipe.crm, recipeVersion: recipe.version, fields: next };
}

function fieldAfter(
  field: FieldHealth,
  { deal, day, as }: { deal: DealKey; day: string; as: FieldSeen },
): FieldHealth {
  switch (as) {
    case 'read':
      return found(field, deal, day);
    case 'empty':
      return field.row.length === 0 ? field : ended(field, deal);
    default:
      return missed(field, { deal, how: as });
  }
}

function found(field: FieldHealth, deal: DealKey, day: string): FieldHealth {
  const isKnown = field.on.length >= KNOWN_AFTER || field.on.includes(deal);
  if (isKnown && field.row.length === 0 && field.lastRead === day) return field;
  return { ...ended(field, deal), lastRead: day, on: isKnown ? field.on : [...field.on, deal] };
}

/** It is there again. The deal itself was only slow to show it, if it is in the row. */
function ended(field: FieldHealth, deal: DealKey): FieldHealth {
  const others = field.row.filter((one) => one.deal !== deal);
  return { ...field, row: [], longest: Math.max(field.longest, others.length) };
}

function missed(field: FieldHealth, one: Missed): FieldHealth {
  const at = field.row.findIndex(({ deal }) => deal === one.deal);
  if (at < 0) return field.row.length < ROW_KEPT ? { ...field, row: [...field.row, one] } : field;
  return field.row[at]?.how === one.how ? field : { ...field, row: field.row.with(at, one) };
}

/**
 * What is lost. A field counts where it was read on two deals, and then on three different ones in a row was neither read nor
 * shown with nothing in it; one that came back after a longer row before has to be missed longer.
 */
export function lostIn({ fields }: Pick<Health, 'fields'>): Lost {
  const lost: Lost = { gone: [], unparsed: [] };
  for (const name of FIELD_NAMES) {
    const field = fields[name];
    if (field === undefined || !isLost(field)) continue;
    const isThere = field.row.every(({ how }) => how === 'unparsed');
    lost[isThere ? 'unparsed' : 'gone'].push(name);
  }
  return lost;
}

function isLost({ on, row, longest }: FieldHealth): boolean {
  return on.length >= KNOWN_AFTER && row.length >= LOST_AFTER && row.length > longest;
}
