import type { OperationId } from '@/lib/domain/ids';
import { StoreError } from './errors';
import { operationDone, outcomeOf } from './operations';
import type { Outcome } from './operations';
import type { Source, Tail } from './read';
import type { KindName, StoredCounters, StoredOperation } from './schema';
import { deadline } from './timers';
import type { After } from './timers';
import { countersOf, encodeAll, write } from './write';
import type { Write } from './write';

/** What a commit did. */
export interface Done extends Outcome {
  /** The operation had been done before, and nothing was written now. */
  again: boolean;
}

export interface Change {
  id: string;
  writes: Write[];
  /** What is written has orders up to this, drawn elsewhere: the next one drawn here comes after. */
  order?: number;
}

/**
 * Works out a change: it may read and wait, and nothing is written if it throws. `order` gives the next order number.
 * It runs again where another connection wrote meanwhile, and must not commit itself.
 */
export type Plan = (order: Orders) => Promise<Change>;

/** Gives the next order number; knows the revision that the change builds on. */
export type Orders = (() => number) & { readonly revision: number };

/**
 * Makes one change: all of it or nothing, one at a time, in the order of the calls.
 *
 * With an operation id a retry (also while the first is under way) gets the first outcome, and nothing is written twice.
 * Without one the change must itself be such that a retry does no harm.
 *
 * `strict` (default) waits until the disk has it: for what the user wrote. `relaxed` is for what can be read again.
 *
 * @throws what `plan` throws
 * @throws StoreError `not-saved` where the browser said no, or nothing, within 5 s of the call
 */
export type Commit = (
  operation: OperationId | null,
  plan: Plan,
  durability?: 'strict' | 'relaxed',
) => Promise<Done>;

/** What commits changed, told to whoever shows it. */
export interface Committed {
  revision: number;
  kinds: KindName[];
  /** The segments whose words changed; `all` after an import and after erasing. */
  segments: readonly number[] | 'all';
}

export interface CommitSource extends Source {
  /** Milliseconds since 1970. */
  now: () => number;
  after: After;
  /** After each commit that changed something. */
  committed: (what: Committed) => void;
}

const WATCHDOG = 5_000;

interface Job {
  operation: OperationId | null;
  plan: Plan;
  durability: 'strict' | 'relaxed';
  /** Given up by the watchdog: it must not begin to write any more. */
  late: boolean;
  /** Its turn has come. */
  begun: boolean;
}

/** The counters after the last commit of this connection, so that the next need not read them first. */
interface Last {
  counters: StoredCounters | null;
}

export function startCommits(source: CommitSource): Commit {
  let queue: Promise<unknown> = Promise.resolve();
  const last: Last = { counters: null };

  return (operation, plan, durability = 'strict') => {
    const job: Job = { operation, plan, durability, late: false, begun: false };
    const done = watched(source, job, last, queue);
    queue = done.catch(() => {});
    return done;
  };
}

/**
 * A full disk may leave a transaction without any event for ever (seen in Chromium): then the queue must go on. The time
 * that a change waits for its turn counts: whoever asked is waiting, too.
 */
async function watched(source: CommitSource, job: Job, last: Last, turn: Promise<unknown>): Promise<Done> {
  const silence = deadline(source.after, WATCHDOG, () => {
    job.late = true;
    if (job.begun) source.connection.drop();
    return new StoreError('not-saved');
  });
  const inTurn = async (): Promise<Done> => {
    await turn;
    if (job.late) throw new StoreError('not-saved');
    job.begun = true;
    return run(source, job, last);
  };
  try {
    return await Promise.race([inTurn(), silence.promise]);
  } catch (error) {
    throw asRefusal(source, error);
  } finally {
    silence.stop();
  }
}

/** What the browser throws says nothing sure: SQLite has been seen to keep a transaction that it reported lost. */
function asRefusal(source: CommitSource, error: unknown): unknown {
  if (!(error instanceof DOMException)) return error;
  source.connection.drop();
  return new StoreError('not-saved', { cause: error });
}

