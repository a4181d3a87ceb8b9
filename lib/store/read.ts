import type { Codec } from './codec';
import { StoreError } from './errors';
import type { Report } from './errors';
import { keyOf } from './kinds';
import type { Kind } from './kinds';
import type { Connection } from './open';
import type { StoredRecord } from './schema';

/** What reading needs. */
export interface Source {
  connection: Connection;
  codec: Codec;
  report: Report;
  tail: Tail;
}

/**
 * The segment that was written last, with the revision at which it is known to lie there so: the next save nearly always falls
 * into it, and then need not read it.
 */
export interface Tail {
  held: { revision: number; number: number; body: unknown } | null;
}

/** A page of a list that is ordered by `order`, newest first. */
export interface Page {
  limit: number;
  /** Only what has a lower order; null for the first page. */
  before: number | null;
  /** Only what has this order or a higher one. */
  from?: number;
}

/** One thing, or null where there is none or it cannot be read (which is reported). For views. */
export async function find<T>(source: Source, kind: Kind<T>, key: string | number): Promise<T | null> {
  const record = await source.connection.use((db) => db.get(kind.store, key));
  if (record === undefined) return null;
  const [item] = await decodeAll(source, kind, [record]);
  return item ?? null;
}

/**
 * One thing for a change that builds on it, or null where there is none.
 * @throws StoreError `unreadable`: what cannot be read must not be written over as if it were not there
 */
export async function findToChange<T>(
  source: Source,
  kind: Kind<T>,
  key: string | number,
): Promise<T | null> {
  const record = await source.connection.use((db) => db.get(kind.store, key));
  if (record === undefined) return null;
  const [item] = await decodeAll(source, kind, [record]);
  if (item === undefined) throw new StoreError('unreadable');
  return item;
}

/** All of a kind that can be read, in the order of their keys. Only for kinds of which there are few. */
export async function findAll<T>(source: Source, kind: Kind<T>): Promise<T[]> {
  const records = await source.connection.use((db) => db.getAll(kind.store));
  return decodeAll(source, kind, records);
}

/** The things in these records, in the same order. A record that does not decode or parse is reported and left out. */
export async function decodeAll<T>(source: Source, kind: Kind<T>, records: StoredRecord[]): Promise<T[]> {
  const items = await Promise.all(records.map((record) => decodeOne(source, kind, record)));
  return items.flatMap((found) => (found === null ? [] : [found.item]));
}

async function decodeOne<T>(
  source: Source,
  kind: Kind<T>,
  record: StoredRecord,
): Promise<{ item: T } | null> {
  const key = keyOf(kind.store, record);
  try {
    const body = await source.codec.decode(record.body, { store: kind.store, key });
    return { item: kind.parse(body, record) };
  } catch (cause) {
    source.report({ is: 'unreadable', store: kind.store, key, cause });
    return null;
  }
}

/** The keys of an index on [id, order] that belong to one id and fall on the page. */
export function range(id: string, { before, from }: Omit<Page, 'limit'>): IDBKeyRange | null {
  const lower = from ?? 0;
  const upper = before ?? Infinity;
  // An empty range would throw.
  if (lower >= upper) return null;
  return IDBKeyRange.bound([id, lower], [id, upper], false, true);
}

interface Cursor<V> {
  value: V;
  continue(): Promise<Cursor<V> | null>;
}

/** The first `limit` values of a cursor. Nothing else may be awaited meanwhile: the transaction would end. */
export async function take<V>(first: Cursor<V> | null, limit: number): Promise<V[]> {
  const values: V[] = [];
  let cursor = first;
  while (cursor !== null && values.length < limit) {
    values.push(cursor.value);
    // oxlint-disable-next-line no-await-in-loop -- a cursor is walked step by step
    cursor = values.length < limit ? await cursor.continue() : null;
  }
  return values;
}
