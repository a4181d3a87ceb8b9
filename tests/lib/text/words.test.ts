import '../../components/setup';
import { describe, expect, test } from 'vitest';
import { pageWords } from '@/lib/text/page';
import { fieldHow, fieldValue, readingLine } from '@/lib/text/reading';
import { amount, byName, count, day, list, t } from '@/lib/text/words';
import { READ, TODAY } from '../../components/fakes';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('an amount', () => {
  test.each([
    ['1250000', 'EUR', '€1,250,000'],
    ['412000', 'PLN', 'PLN 412,000'],
    ['1250000.5', 'EUR', '€1,250,000.50'],
    ['99', 'JPY', '¥99'],
    ['-300', 'USD', '-$300'],
    ['1250000', undefined, '1,250,000'],
    ['9007199254740993', 'EUR', '€9,007,199,254,740,993'],
    ['0.125', undefined, '0.125'],
    ['5', 'not a currency', 'not a currency 5'],
    ['about seven', 'EUR', 'EUR about seven'],
  ])('of %s %s is shown as %s', (value, currency, shown) => {
    expect(plain(amount(value, currency))).toBe(shown);
  });
});

describe('a day', () => {
  test.each([
    ['2026-11-24', 'today'],
    ['2026-11-26', 'Thu 26 Nov'],
    ['2026-11-17T23:30:00-08:00', 'Tue 17 Nov'],
    ['2027-01-02', '2 Jan 2027'],
    ['2025-11-24', '24 Nov 2025'],
    ['soon', 'soon'],
  ])('%s is %s', (iso, shown) => {
    expect(day(iso, TODAY)).toBe(shown);
  });
});

test('a count takes the form that the language has for it', () => {
  expect([0, 1, 2, 1200].map((n) => count('people.notes', n))).toEqual([
    '0 notes',
    '1 note',
    '2 notes',
    '1,200 notes',
  ]);
});

test('a value that looks like a name to be filled in is left as it is', () => {
  expect(t('team.question', { rep: '{rep} $1 <b>' })).toBe('Is {rep} $1 <b> on your team?');
});

test('names are in the order of the language', () => {
  expect(['Zoë', 'Ömer', 'ana', 'Bruno'].toSorted(byName)).toEqual(['ana', 'Bruno', 'Ömer', 'Zoë']);
  expect(list(['one', 'two'])).toBe('one, two');
});

describe('a reading in words', () => {
  test('says what was read, what to look at and what is missing', () => {
    expect(readingLine(READ)).toBe('2 of 5 fields read; 1 to look at, next step, last activity missing');
    expect(readingLine({ ...READ, fields: READ.fields.slice(1), missing: [] })).toBe('2 of 2 fields read');
    const missing = ['owner', 'stage', 'nextStep', 'lastActivity'] as const;
    expect(readingLine({ ...READ, fields: READ.fields.slice(1), missing: [...missing] })).toBe(
      '2 of 6 fields read; 4 missing',
    );
  });

  test('says of each value that is not simply read why it is not', () => {
    const [created, name, amountField] = READ.fields;
    if (!created || !name || !amountField) throw new Error('the example has three fields');
    expect(fieldValue(created, TODAY)).toBe('Fri 3 Apr or Wed 4 Mar');
    expect(fieldHow(created)).toBe('day and month could be the other way round');
    expect(fieldHow({ ...created, raw: '03/04/2026' })).toBe('the page says 03/04/2026');
    expect(fieldHow(name)).toBeNull();
    expect(fieldValue(amountField, TODAY)).toBe('about €1,250,000');
    expect(fieldHow(amountField)).toBe('the page rounds it');
    expect(fieldHow({ ...name, state: 'unsure' })).toBe('it may belong to the record before');
  });
});

test('the words of the small tab are all found', () => {
  expect(pageWords().open).toBe('Open Sideline');
});
