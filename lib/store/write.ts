import { keyOf } from './kinds';
import type { Kind } from './kinds';
import type { Database } from './open';
import type { Source } from './read';
import type { KindName, SidelineDB, StoredCounters, StoredKeys } from './schema';
import type { StoredOperation, StoredRecord } from './schema';

/** One record to be written or taken away. `fresh` refuses a key that is taken. */
export type Write =
  | { store: KindName; keys: StoredKeys; body: unknown; fresh: boolean }
  | { store: KindName; delete: string | number };

export function put<T>(kind: Kind<T>, item: T): Write {
  return { store: kind.store, keys: kind.keys(item), body: kind.body(item), fresh: false };
}

/** The same for a record whose key must be new: a taken one fails the commit. */
export function add<T>(kind: Kind<T>, item: T): Write {
  return { store: kind.store, keys: kind.keys(item), body: kind.body(item), fresh: true };
}

export type Encoded =
  { store: KindName; record: StoredRecord; fresh: boolean } | { store: KindName; delete: string | number };

/** The records as they will lie there. It takes time, so it comes before the transaction. */
export function encodeAll({ codec }: Source, writes: Write[]): Promise<Encoded[]> {
  return Promise.all(
    writes.map(async (one): Promise<Encoded> => {
      if ('delete' in one) return one;
      const body = await codec.encode(one.body, { store: one.store, key: keyOf(one.store, one.keys) });
      return { store: one.store, record: { ...one.keys, body }, fresh: one.fresh };
    }),
  );
}

const START: StoredCounters = { name: 'counters', revision: 0, order: 0 };

/** The counters as they lie in `meta`, or those of a database in which nothing was ever kept. */
export function countersOf(stored: SidelineDB['meta']['value'] | undefined): StoredCounters {
  return stored?.name === 'counters' ? stored : START;
}

export interface Writing {
  durability: 'strict' | 'relaxed';
  /** The counters that the change was worked out on. */
  counters: StoredCounters;
  next: StoredCounters;
  writes: Encoded[];
  done: StoredOperation | null;
}

/** False, and nothing written, where the database has moved on since the change was worked out. */
export async function write(
  db: Database,
  { durability, counters, next, writes, done }: Writing,
): Promise<boolean> {
  const stores = [...new Set(writes.map(({ store }) => store))];
  const transaction = db.transaction(['meta', 'ops', ...stores], 'readwrite', { durability });
  const requests: Promise<unknown>[] = [transaction.done];
  try {
    // All is asked for at once, and taken back if the counters turn out to have moved: that saves a turn of waiting.
    const standing = transaction.objectStore('meta').get('counters');
    requests.push(standing, transaction.objectStore('meta').put(next));
    if (done !== null) requests.push(transaction.objectStore('ops').add(done));
    for (const one of writes) {
      const store = transaction.objectStore(one.store);
      if ('delete' in one) requests.push(store.delete(one.delete));
      else requests.push(one.fresh ? store.add(one.record) : store.put(one.record));
    }
    if (countersOf(await standing).revision === counters.revision) {
      transaction.commit();
      await Promise.all(requests);
      return true;
    }
    transaction.abort();
    return false;
  } catch (error) {
    abort(transaction);
    throw error;
  } finally {
    // What nobody awaits any more must not become an unhandled rejection.
    for (const request of requests) request.catch(() => {});
  }
}

/** A transaction that has failed by itself is over, and says so by throwing. */
function abort(transaction: { abort: () => void }): void {
  try {
    transaction.abort();
  } catch {
    // Over already: nothing of it was written.
  }
}
