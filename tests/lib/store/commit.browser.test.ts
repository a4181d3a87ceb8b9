import { unwrap } from 'idb';
import { describe, expect, test, vi } from 'vitest';
import { revisionOf } from '@/lib/store/commit';
import { put } from '@/lib/store/write';
import { SITES } from '@/lib/store/kinds';
import { countNotes, keepNote, note } from '@/lib/store/notes';
import { pruneOperations } from '@/lib/store/operations';
import { keepSite, site, sites } from '@/lib/store/sites';
import type { Committed } from '@/lib/store/commit';
import { AT, CODECS, dump, handTimers, newNote, NOW, openRaw, testStore } from './stores';

const PLACE = { deal: 's1|Opportunity|42', rep: 'ana' };
const SITE = { id: 's1', origins: ['https://crm.example'], on: true, crm: null, tenant: null, addedAt: AT };
const DAY = 86_400_000;

describe.each(CODECS)('a change through $codec', ({ make }) => {
  test('is made once when its operation comes twice, one after the other', async () => {
    const { store, name } = testStore({ codec: await make() });
    const first = await keepNote(store, 'op1', newNote('n1', PLACE));
    store.close();
    const later = testStore({ name, codec: store.codec }).store;
    const second = await keepNote(later, 'op1', newNote('n2', PLACE));
    expect(second).toEqual(first);
    expect(await countNotes(later)).toBe(1);
    expect(await revisionOf(later)).toBe(1);
  });

  test('is made once when its operation comes again while it is under way', async () => {
    const { store } = testStore({ codec: await make() });
    const [one, two] = await Promise.all([
      keepNote(store, 'op1', newNote('n1', PLACE)),
      keepNote(store, 'op1', newNote('n2', PLACE)),
    ]);
    expect(two).toEqual(one);
    expect(await countNotes(store)).toBe(1);
  });

  test('is made once when two connections make it at the same moment', async () => {
    const { store, name } = testStore({ codec: await make() });
    const other = testStore({ name, codec: store.codec }).store;
    const kept = await Promise.all([
      keepNote(store, 'op1', newNote('n1', PLACE)),
      keepNote(other, 'op1', newNote('n2', PLACE)),
    ]);
    expect(kept[0]).toEqual(kept[1]);
    expect(await countNotes(store)).toBe(1);
  });

  test('is lost by nobody when two connections write at the same moment', async () => {
    const { store, name } = testStore({ codec: await make() });
    const other = testStore({ name, codec: store.codec }).store;
    const ids = ['a', 'b', 'c', 'd', 'e'];
    const kept = await Promise.all(
      ids.flatMap((id) => [
        keepNote(store, `op ${id}1`, newNote(`${id}1`, PLACE)),
        keepNote(other, `op ${id}2`, newNote(`${id}2`, PLACE)),
      ]),
    );
    expect(new Set(kept.map(({ order }) => order)).size).toBe(10);
    expect(await countNotes(store)).toBe(10);
    expect(await revisionOf(store)).toBe(10);
  });
});

test('a change that throws writes nothing, and the next one is made', async () => {
  const { store, name } = testStore();
  const failing = store.commit('op1', async () => {
    await site(store, 's1');
    throw new Error('half way');
  });
  const next = keepSite(store, 'op2', SITE);
  await expect(failing).rejects.toThrow('half way');
  expect(await next).toEqual({ id: 's1', revision: 1, again: false });
  expect((await dump(name)).stores.ops?.records).toHaveLength(1);
});

test('a change of which one record cannot be written writes none of them', async () => {
  const { store, name } = testStore();
  const bad = { ...SITE, id: 's2', tenant: (() => 'no data') as unknown as string };
  const failing = store.commit('op1', async () => ({
    id: 's1',
    writes: [put(SITES, SITE), put(SITES, bad)],
  }));
  await expect(failing).rejects.toMatchObject({ code: 'not-saved' });
  const { stores } = await dump(name);
  for (const kind of ['sites', 'ops', 'meta']) expect(stores[kind]?.records, kind).toEqual([]);
  await keepSite(store, 'op1', SITE);
  expect(await sites(store)).toEqual([SITE]);
});

test('changes are made one at a time, in the order in which they were asked for', async () => {
  const { store } = testStore();
  let underWay = 0;
  const made: number[] = [];
  const change = (n: number) =>
    store.commit(`op${n}`, async () => {
      expect(++underWay).toBe(1);
      await sites(store);
      made.push(n);
      underWay--;
      return { id: 's1', writes: [put(SITES, { ...SITE, tenant: `${n}` })] };
    });
  await Promise.all([1, 2, 3, 4].map(change));
  expect(made).toEqual([1, 2, 3, 4]);
  expect((await site(store, 's1'))?.tenant).toBe('4');
});

test('each commit tells its revision and which kinds it changed; a retry and a change of nothing tell nothing', async () => {
  const { store } = testStore();
  const told: Committed[] = [];
  const end = store.onCommit((committed) => told.push(committed));
  await keepNote(store, 'op1', newNote('n1', PLACE));
  await keepNote(store, 'op1', newNote('n1', PLACE));
  await store.commit(null, async () => ({ id: '', writes: [] }));
  await keepSite(store, 'op2', SITE);
  end();
  await keepSite(store, 'op3', SITE);
  expect(told).toEqual([
    { revision: 1, kinds: ['notes', 'segments', 'drafts'], segments: [0] },
    { revision: 2, kinds: ['sites'], segments: [] },
  ]);
  expect(await revisionOf(store)).toBe(3);
});

