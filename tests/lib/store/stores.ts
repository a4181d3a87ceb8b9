import { onTestFinished } from 'vitest';
import type { Draft } from '@/lib/domain/draft';
import type { NotePlace } from '@/lib/domain/note';
import { FIELD_NAMES } from '@/lib/domain/reading';
import type { Reading, Sighting } from '@/lib/domain/reading';
import { sightingOf } from '@/lib/domain/sighting';
import { aesGcmCodec, identityCodec } from '@/lib/store/codec';
import type { Codec } from '@/lib/store/codec';
import type { StoreFault } from '@/lib/store/errors';
import type { NewNote } from '@/lib/store/notes';
import { openStore } from '@/lib/store/store';
import type { Store, StoreOptions } from '@/lib/store/store';
import type { After } from '@/lib/store/timers';

/** Stores for tests, each on a real database of its own, which is deleted at the test's end. */

export const AT = '2026-11-24T18:02:11+01:00';
export const NOW = Date.parse(AT);

export async function sealed(): Promise<Codec> {
  return aesGcmCodec(
    await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']),
  );
}

/** Both codecs: every repository is tested with each. */
export const CODECS: { codec: string; make: () => Promise<Codec> }[] = [
  { codec: 'identity', make: async () => identityCodec },
  { codec: 'AES-GCM', make: sealed },
];

export function freshName(): string {
  const name = `test-${crypto.randomUUID()}`;
  onTestFinished(() => deleted(name));
  return name;
}

export interface TestStore {
  store: Store;
  name: string;
  faults: StoreFault[];
}

export function testStore(options: Partial<StoreOptions> = {}): TestStore {
  const { name = freshName() } = options;
  const faults: StoreFault[] = [];
  const store = openStore({ now: () => NOW, report: (fault) => faults.push(fault), ...options, name });
  onTestFinished(store.close);
  return { store, name, faults };
}

/** Timers that run only when the test says so. */
export function handTimers(): { after: After; waiting: () => number[]; pass: (ms: number) => void } {
  const timers = new Map<symbol, { ms: number; run: () => void }>();
  return {
    after(ms, run) {
      const id = Symbol('timer');
      timers.set(id, { ms, run });
      return () => timers.delete(id);
    },
    waiting: () => [...timers.values()].map(({ ms }) => ms),
    pass(ms) {
      for (const [id, timer] of timers) {
        if (timer.ms > ms) continue;
        timers.delete(id);
        timer.run();
      }
    },
  };
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('No reason given')));
  });
}

async function deleted(name: string): Promise<void> {
  await settled(indexedDB.deleteDatabase(name));
}

/** A connection that is none of the store's. */
export function openRaw(
  name: string,
  version?: number,
  upgrade?: (db: IDBDatabase, transaction: IDBTransaction) => void,
): Promise<IDBDatabase> {
  const request = indexedDB.open(name, version);
  request.addEventListener('upgradeneeded', () => {
    if (request.transaction) upgrade?.(request.result, request.transaction);
  });
  return settled(request);
}

export interface Dumped {
  keyPath: string | string[] | null;
  autoIncrement: boolean;
  indexes: Record<string, string | string[]>;
  records: unknown[];
}

/** All that is in a database as it lies there, with its stores' shapes. */
export async function dump(name: string): Promise<{ version: number; stores: Record<string, Dumped> }> {
  const db = await openRaw(name);
  const stores: Record<string, Dumped> = {};
  for (const storeName of db.objectStoreNames) {
    const store = db.transaction(storeName).objectStore(storeName);
    const indexes = Object.fromEntries(
      [...store.indexNames].map((index) => [index, store.index(index).keyPath]),
    );
    const { keyPath, autoIncrement } = store;
    stores[storeName] = { keyPath, autoIncrement, indexes, records: await settled(store.getAll()) };
  }
  const { version } = db;
  db.close();
  return { version, stores };
}

/** Changes one record as it lies there. */
export async function damage(
  name: string,
  store: string,
  key: IDBValidKey,
  change: (record: object) => unknown,
) {
  const db = await openRaw(name);
  const records = db.transaction(store, 'readwrite').objectStore(store);
  const record: unknown = await settled(records.get(key));
  if (typeof record !== 'object' || record === null) throw new Error('Nothing to damage');
  await settled(records.put(change(record)));
  db.close();
}

export function newNote(id: string, place: NotePlace, more: Partial<NewNote> = {}): NewNote {
  return {
    id,
    place,
    dealName: 'Acme renewal',
    stage: 'Proposal',
    text: `text of ${id}`,
    privacy: 'private',
    kind: 'note',
    asked: null,
    promise: null,
    at: AT,
    ...more,
  };
}

export function draft(place: NotePlace, text: string): Draft {
  return { place, text, privacy: 'private', kind: 'note', asked: null, promise: null };
}

export function sighting(
  deal: string,
  rep: string | null,
  values: Record<string, string>,
  at = AT,
): Sighting {
  const fields: Reading['fields'] = {};
  for (const name of FIELD_NAMES) {
    const value = values[name];
    if (value !== undefined) fields[name] = { state: 'read', value, how: 'test' };
  }
  const reading: Reading = {
    crm: 'espocrm',
    recipeVersion: 1,
    pageKind: 'deal',
    object: 'Opportunity',
    at,
    lang: 'en',
    fields,
    missing: [],
    empty: [],
  };
  return sightingOf(reading, { site: deal.split('|')[0] ?? '', deal, rep });
}
