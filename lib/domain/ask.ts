import { certain } from './certain';
import type { AskedPrompt } from './deal';
import { PROMPTS, type DayField, type KnownPrompt, type KnownPromptId, type Rule } from './prompts';
import type { FieldName, Reading } from './reading';
import type { KnownStage } from './stage';
import { daysBetween, isIsoDay } from './time';

/** More questions than this would be a form to fill in. */
export const ASKS_AT_MOST = 3;
/** A question that was asked rests so many days; then it comes again if its reason still stands. */
export const REST_DAYS = 14;

/** The row of the reading that makes a question worth asking, and what it says. */
export interface Cause {
  is: Rule['is'];
  field: FieldName;
  /** An ISO day, how the deal ended, or the stage's name; null where the field is empty. */
  value: string | null;
  /** How many days lie between that day, or with a stage the close date, and today; null where there is none. */
  days: number | null;
}

/** A question and why it is shown. There is none without a cause. */
export interface Ask {
  prompt: KnownPromptId;
  cause: Cause;
}

/** What of a reading questions are chosen from, with what its stage is as far as that is known. */
export type AskedOf = Pick<Reading, 'fields' | 'empty'> & { stage?: KnownStage | null };

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
  if (rule.is === 'early') return earlyCause(rule, reading, today);
  const ahead = status === 'open' ? daysAhead(reading, rule.field, today) : null;
  return ahead !== null && holds(rule, ahead.days)
    ? { is, field, value: ahead.day, days: Math.abs(ahead.days) }
    : null;
}

/** A stage of the team's own is never early: nothing tells how far it is from the end. */
function earlyCause(rule: Extract<Rule, { is: 'early' }>, reading: AskedOf, today: string): Cause | null {
  const { stage = null } = reading;
  const isOpen = certain(reading, 'status') === 'open';
  if (!isOpen || stage === null || !rule.kinds.some((kind) => kind === stage.kind)) return null;
  const ahead = daysAhead(reading, 'closeDate', today);
  if (ahead === null || ahead.days < 0 || ahead.days > rule.days) return null;
  return { is: rule.is, field: rule.field, value: stage.name, days: ahead.days };
}

function daysAhead(reading: AskedOf, field: DayField, today: string): { day: string; days: number } | null {
  const day = certain(reading, field);
  return day === null || !isIsoDay(day) ? null : { day, days: daysBetween(today, day) };
}

function holds(rule: Exclude<Rule, { is: 'empty' | 'ended' | 'early' }>, ahead: number): boolean {
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
