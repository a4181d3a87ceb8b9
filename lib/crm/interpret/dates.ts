import type { FieldReason } from '@/lib/domain/reading';
import {
  calendarOf,
  dayAfter,
  dayIn,
  fullYears,
  hasOurMonths,
  isoDay,
  nearest,
  nearestYearless,
} from './calendars';
import { daysFromWord, daysToLastWeekday, monthIn, type NamedMonth } from './months';
import { remembered } from './locale';
import { latinDigits } from './numbers';
import { inert } from './text';

/** What a date's words say. The time of day is cut before anything else looks at them. */
export interface DayRead {
  /** ISO days, all that the words allow, the likeliest first. */
  days: string[];
  state: 'read' | 'inferred' | 'ambiguous';
  reason?: FieldReason;
}

const ORDERS = ['ymd', 'dmy', 'mdy'] as const;
export type DayOrder = (typeof ORDERS)[number];

/** What the page tells beside the words themselves. */
export interface DayContext {
  lang: string | null;
  /** ISO day by the page's clock. */
  today: string;
  dayOrder: DayOrder | null;
  /** Which year a day without one is in: the nearest, or this one where the CRM drops only the current year. */
  yearless: 'nearest' | 'this-year';
}

/** The longest text in which a day is sought, without the time and with it. */
const DAY_LIMIT = 60;
const TIMED_LIMIT = 120;

/** Words that may stand between a day and the time that was cut. */
const FILLER = /^(?:at|um|à|a las|às|alle|ore|om|kl|klo|v|ve|o|w|в|о|στις|saat|的|の)$/i;

const TIMES = [
  /(?:\b(?:klo?\.?|pukul)\s*|,\s+)\d{1,2}[.:]\d{2}$/gi,
  /(?:上午|下午|午前|午後|오전|오후|早上|晚上)?\s*\d{1,2}\s?:\s?\d{2}(?::\d{2})?(?:\s*(?:[ap]\.?\s?m\b\.?|uhr\b|h\b))?/gi,
  /\b\d{1,2}\s*(?:[ap]\.m\.|[ap]m\b)/gi,
  /\b\d{1,2}\s?h(?:\s?\d{2})?\b/gi,
  /\d{1,2}[時시点點]\s*(?:\d{1,2}[分분])?/g,
  /\b(?:GMT|UTC)(?:[+-−]\d{1,2}(?::\d{2})?)?\b/g,
  // the zones that CRMs write behind a time, in English, German, Czech and Canadian French
  /(?<!\p{L})(?:A?[CEMP][SD]T|AK[SD]T|[AHN][SD]T|A[CEW][SD]T|NZ[SD]T|[BIJKS]ST|[CEW]ES?T|MSK|SGT|HKT|MES?Z|SEL?Č|H[AN][CEPR])(?!\p{L})/gu,
];

/**
 * Reads a day: ISO, numbers in the page's order, a month's name in any language, `tomorrow`, with or without a year.
 * Null where there is none, or more than one.
 */
export function dayOf(raw: string, context: DayContext): DayRead | null {
  const words = inert(raw);
  if (words.length > TIMED_LIMIT) return null;
  const timed = latinDigits(words).normalize('NFKC');
  const text = withCommonYear(withoutTime(timed));
  if (text.length > DAY_LIMIT) return null;
  if (!/\p{L}/u.test(text)) return numericDay(text, context);
  return (
    // "28 h" is a time in most languages and 28 days in Indonesian
    relativeDay(timed, context) ??
    relativeDay(text, context) ??
    markedDay(text, context) ??
    namedDay(text, context) ??
    numericDay(text, context)
  );
}

