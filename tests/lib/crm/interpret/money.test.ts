import { describe, expect, it } from 'vitest';
import { amountOf, decimalMarkIn, percentOf } from '@/lib/crm/interpret/money';
import type { DecimalMark } from '@/lib/crm/interpret/numbers';

function read(text: string, lang: string | null = null, decimal: DecimalMark | null = null, more = {}) {
  return amountOf(text, { lang, decimal, codes: [], ...more });
}

describe('an amount', () => {
  it.each([
    ['€1,250,000.00', null, '1250000', 'EUR'],
    ['1.250.000,00 €', null, '1250000', 'EUR'],
    ['€ 1.250,50', 'de-AT', '1250.5', 'EUR'],
    ['1 250 000,00 Kč', 'cs', '1250000', 'CZK'],
    ['1\u202f234,50\u00a0€', 'fr', '1234.5', 'EUR'],
    ['CHF 1’234.50', 'de-CH', '1234.5', 'CHF'],
    ['₹12,34,567.00', 'en-IN', '1234567', 'INR'],
    ['￥4,500,000', 'ja', '4500000', 'JPY'],
    ['4500000円', 'ja', '4500000', 'JPY'],
    ['$125,000.00', 'en-US', '125000', 'USD'],
    ['A$99.50', 'en-US', '99.5', 'AUD'],
    ['E£99.50', 'en-US', '99.5', 'EGP'],
    ['\u200f12.50 د.إ.\u200f', 'ar-AE', '12.5', 'AED'],
    ['12.50 ឌៀរហាំ\u200bអារ៉ាប់រួម', 'km', '12.5', 'AED'],
    ['12 345,00 zł', 'pl', '12345', 'PLN'],
    ['−1 234,50 kr', 'sv', '-1234.5', 'SEK'],
    ['(1,234.50) USD', 'en', '-1234.5', 'USD'],
    ["$-1'234.50", 'en-US', '-1234.5', 'USD'],
    ['EUR 60,000.00 (USD 66,000.00)', 'en', '60000', 'EUR'],
    ['1.234,50 US-Dollar', 'de', '1234.5', 'USD'],
    ['12,345.50 euros', 'en', '12345.5', 'EUR'],
    ['١٢٬٣٤٥٫٥٠ €', 'ar-EG', '12345.5', 'EUR'],
    ['1.200,– €', null, '1200', 'EUR'],
    ['EUR0.00', null, '0', 'EUR'],
  ])('%s on a page in %s is %s %s', (text, lang, value, currency) => {
    const mark = lang === null ? null : /^(en|ja|ar|km)/.test(lang) ? '.' : ',';
    expect(read(text, lang, mark)).toEqual({ values: [value], currency, state: 'read' });
  });

  it.each([
    ['$7.00K', 'en', ['7000'], undefined],
    ['€478k', 'en', ['478000'], 'EUR'],
    ['1,2 Mio. €', 'de', ['1200000'], 'EUR'],
    ['1,2 mil. Kč', 'cs', ['1200000'], 'CZK'],
    ['123万円', 'ja', ['1230000'], 'JPY'],
    ['$1.2M', 'en-US', ['1200000'], 'USD'],
    ['₺1,2 B', 'tr', ['1200'], 'TRY'],
    ['$1.2B', 'en-US', ['1200000000'], 'USD'],
    ['£1.2bn', 'en', ['1200000000'], 'GBP'],
    ['£3mn', 'en-US', ['3000000'], 'GBP'],
    ['1,2 Mrd. €', 'de', ['1200000000'], 'EUR'],
    ['500 Tsd. €', 'de', ['500000'], 'EUR'],
    ['4 tis. Kč', 'cs', ['4000'], 'CZK'],
    ['1,5 milionu Kč', 'cs', ['1500000'], 'CZK'],
    ['12,5 mln zł', 'pl', ['12500000'], 'PLN'],
    ['3億円', 'ja', ['300000000'], 'JPY'],
    ['₹5 lakh', 'en-IN', ['500000'], 'INR'],
    ['₹1.2 crore', 'en-US', ['12000000'], 'INR'],
    ['₹1.2Cr', 'en', ['12000000'], 'INR'],
    ['3 MEUR', 'fi', ['3000000'], 'EUR'],
    ['₹5L', 'en', ['500000'], 'INR'],
    ['403 milijoni €', 'sl', ['403000000'], 'EUR'],
    ['581 мј. €', 'mk', ['581000000000'], 'EUR'],
    ['($1.2M)', 'en-US', ['-1200000'], 'USD'],
  ])('%s on a page in %s is rounded', (text, lang, values, currency) => {
    const found = read(text, lang, lang.startsWith('en') || lang === 'ja' ? '.' : ',');
    expect(found).toMatchObject({ values, state: 'approximate', reason: 'rounded-by-page' });
    expect(found?.currency).toBe(currency);
  });

  it.each([
    ['5 T€', 'de', ['5000', '5000000000000']],
    ['1.2 B', null, ['1200000000', '1200', '1200000000000']],
    ['७९६ करोड', 'ne', ['7960000000', '796000000']],
  ])('%s on a page in %s has a word of more than one meaning', (text, lang, values) => {
    const found = read(text, lang, '.');
    expect(found).toMatchObject({ state: 'ambiguous', reason: 'rounded-by-page' });
    expect(new Set(found?.values)).toEqual(new Set(values));
  });

  it.each(['BR$ 112.00', '112.00 BR$', '5 Tkr', '5 TEUR'])('%s holds no thousands inside a word', (text) => {
    expect(read(text)?.state ?? 'none').not.toMatch(/approximate|ambiguous/);
  });

  it.each([
    '−1.234,50 €',
    '-1.234,50 €',
    '‐1.234,50 €',
    '‑1.234,50 €',
    '–1.234,50 €',
    '－1.234,50 €',
    '﹣1.234,50 €',
    '1.234,50 €-',
    '1.234,50- €',
    '1.234,50 −€',
    '€ -1.234,50',
    '-€1.234,50',
    '(1.234,50 €)',
    '€(1.234,50)',
    '（1.234,50 €）',
    '\u200e−1.234,50\u00a0€',
  ])('%s is less than nothing', (text) => {
    expect(read(text, 'de', ',')).toEqual({ values: ['-1234.5'], currency: 'EUR', state: 'read' });
  });

  it.each(['-(1.234,50 €)', '--1.234,50 €', '- 1.234,50 -'])('%s is no amount', (text) => {
    expect(read(text, 'de', ',')).toBeNull();
  });

  it('behind the digits, takes the sign of Zambia as a thousand where it is both', () => {
    expect(read('K552K', 'en-ZM', '.')).toMatchObject({
      values: ['552000'],
      currency: 'ZMW',
      state: 'approximate',
    });
    expect(read('K 552', 'en-ZM', '.')).toMatchObject({ values: ['552'], currency: 'ZMW', state: 'read' });
  });

  it.each([
    ['1.234 €', null, null],
    ['€1,234', null, null],
    ['1.234 €', 'en', '.' as const],
  ])('%s on a page in %s may part thousands or decimals', (text, lang, decimal) => {
    expect(read(text, lang, decimal)).toEqual({
      values: ['1234', '1.234'],
      currency: 'EUR',
      state: 'ambiguous',
      reason: 'decimal-or-group',
    });
  });

  it('with three digits after the point is read where the currency has them', () => {
    expect(read('KWD 1.234', 'en', '.')).toEqual({ values: ['1.234'], currency: 'KWD', state: 'read' });
  });

  it('is read by the mark of the page', () => {
    expect(read('1.234 €', 'de', ',')).toMatchObject({ values: ['1234'], state: 'read' });
    expect(read('1,234 €', 'en', '.')).toMatchObject({ values: ['1234'], state: 'read' });
  });

  it.each([
    ['$125,000.00', null],
    ['$125,000.00', 'en'],
    ['$125,000.00', 'en-GB'],
    ['C$125,000.00', 'en-GB'],
    ['¥4,500,000.00', null],
    ['1 234,50 kr', 'de'],
    ['1 234,50 kr', null],
  ])('%s on a page in %s keeps its value, and its shared sign names no currency', (text, lang) => {
    const found = read(text, lang);
    expect(found).toMatchObject({ state: 'ambiguous', reason: 'currency-sign-shared' });
    expect(found?.values).toHaveLength(1);
    expect(found?.currency).toBeUndefined();
    expect(found?.currencies?.length).toBeGreaterThan(1);
  });

  it('takes the currency of a shared sign from a code beside it, its label or the page', () => {
    expect(read('$5,000.00 CAD')?.currency).toBe('CAD');
    expect(read('$5,000.00', null, null, { label: 'Amount (MXN)' })?.currency).toBe('MXN');
    expect(read('$5,000.00', 'en-US', '.', { label: 'Amount (MXN)' })?.currency).toBe('MXN');
    expect(read('$5,000.00', null, null, { codes: ['AUD', 'EUR'] })?.currency).toBe('AUD');
    expect(read('$5,000.00', null, null, { codes: ['AUD', 'USD'] })?.currency).toBeUndefined();
    expect(read('12,345.67', 'en', '.', { label: 'Opportunity Amount: (EUR €):' })?.currency).toBe('EUR');
  });

  it('without any currency says so', () => {
    expect(read('35,000.00', 'en', '.')).toEqual({
      values: ['35000'],
      state: 'read',
      reason: 'currency-not-on-page',
    });
  });

  it('takes the machine form where the words allow it, and no other number that stands there', () => {
    expect(read('€7.0K', 'en', '.', { machine: '6950' })).toMatchObject({ values: ['6950'], state: 'read' });
    expect(read('1.234 €', null, null, { machine: '1234' })).toMatchObject({
      values: ['1234'],
      state: 'read',
    });
    expect(read('€70.00', 'en', '.', { machine: '7000' })).toMatchObject({ values: ['70'] });
    expect(read('$70.00', 'en', '.', { machine: '70' })).toMatchObject({
      values: ['70'],
      state: 'ambiguous',
    });
  });

  it.each([
    '12 units',
    '3 of 50',
    '$1,000 - $2,000',
    '12.34.5 €',
    '1,23,4 €',
    'call 0800 €',
    '',
    '€',
    '1 2 3 4 €',
    'Q4 2026',
  ])('"%s" is no amount', (text) => {
    expect(read(text, 'en', '.')).toBeNull();
  });

  it('is not sought in a text without end', () => {
    expect(read('9'.repeat(1_000_000))).toBeNull();
    expect(read(`${'1,'.repeat(500_000)}1 €`)).toBeNull();
  });
});

describe('what an amount shows of the page', () => {
  it.each([
    ['35.000,00', ','],
    ['1,234.50', '.'],
    ['1.234.567', ','],
    ['12.5', '.'],
    ['1.234', null],
    ['500', null],
    ['words', null],
  ])('%s shows the decimal mark %s', (text, mark) => {
    expect(decimalMarkIn(text)).toBe(mark);
  });

  it('reads a percentage', () => {
    expect(percentOf('25 %', null)?.values).toEqual(['25']);
    expect(percentOf('12,5 %', ',')?.values).toEqual(['12.5']);
    expect(percentOf('25 % of 4', null)).toBeNull();
  });
});
