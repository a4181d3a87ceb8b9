import type { FieldReason } from '@/lib/domain/reading';
import { calendarOf, dayAfter, dayIn, daysBetween, fullYears, isoDay, nearestYearless } from './calendars';
import { daysFromWord, monthIn, type NamedMonth } from './months';
import { latinDigits } from './numbers';
import { inert } from './text';

/** What a date's words say. The time of day is cut before anything else looks at them. */
export interface DayRead {
  /** ISO days, all that the words allow, the likeliest first. */
  days: string[];
  state: 'read' | 'inferred' | 'ambiguous';
  reason?: FieldReason;
}

export type DayOrder = 'ymd' | 'dmy' | 'mdy';

/** What the page tells beside the words themselves. */
export interface DayContext {
  lang: string | null;
  /** ISO day by the page's clock. */
  today: string;
  dayOrder: DayOrder | null;
  /** Which year a day without one is in: the nearest, or this one where the CRM drops only the current year. */
  yearless: 'nearest' | 'this-year';
}

/** The longest text in which a day is sought. */
const DAY_LIMIT = 60;

/** Words that may stand between a day and the time that was cut. */
const FILLER = /^(?:at|um|à|a las|às|alle|ore|om|kl|klo|v|ve|o|w|в|о|στις|saat|的|の)$/i;

const TIMES = [
  /(?:\bklo?\.?\s*|,\s+)\d{1,2}[.:]\d{2}$/gi,
  /(?:上午|下午|午前|午後|오전|오후|早上|晚上)?\s*\d{1,2}\s?:\s?\d{2}(?::\d{2})?(?:\s*(?:[ap]\.?\s?m\b\.?|uhr\b|h\b))?/gi,
  /\b\d{1,2}\s*(?:[ap]\.m\.|[ap]m\b)/gi,
  /\b\d{1,2}\s?h(?:\s?\d{2})?\b/gi,
  /\d{1,2}[時시点點]\s*(?:\d{1,2}[分분])?/g,
  /\b(?:GMT|UTC)(?:[+-−]\d{1,2}(?::\d{2})?)?\b/g,
];

/**
 * Reads a day: ISO, numbers in the page's order, a month's name in any language, `tomorrow`, with or without a year.
 * Null where there is none, or more than one.
 */
export function dayOf(raw: string, context: DayContext): DayRead | null {
  const text = withoutTime(raw);
  if (text.length > DAY_LIMIT) return null;
  if (!/\p{L}/u.test(text)) return numericDay(text, context);
  return (
    relativeDay(text, context) ??
    markedDay(text, context) ??
    namedDay(text, context) ??
    numericDay(text, context)
  );
}

/** A day in a machine's form (`2026-12-26`, `2026-12-26T23:00:00Z`), as the page's clock counts days; null otherwise. */
export function machineDay(machine: string, offset: number): string | null {
  const [, year, month, day, time, zone] =
    /^(\d{4})-(\d{2})-(\d{2})(?:[T ]([\d:.]+))?\s?(Z|[+-]\d{2}:?\d{2})?$/.exec(machine.trim()) ?? [];
  const date = isoDay(Number(year), Number(month), Number(day));
  if (date === null || time === undefined || zone === undefined) return date;
  const at = Date.parse(machine.trim().replace(' ', 'T'));
  return Number.isNaN(at) ? null : new Date(at + offset * 60_000).toISOString().slice(0, 10);
}

/** The order that a day in numbers shows beyond doubt: `26/12/2026`. Null for all else. */
export function dayOrderIn(raw: string): DayOrder | null {
  const [, first, mark, second, year] =
    /^(\d{1,2})([/-])(\d{1,2})\2(\d{4})\b/.exec(latinDigits(inert(raw))) ?? [];
  if (!mark || !year) return null;
  if (Number(first) > 12 && Number(second) <= 12) return 'dmy';
  return Number(second) > 12 && Number(first) <= 12 ? 'mdy' : null;
}

/** The order in which a language writes days in numbers. */
export function dayOrderOf(lang: string): DayOrder | null {
  const parts = new Intl.DateTimeFormat(lang, { dateStyle: 'short', calendar: 'gregory' }).formatToParts(0);
  const order = parts.map((part) => part.type.slice(0, 1)).filter((type) => 'ymd'.includes(type));
  const joined = order.join('');
  return joined === 'ymd' || joined === 'dmy' || joined === 'mdy' ? joined : null;
}

