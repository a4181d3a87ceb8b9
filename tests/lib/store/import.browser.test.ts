import { describe, expect, test, vi } from 'vitest';
import { beginImport, isEmpty } from '@/lib/store/import';
import { keepDraft } from '@/lib/store/drafts';
import { keepNote } from '@/lib/store/notes';
import { repFor, reps } from '@/lib/store/reps';
import { set, setting } from '@/lib/store/settings';
import { keepSite, sites } from '@/lib/store/sites';
import type { Committed } from '@/lib/store/commit';
import { AT, CODECS, draft, dump, newNote, testStore } from './stores';
import { exportAll, importAll } from './transfers';

const SITE = { id: 's1', origins: ['https://crm.example'], on: true, crm: null, tenant: null, addedAt: AT };
const ANA = { alias: { site: 's1', name: 'Ana', userId: null }, at: AT, newId: 'ana' };
const REP = { id: 'bo', name: 'Bo', aliases: [], onTeam: null, firstSeen: AT };

/** What lies in every store but the counters and operations. */
async function lies(name: string) {
  const { stores } = await dump(name);
  return Object.fromEntries(
    Object.entries(stores).flatMap(([kind, { records }]) =>
      kind === 'meta' || kind === 'ops' ? [] : [[kind, records]],
    ),
  );
}

describe('a profile', () => {
  test('in which anything is kept takes no file, and stays as it is', async () => {
    const fillings = [
      (store: Parameters<typeof reps>[0]) => repFor(store, ANA),
      (store: Parameters<typeof reps>[0]) => keepNote(store, 'op', newNote('n1', { deal: null, rep: 'ana' })),
      (store: Parameters<typeof reps>[0]) => keepDraft(store, draft({ deal: null, rep: 'ana' }, 'half')),
    ];
    for (const keep of fillings) {
      const { store, name } = testStore();
      await keep(store);
      const before = await dump(name);
      expect(await isEmpty(store)).toBe(false);
      await expect(beginImport(store)).rejects.toMatchObject({ code: 'not-empty' });
      expect(await dump(name)).toEqual(before);
      // It is not held either.
      await keepSite(store, 'site', SITE);
    }
  });

  test('with sites and settings alone takes one', async () => {
    const { store } = testStore();
    await keepSite(store, 'site', SITE);
    await set(store, 'theme', 'night');
    expect(await isEmpty(store)).toBe(true);
    const taken = await beginImport(store);
    await taken.end();
  });
});

describe.each(CODECS)('an import that is interrupted, through $codec,', ({ make }) => {
  async function half() {
    const codec = await make();
    const { store, name } = testStore({ codec });
    await keepSite(store, 'site', SITE);
    await set(store, 'theme', 'night');
    const before = await lies(name);
    const taken = await beginImport(store);
    await taken.add('sites', [{ ...SITE, id: 's9' }]);
    await taken.add('reps', [REP]);
    await taken.add('settings', [{ name: 'theme', value: 'day' }]);
    return { codec, store, name, before, taken };
  }

  test('is taken back whole by the next life of the background', async () => {
    const { codec, store, name, before } = await half();
    expect(await lies(name)).not.toEqual(before);
    store.close();
    const next = testStore({ name, codec }).store;
    expect(await reps(next)).toEqual([]);
    expect(await lies(name)).toEqual(before);
    expect((await dump(name)).stores['meta']?.records).toHaveLength(1);
    expect(await setting(next, 'theme')).toBe('night');
    await repFor(next, ANA);
  });

  test('is taken back when it is given up, and another can begin', async () => {
    const { store, name, before, taken } = await half();
    await taken.takeBack();
    expect(await lies(name)).toEqual(before);
    await expect(taken.add('reps', [REP])).rejects.toMatchObject({ code: 'busy' });
    await (await beginImport(store)).end();
    expect(await sites(store)).toEqual([SITE]);
  });

  test('goes on where only the connection was lost', async () => {
    const { store, taken } = await half();
    store.connection.drop();
    await taken.add('reps', [{ ...REP, id: 'cy' }]);
    await taken.end();
    expect((await reps(store)).map(({ id }) => id)).toEqual(['bo', 'cy']);
  });

  test('is taken back where the disk is full', async () => {
    const { store, name, before, taken } = await half();
    const disk = vi.spyOn(IDBTransaction.prototype, 'commit').mockImplementation(function (
      this: IDBTransaction,
    ) {
      this.abort();
    });
    await expect(taken.add('reps', [{ ...REP, id: 'cy' }])).rejects.toMatchObject({ code: 'not-saved' });
    disk.mockRestore();
    await taken.takeBack();
    expect(await lies(name)).toEqual(before);
    await repFor(store, ANA);
  });
});

describe('while a file is taken in', () => {
  test('nobody else writes, and all changes are told together at the end', async () => {
    const from = testStore();
    await repFor(from.store, ANA);
    await keepNote(from.store, 'op', newNote('n1', { deal: null, rep: 'ana' }));
    const { store } = testStore();
    const told: Committed[] = [];
    store.onCommit((committed) => told.push(committed));
    const importing = importAll(store, await exportAll(from.store), 1);
    await expect(repFor(store, ANA)).rejects.toMatchObject({ code: 'busy' });
    await expect(beginImport(store)).rejects.toMatchObject({ code: 'busy' });
    expect(told).toEqual([]);
    await importing;
    expect(told).toEqual([{ revision: 2, kinds: ['reps', 'notes', 'segments'], segments: 'all' }]);
    await repFor(store, { ...ANA, alias: { ...ANA.alias, name: 'Bo' }, newId: 'bo' });
  });

  test('a record that is there already fails it', async () => {
    const { store } = testStore();
    const taken = await beginImport(store);
    await taken.add('reps', [REP]);
    await expect(taken.add('reps', [REP])).rejects.toMatchObject({ code: 'not-saved' });
    await taken.takeBack();
    expect(await reps(store)).toEqual([]);
  });
});
