import {
  accounts,
  ACTIVITY_KINDS,
  colleagues,
  NEXT_STEPS,
  NOTES,
  pipelines,
  PRODUCTS,
  reps,
  SITES,
  SOURCES,
  SUBJECTS,
  type Person,
} from './company.ts';
import { addDays } from './days.ts';
import type { Activity, Deal, Note } from './deal.ts';
import { randomFrom } from './random.ts';

const FIRST_ID = 10_001;

type Random = () => number;

const whole = (random: Random, from: number, to: number) => from + Math.floor(random() * (to - from + 1));

function pick<T>(random: Random, list: readonly T[]): T {
  const one = list[Math.floor(random() * list.length)];
  if (one === undefined) throw new Error('Nothing to pick from');
  return one;
}

function timeOf(random: Random): string {
  const pad = (part: number) => String(part).padStart(2, '0');
  return `${pad(whole(random, 8, 17))}:${pad(whole(random, 0, 11) * 5)}`;
}

/** The deal at a place in the list, as it is on a day. The same place and day give the same deal. */
export function makeDeal(index: number, today: string): Deal {
  const random = randomFrom(7_919 + index * 104_729);
  const account = pick(random, accounts);
  const owner = random() < 0.04 ? null : pick(random, reps);
  const age = whole(random, 8, 340);
  const created = addDays(today, -age);
  const way = makeWay(random, created, age);
  const dateOff = way.status === 'open' ? whole(random, -25, 130) : -way.quiet;
  const { amount, currency } = makeAmount(random, account.currency);
  return {
    id: String(FIRST_ID + index),
    name: `${pick(random, PRODUCTS)}, ${pick(random, SITES)}`,
    account: random() < 0.02 ? null : account.name,
    owner,
    createdBy: pick(random, colleagues),
    createdAt: `${created}T${timeOf(random)}`,
    amount,
    currency,
    ...way.shown,
    closeDate: addDays(today, dateOff),
    nextStep: way.status !== 'open' || random() < 0.18 ? null : pick(random, NEXT_STEPS),
    source: pick(random, SOURCES),
    score: whole(random, 5, 98),
    activities: makeActivities(random, owner, way.quiet, age, today),
    planned: way.status === 'open' ? makePlanned(random, owner, today) : [],
    notes: makeNotes(random, way.quiet, age, today),
  };
}

function makeAmount(random: Random, currency: string): { amount: number | null; currency: string } {
  const size = Math.exp(7.6 + random() * 5.2);
  const cents = random() < 0.15 ? whole(random, 1, 99) / 100 : 0;
  if (random() < 0.05) return { amount: null, currency };
  if (currency === 'JPY') return { amount: Math.round(size / 10) * 1_500, currency };
  return { amount: Math.round(size / 50) * 50 + cents, currency };
}

/** How far a deal has come, and for how many days nothing has happened on it. */
function makeWay(random: Random, created: string, age: number) {
  const pipeline = pick(random, pipelines);
  const fate = random();
  const status = fate < 0.2 ? 'won' : fate < 0.38 ? 'lost' : 'open';
  const open = pipeline.stages.slice(0, -2);
  const reached = status === 'won' ? open.length : whole(random, 1, open.length);
  const quiet = whole(random, 1, Math.max(1, Math.min(60, age - 6)));
  const path = open.slice(0, reached);
  if (status !== 'open') path.push(status === 'won' ? 'Won' : 'Lost');
  const span = age - quiet;
  const history = path.map((stage, step) => ({
    stage,
    day: addDays(created, path.length === 1 ? 0 : Math.floor((span * step) / (path.length - 1))),
  }));
  const stage = path.at(-1) ?? 'Lost';
  const probability =
    status === 'won' ? 100 : status === 'lost' ? 0 : Math.round((reached / (open.length + 1)) * 20) * 5;
  return { status, quiet, shown: { pipeline, stage, status, probability, history } as const } as const;
}

function makeActivities(
  random: Random,
  owner: Person | null,
  quiet: number,
  age: number,
  today: string,
): Activity[] {
  const count = random() < 0.04 ? 0 : whole(random, 1, 8);
  const list = Array.from({ length: count }, () => ({
    ...makeActivity(random, owner),
    at: `${addDays(today, -whole(random, quiet, age))}T${timeOf(random)}`,
  }));
  return list.sort((one, other) => (one.at < other.at ? 1 : -1));
}

function makePlanned(random: Random, owner: Person | null, today: string): Activity[] {
  const list = Array.from({ length: whole(random, 0, 2) }, () => ({
    ...makeActivity(random, owner),
    at: `${addDays(today, whole(random, 2, 21))}T${timeOf(random)}`,
  }));
  return list.sort((one, other) => (one.at < other.at ? -1 : 1));
}

function makeActivity(random: Random, owner: Person | null): Omit<Activity, 'at'> {
  const person = owner === null || random() < 0.25 ? pick(random, colleagues) : owner;
  return { kind: pick(random, ACTIVITY_KINDS), subject: pick(random, SUBJECTS), person };
}

function makeNotes(random: Random, quiet: number, age: number, today: string): Note[] {
  return Array.from({ length: whole(random, 0, 2) }, () => ({
    author: pick(random, colleagues),
    day: addDays(today, -whole(random, quiet, age)),
    text: pick(random, NOTES),
  }));
}
