import type { OperationId } from '@/lib/domain/ids';
import { dayNumber } from '@/lib/domain/time';
import { StoreError } from './errors';
import type { Source } from './read';
import type { StoredOperation } from './schema';

/** What a commit did. */
export interface Outcome {
  /** The id or key of what was changed, as the change named it. */
  id: string;
  /** The revision of the database with it: views that are behind ask again. */
  revision: number;
}

/** The outcome of an operation that was done before. @throws StoreError `unreadable` */
export async function outcomeOf({ codec, report }: Source, { id, body }: StoredOperation): Promise<Outcome> {
  try {
    return parseOutcome(await codec.decode(body, { store: 'ops', key: id }));
  } catch (cause) {
    report({ is: 'unreadable', store: 'ops', key: id, cause });
    throw new StoreError('unreadable', { cause });
  }
}

function parseOutcome(value: unknown): Outcome {
  if (typeof value === 'object' && value !== null && 'id' in value && 'revision' in value) {
    const { id, revision } = value;
    if (typeof id === 'string' && typeof revision === 'number') return { id, revision };
  }
  throw new Error('Not an outcome');
}

/** The record by which an operation's retry is known. It holds no words: a note that is deleted leaves none here. */
export async function operationDone(
  source: Source & { now: () => number },
  id: OperationId,
  outcome: Outcome,
): Promise<StoredOperation> {
  const body = await source.codec.encode(outcome, { store: 'ops', key: id });
  return { id, order: outcome.revision, day: dayNumber(source.now()), body };
}

const KEPT_DAYS = 30;

/** Forgets operations that are older than 30 days: nobody retries them any more. Called at the background's start. */
export async function pruneOperations({ connection, now }: Source & { now: () => number }): Promise<void> {
  await connection.use(async (db) => {
    const transaction = db.transaction('ops', 'readwrite');
    const old = IDBKeyRange.upperBound(dayNumber(now()) - KEPT_DAYS, true);
    const ids = await transaction.store.index('byDay').getAllKeys(old);
    await Promise.all([...ids.map((id) => transaction.store.delete(id)), transaction.done]);
  });
}

/** Whether an operation was done before. What a retry is asked must not depend on what has changed since. */
export async function isDone({ connection }: Source, operation: OperationId): Promise<boolean> {
  return (await connection.use((db) => db.getKey('ops', operation))) !== undefined;
}
