import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { interpret } from '@/lib/crm/interpret/read';
import { espocrm } from '@/lib/crm/recipes/espocrm';
import type { FieldName, ReadField } from '@/lib/domain/reading';
import { evidenceOf } from './evidence-of';
import { calendarOf, LOCALES } from './locales';

/** The fields that are read where this is on the page; `seen` is one more amount, `created` one more day. */
function read(
  lang: string,
  page: { amount?: string; seen?: string; close?: string; created?: string },
  numberFormat: string | null = null,
): Partial<Record<FieldName, ReadField>> {
  const amounts = [page.amount, page.seen].flatMap((raw, locator) =>
    raw === undefined ? [] : { raw, locator },
  );
  const fields = {
    ...(amounts.length === 0 ? {} : { amount: amounts }),
    ...(page.close === undefined ? {} : { closeDate: page.close }),
    ...(page.created === undefined ? {} : { createdDate: page.created }),
  };
  const reading = interpret(evidenceOf(fields, { lang }), espocrm, { today: '2026-11-24', numberFormat });
  return reading?.fields ?? {};
}

describe('what has no evidence', () => {
  it.each([
    ['1.234 €', ['1234', '1.234']],
    ['1,234 €', ['1234', '1.234']],
  ])('%s lists both values', (amount, alternatives) => {
    for (const lang of ['', 'xx-nonsense'])
      expect(read(lang, { amount }).amount).toMatchObject({ state: 'ambiguous', alternatives });
  });

  it.each(['', 'en'])('03/04/2026 on a page in "%s" lists both days', (lang) => {
    expect(read(lang, { close: '03/04/2026' }).closeDate).toMatchObject({
      state: 'ambiguous',
      alternatives: ['2026-04-03', '2026-03-04'],
    });
  });

  it.each([
    ['$5,000.00', 'en', ['USD', 'CAD', 'AUD']],
    ['$5,000.00', 'de', ['USD', 'CAD', 'AUD']],
    ['5 000,00 kr', '', ['SEK', 'NOK', 'DKK', 'ISK']],
    ['¥5,000', 'en-US', ['JPY', 'CNY']],
    ['$7.00K', 'en', ['USD', 'CAD', 'AUD']],
  ])('%s on a page in "%s" lists the currencies of its sign', (amount, lang, currencies) => {
    const found = read(lang, { amount }).amount;
    expect(found?.currency).toBeUndefined();
    expect(found?.currencies?.slice(0, currencies.length)).toEqual(currencies);
    expect(found?.state).toBe(amount.includes('K') ? 'approximate' : 'ambiguous');
  });
});

describe('what the page settles', () => {
  it.each([
    ['1.234 €', '35.000,50 €', '1234'],
    ['1,234 €', '35,000.50 €', '1234'],
    ['KWD 1.234', '0.50', '1.234'],
  ])('%s beside %s is %s', (amount, seen, value) => {
    expect(read('', { amount, seen }).amount).toMatchObject({ state: 'read', value });
  });

  it.each([
    ['03/04/2026', '25/10/2025', '2026-04-03'],
    ['03/04/2026', '10/25/2025', '2026-03-04'],
  ])('%s beside %s is %s', (close, created, value) => {
    for (const lang of ['', 'en'])
      expect(read(lang, { close, created }).closeDate).toMatchObject({ state: 'read', value });
  });

  it.each([
    ['5 000,00 kr', 'sv-SE', undefined, 'SEK'],
    ['5 000,00 kr', 'nb', undefined, 'NOK'],
    ['5.000,00 kr.', 'da-DK', undefined, 'DKK'],
    ['$5,000.00', 'en-CA', undefined, 'CAD'],
    ['¥5,000', 'zh-CN', undefined, 'CNY'],
    ['5 000,00 kr', '', 'NOK 12,00', 'NOK'],
    ['$5,000.00', 'en', 'AUD 12.00', 'AUD'],
    ['$5,000.00', 'en-US', 'USD 12.00', 'USD'],
  ])('%s on a page in "%s" that shows %s is in %s', (amount, lang, seen, currency) => {
    expect(read(lang, { amount, ...(seen === undefined ? {} : { seen }) }).amount).toMatchObject({
      state: 'read',
      currency,
    });
  });

  it('leaves a sign open where the country and a code on the page differ, or two codes do', () => {
    const open = { state: 'ambiguous', reason: 'currency-sign-shared' };
    expect(read('en-US', { amount: '$5,000.00', seen: 'CAD 12.00' }).amount).toMatchObject(open);
    expect(read('', { amount: '$5,000.00', seen: 'CAD 12.00 (USD 9.00)' }).amount).toMatchObject(open);
  });
});

