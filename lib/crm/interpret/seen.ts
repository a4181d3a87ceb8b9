import type { Evidence } from '@/lib/crm/evidence';
import type { FieldRecipe, Recipe } from '@/lib/crm/recipe';
import type { FieldSeen, SeenFields } from '@/lib/domain/health';
import { FIELD_NAMES, type FieldName, type Reading } from '@/lib/domain/reading';
import { inert, isEmpty } from './text';

/**
 * What a reading says of its recipe, field by field. Nothing at all where the name was not read for certain: then the page was
 * perhaps not drawn yet, or is not that page any more.
 */
export function seenIn(evidence: Evidence, recipe: Recipe, reading: Reading): SeenFields {
  const page = evidence.page === null ? undefined : recipe.pages[evidence.page];
  const { name } = reading.fields;
  if (page === undefined || name === undefined || name.state === 'unsure') return {};
  const seen: SeenFields = {};
  for (const field of FIELD_NAMES) {
    const how = page.fields[field];
    const as = how === undefined || field === 'recordId' ? null : asSeen(field, how, evidence, reading);
    if (as !== null) seen[field] = as;
  }
  return seen;
}

/** Null where nothing can be said for certain. */
function asSeen(
  name: FieldName,
  { parser, empty }: FieldRecipe,
  evidence: Evidence,
  { fields, empty: blank }: Reading,
): FieldSeen | null {
  const field = fields[name];
  // What was taken from the stage was not looked for in its own place.
  if (field !== undefined) return field.state === 'unsure' || field.reason === 'from-stage' ? null : 'read';
  if (blank.includes(name)) return 'empty';
  const finds = evidence.fields[name] ?? [];
  // A page that still shows something of the record before is not all drawn.
  if (finds.length === 0) return evidence.unmoved.length > 0 ? null : 'absent';
  // Activities may all be planned, and dots are what a page writes while it loads.
  const isTold = parser !== 'activity' && finds.some(({ raw }) => !isEmpty(inert(raw), empty));
  return isTold && !evidence.unmoved.includes(name) ? 'unparsed' : null;
}
