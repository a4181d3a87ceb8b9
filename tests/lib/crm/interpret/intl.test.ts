import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, type DayContext, type DayRead } from '@/lib/crm/interpret/dates';
import { formatOf } from '@/lib/crm/interpret/format';
import { ownCurrency } from '@/lib/crm/interpret/currencies';
import { amountOf, type AmountRead } from '@/lib/crm/interpret/money';
import { espocrm } from '@/lib/crm/recipes/espocrm';
import { evidenceOf } from './evidence-of';
import { calendarOf, LOCALES } from './locales';

/**
 * What `Intl` writes in a language is read back, or marked with the truth inside what is claimed; never another value.
 * On a page that declares the language, and on one that declares none.
 */
const CURRENCIES = (
  'USD EUR GBP JPY CNY CHF SEK NOK DKK PLN CZK INR KWD TND BRL MXN CAD AUD UAH TRY ILS KRW VND THB IDR HUF BGN AED ISK HKD ' +
  'TWD CLP COP NGN GEL KZT KHR LAK PHP MYR'
).split(' ');

/** The words for thousands stand before the number, or `Intl` writes them as no other program does. */
const WORDS_BEFORE = ['si', 'sw', 'my', 'fil', 'it', 'it-CH'];

const TODAY = '2026-11-24';
const DAY = 86_400_000;
const UNKNOWN = { lang: null, decimal: null, codes: [] };
const UNORDERED = { lang: null, dayOrder: null };

const whole = fc.oneof(fc.integer({ min: 0, max: 9_999 }), fc.integer({ min: 0, max: 2_000_000_000 }));
const days = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2060-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const [page] = espocrm.pages;
if (!page) throw new Error('EspoCRM has no page');
const deal = page;

describe.each(LOCALES)('what Intl writes in %s', (locale) => {
  const { lang, decimal, dayOrder } = formatOf(evidenceOf({}, { lang: locale }), deal, null);
  const known = { lang, decimal, codes: [] };
  // years and months of other calendars cannot be told without the language
  const contexts = [{ lang, dayOrder }, ...(calendarOf(locale) === 'gregory' ? [UNORDERED] : [])];

  it('is read back as the same number', () => {
    fc.assert(
      fc.property(whole, fc.integer({ min: 0, max: 999 }), fc.boolean(), (integer, part, negative) => {
        const value = Number(`${negative ? '-' : ''}${integer}.${String(part).padStart(3, '0')}`);
        const text = new Intl.NumberFormat(locale).format(value);
        for (const context of [known, UNKNOWN]) {
          expectAmount(text, value, null, amountOf(text, context));
          expect(amountOf(text, context), text).not.toBeNull();
        }
      }),
      { numRuns: 25 },
    );
  });

  const amounts = fc.record({
    integer: whole,
    part: fc.integer({ min: 0, max: 99 }),
    currency: fc.constantFrom(...CURRENCIES),
    currencyDisplay: fc.constantFrom('code', 'symbol', 'narrowSymbol', 'name'),
    currencySign: fc.constantFrom('standard', 'accounting'),
    negative: fc.boolean(),
  });

  it('is read back as the same amount', () => {
    fc.assert(
      fc.property(amounts, ({ integer, part, currency, currencyDisplay, currencySign, negative }) => {
        const style = { style: 'currency', currency, currencyDisplay, currencySign } as const;
        const format = new Intl.NumberFormat(locale, style);
        const cents =
          format.resolvedOptions().maximumFractionDigits === 0 ? '' : String(part).padStart(2, '0');
        const value = Number(`${negative ? '-' : ''}${integer}.${cents}`);
        const text = format.format(value);
        const found = amountOf(text, known);
        // the short sign of the country's own currency says no other, though Intl writes it for others
        const named = currencyDisplay === 'narrowSymbol' && found?.currency === ownCurrency(lang);
        expectAmount(text, value, named ? ownCurrency(lang) : currency, found);
        expectAmount(text, value, currency, amountOf(text, UNKNOWN));
        if (currencyDisplay === 'code') expect(found, text).not.toBeNull();
      }),
      { numRuns: 40 },
    );
  });

  it('is read back as about the same rounded amount', () => {
    const rounded = fc.record({
      value: fc.oneof(fc.integer({ min: 1_000, max: 999_999 }), fc.integer({ min: 1_000_000, max: 9e11 })),
      compactDisplay: fc.constantFrom('short', 'long'),
      currencyDisplay: fc.constantFrom(null, 'symbol', 'code'),
      negative: fc.boolean(),
    });
    fc.assert(
      fc.property(rounded, ({ value, compactDisplay, currencyDisplay, negative }) => {
        const style = currencyDisplay === null ? {} : ({ style: 'currency', currency: 'EUR' } as const);
        const shown = currencyDisplay === null ? {} : { currencyDisplay };
        const compact = { notation: 'compact', compactDisplay, ...style, ...shown } as const;
        const text = new Intl.NumberFormat(locale, compact).format(negative ? -value : value);
        const found = amountOf(text, known);
        for (const read of [found, amountOf(text, UNKNOWN)]) {
          expectAmount(text, negative ? -value : value, currencyDisplay === null ? null : 'EUR', read, 0.05);
        }
        if (!WORDS_BEFORE.includes(locale) && /\p{Nd}/u.test(text)) expect(found, text).not.toBeNull();
      }),
      { numRuns: 25 },
    );
  });

  it('is read back as the same day, with and without the time of day', () => {
    const styles = fc.constantFrom(null, 'full', 'long', 'medium', 'short');
    fc.assert(
      fc.property(days, styles, fc.boolean(), (day, dateStyle, timed) => {
        const date = dateStyle === null ? {} : { dateStyle };
        const time = timed && dateStyle !== null ? ({ timeStyle: 'short' } as const) : {};
        const format = new Intl.DateTimeFormat(locale, { ...date, ...time, timeZone: 'UTC' });
        const text = format.format(Date.parse(`${day}T13:37:00Z`));
        for (const context of contexts) expectDay(text, day, readDay(text, context, nearTo(day, text)));
        if (!timed) expect(readDay(text, contexts[0] ?? UNORDERED, nearTo(day, text)), text).not.toBeNull();
      }),
      { numRuns: 25 },
    );
  });

  it('is read back as the nearest day where it has no year', () => {
    const near = fc.integer({ min: -170, max: 170 });
    const months = fc.constantFrom('long', 'short', 'numeric', '2-digit');
    fc.assert(
      fc.property(near, months, (away, month) => {
        const at = Date.parse(TODAY) + away * DAY;
        const text = new Intl.DateTimeFormat(locale, { month, day: 'numeric', timeZone: 'UTC' }).format(at);
        for (const context of contexts) {
          const found = readDay(text, context, TODAY);
          expectDay(text, isoOf(at), found);
          expect(found?.state, text).not.toBe('read');
        }
      }),
      { numRuns: 25 },
    );
  });

  it('is read back as a day told from today', () => {
    const near = fc.oneof(fc.integer({ min: -2, max: 2 }), fc.integer({ min: -60, max: 60 }));
    const numeric = fc.constantFrom('auto', 'always');
    fc.assert(
      fc.property(near, numeric, fc.constantFrom('long', 'short', 'narrow'), (away, how, style) => {
        const text = new Intl.RelativeTimeFormat(locale, { numeric: how, style }).format(away, 'day');
        for (const context of contexts) {
          const found = readDay(text, context, TODAY);
          expectDay(text, isoOf(Date.parse(TODAY) + away * DAY), found);
          expect(found?.state, text).not.toBe('read');
        }
        expect(readDay(text, contexts[0] ?? UNORDERED, TODAY), text).not.toBeNull();
      }),
      { numRuns: 25 },
    );
  });
});

