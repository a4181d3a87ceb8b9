import { certain } from './certain';
import type { DealKey } from './ids';
import type { Sighting } from './reading';
import { daysBetween, isIsoDay } from './time';

/**
 * Plain counts over what was last seen of a person's deals. Each opens its rows and says over how many deals it could be
 * told; nothing here is a rate, a rank or a comparison.
 */
export type FactName = 'open' | 'closeDatePassed' | 'nextStepEmpty';

/** A deal among the rows of a fact. */
export interface FactRow {
  deal: DealKey;
  /** null where it was not read for certain. */
  name: string | null;
  /** What the fact is told from: the stage, or the close date as an ISO day; null where the field is empty or was not read. */
  value: string | null;
  /** ISO day of the last look at this deal. */
  seen: string;
}

export interface Fact {
  is: FactName;
  rows: FactRow[];
  /** Over how many deals it could be told, the rows among them. At least 1: without sight there is no count. */
  of: number;
  /** How many more it may be true of: what it is told from was not read there. */
  unread: number;
}

/** What was seen of a person's deals. */
export interface Facts {
  /** How many deals. */
  seen: number;
  /** How many days ago the look lies that is longest past; null where nothing was seen. */
  oldest: number | null;
  facts: Fact[];
  /** What could not be told of any deal that it may be true of, and of how many. */
  untold: { is: FactName; unread: number }[];
}

/**
 * The facts about a person's deals.
 * @param sightings the last one of each deal
 * @param today ISO day by the page's clock
 */
export function factsOf(sightings: readonly Sighting[], today: string): Facts {
  const looks = sightings.map(({ lastSeen }) => lastSeen.slice(0, 10)).filter(isIsoDay);
  const told = NAMES.map((is) => tell(is, sightings, today));
  return {
    seen: sightings.length,
    oldest: looks.length === 0 ? null : Math.max(0, ...looks.map((day) => daysBetween(day, today))),
    facts: told.filter(({ of }) => of > 0),
    untold: told.flatMap(({ is, of, unread }) => (of === 0 && unread > 0 ? [{ is, unread }] : [])),
  };
}

const NAMES: readonly FactName[] = ['open', 'closeDatePassed', 'nextStepEmpty'];

/** Whether a fact is true of a deal; `unread` where that cannot be told, null where it is not about such a deal. */
type Verdict = boolean | 'unread' | null;

function tell(is: FactName, sightings: readonly Sighting[], today: string): Fact {
  const judged = sightings.map((sighting) => ({ sighting, verdict: judge(is, sighting, today) }));
  return {
    is,
    rows: judged.flatMap(({ sighting, verdict }) => (verdict === true ? [rowOf(is, sighting)] : [])),
    of: judged.filter(({ verdict }) => typeof verdict === 'boolean').length,
    unread: judged.filter(({ verdict }) => verdict === 'unread').length,
  };
}

function judge(is: FactName, sighting: Sighting, today: string): Verdict {
  const status = certain(sighting, 'status');
  if (status === null) return 'unread';
  if (is === 'open') return status === 'open';
  if (status !== 'open') return null;
  const field = is === 'closeDatePassed' ? 'closeDate' : 'nextStep';
  if (sighting.empty.includes(field)) return is === 'nextStepEmpty';
  const value = certain(sighting, field);
  if (value === null) return 'unread';
  if (is === 'nextStepEmpty') return false;
  return isIsoDay(value) ? daysBetween(value, today) > 0 : 'unread';
}

function rowOf(is: FactName, sighting: Sighting): FactRow {
  const value = is === 'nextStepEmpty' ? null : certain(sighting, is === 'open' ? 'stage' : 'closeDate');
  return {
    deal: sighting.deal,
    name: certain(sighting, 'name'),
    value,
    seen: sighting.lastSeen.slice(0, 10),
  };
}
