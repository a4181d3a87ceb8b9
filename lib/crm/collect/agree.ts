import type { Evidence, Found } from '@/lib/crm/evidence';
import type { FieldName } from '@/lib/domain/reading';
import { namesIn } from './fields';
import type { Look, Nodes } from './look';

/** Whether what is on screen is the record that the address names. Pure: two looks and what was counted between. */

/** A look that is the same for this long, and at least twice, is quiet. Milliseconds, like all below. */
export const QUIET = 150;
/** Quiet for this long, a page is taken to have finished. */
export const LONG_QUIET = 2_000;

/** What is known from before this look. */
export interface History {
  /** Address changes since the last reading. */
  changes: number;
  /** What the last reading located: nothing where no record was on screen, null where there was no reading yet. */
  reading: Nodes | null;
  /** Of that, what was told as sure. */
  sure: Nodes;
  /** What was on screen before the address changed, or since for another record. */
  before: Nodes;
  /** The script came into a page that may already have moved on: nothing is known of what was before. */
  late: boolean;
  /** This address was read and has been quiet for long: a change now may be another record, ahead of its address. */
  finished: boolean;
  /** Pages of this kind have shown ties before: one without is not drawn yet. */
  tieExpected: boolean;
}

export function startOf(late: boolean): History {
  return { changes: 0, reading: null, sure: {}, before: {}, late, finished: false, tieExpected: false };
}

/** How long a look must have been quiet to count as a reading, or null where it never does. */
export function quietNeeded(look: Look, history: History): number | null {
  const { evidence, nodes } = look;
  const tie = tieOf(evidence);
  if (!evidence.rooted || tie === 'other') return null;
  const empty = Object.keys(nodes).length === 0;
  if (tie === 'same') return empty ? LONG_QUIET : QUIET;
  return empty || history.tieExpected ? null : withoutTie(nodes, history);
}

function withoutTie(nodes: Nodes, history: History): number | null {
  const { changes, reading, sure, before } = history;
  if (changes === 0) {
    // Values that changed since the reading may be of an answer to an older address, or of one that is ahead of its own.
    const isSafe = !history.late && !history.finished && !isOtherRecord(reading ?? {}, nodes);
    return isSafe ? QUIET : LONG_QUIET;
  }
  if (changes > 1 || reading === null) return null;
  if (Object.keys(reading).length > 0) return isOtherRecord(sure, nodes) ? QUIET : null;
  // No record was on screen at the last reading. One that stood there when the address changed may be the new one,
  // drawn ahead of its address, or an older one that came late: a page that has finished is believed.
  return unmovedFields(before, nodes).length > 0 ? LONG_QUIET : QUIET;
}

/**
 * Whether what is on screen may stand there for another record than that of the address.
 * @param needed as `quietNeeded` says of this look
 */
export function isDoubtful({ evidence }: Look, needed: number | null, history: History): boolean {
  const tie = tieOf(evidence);
  return tie === 'other' || (tie === 'none' && !history.tieExpected && needed !== QUIET);
}

/** `same`: every tie that was found names the record of the address. `none`: there is nothing to compare. */
export function tieOf(evidence: Evidence): 'same' | 'other' | 'none' {
  const { recordId, ties } = evidence;
  if (recordId === null || ties.length === 0) return 'none';
  return ties.every((tie) => names(tie, recordId)) ? 'same' : 'other';
}

function names(tie: Found, id: string): boolean {
  const parts = [tie.raw, ...tie.raw.split(/[/?#&=]/), ...(tie.link ?? '').split(/[/?#&=]/)];
  return parts.some((part) => isSameId(part, id));
}

/** Salesforce writes one id in 15 or in 18 characters, the last three being a checksum. */
function isSameId(one: string, other: string): boolean {
  if (one === other) return true;
  const long = /^(?:[a-zA-Z0-9]{15}|[a-zA-Z0-9]{18})$/;
  return (
    one.length !== other.length &&
    long.test(one) &&
    long.test(other) &&
    one.slice(0, 15) === other.slice(0, 15)
  );
}

/**
 * A field that both have and whose values differ. A field that is gone or new proves nothing: a record is taken down
 * and drawn piece by piece. Neither does a list of activities, which comes late.
 */
export function isOtherRecord(then: Nodes, now: Nodes): boolean {
  return namesIn(now).some((name) => {
    const old = then[name];
    const values = now[name];
    if (name === 'lastActivity' || old === undefined || values === undefined) return false;
    return !values.some(({ value }) => old.some((mark) => mark.value === value));
  });
}

/** Whether any field shows a value that it showed, on whatever node: a record may be drawn anew between two looks. */
export function showsStill(before: Nodes, now: Nodes): boolean {
  return namesIn(now).some((name) =>
    now[name]?.some(({ value }) => before[name]?.some((mark) => mark.value === value)),
  );
}

/** Fields of which a node and its value are both as they were. */
export function unmovedFields(before: Nodes, now: Nodes): FieldName[] {
  return namesIn(now).filter((name) =>
    now[name]?.some(({ node, value }) =>
      before[name]?.some((mark) => mark.node === node && mark.value === value),
    ),
  );
}

/** All but some fields. */
export function without(nodes: Nodes, names: FieldName[]): Nodes {
  const rest = { ...nodes };
  for (const name of names) delete rest[name];
  return rest;
}

/** The fields of some nodes, each with the marks that others have of it as well. */
export function both(nodes: Nodes, others: Nodes): Nodes {
  const all = { ...nodes };
  for (const name of namesIn(all)) all[name] = [...(nodes[name] ?? []), ...(others[name] ?? [])];
  return all;
}