describe('a language that the page does not write in', () => {
  it('is believed in nothing', () => {
    const german = { amount: '1.234 €', seen: '35.000,50 €', close: '03/04/2026' };
    expect(read('en-US', german)).toMatchObject({
      amount: { state: 'ambiguous', alternatives: ['1234', '1.234'] },
      closeDate: { state: 'ambiguous', alternatives: ['2026-04-03', '2026-03-04'] },
    });
    expect(read('en-US', { amount: '$5', created: '25/10/2025' }).amount?.currency).toBeUndefined();
    expect(read('tr-TR', { amount: '₺1.2 B' }).amount).toMatchObject({ state: 'ambiguous' });
  });

  it.each([
    ['en-US', '3. Dezember 2025'],
    ['de-DE', 'Dec 3, 2025'],
    ['ja-JP', '26.12.2025'],
    ['en-US', '26.12.2025'],
  ])('in %s is known by %s', (lang, created) => {
    expect(read(lang, { close: '03/04/2026', created }).closeDate?.state).toBe('ambiguous');
  });

  it.each([
    ['en-US', 'Dec 3, 2025', '2026-03-04'],
    ['de-DE', '3. Dezember 2025', '2026-04-03'],
    ['en-GB', '2025-12-26', '2026-04-03'],
    ['en-US', 'Today', '2026-03-04'],
  ])('is not %s for %s', (lang, created, value) => {
    expect(read(lang, { close: '03/04/2026', created }).closeDate).toMatchObject({ state: 'read', value });
  });

  it('leaves to the user what the page does not show, unless the user wrote otherwise than the page', () => {
    const german = { seen: '35.000,50 €', close: '03/04/2026' };
    expect(read('en-US', german, 'de-DE').closeDate).toMatchObject({ state: 'read', value: '2026-04-03' });
    expect(read('', german, 'en-US').closeDate?.state).toBe('ambiguous');
    expect(read('', { close: '03/04/2026' }, 'en-US').closeDate).toMatchObject({ value: '2026-03-04' });
  });

  const written = LOCALES.filter((locale) => calendarOf(locale) === 'gregory');
  const cases = fc.record({
    locale: fc.constantFrom(...written),
    declared: fc.constantFrom(...LOCALES),
    value: fc.integer({ min: 0, max: 3_000_000 }),
    other: fc.integer({ min: 1, max: 99_999 }),
    currency: fc.constantFrom('EUR', 'USD', 'SEK', 'KWD', 'JPY'),
    currencyDisplay: fc.constantFrom('code', 'symbol', 'narrowSymbol'),
    close: fc.integer({ min: 0, max: 364 }),
    created: fc.integer({ min: 0, max: 364 }),
    month: fc.constantFrom('2-digit', 'short', 'long'),
  });

  it('never gives another value that is read, where the page shows that it is not written so', () => {
    let belied = 0;
    fc.assert(
      fc.property(cases, ({ locale, declared, currency, currencyDisplay, month, ...page }) => {
        const style = { style: 'currency', currency, currencyDisplay } as const;
        const money = new Intl.NumberFormat(locale, style);
        const value = page.value / 10 ** (money.resolvedOptions().maximumFractionDigits ?? 0);
        const date = { year: 'numeric', month, day: '2-digit', timeZone: 'UTC' } as const;
        const at = (day: number): number => Date.UTC(2026, 0, 1 + day);
        const proof = new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR' });
        const numeric = new Intl.DateTimeFormat(locale, { ...date, month: '2-digit' });
        const texts = {
          amount: money.format(value),
          seen: proof.format(page.other / 100),
          close: new Intl.DateTimeFormat(locale, date).format(at(page.close)),
          created: numeric.format(at(page.created)),
        };
        if (!showsAnother(locale, declared, at(page.created), page.other)) return;
        belied += 1;
        const fields = read(declared, texts);
        const told = `${declared}: ${JSON.stringify(texts)} was read as ${JSON.stringify(fields)}`;
        const { amount, closeDate } = fields;
        if (amount?.state === 'read') expect(Number(amount.value), told).toBe(value);
        if (amount?.currency !== undefined) expect(amount.currency, told).toBe(currency);
        const day = new Date(at(page.close)).toISOString().slice(0, 10);
        if (closeDate?.state === 'read') expect(closeDate.value, told).toBe(day);
        if (closeDate?.state === 'ambiguous') expect(closeDate.alternatives, told).toContain(day);
      }),
      { numRuns: 1_500 },
    );
    expect(belied).toBeGreaterThan(500);
  });
});

/** Whether a number with cents or a day after the 12th is written so that the declared language cannot have written it. */
function showsAnother(locale: string, declared: string, created: number, cents: number): boolean {
  const marks = [locale, declared].map((one) => markOf(one));
  const orders = [locale, declared].map((one) => orderOf(one));
  const late = new Date(created).getUTCDate() > 12;
  return (
    (cents % 100 > 0 && marks[0] !== marks[1] && !marks.includes('')) ||
    (late && orders[0] !== orders[1] && !orders.includes(''))
  );
}

/** The decimal mark of numbers and money in Latin digits; empty where they differ or it is neither point nor comma. */
function markOf(locale: string): string {
  const formats = [{}, { style: 'currency', currency: 'EUR' } as const];
  const marks = formats.map(
    (style) =>
      new Intl.NumberFormat(locale, style).formatToParts(1.5).find((part) => part.type === 'decimal')?.value,
  );
  return marks[0] === marks[1] && /^[.,]$/.test(marks[0] ?? '') ? (marks[0] ?? '') : '';
}

function orderOf(locale: string): string {
  const style = { year: 'numeric', month: '2-digit', day: '2-digit', calendar: 'gregory' } as const;
  const parts = new Intl.DateTimeFormat(locale, style).formatToParts(0);
  // ISO days are written in any language
  if (parts[0]?.type === 'year' && parts[1]?.value === '-') return '';
  return parts.map((part) => (part.type === 'literal' ? '' : part.type)).join('');
}
