import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, type DayRead } from '@/lib/crm/interpret/dates';
import { formatOf } from '@/lib/crm/interpret/format';
import { amountOf, type AmountRead } from '@/lib/crm/interpret/money';
import { espocrm } from '@/lib/crm/recipes/espocrm';
import { evidenceOf } from './evidence-of';

/** What `Intl` writes in a language is read back, or marked ambiguous with the truth among its values; never another value. */
const LOCALES = (
  'en-US en-GB en-IN en-CA de de-AT de-CH cs ja fr fr-CA fr-CH pl sv es es-MX pt-BR pt-PT it nl da nb fi hu sk sl hr ro bg ' +
  'ru uk el tr et lv lt ca is ar-EG ar-SA he fa hi bn th vi id ko zh-CN zh-TW'
).split(' ');

const CURRENCIES = ['USD', 'EUR', 'GBP', 'JPY', 'CNY', 'CHF', 'SEK', 'PLN', 'CZK', 'INR', 'KWD'];
const TODAY = '2026-11-24';

const amounts = fc.tuple(
  fc.oneof(fc.integer({ min: 0, max: 9_999 }), fc.integer({ min: 0, max: 2_000_000_000 })),
  fc.integer({ min: 0, max: 99 }),
  fc.constantFrom(...CURRENCIES),
  fc.constantFrom('code', 'symbol', 'name'),
  fc.constantFrom('standard', 'accounting'),
  fc.boolean(),
);

const days = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2060-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const [page] = espocrm.pages;
if (!page) throw new Error('EspoCRM has no page');
const deal = page;

describe.each(LOCALES)('what Intl writes in %s', (locale) => {
  const { lang, decimal, dayOrder } = formatOf(evidenceOf({}, { lang: locale }), deal, null);

  it('is read back as the same amount', () => {
    fc.assert(
      fc.property(amounts, ([whole, cents, currency, currencyDisplay, currencySign, negative]) => {
        const cent = String(cents).padStart(2, '0');
        const value = Number(`${negative ? '-' : ''}${whole}${currency === 'JPY' ? '' : `.${cent}`}`);
        const style = { style: 'currency', currency, currencyDisplay, currencySign } as const;
        const text = new Intl.NumberFormat(locale, style).format(value);
        const known = amountOf(text, { lang, decimal, codes: [] });
        expectAmount(text, value, currency, known);
        expectAmount(text, value, currency, amountOf(text, { lang: null, decimal: null, codes: [] }));
        // names of currencies are known for the larger ones only
        if (currencyDisplay === 'code') expect(known, text).not.toBeNull();
      }),
      { numRuns: 60 },
    );
  });

  it('is read back as the same day', () => {
    fc.assert(
      fc.property(days, fc.constantFrom('full', 'long', 'medium', 'short'), (day, dateStyle) => {
        const text = new Intl.DateTimeFormat(locale, { dateStyle, timeZone: 'UTC' }).format(Date.parse(day));
        const known = dayOf(text, { lang, today: nearTo(day, text), dayOrder, yearless: 'nearest' });
        expectDay(text, day, known);
        expect(known, text).not.toBeNull();
        // years of other calendars cannot be told without the language
        if (calendarOf(locale) === 'gregory') {
          const unknown = { lang: null, dayOrder: null, yearless: 'nearest' } as const;
          expectDay(text, day, dayOf(text, { ...unknown, today: nearTo(day, text) }));
        }
      }),
      { numRuns: 40 },
    );
  });

  it('is read back as the same rounded amount', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1_000, max: 900_000_000 }),
        fc.constantFrom('short', 'long'),
        (value, compactDisplay) => {
          const style = { style: 'currency', currency: 'EUR', notation: 'compact', compactDisplay } as const;
          const text = new Intl.NumberFormat(locale, style).format(value);
          const found = amountOf(text, { lang, decimal, codes: [] });
          const near = found?.values.some((one) => Math.abs(Number(one) - value) <= value * 0.06) ?? true;
          expect(near, `${text} was read as ${JSON.stringify(found)}`).toBe(true);
        },
      ),
      { numRuns: 30 },
    );
  });
});

function expectAmount(text: string, value: number, currency: string, found: AmountRead | null): void {
  if (!found) return;
  const told = `${text} was read as ${JSON.stringify(found)}`;
  expect(found.values.map(Number), told).toContain(value === 0 ? 0 : value);
  expect(found.values.length === 1 || found.state === 'ambiguous', told).toBe(true);
  if (found.currency !== undefined) expect(found.currency, told).toBe(currency);
}

function expectDay(text: string, day: string, found: DayRead | null): void {
  if (!found) return;
  const told = `${text} (${day}) was read as ${JSON.stringify(found)}`;
  expect(found.days, told).toContain(day);
  expect(found.days.length === 1 || found.state === 'ambiguous', told).toBe(true);
}

/** A year of two digits is that of the century around today. */
function nearTo(day: string, text: string): string {
  return /\p{Nd}{4}/u.test(text) ? TODAY : `${day.slice(0, 4)}-07-01`;
}

function calendarOf(locale: string): string {
  return new Intl.DateTimeFormat(locale).resolvedOptions().calendar;
}