/** A day in a machine's form (`2026-12-26`, `2026-12-26T23:00:00Z`), as the page's clock counts days; null otherwise. */
export function machineDay(machine: string, offset: number): string | null {
  if (machine.length > DAY_LIMIT) return null;
  const [, year, month, day, time, zone] =
    /^(\d{4})-(\d{2})-(\d{2})(?:[T ]([\d:.]+))?\s?(Z|[+-]\d{2}:?\d{2})?$/.exec(machine.trim()) ?? [];
  const date = isoDay(Number(year), Number(month), Number(day));
  if (date === null || time === undefined || zone === undefined) return date;
  const at = Date.parse(machine.trim().replace(' ', 'T'));
  return Number.isNaN(at) ? null : new Date(at + offset * 60_000).toISOString().slice(0, 10);
}

/**
 * The order that a day in numbers shows beyond doubt: `26/12/2026`, `2026/3/4`. Null for all else, and for ISO days, which
 * programs write in any language.
 */
export function dayOrderIn(raw: string): DayOrder | null {
  if (/^\d{4}(\/|\. ?)\d{1,2}\1\d{1,2}\b/.test(latinDigits(inert(raw)))) return 'ymd';
  const [, first, mark, second, year] =
    /^(\d{1,2})([/-])(\d{1,2})\2(\d{4})\b/.exec(latinDigits(inert(raw))) ?? [];
  if (!mark || !year) return null;
  if (Number(first) > 12 && Number(second) <= 12) return 'dmy';
  return Number(second) > 12 && Number(first) <= 12 ? 'mdy' : null;
}

/** Whether points stand between day, month and year: `26.12.2026`, `3. 4. 2026`. They do only where the day goes first. */
export function isDotted(raw: string): boolean {
  return /^\d{1,2}\. ?\d{1,2}\. ?\d{4}\b/.test(latinDigits(raw));
}

/** The order in which a language writes days in numbers; null where its short and its usual form differ. */
export function dayOrderOf(lang: string): DayOrder | null {
  const short = partOrder(lang, { dateStyle: 'short' });
  const usual = partOrder(lang, { year: 'numeric', month: 'numeric', day: 'numeric' });
  return ORDERS.find((one) => one === short && one === usual) ?? null;
}

/** The first letters of year, month and day in the order in which a language writes them. */
function partOrder(lang: string, style: Intl.DateTimeFormatOptions): string {
  const parts = new Intl.DateTimeFormat(lang, { ...style, calendar: 'gregory' }).formatToParts(0);
  const letters = parts.map((part) => part.type.slice(0, 1));
  return letters.filter((letter) => 'ymd'.includes(letter)).join('');
}

function withoutTime(text: string): string {
  // an ISO instant keeps its day
  const day = text.replace(/^(\d{4}-\d{2}-\d{2})T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})?$/, '$1');
  const rest = TIMES.reduce((left, time) => left.replace(time, ' '), day);
  return rest
    .replace(/\s+/g, ' ')
    .replace(/[\s,،:]+$/, '')
    .trim();
}

/** Year before the first of each Japanese era, by its name and its letter. */
const ERAS: Record<string, number> = { 令和: 2018, 平成: 1988, 昭和: 1925, R: 2018, H: 1988, S: 1925 };

/** `令和8年12月3日` and `R8/12/3` with the year that all others count. */
function withCommonYear(text: string): string {
  return text.replace(
    /(?<!\p{L})(令和|平成|昭和|[RHS])\s?(\d{1,2}|元)(?=\s?年|[./-]\d)/u,
    (_, era: string, year: string) => String((ERAS[era] ?? 0) + (year === '元' ? 1 : Number(year))),
  );
}

function relativeDay(text: string, context: DayContext): DayRead | null {
  const words = text.replace(/[\s,:;·،、-]+$/, '').split(' ');
  while (words.length > 1 && FILLER.test(words.at(-1)?.replace(/[.,]/g, '') ?? '')) words.pop();
  const said = words.join(' ').replace(/[,:]+$/, '');
  const weekday = daysToLastWeekday(said, context.today);
  const days = weekday === null ? daysFromWord(said, context.lang) : [weekday];
  if (days.length === 0) return null;
  return {
    days: days.map((one) => dayAfter(context.today, one)),
    state: days.length > 1 ? 'ambiguous' : 'inferred',
    reason: 'relative-day',
  };
}

