import type { FieldName, SeenField } from './reading';

/** What a reading or a sighting says, by field. */
export interface Said {
  fields: Partial<Record<FieldName, Pick<SeenField, 'state' | 'value'>>>;
}

/** What a field says, where it was read for certain enough to be filed under, asked about or counted. */
export function certain({ fields }: Said, name: FieldName): string | null {
  const field = fields[name];
  return !field || field.state === 'unsure' || field.state === 'ambiguous' ? null : field.value;
}
