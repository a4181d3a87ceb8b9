/** Days and moments as text. Nothing here looks at a clock. */

const MINUTE = 60_000;
const DAY = 86_400_000;

/**
 * A moment as it is kept: `2026-11-24T18:02:11+01:00`.
 * @param ms milliseconds since 1970
 * @param offset minutes east of UTC
 */
export function isoWithOffset(ms: number, offset: number): string {
  const sign = offset < 0 ? '-' : '+';
  const minutes = Math.abs(offset);
  const zone = `${sign}${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
  return new Date(ms + offset * MINUTE).toISOString().slice(0, 19) + zone;
}

/** The day of a moment where the user is: `2026-11-24`. `offset` is in minutes east of UTC. */
export function isoDay(ms: number, offset: number): string {
  return new Date(ms + offset * MINUTE).toISOString().slice(0, 10);
}

/** The offset of a moment as it is kept, in minutes east of UTC; 0 where it ends in `Z`. */
export function offsetOf(moment: string): number {
  const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)$/.exec(moment) ?? [];
  return sign === undefined ? 0 : Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes));
}

/** Whether the text is a day of the calendar in ISO form, with no time of day. */
export function isIsoDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const ms = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(ms) && isoDay(ms, 0) === text;
}

/** The day that is `days` after (or, if negative, before) an ISO day. @throws where `day` is none. */
export function addDays(day: string, days: number): string {
  return isoDay(startOf(day) + days * DAY, 0);
}

/** How many days `to` is after `from`. @throws where one of the two is no ISO day. */
export function daysBetween(from: string, to: string): number {
  return (startOf(to) - startOf(from)) / DAY;
}

/** Days since 1970 in UTC, for what is kept for a number of days. */
export function dayNumber(ms: number): number {
  return Math.floor(ms / DAY);
}

function startOf(day: string): number {
  if (!isIsoDay(day)) throw new Error(`Not an ISO day: "${day.slice(0, 40)}"`);
  return Date.parse(`${day}T00:00:00Z`);
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
