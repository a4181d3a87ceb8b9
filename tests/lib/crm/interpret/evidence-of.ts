import type { Evidence, Found } from '@/lib/crm/evidence';
import type { FieldName } from '@/lib/domain/reading';

/** Evidence of an EspoCRM deal, as collecting would send it: for each field one find of its first locator, or several. */
export function evidenceOf(
  fields: Partial<Record<FieldName, string | Partial<Found>[]>>,
  more: Partial<Evidence> = {},
): Evidence {
  const found = Object.entries(fields).map(([name, value]) => {
    const finds = typeof value === 'string' ? [{ raw: value }] : value;
    return [name, finds.map((find) => ({ locator: 0, raw: '', ...find }))] as const;
  });
  return {
    crm: 'espocrm',
    recipeVersion: 1,
    origin: 'http://127.0.0.1:8081',
    marked: true,
    tenant: null,
    page: 0,
    recordId: '6b0403b039313b072',
    rooted: true,
    ties: [],
    fields: Object.fromEntries(found),
    empty: [],
    unmoved: [],
    lang: '',
    title: '',
    at: Date.UTC(2026, 10, 24, 17, 2, 11),
    offset: 60,
    ...more,
  };
}
