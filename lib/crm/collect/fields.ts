import type { FieldName } from '@/lib/domain/reading';

/** The fields that a record by field has. */
export function namesIn(record: Partial<Record<FieldName, unknown>>): FieldName[] {
  return Object.keys(record).filter((name): name is FieldName => Object.hasOwn(record, name));
}