function readDay(
  text: string,
  context: Pick<DayContext, 'lang' | 'dayOrder'>,
  today: string,
): DayRead | null {
  return dayOf(text, { ...context, today, yearless: 'nearest' });
}

/**
 * What a state claims: `read` the value itself, `approximate` its first two digits, `ambiguous` one of those listed.
 * @param share by how much of itself `Intl` may have rounded the value.
 */
function expectAmount(
  text: string,
  value: number,
  currency: string | null,
  found: AmountRead | null,
  share = 0,
): void {
  if (!found) return;
  const told = `${text} was read as ${JSON.stringify(found)}`;
  const claim = found.state === 'read' ? 0 : Math.abs(value) * share;
  expect(
    found.values.some((one) => Math.abs(Number(one) - value) <= claim),
    told,
  ).toBe(true);
  expect(found.values.length === 1 || found.state === 'ambiguous', told).toBe(true);
  if (share === 0) expect(found.state, told).not.toBe('approximate');
  if (found.currency !== undefined) expect(found.currency, told).toBe(currency);
  if (found.currencies !== undefined) expect(found.currencies, told).toContain(currency);
  if (found.reason === 'currency-not-on-page') expect(currency, told).toBeNull();
}

function expectDay(text: string, day: string, found: DayRead | null): void {
  if (!found) return;
  const told = `${text} (${day}) was read as ${JSON.stringify(found)}`;
  expect(found.days, told).toContain(day);
  expect(found.days.length === 1 || found.state === 'ambiguous', told).toBe(true);
}

function isoOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

/** A year of two digits is that of the century around today. */
function nearTo(day: string, text: string): string {
  return /\p{Nd}{4}/u.test(text) ? TODAY : `${day.slice(0, 4)}-07-01`;
}