/**
 * First on the counters as this connection left them: then one transaction is all. Whatever is not plain about that (the
 * operation was done before, another connection wrote, the change is refused) is settled by looking.
 */
async function run(source: CommitSource, job: Job, last: Last): Promise<Done> {
  if (last.counters !== null) {
    const done = await tryFast(source, job, last, last.counters);
    if (done !== null) return done;
  }
  // Each turn but the last means that another connection has written; the watchdog ends it at the latest.
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- an attempt builds on what the last one found
    const { counters, operation } = await look(source, job.operation);
    // oxlint-disable-next-line no-await-in-loop
    const done = operation ? await doneBefore(source, operation) : await tryOnce(source, job, last, counters);
    if (done !== null) return done;
  }
}

async function tryFast(
  source: CommitSource,
  job: Job,
  last: Last,
  counters: StoredCounters,
): Promise<Done | null> {
  try {
    return await tryOnce(source, job, last, counters);
  } catch (error) {
    // Without an operation there is nothing to look for. With one it may be that it was done before, and can therefore
    // not be done again.
    if (job.operation === null || job.late) throw error;
    return null;
  }
}

async function doneBefore(source: CommitSource, operation: StoredOperation): Promise<Done> {
  return { ...(await outcomeOf(source, operation)), again: true };
}

/** null where another connection wrote between reading and writing. */
async function tryOnce(
  source: CommitSource,
  job: Job,
  last: Last,
  counters: StoredCounters,
): Promise<Done | null> {
  let { order } = counters;
  const orders: Orders = Object.assign(() => ++order, { revision: counters.revision });
  const change = await job.plan(orders);
  const nothing = change.writes.length === 0;
  if (nothing && job.operation === null) return { id: change.id, revision: counters.revision, again: false };
  const revision = counters.revision + 1;
  const outcome = { id: change.id, revision };
  const writes = await encodeAll(source, change.writes);
  const done = job.operation === null ? null : await operationDone(source, job.operation, outcome);
  if (job.late) throw new StoreError('not-saved');
  const next: StoredCounters = { name: 'counters', revision, order: Math.max(order, change.order ?? 0) };
  const written = await source.connection.use((db) =>
    write(db, { durability: job.durability, counters, next, writes, done }),
  );
  if (!written) return null;
  last.counters = next;
  source.tail.held = tailAfter(source.tail.held, counters.revision, { revision, writes: change.writes });
  if (!nothing) source.committed({ revision, ...touched(change.writes) });
  return { ...outcome, again: false };
}

function touched(writes: readonly Write[]): Pick<Committed, 'kinds' | 'segments'> {
  const segments = writes.flatMap((one) => ('keys' in one && 'number' in one.keys ? [one.keys.number] : []));
  return { kinds: [...new Set(writes.map(({ store }) => store))], segments };
}

/** What is known of the segment written last, after a commit of this connection. */
function tailAfter(
  held: Tail['held'],
  before: number,
  { revision, writes }: { revision: number; writes: readonly Write[] },
): Tail['held'] {
  const written = writes.findLast((one) => one.store === 'segments');
  if (written !== undefined)
    return 'keys' in written && 'number' in written.keys
      ? { revision, number: written.keys.number, body: written.body }
      : null;
  return held?.revision === before ? { ...held, revision } : null;
}

/** The counters, and the operation if it was done before. */
function look({ connection }: Source, operation: OperationId | null) {
  return connection.use(async (db) => {
    const transaction = db.transaction(['meta', 'ops'], 'readonly');
    const [counters, done] = await Promise.all([
      transaction.objectStore('meta').get('counters'),
      operation === null ? undefined : transaction.objectStore('ops').get(operation),
    ]);
    return { counters: countersOf(counters), operation: done };
  });
}

/** The revision of the database: 0 before the first commit. */
export async function revisionOf(source: Source): Promise<number> {
  return (await look(source, null)).counters.revision;
}
