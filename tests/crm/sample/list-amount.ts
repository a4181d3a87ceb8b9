import type { Deal } from './deal.ts';
import type { Format } from './format.ts';

/** How a list writes amounts: as the deal has them, rounded, or in the company's own currency. */
export type ListAmount = 'exact' | 'rounded' | 'converted';

/** What the company counts in. */
export const COMPANY_CURRENCY = 'USD';

/** What one unit of a currency is worth in the company's. */
const RATES: Record<string, number> = { USD: 1, EUR: 1.09, GBP: 1.27, JPY: 0.0067, CHF: 1.12, PLN: 0.25 };

/** The amount and currency that a list shows for a deal, before it is rounded, or null where the deal has none. */
export function listAmount(
  { amount, currency }: Pick<Deal, 'amount' | 'currency'>,
  kind: ListAmount,
): { amount: number; currency: string } | null {
  if (amount === null) return null;
  if (kind !== 'converted') return { amount, currency };
  return { amount: Math.round(amount * (RATES[currency] ?? 1) * 100) / 100, currency: COMPANY_CURRENCY };
}

/** What a list writes for the amount of a deal: `$125,000.00`, `$125K`, a dash for none. */
export function amountShown(
  deal: Pick<Deal, 'amount' | 'currency'>,
  kind: ListAmount,
  format: Format,
): string {
  const shown = listAmount(deal, kind);
  if (shown === null) return '—';
  return (kind === 'rounded' ? format.rounded : format.money)(shown.amount, shown.currency);
}
