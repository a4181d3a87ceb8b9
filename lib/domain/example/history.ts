import type { FieldName, SeenField } from '../reading';
import { drawn, drawnBetween } from './chance';
import { workday } from './days';
import { STAGES, type DealRow } from './rows';

/** How far back the manager has looked at deals: 26 weeks. */
export const HISTORY_DAYS = 182;

/** What one look at a deal found. */
export interface Look {
  /** Days ago. */
  ago: number;
  fields: Partial<Record<FieldName, SeenField>>;
  empty: FieldName[];
}

/** What the next step may be before it is what the deal's line says, by stage. */
const STEPS: readonly (readonly string[])[] = [
  ['First call', 'Find out who decides', 'Send the short introduction'],
  ['Site visit', 'Meet the people who use it', 'Ask what standing still costs'],
  ['Present the offer', 'Go through the offer with purchasing', 'Answer their technical questions'],
  ['Contract draft', 'Price talk', 'Last points with their lawyer'],
];

/**
 * The looks at a deal, the oldest first: once a week from its creation to its end, now and then not.
 * @param lastLook how many days ago the owner's deals were last looked at
 */
export function looksAt(deal: DealRow, owner: { name: string; lastLook: number }, today: string): Look[] {
  return lookDays(deal, owner.lastLook).map((ago) => lookAt(deal, owner.name, ago, today));
}

function lookDays(deal: DealRow, lastLook: number): number[] {
  const days: number[] = [];
  for (let ago = lastLook; ago < Math.min(deal.age, HISTORY_DAYS + 1); ago += 7) days.push(ago);
  const { end } = deal;
  const last = end === null ? days[0] : days.findLast((ago) => ago <= end.ago);
  return days
    .filter((ago) => last !== undefined && ago >= last)
    .filter((ago) => isKept(deal, ago) || (ago === last && end !== null))
    .toReversed();
}

/** About one look in six was left out. */
function isKept({ name }: DealRow, ago: number): boolean {
  return drawn(`${name} look ${ago}`) > 1 / 6;
}

function lookAt(deal: DealRow, owner: string, ago: number, today: string): Look {
  const { end } = deal;
  const day = (back: number): string => workday(today, -back);
  const hasEnded = end !== null && end.ago >= ago;
  const stage = stageAt(deal, ago);
  const next = hasEnded ? null : nextStepAt(deal, ago, stage);
  const read = (value: string): SeenField => ({ state: 'read', value });
  const amount = amountAt(deal, ago);
  const fields: Look['fields'] = {
    name: read(deal.name),
    account: read(deal.account),
    owner: read(owner),
    ...(amount === null ? {} : { amount: { ...read(String(amount.value)), currency: amount.currency } }),
    stage: read(hasEnded ? `Closed ${end.status}` : (STAGES[stage] ?? STAGES[0])),
    status: read(hasEnded ? end.status : 'open'),
    closeDate: read(hasEnded ? day(end.ago) : workday(today, closeAt(deal, ago))),
    ...(next === null ? {} : { nextStep: read(next) }),
    lastActivity: read(day(activityAt(deal, ago))),
    createdDate: read(day(deal.age)),
  };
  const empty: FieldName[] = [];
  if (amount === null) empty.push('amount');
  if (next === null) empty.push('nextStep');
  return { ago, fields, empty };
}

/** It went through its stages at an even pace. */
function stageAt({ age, end, stage }: DealRow, ago: number): number {
  const until = end?.ago ?? 0;
  const passed = (age - ago) / (age - until);
  return Math.min(stage, Math.floor(passed * (stage + 1.4)));
}

function amountAt({ amount, cuts }: DealRow, ago: number): DealRow['amount'] {
  if (amount === null) return null;
  return { ...amount, value: cuts.findLast((cut) => cut.ago >= ago)?.value ?? amount.value };
}

/** The close date in days ahead of today: before a push it was earlier. A deal was meant to close some days after it did. */
function closeAt({ name, close, end, pushes }: DealRow, ago: number): number {
  const planned = close ?? drawnBetween(`${name} planned`, 0, 9) - (end?.ago ?? 0);
  const later = pushes.filter((push) => push.ago < ago);
  return later.reduce((days, push) => days - push.days, planned);
}

/** What the line says was written weeks ago, or rubbed out some more weeks ago; before that it followed the stage. */
function nextStepAt({ name, next, end, active }: DealRow, ago: number, stage: number): string | null {
  const since = (active ?? 0) + drawnBetween(`${name} next`, 8, 20) + (next === null ? 21 : 0);
  if (end === null && ago <= since) return next;
  const steps = STEPS[stage] ?? [];
  return steps[drawnBetween(`${name} step ${stage}`, 0, steps.length - 1)] ?? null;
}

/** The last activity that could be seen then, in days ago. */
function activityAt({ name, age, active, end }: DealRow, ago: number): number {
  let day = active ?? end?.ago ?? 0;
  while (day < ago) day += drawnBetween(`${name} activity ${day}`, 3, 11);
  return Math.min(day, age);
}
