import { describe, expect, it } from 'vitest';
import { dayOf, dayOrderIn, dayOrderOf, machineDay, type DayContext } from '@/lib/crm/interpret/dates';

const TODAY = '2026-11-24';

function read(text: string, lang: string | null = null, more: Partial<DayContext> = {}) {
  return dayOf(text, { lang, today: TODAY, dayOrder: null, yearless: 'nearest', ...more });
}

describe('a day', () => {
  it.each([
    ['2026-12-26', null, '2026-12-26'],
    ['2026-12-26T23:59:00Z', null, '2026-12-26'],
    ['26.12.2026', null, '2026-12-26'],
    ['3. 4. 2026', 'cs', '2026-04-03'],
    ['03.04.2026', null, '2026-04-03'],
    ['26/12/2026', null, '2026-12-26'],
    ['12/26/2026', null, '2026-12-26'],
    ['2026/12/03', 'ja', '2026-12-03'],
    ['2026年12月3日(木)', 'ja', '2026-12-03'],
    ['令和8年12月3日', 'ja', '2026-12-03'],
    ['令和元年12月3日', 'ja', '2019-12-03'],
    ['R8/12/3', 'ja', '2026-12-03'],
    ['H30.4.5', null, '2018-04-05'],
    ['24 Oktober 2052 pukul 16.38', 'id', '2052-10-24'],
    ['2026년 12월 3일', 'ko', '2026-12-03'],
    ['Aug 20, 2026', 'en', '2026-08-20'],
    ['20th August 2026', 'en', '2026-08-20'],
    ['3. Dezember 2026', 'de', '2026-12-03'],
    ['3. prosince 2026', 'cs', '2026-12-03'],
    ['3 déc. 2026', 'fr', '2026-12-03'],
    ['mar. 5 mai 2026', 'fr', '2026-05-05'],
    ['3 grudnia 2026', 'pl', '2026-12-03'],
    ['den 3 december 2026', 'sv', '2026-12-03'],
    ['3 Dezember 2026', null, '2026-12-03'],
    ['3 Dez. 2026, 14:30 Uhr', 'en', '2026-12-03'],
    ['Nov 13, 2026, 3:05 PM', 'en', '2026-11-13'],
    ['3 ธันวาคม 2569', 'th', '2026-12-03'],
    ['۱۲ آذر ۱۴۰۵', 'fa', '2026-12-03'],
    ['03/03/2026', null, '2026-03-03'],
  ])('%s on a page in %s is %s', (text, lang, day) => {
    expect(read(text, lang)).toEqual({ days: [day], state: 'read' });
  });

  it.each([
    ['26 Dec', 'en', '2026-12-26'],
    ['26 Dez', null, '2026-12-26'],
    ['Dec 26', null, '2026-12-26'],
    ['05 Mär 14:30', null, '2027-03-05'],
    ['17 Nov 09:00', null, '2026-11-17'],
    ['12月 08', 'ja', '2026-12-08'],
    ['08 12月', 'ja', '2026-12-08'],
    ['03 Jan', 'en', '2027-01-03'],
    ['26.12.', 'de', '2026-12-26'],
    ['3. dec., 09.30', 'da', '2026-12-03'],
    ['۳ بهمن', 'fa', '2027-01-23'],
  ])('%s has no year: the nearest is %s', (text, lang, day) => {
    expect(read(text, lang)).toEqual({ days: [day], state: 'inferred', reason: 'year-not-on-page' });
  });

  it('without a year is in this one where the CRM leaves out only that', () => {
    expect(read('03 Jan', 'en', { yearless: 'this-year' })?.days).toEqual(['2026-01-03']);
    expect(read('13 Feb', null, { yearless: 'this-year' })?.days).toEqual(['2026-02-13']);
  });

  it.each([
    ['Today 09:13', null, TODAY],
    ['Today at 9:13 AM EST', 'en', TODAY],
    ['Heute um 09:13 MEZ', 'de', TODAY],
    ['Dnes v 9:00 SEČ', 'cs', TODAY],
    ['Tomorrow:', 'en', '2026-11-25'],
    ['Yesterday at 3:05 PM', 'en', '2026-11-23'],
    ['Heute 09:13', 'de', TODAY],
    ['Morgen um 9:00', 'de', '2026-11-25'],
    ['vorgestern', 'de', '2026-11-22'],
    ['zítra', 'cs', '2026-11-25'],
    ['Včera 09:13', null, '2026-11-23'],
    ['今日 09:13', 'ja', TODAY],
    ['hier à 9h30', 'fr', '2026-11-23'],
    ['wczoraj', 'pl', '2026-11-23'],
    ['i morgon kl. 9.00', 'sv', '2026-11-25'],
    ['3 days ago', 'en', '2026-11-21'],
    ['in 5 Tagen', 'de', '2026-11-29'],
    ['3d ago', 'en', '2026-11-21'],
    ['20d ago', null, '2026-11-04'],
    ['28 h lalu', 'id', '2026-10-27'],
    ['idag', 'sv', TODAY],
    ['hier à 9:05', 'en', '2026-11-23'],
    ['last Thursday at 10:20 AM', 'en', '2026-11-19'],
    ['Last Tuesday at 2:30 AM', null, '2026-11-17'],
    ['dimanche dernier à 16:30', 'fr', '2026-11-22'],
    ['jeudi dernier à 10:20', 'en', '2026-11-19'],
    ['letzten Freitag um 14:00', 'de', '2026-11-20'],
    ['el miércoles pasado', 'es', '2026-11-18'],
    ['domenica scorsa alle 9:00', 'it', '2026-11-22'],
    ['afgelopen zaterdag om 9:00', 'nl', '2026-11-21'],
  ])('%s on a page in %s is told from today', (text, lang, day) => {
    expect(read(text, lang)).toEqual({ days: [day], state: 'inferred', reason: 'relative-day' });
  });

  it.each([
    ['03/04/2026', null, ['2026-04-03', '2026-03-04']],
    ['3-4-2026', null, ['2026-04-03', '2026-03-04']],
    ['5 listopad 2026', null, ['2026-11-05', '2026-10-05']],
    ['03/04', null, ['2027-04-03', '2027-03-04']],
  ])('%s on a page in %s is ambiguous', (text, lang, days) => {
    expect(read(text, lang)).toEqual({ days, state: 'ambiguous', reason: 'day-or-month' });
  });

  it.each([
    ['कल', 'hi', ['2026-11-23', '2026-11-25']],
    ['कल', null, ['2026-11-23', '2026-11-25']],
  ])('%s on a page in %s has two meanings', (text, lang, days) => {
    expect(read(text, lang)).toEqual({ days, state: 'ambiguous', reason: 'relative-day' });
  });

  it('without a year is read in the order that the language has then', () => {
    const ymd = { dayOrder: 'ymd' } as const;
    expect(read('8/2', 'sv', ymd)?.days).toEqual(['2027-02-08']);
    expect(read('8/2', 'ja', ymd)?.days).toEqual(['2026-08-02']);
    expect(read('5. 7.', 'hu', ymd)?.days).toEqual(['2027-05-07']);
    expect(read('5. 7.', null)?.days).toEqual(['2026-07-05', '2027-05-07']);
    expect(read('5. 7.', 'cs', { dayOrder: 'dmy' })?.days).toEqual(['2026-07-05']);
    // Somali writes the day first with a year and the month first without one
    expect(read('12/6', 'so', { dayOrder: 'dmy' })?.days).toEqual(['2026-06-12', '2026-12-06']);
    // the month of the Persian calendar, or of ours
    expect(read('6/10', 'fa', ymd)?.days).toContain('2026-09-01');
  });

  it('with a year of two digits is the nearest to today in the calendars of the page', () => {
    expect(read('12/5/69', 'th', { dayOrder: 'dmy' })?.days).toEqual(['2026-05-12']);
    expect(read('12/5/26', 'th', { dayOrder: 'dmy' })?.days).toEqual(['2026-05-12']);
    expect(read('12/5/69', 'en-GB', { dayOrder: 'dmy' })?.days).toEqual(['2069-05-12']);
  });

  it('is read in the order of the page', () => {
    expect(read('03/04/2026', 'en-US', { dayOrder: 'mdy' })).toEqual({ days: ['2026-03-04'], state: 'read' });
    expect(read('03/04/2026', 'en-GB', { dayOrder: 'dmy' })).toEqual({ days: ['2026-04-03'], state: 'read' });
  });

  it('with a year of two digits is inferred', () => {
    expect(read('12/3/26', 'en-US', { dayOrder: 'mdy' })).toEqual({
      days: ['2026-12-03'],
      state: 'inferred',
      reason: 'year-not-on-page',
    });
  });

  it.each([
    '',
    '2026-02-31',
    '31/31/2026',
    'December 2026',
    '12/2026',
    '1.5',
    '3-5',
    'someday',
    'Past',
    '5 listopad 26 srpen',
    '99/99/2026 25:99',
    'Order 1405/1/1',
    'Q4/11/26',
    'tra 5 giorni',
    '3 days',
  ])('"%s" is no day', (text) => {
    expect(read(text, 'en')).toBeNull();
  });

  it('has no month where the word for month is all there is of its name', () => {
    expect(read('སྤྱི་ཟླ་༡༢ ཚེ་༢༩', 'dz')).toBeNull();
  });

  it('is not sought in a text without end', () => {
    expect(read(`${'1/'.repeat(500_000)}1`)).toBeNull();
  });
});

