import { pipelines, reps } from './company.ts';
import { addDays } from './days.ts';
import type { Activity, Deal } from './deal.ts';

/** Deals that tests may name: the first twelve, each set by hand to show one thing. */
export const ANCHORS = {
  /** Every field is there, in US dollars. */
  complete: '10001',
  euro: '10002',
  /** No decimals, and a name in Japanese. */
  yen: '10003',
  noNextStep: '10004',
  noOwner: '10005',
  noAmount: '10006',
  won: '10007',
  lost: '10008',
  /** Open, with a close date that has passed. */
  overdue: '10009',
  /** All values but id and name are those of `overdue`: another deal that looks the same. */
  twin: '10010',
  /** Markup in its name, no account, no activity. */
  bare: '10011',
  franc: '10012',
} as const;

/** Gives the first deals what their names promise. Changes the list in place. */
export function applyAnchors(deals: Deal[], today: string): void {
  const lately = addDays(today, -12);
  const lively = (deal: Deal) => deal.activities.length > 2 && (deal.activities[0]?.at ?? '') > lately;
  const open = deals.filter((deal) => deal.status === 'open' && deal.notes.length > 0 && lively(deal));
  Object.values(ANCHORS).forEach((id, index) => {
    const slot = deals.findIndex((deal) => deal.id === id);
    const model = open[index + 12];
    if (slot >= 0 && model !== undefined)
      deals[slot] = tidy({ ...model, id, ...changesOf(id, today) }, model);
  });
  const overdue = deals.find((deal) => deal.id === ANCHORS.overdue);
  const slot = deals.findIndex((deal) => deal.id === ANCHORS.twin);
  if (overdue !== undefined && slot >= 0) {
    deals[slot] = { ...overdue, id: ANCHORS.twin, name: 'Oven controls, line B' };
  }
}

const FULL = {
  name: 'Palletiser retrofit, north hall',
  account: 'Lakeshore Packaging, Inc.',
  owner: reps[0] ?? null,
  amount: 125_000,
  currency: 'USD',
  nextStep: 'Send revised offer',
};

const CHANGES: Record<string, Partial<Deal>> = {
  [ANCHORS.complete]: {},
  [ANCHORS.euro]: {
    name: 'Vision inspection – Halle 2 (1.200 Stück)',
    account: 'Weißenfels Maschinenbau GmbH',
    owner: reps[6] ?? null,
    amount: 1_250_000.5,
    currency: 'EUR',
  },
  [ANCHORS.yen]: {
    name: 'ライセンス更新 2027',
    account: '株式会社みなと精機',
    owner: reps[4] ?? null,
    amount: 4_500_000,
    currency: 'JPY',
  },
  [ANCHORS.noNextStep]: {
    name: 'Edge gateways, packing',
    account: 'Fratelli Bonacci S.p.A.',
    owner: reps[1] ?? null,
    amount: 38_400,
    currency: 'EUR',
    nextStep: null,
  },
  [ANCHORS.noOwner]: {
    name: 'Cold-store monitoring, the new warehouse',
    account: 'Huta Śląska S.A.',
    owner: null,
    amount: 264_900,
    currency: 'PLN',
  },
  [ANCHORS.noAmount]: {
    name: 'Operator training, plant 2',
    account: 'Tyne Valley Glass',
    owner: reps[2] ?? null,
    amount: null,
    currency: 'GBP',
  },
  [ANCHORS.won]: {
    name: 'Spare parts frame contract, main works',
    account: 'Redwood Cold Storage',
    owner: reps[3] ?? null,
    amount: 212_000,
  },
  [ANCHORS.lost]: {
    name: 'Robot cell & guarding, line 4',
    account: 'Gulfport Marine Supply',
    amount: 74_250.4,
  },
  [ANCHORS.overdue]: {
    name: 'Oven controls, line A',
    account: 'Harrogate Springs plc',
    owner: reps[7] ?? null,
    amount: 48_600,
    currency: 'GBP',
  },
  [ANCHORS.bare]: { name: 'Metering <b>pilot</b> & "more"', account: null, activities: [], planned: [] },
  [ANCHORS.franc]: {
    name: 'Torque monitoring, phase 2',
    account: 'Jura Precision SA',
    owner: reps[5] ?? null,
    amount: 86_400.75,
    currency: 'CHF',
  },
};

function changesOf(id: string, today: string): Partial<Deal> {
  const apart = (Number(id) - Number(ANCHORS.complete)) * 3;
  const shared = { ...FULL, closeDate: addDays(today, 32 + apart), ...CHANGES[id] };
  if (id === ANCHORS.overdue) return { ...shared, closeDate: addDays(today, -9) };
  if (id === ANCHORS.won)
    return { ...shared, name: 'Spare parts frame contract, main works', ...closed('won', today) };
  if (id === ANCHORS.lost)
    return { ...shared, name: 'Robot cell & guarding, line 4', ...closed('lost', today) };
  return shared;
}

function closed(status: 'won' | 'lost', today: string): Partial<Deal> {
  const stage = status === 'won' ? 'Won' : 'Lost';
  const history = [
    { stage: 'Qualify', day: addDays(today, -90) },
    { stage: 'Proposal', day: addDays(today, -40) },
    { stage, day: addDays(today, -6) },
  ];
  const now = {
    status,
    stage,
    probability: status === 'won' ? 100 : 0,
    history,
    nextStep: null,
    planned: [],
  };
  return { ...now, ...(pipelines[0] && { pipeline: pipelines[0] }), closeDate: addDays(today, -6) };
}

/** Makes a deal that was changed by hand agree with itself: its history starts it, its owner works on it. */
function tidy(deal: Deal, before: Deal): Deal {
  const createdAt = `${deal.history[0]?.day ?? ''}${deal.createdAt.slice(10)}`;
  const worked = (activity: Activity): Activity => {
    const byOwner = activity.person.id === before.owner?.id && deal.owner !== null;
    return byOwner ? { ...activity, person: deal.owner ?? activity.person } : activity;
  };
  const activities = deal.activities.filter((activity) => activity.at > createdAt).map(worked);
  return { ...deal, createdAt, activities, planned: deal.planned.map(worked) };
}
