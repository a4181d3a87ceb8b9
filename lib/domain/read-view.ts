import { FIELD_NAMES, type FieldState, type Reading } from './reading';
import type { FieldView, ReadView } from './views';

/** What a manager has to look at stands first; among equals the order of FIELD_NAMES holds. */
const RANK: Record<FieldState, number> = { ambiguous: 0, unsure: 0, approximate: 1, inferred: 1, read: 2 };

/** Fields in the order in which they are shown. */
export function fieldViews(read: Reading['fields']): FieldView[] {
  return FIELD_NAMES.flatMap((name): FieldView[] => {
    const field = read[name];
    return field ? [{ name, ...field }] : [];
  });
}

/** A reading, ready to be shown. */
export function readView(reading: Reading, crmName: string): ReadView {
  const fields = fieldViews(reading.fields);
  const { crm, lang, missing, empty } = reading;
  return { crm, crmName, lang, fields: fields.sort((a, b) => RANK[a.state] - RANK[b.state]), missing, empty };
}