describe('what dates show of the page', () => {
  it.each([
    ['en-US', 'mdy'],
    ['en-GB', 'dmy'],
    ['hu', 'ymd'],
    // its short form puts the day first, its usual one the month
    ['mt', null],
  ])('%s writes them as %s', (lang, order) => {
    expect(dayOrderOf(lang)).toBe(order);
  });

  it.each([
    ['26/12/2026', 'dmy'],
    ['12/26/2026 09:00', 'mdy'],
    ['03/04/2026', null],
    ['26.12.2026', null],
    ['26/13/2026', null],
    ['2026/03/04', 'ymd'],
    ['2026. 3. 4.', 'ymd'],
    ['2026-03-04', null],
  ])('%s shows the order %s', (text, order) => {
    expect(dayOrderIn(text)).toBe(order);
  });

  it.each([
    ['2026-12-26', 60, '2026-12-26'],
    ['2026-12-26T23:30:00Z', 60, '2026-12-27'],
    ['2026-12-26T00:30:00Z', -300, '2026-12-25'],
    ['2026-12-26T23:30', 60, '2026-12-26'],
    ['1764000000', 0, null],
    ['2026-02-31', 0, null],
  ])('the machine form %s at %d minutes is %s', (machine, offset, day) => {
    expect(machineDay(machine, offset)).toBe(day);
  });
});