/** Chinese, Japanese, Korean and Vietnamese mark each number with what it is: `2026年12月26日`, `26 thg 12, 2026`. */
function markedDay(text: string, context: DayContext): DayRead | null {
  const month = /(\d{1,2})\s*[月월]|(?:tháng|thg)\s*(\d{1,2})/i.exec(text);
  if (!month) return null;
  const rest = text.replace(month[0], ' ');
  const [, marked] = /(\d{1,4})\s*[年년]/.exec(rest) ?? [];
  const numbers = rest.match(/\d+/g) ?? [];
  const year = marked ?? numbers.find((number) => number.length === 4);
  const others = numbers.filter((number) => number !== year);
  if (others.length !== 1) return null;
  return built([{ year, month: Number(month[1] ?? month[2]), day: Number(others[0]) }], context);
}

function namedDay(text: string, context: DayContext): DayRead | null {
  const found = monthIn(text, context.lang);
  const numbers = found?.rest.match(/\d+/g) ?? [];
  if (!found || numbers.length === 0 || numbers.length > 2) return null;
  if (numbers.some((number) => number.length === 3 || number.length > 4)) return null;
  // "20d ago", "tra 5 giorni": what is a month in some language is more often a word of another
  if (found.foreign && numbers.length === 1 && found.rest !== numbers[0]) return null;
  const places = numbers.length === 1 ? [[undefined, numbers[0]]] : yearPlaces(numbers, context);
  const parts = places.flatMap(([year, day]) =>
    found.months.map((named) => ({ year, day: Number(day), month: named.month, named })),
  );
  return built(parts, context);
}

/** Which of two numbers is the year: the one of four digits, else the last, or the first where the page puts it first. */
function yearPlaces(numbers: string[], context: DayContext): (string | undefined)[][] {
  const [first = '', second = ''] = numbers;
  if (first.length === 4 || second.length === 4) {
    if (first.length === second.length) return [];
    return first.length === 4 ? [[first, second]] : [[second, first]];
  }
  return context.dayOrder === 'ymd' && context.lang ? [[first, second]] : [[second, first]];
}

function numericDay(text: string, context: DayContext): DayRead | null {
  const [, before = '', inside, after = ''] = /^(\D*)(\d.*\d|\d)(\D*)$/.exec(text) ?? [];
  const numbers = inside?.match(/\d+/g) ?? [];
  const gaps = inside?.match(/\D+/g) ?? [];
  const yearFirst = numbers[0]?.length === 4;
  const marks = gaps.every((gap) => /^\s*[./\-年]\s*$/.test(gap) || (yearFirst && gap.length <= 12));
  // a letter written onto the digits makes them something else: "Q4/11/26"
  if (!marks || /[A-Za-z]$/.test(before) || (before + after).split(/\s+/).length > 5) return null;
  if (numbers.length === 2) return numbersWithoutYear(text, numbers, context);
  return numbers.length === 3 ? byOrder(numbers, gaps.join('').includes('.'), context) : null;
}

/** `26/12`, `26.12.`; never `1.5` or `3-5`. */
function numbersWithoutYear(text: string, numbers: string[], context: DayContext): DayRead | null {
  const shape = context.dayOrder === 'dmy' ? /^\d{1,2}\.\d\d$/ : /^\d\d\.\d\d$/;
  if (!/^\d{1,2}\/\d{1,2}$|^\d{1,2}\.\s?\d{1,2}\.$/.test(text) && !shape.test(text)) return null;
  const [first, second] = numbers.map(Number);
  const dm = { year: undefined, day: first ?? 0, month: second ?? 0 };
  const md = { year: undefined, day: second ?? 0, month: first ?? 0 };
  const order = yearlessOrder(context);
  return built(order === null ? [dm, md] : [order === 'dm' ? dm : md], context);
}

