import { addDays, daysBetween, isoWithOffset } from '../time';
import { drawnBetween } from './chance';

/** The page's day and clock, to which everything of the example is dated back. */
export interface Today {
  /** ISO day. */
  day: string;
  /** Minutes east of UTC. */
  offset: number;
}

const MINUTE = 60_000;
/** Any Monday will do. */
const MONDAY = '2024-01-01';

/**
 * The ISO day so many days ahead (or, below zero, ago); where that falls on a weekend, the Friday before it. What comes
 * first therefore never comes last.
 * @throws where `day` is no ISO day
 */
export function workday(day: string, ahead: number): string {
  const wanted = addDays(day, ahead);
  const weekday = ((daysBetween(MONDAY, wanted) % 7) + 7) % 7;
  return addDays(wanted, -Math.max(0, weekday - 4));
}

/** A moment on the workday so many days ago, in one of the six hours from `hour` on. The words decide the minute. */
export function moment({ day, offset }: Today, ago: number, words: string, hour: number): string {
  const minute = hour * 60 + drawnBetween(`${words} ${ago}`, 0, 359);
  const ms = Date.parse(`${workday(day, -ago)}T00:00:00Z`) + (minute - offset) * MINUTE;
  return isoWithOffset(ms, offset);
}
