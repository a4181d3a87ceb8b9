import { applyAnchors } from './anchors.ts';
import { localDay } from './days.ts';
import type { Deal, Truth } from './deal.ts';
import { makeDeal } from './make-deal.ts';

export { ANCHORS } from './anchors.ts';
export { accounts, colleagues, pipelines, reps, signedIn } from './company.ts';
export type { Deal, Truth } from './deal.ts';

export interface SampleData {
  today: string;
  deals: Deal[];
  /** The deal of an id, or undefined. */
  deal(id: string): Deal | undefined;
}

export const DEAL_COUNT = 2_000;

const known = new Map<string, SampleData>();

/** All deals as they are on a day (by default the machine's today). The same day and count give the same object. */
export function dataOn(today: string = localDay(new Date()), count = DEAL_COUNT): SampleData {
  const key = `${today} ${count}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const deals = Array.from({ length: count }, (_, index) => makeDeal(index, today));
  applyAnchors(deals, today);
  const byId = new Map(deals.map((deal) => [deal.id, deal]));
  const data = { today, deals, deal: (id: string) => byId.get(id) };
  known.set(key, data);
  return data;
}

/** The truth about a deal on a day. Throws where there is no such deal. */
export function truthOf(id: string, today: string = localDay(new Date())): Truth {
  const deal = dataOn(today).deal(id);
  if (deal === undefined) throw new Error(`The sample CRM has no deal ${id}`);
  return {
    recordId: deal.id,
    name: deal.name,
    account: deal.account,
    owner: deal.owner?.name ?? null,
    ownerId: deal.owner?.id ?? null,
    amount: deal.amount === null ? null : String(deal.amount),
    currency: deal.amount === null ? null : deal.currency,
    stage: deal.stage,
    status: deal.status,
    closeDate: deal.closeDate,
    nextStep: deal.nextStep,
    lastActivity: deal.activities[0]?.at.slice(0, 10) ?? null,
    createdDate: deal.createdAt.slice(0, 10),
  };
}
