import { certain } from './certain';
import type { AskedPrompt } from './deal';
import { PROMPTS, type DayField, type KnownPrompt, type KnownPromptId, type Rule } from './prompts';
import type { FieldName, Reading } from './reading';
import { daysBetween, isIsoDay } from './time';

/** More questions than this would be a form to fill in. */
export const ASKS_AT_MOST = 3;
/** A question that was asked rests so many days; then it comes again if its reason still stands. */
export const REST_DAYS = 14;

/** The row of the reading that makes a question worth asking, and what it says. */
export interface Cause {
  is: Rule['is'];
  field: FieldName;
  /** An ISO day, or how the deal ended; null where the field is empty. */
  value: string | null;
  /** How many days lie between that day and today; null where the value is no day. */
  days: number | null;
}

/** A question and why it is shown. There is none without a cause. */
export interface Ask {
  prompt: KnownPromptId;
  cause: Cause;
}

/** What of a reading questions are chosen from. */
export type AskedOf = Pick<Reading, 'fields' | 'empty'>;

/**
 * Chooses what to ask the rep about a deal: at most three, in the order of the prompts, never two about the same row, and
 * none that was asked in the last 14 days. Only what was read for certain is a reason. A deal that has ended is asked about
 * its end alone, and what depends on a day is asked only of a deal that is known to be open.
 * @param today ISO day by the page's clock
 * @param asked the questions that became notes
 * @param prompts what to choose from, the most urgent first
 */
export function choose(
  reading: AskedOf,
  today: string,
  asked: readonly AskedPrompt[],
  prompts: readonly KnownPrompt[] = PROMPTS,
): Ask[] {
  const chosen: Ask[] = [];
  for (const { id, rule } of prompts) {
    if (chosen.length === ASKS_AT_MOST) break;
    if (chosen.some(({ cause }) => cause.field === rule.field) || isResting(id, today, asked)) continue;
    const cause = causeOf(rule, reading, today);
    if (cause !== null) chosen.push({ prompt: id, cause });
  }
  return chosen;
}

function isResting(id: string, today: string, asked: readonly AskedPrompt[]): boolean {
  return asked.some(({ prompt, at }) => {
    const day = at.slice(0, 10);
    return prompt === id && isIsoDay(day) && daysBetween(day, today) < REST_DAYS;
  });
}

function causeOf(rule: Rule, reading: AskedOf, today: string): Cause | null {
  const { is, field } = rule;
  const status = certain(reading, 'status');
  if (rule.is === 'ended') return status === rule.value ? { is, field, value: status, days: null } : null;
  // A page that tells no status may well show an open deal; one whose status is in doubt may show one that has ended.
  const mayBeOpen = status === 'open' || reading.fields.status === undefined;
  if (rule.is === 'empty') {
    const isEmpty = reading.empty.includes(rule.field) && reading.fields[rule.field] === undefined;
    return mayBeOpen && isEmpty ? { is, field, value: null, days: null } : null;
  }
  const ahead = status === 'open' ? daysAhead(reading, rule.field, today) : null;
  return ahead !== null && holds(rule, ahead.days)
    ? { is, field, value: ahead.day, days: Math.abs(ahead.days) }
    : null;
}

function daysAhead(reading: AskedOf, field: DayField, today: string): { day: string; days: number } | null {
  const day = certain(reading, field);
  return day === null || !isIsoDay(day) ? null : { day, days: daysBetween(today, day) };
}

function holds(rule: Exclude<Rule, { is: 'empty' | 'ended' }>, ahead: number): boolean {
  switch (rule.is) {
    case 'passed':
      return ahead < 0;
    case 'soon':
      return ahead >= 0 && ahead <= rule.days;
    case 'far':
      return ahead > rule.days;
    case 'ago':
      return -ahead > rule.days;
  }
}