/** Swedish puts the year first where there is one, and the day where there is none: `ymd` tells only with a language. */
function yearlessOrder({ lang, dayOrder }: DayContext): string | null {
  const own = lang === null || lang === 'en' ? null : orderWithoutYear(lang);
  const page = dayOrder === null || dayOrder === 'ymd' ? null : dayOrder.replace('y', '');
  if (own !== null && page !== null && own !== page) return null;
  return page ?? (dayOrder === null ? null : own);
}

const orderWithoutYear = remembered((lang) => partOrder(lang, { month: 'numeric', day: 'numeric' }));

/** Points are put between day, month and year in that order everywhere; slashes and dashes are not. */
function byOrder(numbers: string[], points: boolean, context: DayContext): DayRead | null {
  const [a = '', b = '', c = ''] = numbers;
  if ([a, b, c].some((number) => number.length === 3 || number.length > 4) || b.length > 2) return null;
  const ymd = { year: a, month: Number(b), day: Number(c) };
  const dmy = { year: c, month: Number(b), day: Number(a) };
  const mdy = { year: c, month: Number(a), day: Number(b) };
  if (a.length === 4) return c.length > 2 ? null : built([ymd], context);
  const byName = { ymd, dmy, mdy };
  const allowed: DayOrder[] = c.length === 4 ? ['dmy', 'mdy'] : ['dmy', 'mdy', 'ymd'];
  if (points) allowed.splice(1, 1);
  const possible = allowed.filter((order) => built([byName[order]], context) !== null);
  const order =
    context.dayOrder !== null && possible.includes(context.dayOrder) ? [context.dayOrder] : possible;
  return built(
    order.map((one) => byName[one]),
    context,
  );
}

interface DayParts {
  year: string | undefined;
  month: number;
  day: number;
  named?: NamedMonth;
}

/** Makes days of the parts, in the calendars in which they exist; null where none does. */
function built(parts: DayParts[], context: DayContext): DayRead | null {
  const days = [...new Set(parts.flatMap((one) => daysOf(one, context)))];
  if (days.length === 0) return null;
  if (days.length > 1) return { days, state: 'ambiguous', reason: 'day-or-month' };
  const whole = parts.every((one) => one.year !== undefined && one.year.length > 2);
  return whole ? { days, state: 'read' } : { days, state: 'inferred', reason: 'year-not-on-page' };
}

function daysOf(parts: DayParts, context: DayContext): string[] {
  const { year, month, day, named } = parts;
  const { today } = context;
  const own = context.lang ? calendarOf(context.lang) : 'gregory';
  if (year === undefined) {
    const yearless = named ? [named.calendar] : hasOurMonths(own) ? ['gregory'] : [own, 'gregory'];
    return yearless.flatMap((calendar) => yearlessDay(calendar, month, day, context) ?? []);
  }
  const inCalendar = (calendar: string): string[] =>
    fullYears(year, today, calendar).flatMap((full) => dayIn(calendar, full, month, day, today) ?? []);
  // four digits tell their calendar; of two, the nearest day is the likeliest
  const thai = year.length > 2 || (named === undefined && context.lang === null);
  const calendars = [...(named ? [named.calendar] : ['gregory', own]), ...(thai ? ['buddhist'] : [])];
  const found = calendars.map(inCalendar);
  const days = year.length > 2 ? found.find((some) => some.length > 0) : found.flat();
  return [nearest(days ?? [], today)].filter((one) => one !== null);
}

function yearlessDay(calendar: string, month: number, day: number, context: DayContext): string | null {
  const { today, yearless } = context;
  const thisYear =
    yearless === 'this-year' && calendar === 'gregory' ? isoDay(Number(today.slice(0, 4)), month, day) : null;
  return thisYear ?? nearestYearless(calendar, month, day, today);
}