function withoutTime(raw: string): string {
  const text = latinDigits(inert(raw)).normalize('NFKC');
  // an ISO instant keeps its day
  const day = text.replace(/^(\d{4}-\d{2}-\d{2})T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})?$/, '$1');
  const rest = TIMES.reduce((left, time) => left.replace(time, ' '), day);
  return rest
    .replace(/\s+/g, ' ')
    .replace(/[\s,،]+$/, '')
    .trim();
}

function relativeDay(text: string, context: DayContext): DayRead | null {
  const words = text.replace(/[\s,:;·،、-]+$/, '').split(' ');
  while (words.length > 1 && FILLER.test(words.at(-1)?.replace(/[.,]/g, '') ?? '')) words.pop();
  const days = daysFromWord(words.join(' ').replace(/[,:]+$/, ''), context.lang);
  return days === null
    ? null
    : { days: [dayAfter(context.today, days)], state: 'inferred', reason: 'relative-day' };
}

/** Chinese, Japanese, Korean and Vietnamese mark each number with what it is: `2026年12月26日`, `26 thg 12, 2026`. */
function markedDay(text: string, context: DayContext): DayRead | null {
  const month = /(\d{1,2})\s*[月월]|(?:tháng|thg)\s*(\d{1,2})/i.exec(text);
  if (!month) return null;
  const rest = text.replace(month[0], ' ');
  const era = Object.entries(ERAS).find(([name]) => rest.includes(name));
  const [, marked] = /(\d{1,4})\s*[年년]/.exec(rest) ?? [];
  const numbers = rest.match(/\d+/g) ?? [];
  const year = marked ?? numbers.find((number) => number.length === 4);
  const others = numbers.filter((number) => number !== year);
  if (others.length !== 1) return null;
  const full = era && year ? String(Number(year) + era[1]) : year;
  return built([{ year: full, month: Number(month[1] ?? month[2]), day: Number(others[0]) }], context);
}

/** Year before the first of each era. */
const ERAS: Record<string, number> = { 令和: 2018, 平成: 1988, 昭和: 1925 };

function namedDay(text: string, context: DayContext): DayRead | null {
  const found = monthIn(text, context.lang);
  const numbers = found?.rest.match(/\d+/g) ?? [];
  if (!found || numbers.length === 0 || numbers.length > 2) return null;
  if (numbers.some((number) => number.length === 3 || number.length > 4)) return null;
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
  if (!marks || (before + after).split(/\s+/).length > 5) return null;
  if (numbers.length === 2) return numbersWithoutYear(text, numbers, context);
  return numbers.length === 3 ? byOrder(numbers, gaps.join('').includes('.'), context) : null;
}

/** `26/12`, `26.12.`; never `1.5` or `3-5`. */
function numbersWithoutYear(text: string, numbers: string[], context: DayContext): DayRead | null {
  const shape = context.dayOrder === 'dmy' ? /^\d{1,2}\.\d\d$/ : /^\d\d\.\d\d$/;
  if (!/^\d{1,2}\/\d{1,2}$|^\d{1,2}\.\s?\d{1,2}\.$/.test(text) && !shape.test(text)) return null;
  const [first = '', second = ''] = numbers;
  const dmy = { year: undefined, day: Number(first), month: Number(second) };
  const mdy = { year: undefined, day: Number(second), month: Number(first) };
  if (text.includes('.') || context.dayOrder === 'dmy') return built([dmy], context);
  return built(context.dayOrder === null ? [dmy, mdy] : [mdy], context);
}

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
  if (year === undefined) {
    if (named && named.calendar !== 'gregory') return [];
    const own = context.yearless === 'this-year' ? isoDay(Number(today.slice(0, 4)), month, day) : null;
    return [own ?? nearestYearless(month, day, today)].filter((one) => one !== null);
  }
  const calendars = named ? [named.calendar, 'buddhist'] : calendarsOf(year, context);
  for (const calendar of calendars) {
    const days = fullYears(year, today, calendar).flatMap(
      (full) => dayIn(calendar, full, month, day, today) ?? [],
    );
    if (days.length > 0)
      return days.sort((a, b) => daysBetween(a, today) - daysBetween(b, today)).slice(0, 1);
  }
  return [];
}

/** The language's own calendar goes first; a year of four digits that fits none is tried in the others that we know. */
function calendarsOf(year: string, context: DayContext): string[] {
  const own = context.lang ? calendarOf(context.lang) : 'gregory';
  return year.length > 2 ? ['gregory', own, 'buddhist'] : [own];
}
