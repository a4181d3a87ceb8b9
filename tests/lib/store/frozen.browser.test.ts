import { expect, test } from 'vitest';
import { deal } from '@/lib/store/deals';
import { draftAt } from '@/lib/store/drafts';
import { health } from '@/lib/store/health';
import { countNotes, countNotesOfDeal, keepNote, note, notesOfRep, restoreNote } from '@/lib/store/notes';
import { reps } from '@/lib/store/reps';
import { VERSION } from '@/lib/store/schema';
import { setting } from '@/lib/store/settings';
import { sightingsOfDeal } from '@/lib/store/sightings';
import { sites } from '@/lib/store/sites';
import { AT, dump, freshName, newNote, openRaw, testStore } from './stores';
import type { Dumped } from './stores';

/** What `dump` gave of a database when its version was current: frozen/v<n>.json. Never changed once it has shipped. */
interface Frozen {
  version: number;
  stores: Record<string, Dumped>;
}

const files = import.meta.glob<Frozen>('./frozen/v*.json', { eager: true, import: 'default' });
const VERSIONS = Array.from({ length: VERSION }, (_, at) => at + 1);
const ALL = { limit: 50, before: null };
const DEAL = 'site1|Opportunity|42';

function frozen(version: number): Frozen {
  const file = files[`./frozen/v${version}.json`];
  if (!file)
    throw new Error(`No frozen database of version ${version}: keep one with dump() before it ships`);
  return file;
}

async function thaw({ version, stores }: Frozen): Promise<string> {
  const name = freshName();
  const db = await openRaw(name, version, (fresh) => {
    for (const [storeName, { keyPath, autoIncrement, indexes, records }] of Object.entries(stores)) {
      const store = fresh.createObjectStore(storeName, { keyPath, autoIncrement });
      for (const [index, path] of Object.entries(indexes)) store.createIndex(index, path);
      for (const record of records) store.put(record);
    }
  });
  db.close();
  return name;
}

test.each(VERSIONS)(
  'a database of version %i opens, all of it is read, and it is written on',
  async (version) => {
    const { store, name, faults } = testStore({ name: await thaw(frozen(version)) });
    expect(await sites(store)).toMatchObject([{ id: 'site1', on: true, crm: 'espocrm' }]);
    expect(await reps(store)).toMatchObject([
      { name: 'José Peña', onTeam: true },
      { name: '田中 太郎', onTeam: null },
    ]);
    expect(await deal(store, DEAL)).toMatchObject({ rep: 'rep1', identity: { account: 'Acme' } });
    expect(await deal(store, 'site1|Opportunity|43')).toMatchObject({ ownerSaid: 'rep2' });
    expect(await sightingsOfDeal(store, DEAL, ALL)).toMatchObject([
      {
        site: 'site1',
        rep: 'rep1',
        fields: {
          amount: { state: 'approximate', value: '7000', currency: 'EUR' },
          closeDate: { state: 'ambiguous', alternatives: ['2026-12-01', '2026-01-12'] },
        },
      },
      {
        at: AT,
        fields: { name: { state: 'read', value: 'Acme renewal' }, closeDate: { value: '2026-12-26' } },
      },
    ]);
    expect(await notesOfRep(store, 'rep1', ALL)).toMatchObject([
      {
        id: 'note1',
        text: 'asked for the budget\nthey will say on Friday',
        privacy: 'shareable',
        revision: 1,
      },
    ]);
    expect(await note(store, 'note3')).toMatchObject({ removedAt: '2026-11-25T09:01:00+01:00' });
    expect(await countNotes(store)).toBe(version === 1 ? 2 : 4);
    expect(await draftAt(store, { deal: DEAL, rep: null })).toMatchObject({ text: 'half a thought' });
    expect((await health(store, 'site1 0'))?.fields.amount?.longest).toBe(version < 3 ? undefined : 1);
    expect(await setting(store, 'theme')).toBe('night');
    expect(await setting(store, 'layouts')).toMatchObject({
      'https://crm.example.com:8443': { side: 'left' },
    });

    expect((await keepNote(store, 'op-n1', newNote('again', { deal: DEAL, rep: 'rep1' }))).id).toBe('note1');
    await restoreNote(store, 'new', 'note3');
    expect(await countNotesOfDeal(store, DEAL, 0)).toBe(2);
    expect(faults).toEqual([]);
    expect((await dump(name)).version).toBe(VERSION);
  },
);

test('a new database has the shape of the frozen one of this version', async () => {
  const shape = ({ stores }: Frozen) =>
    Object.entries(stores).map(([kind, { keyPath, autoIncrement, indexes }]) => [
      kind,
      keyPath,
      autoIncrement,
      indexes,
    ]);
  const { store, name } = testStore();
  await sites(store);
  expect(shape(await dump(name))).toEqual(shape(frozen(VERSION)));
});

test('each older version comes by its migrations to the shape of this one', async () => {
  for (const version of VERSIONS) {
    const { store, name } = testStore({ name: await thaw(frozen(version)) });
    await sites(store);
    const stores = Object.keys((await dump(name)).stores);
    expect(stores).toEqual(Object.keys(frozen(VERSION).stores));
  }
});
