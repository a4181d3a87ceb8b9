import type { PromptId } from './ids';
import type { FieldName } from './reading';
import type { StageKind } from './stage';

/** The fields that hold a day. */
export type DayField = Extract<FieldName, 'closeDate' | 'lastActivity' | 'createdDate'>;

/**
 * What must be on the page for a question to be worth asking. Days count from today by the page's clock; a day that is
 * exactly so far away is not over it.
 * - `empty`: the page shows the field with nothing in it
 * - `passed`: the day was before today
 * - `soon`: the day is today or at most `days` ahead
 * - `far`: the day is more than `days` ahead
 * - `ago`: the day was more than `days` ago
 * - `early`: the stage is of one of these kinds, and the close date is today or at most `days` ahead
 * - `ended`: the deal is won, or lost
 */
export type Rule =
  | { is: 'empty'; field: FieldName }
  | { is: 'passed'; field: DayField }
  | { is: 'soon' | 'far' | 'ago'; field: DayField; days: number }
  | { is: 'early'; field: 'stage'; kinds: readonly StageKind[]; days: number }
  | { is: 'ended'; field: 'status'; value: 'won' | 'lost' };

/** A question for the manager to ask the rep. Its words are in lib/text, by its id. */
export interface Prompt {
  id: PromptId;
  rule: Rule;
}

/** The questions that Sideline begins with. Where more fit than may be shown, the earlier ones are. Ids are kept: never reuse one. */
export const PROMPTS = [
  { id: 'nextStepEmpty', rule: { is: 'empty', field: 'nextStep' } },
  { id: 'closeDatePassed', rule: { is: 'passed', field: 'closeDate' } },
  { id: 'activityLongAgo', rule: { is: 'ago', field: 'lastActivity', days: 14 } },
  { id: 'activityEmpty', rule: { is: 'empty', field: 'lastActivity' } },
  { id: 'stageEarly', rule: { is: 'early', field: 'stage', kinds: ['new', 'qualified'], days: 14 } },
  { id: 'closeDateSoon', rule: { is: 'soon', field: 'closeDate', days: 14 } },
  { id: 'closeDateEmpty', rule: { is: 'empty', field: 'closeDate' } },
  { id: 'amountEmpty', rule: { is: 'empty', field: 'amount' } },
  { id: 'accountEmpty', rule: { is: 'empty', field: 'account' } },
  { id: 'closeDateFar', rule: { is: 'far', field: 'closeDate', days: 365 } },
  { id: 'openLong', rule: { is: 'ago', field: 'createdDate', days: 180 } },
  { id: 'lost', rule: { is: 'ended', field: 'status', value: 'lost' } },
  { id: 'won', rule: { is: 'ended', field: 'status', value: 'won' } },
] as const satisfies readonly Prompt[];

export type KnownPromptId = (typeof PROMPTS)[number]['id'];

/** A prompt whose words are known. */
export interface KnownPrompt extends Prompt {
  id: KnownPromptId;
}
