import type { FieldName } from '@/lib/domain/reading';

/** The deals of the model. */
export const FIELDS = ['name', 'account', 'owner', 'amount'] as const;

/** Deals that share some of their values: owner, account, and of two of them the name as well. */
const DEALS: Record<string, Record<(typeof FIELDS)[number], string>> = {
  a: { name: 'Pumps', account: 'Acme', owner: 'Ana', amount: '100' },
  b: { name: 'Valves', account: 'Borg', owner: 'Ana', amount: '200' },
  c: { name: 'Renewal', account: 'Borg', owner: 'Cem', amount: '300' },
  d: { name: 'Renewal', account: 'Dorn', owner: 'Cem', amount: '400' },
  e: { name: 'Tubes', account: 'Eno', owner: 'Eve', amount: '500' },
  f: { name: 'Filters', account: 'Acme', owner: 'Finn', amount: '600' },
};
export const IDS = Object.keys(DEALS);

/** What a field of a deal truly is. */
export function truthOf(id: string, field: FieldName): string | undefined {
  return (DEALS[id] as Partial<Record<FieldName, string>> | undefined)?.[field];
}