/** Keeps every transaction on the stores of a note waiting until it is let go. */
async function hold(name: string): Promise<() => void> {
  const db = await openRaw(name);
  const transaction = db.transaction(['notes', 'ops', 'meta'], 'readwrite');
  let held = true;
  const again = (): void => {
    if (held) transaction.objectStore('meta').get('counters').addEventListener('success', again);
  };
  again();
  return () => {
    held = false;
    db.close();
  };
}

test('storage that does not answer within 5 s is "not saved", and the retry keeps the note once', async () => {
  const timers = handTimers();
  const { store, name } = testStore({ after: timers.after });
  await keepSite(store, 'op0', SITE);
  const letGo = await hold(name);
  const connected = await store.connection.use(async (db) => unwrap(db));
  const hanging = keepNote(store, 'op1', newNote('n1', PLACE));
  const refused = expect(hanging).rejects.toMatchObject({ code: 'not-saved' });
  await expect.poll(timers.waiting).toContain(5_000);
  timers.pass(4_999);
  timers.pass(5_000);
  await refused;
  expect(await store.connection.use(async (db) => unwrap(db))).not.toBe(connected);
  letGo();
  const kept = await keepNote(store, 'op1', newNote('n2', PLACE));
  expect(await note(store, kept.id)).toEqual(kept);
  expect(await countNotes(store)).toBe(1);
  expect(timers.waiting()).toEqual([]);
});

test('a commit that was told "not saved" but was written after all is found by its retry', async () => {
  const timers = handTimers();
  const { store, name } = testStore({ after: timers.after });
  await keepSite(store, 'op0', SITE);
  const uses = vi.spyOn(store.connection, 'use');
  let letGo = (): void => {};
  // The database begins to hang between reading and writing.
  const hanging = store.commit('op1', async () => {
    letGo = await hold(name);
    return { id: 's1', writes: [put(SITES, { ...SITE, tenant: 'late' })] };
  });
  const refused = expect(hanging).rejects.toMatchObject({ code: 'not-saved' });
  await expect.poll(() => uses.mock.calls.length).toBe(1);
  timers.pass(5_000);
  await refused;
  letGo();
  expect(await keepSite(store, 'op1', { ...SITE, tenant: 'retry' })).toEqual({
    id: 's1',
    revision: 2,
    again: true,
  });
  expect((await site(store, 's1'))?.tenant).toBe('late');
});

test('a change that was given up before it began to write is not written later', async () => {
  const timers = handTimers();
  const { store } = testStore({ after: timers.after });
  const begun = Promise.withResolvers<void>();
  const held = Promise.withResolvers<void>();
  const hanging = store.commit('op1', async () => {
    begun.resolve();
    await held.promise;
    return { id: 's1', writes: [put(SITES, SITE)] };
  });
  const refused = expect(hanging).rejects.toMatchObject({ code: 'not-saved' });
  await begun.promise;
  timers.pass(5_000);
  await refused;
  held.resolve();
  expect(await keepSite(store, 'op2', { ...SITE, id: 's2' })).toEqual({
    id: 's2',
    revision: 1,
    again: false,
  });
  expect(await sites(store)).toEqual([{ ...SITE, id: 's2' }]);
});

test('a change that waits behind one that hangs is answered within 5 s of being asked for, and written by nobody', async () => {
  const timers = handTimers();
  const { store } = testStore({ after: timers.after });
  const held = Promise.withResolvers<void>();
  const hanging = store.commit('op1', async () => {
    await held.promise;
    return { id: 's1', writes: [put(SITES, SITE)] };
  });
  const waiting = keepSite(store, 'op2', { ...SITE, id: 's2' });
  const refused = Promise.all(
    [hanging, waiting].map((one) => expect(one).rejects.toMatchObject({ code: 'not-saved' })),
  );
  await expect.poll(() => timers.waiting().filter((ms) => ms === 5_000).length).toBe(2);
  timers.pass(5_000);
  await refused;
  held.resolve();
  await keepSite(store, 'op3', { ...SITE, id: 's3' });
  expect((await sites(store)).map(({ id }) => id)).toEqual(['s3']);
  expect(timers.waiting()).toEqual([]);
});

/** A disk that is full: what was asked for succeeds, and the transaction is then taken back instead of written. */
function fillDisk() {
  return vi.spyOn(IDBTransaction.prototype, 'commit').mockImplementation(function (this: IDBTransaction) {
    this.abort();
  });
}

test('a full disk is "not saved" at once, and with room again the same operation is kept once', async () => {
  const { store } = testStore();
  await keepSite(store, 'op0', SITE);
  const disk = fillDisk();
  await expect(keepNote(store, 'op1', newNote('n1', PLACE))).rejects.toMatchObject({ code: 'not-saved' });
  disk.mockRestore();
  expect(await countNotes(store)).toBe(0);
  await keepNote(store, 'op1', newNote('n2', PLACE));
  expect(await countNotes(store)).toBe(1);
});

test('operations are remembered for 30 days and then forgotten', async () => {
  let now = NOW;
  const { store, name } = testStore({ now: () => now });
  await keepSite(store, 'op1', SITE);
  now += 5 * DAY;
  await keepSite(store, 'op2', SITE);
  const ids = async () =>
    (await dump(name)).stores.ops?.records.map((record) => (record as { id: string }).id);
  now = NOW + 30 * DAY;
  await pruneOperations(store);
  expect(await ids()).toEqual(['op1', 'op2']);
  now = NOW + 31 * DAY;
  await pruneOperations(store);
  expect(await ids()).toEqual(['op2']);
});
