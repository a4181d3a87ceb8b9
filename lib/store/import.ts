import type { SettingName } from '@/lib/domain/settings';
import type { Site } from '@/lib/domain/site';
import type { ExportedRecords, ExportKind } from '@/lib/domain/transfer';
import { StoreError } from './errors';
import { COMMITMENTS, DEALS, DRAFTS, NOTES, REPS, settingKind, SITES } from './kinds';
import type { Database } from './open';
import { findAll } from './read';
import { segmentWrites } from './segments';
import { SIGHTINGS } from './sightings';
import type { Store } from './store';
import { add, put } from './write';
import type { Write } from './write';

/** A file that is being taken in. Nobody else writes until it is at its end, or taken back. */
export interface Import {
  /** Writes records that were checked. @throws StoreError `not-saved`; then it must be taken back */
  add<K extends ExportKind>(kind: K, records: ExportedRecords[K][]): Promise<void>;
  /** From now on it counts. @throws StoreError `not-saved`; then it must be taken back */
  end(): Promise<void>;
  /** Makes everything as it was before. Where storage fails at that, too, the next use of the database does it. */
  takeBack(): Promise<void>;
}

/** What must be empty: sites and settings may be there before anything is written. */
const EMPTY = ['reps', 'deals', 'sightings', 'notes', 'commitments', 'drafts'] as const;

/** @throws StoreError `not-empty`, `busy`, `not-saved` */
export async function beginImport(store: Store): Promise<Import> {
  const held = await store.hold();
  try {
    await store.connection.use((db) => mark(db));
  } catch (error) {
    held.letGo();
    throw error;
  }
  return {
    async add(kind, records) {
      await held.commit(null, async () => ({
        id: '',
        writes: await writesOf(store, kind, records),
        order: highestOf(records),
      }));
    },
    async end() {
      await store.connection.use((db) => db.delete('meta', 'importing'));
      held.letGo();
    },
    async takeBack() {
      held.abandon();
      await store.connection.use(() => Promise.resolve());
    },
  };
}

/** Whether a file could be taken in now. */
export function isEmpty(store: Store): Promise<boolean> {
  return store.connection.use(async (db) => {
    const transaction = db.transaction(EMPTY);
    const counts = await Promise.all(EMPTY.map((kind) => transaction.objectStore(kind).count()));
    return counts.every((count) => count === 0);
  });
}

/** One transaction: nothing can come between looking and marking. */
async function mark(db: Database): Promise<void> {
  const transaction = db.transaction([...EMPTY, 'meta', 'sites', 'settings'], 'readwrite', {
    durability: 'strict',
  });
  const counts = await Promise.all(EMPTY.map((kind) => transaction.objectStore(kind).count()));
  const [sites, settings] = await Promise.all([
    transaction.objectStore('sites').getAll(),
    transaction.objectStore('settings').getAll(),
  ]);
  const isFree = counts.every((count) => count === 0);
  if (isFree) await transaction.objectStore('meta').put({ name: 'importing', sites, settings });
  await transaction.done;
  if (!isFree) throw new StoreError('not-empty');
}

function highestOf(records: readonly object[]): number {
  const orders = records.map((record) => {
    if ('order' in record && typeof record.order === 'number') return record.order;
    // A deal remembers where its former one ended.
    return 'from' in record && typeof record.from === 'number' ? record.from : 0;
  });
  return orders.reduce((one, other) => Math.max(one, other), 0);
}

type WritesOf = {
  [K in ExportKind]: (store: Store, records: ExportedRecords[K][]) => Write[] | Promise<Write[]>;
};

const WRITES: WritesOf = {
  sites: siteWrites,
  reps: (_, reps) => reps.map((rep) => add(REPS, rep)),
  deals: (_, deals) => deals.map((deal) => add(DEALS, deal)),
  sightings: (_, sightings) => sightings.map((sighting) => add(SIGHTINGS, sighting)),
  notes: async (store, notes) => [
    ...notes.map((note) => add(NOTES, note)),
    ...(await segmentWrites(store, notes, null)),
  ],
  commitments: (_, commitments) => commitments.map((commitment) => add(COMMITMENTS, commitment)),
  drafts: (_, drafts) => drafts.map((draft) => add(DRAFTS, draft)),
  // Each was parsed by the schema of its name.
  settings: (_, settings) =>
    settings.map(({ name, value }) => put(settingKind(name as SettingName), value as never)),
};

function writesOf<K extends ExportKind>(store: Store, kind: K, records: ExportedRecords[K][]) {
  return WRITES[kind](store, records);
}

/** A site of the file replaces what is here under one of its origins; turned on here, it stays on. */
async function siteWrites(store: Store, sites: Site[]): Promise<Write[]> {
  const here = await findAll(store, SITES);
  const replaces = (site: Site, known: Site): boolean =>
    site.id === known.id || site.origins.some((origin) => known.origins.includes(origin));
  const gone = here.filter((known) => sites.some((site) => replaces(site, known)));
  const kept = sites.map((site) => ({
    ...site,
    on: site.on || gone.some((known) => known.on && replaces(site, known)),
  }));
  const ids = new Set(sites.map(({ id }) => id));
  return [
    ...gone.filter(({ id }) => !ids.has(id)).map(({ id }): Write => ({ store: 'sites', delete: id })),
    ...kept.map((site) => put(SITES, site)),
  ];
}
