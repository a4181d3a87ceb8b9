import { remembered } from './locale';

/** A day as ISO writes it, null where the calendar has no such day. */
export function isoDay(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(2000, month - 1, day));
  date.setUTCFullYear(year, month - 1, day);
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && month >= 1 && month <= 12;
  return exists && year >= 1 && year <= 9999 ? date.toISOString().slice(0, 10) : null;
}

/** A day some days away. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

/** How many days apart two days are. */
export function daysBetween(one: string, other: string): number {
  return Math.abs(Date.parse(one) - Date.parse(other)) / 86_400_000;
}

/** The day and month of a calendar, in that of the three years around today that puts them nearest to today. */
export function nearestYearless(calendar: string, month: number, day: number, today: string): string | null {
  const year = yearNow(today, calendar);
  return nearest(
    [year - 1, year, year + 1].flatMap((one) => dayIn(calendar, one, month, day, today) ?? []),
    today,
  );
}

/** The full years that a year on a page may mean in a calendar: two digits stand for the century nearest to today. */
export function fullYears(digits: string, today: string, calendar: string): number[] {
  const year = Number(digits);
  if (digits.length > 2) return [year];
  const now = yearNow(today, calendar);
  const century = now - (now % 100);
  return [century - 100 + year, century + year, century + 100 + year].filter(
    (one) => Math.abs(one - now) <= 50,
  );
}

/**
 * A day of another calendar, or null. A year of this calendar's own time must lie within 100 years of today: an order
 * number is no year.
 * @param calendar as `Intl` names it: `gregory`, `buddhist`, `persian`, `islamic-umalqura` …
 */
export function dayIn(
  calendar: string,
  year: number,
  month: number,
  day: number,
  today: string,
): string | null {
  if (Math.abs(year - yearNow(today, calendar)) > 100) return null;
  if (calendar === 'gregory') return isoDay(year, month, day);
  if (calendar === 'buddhist') return isoDay(year - 543, month, day);
  return sought(calendar, [year, month, day], today);
}

/** The calendar in which a language writes its days. */
export const calendarOf = remembered((lang) => new Intl.DateTimeFormat(lang).resolvedOptions().calendar);

/** Whether a calendar has our months and days: the Thai and the Japanese one count years only. */
export function hasOurMonths(calendar: string): boolean {
  return ['gregory', 'buddhist', 'japanese', 'roc'].includes(calendar);
}

/** The number of the month in a calendar, of a time as milliseconds since 1970, in UTC. */
export function monthOf(calendar: string, at: number): number {
  return calendar === 'gregory'
    ? new Date(at).getUTCMonth() + 1
    : Number(
        formatIn(calendar)
          .formatToParts(at)
          .find((part) => part.type === 'month')?.value,
      );
}

/** The day nearest to today, or null for none. */
export function nearest(days: string[], today: string): string | null {
  const sorted = days.sort((a, b) => daysBetween(a, today) - daysBetween(b, today));
  return sorted[0] ?? null;
}

function yearNow(today: string, calendar: string): number {
  return calendar === 'gregory' ? Number(today.slice(0, 4)) : (partsIn(calendar, today)[0] ?? 0);
}

/** Finds the day by halving: days of any calendar come in the order of year, month and day. */
function sought(calendar: string, wanted: [number, number, number], today: string): string | null {
  let low = -105 * 366;
  let high = 105 * 366;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (isBefore(partsIn(calendar, dayAfter(today, middle)), wanted)) low = middle + 1;
    else high = middle;
  }
  const found = dayAfter(today, low);
  return partsIn(calendar, found).every((part, at) => part === wanted[at]) ? found : null;
}

function isBefore(parts: number[], wanted: number[]): boolean {
  const at = parts.findIndex((part, index) => part !== wanted[index]);
  return at >= 0 && (parts[at] ?? 0) < (wanted[at] ?? 0);
}

function partsIn(calendar: string, day: string): number[] {
  const parts = formatIn(calendar).formatToParts(Date.parse(day));
  return ['year', 'month', 'day'].map((type) => Number(parts.find((part) => part.type === type)?.value));
}

const formatIn = remembered(
  (calendar) =>
    new Intl.DateTimeFormat(`en-u-ca-${calendar}-nu-latn`, {
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      timeZone: 'UTC',
    }),
);
