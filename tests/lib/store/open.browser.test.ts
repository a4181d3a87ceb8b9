import { unwrap } from 'idb';
import { expect, onTestFinished, test, vi } from 'vitest';
import { isDataLoss } from '@/lib/store/open';
import { VERSION } from '@/lib/store/schema';
import { keepSite, sites } from '@/lib/store/sites';
import { AT, dump, freshName, handTimers, openRaw, testStore } from './stores';

const SITE = { id: 's1', origins: ['https://crm.example'], on: true, crm: null, tenant: null, addedAt: AT };

test('a database of a newer Sideline is refused for reading and writing, and left as it is', async () => {
  const name = freshName();
  const newer = await openRaw(name, VERSION + 1, (db) =>
    db.createObjectStore('later', { keyPath: 'id' }).put({ id: 1 }),
  );
  newer.close();
  const before = await dump(name);
  const { store } = testStore({ name });
  await expect(sites(store)).rejects.toMatchObject({ code: 'newer-database' });
  await expect(keepSite(store, 'op1', SITE)).rejects.toMatchObject({ code: 'newer-database' });
  expect(await dump(name)).toEqual(before);
});

test('an upgrade that another connection blocks is given up after the time given, and opens once it is let go', async () => {
  const timers = handTimers();
  const { name, store: first } = testStore();
  await keepSite(first, 'op1', SITE);
  first.close();
  const holding = await openRaw(name);
  const asked = new Promise((resolve) => holding.addEventListener('versionchange', resolve));
  const { store } = testStore({ name, version: VERSION + 1, after: timers.after, blockedAfter: 700 });
  const opening = sites(store);
  const refused = expect(opening).rejects.toMatchObject({ code: 'blocked' });
  await asked;
  expect(timers.waiting()).toEqual([700]);
  timers.pass(700);
  await refused;
  const closed = vi.spyOn(IDBDatabase.prototype, 'close');
  onTestFinished(() => closed.mockRestore());
  holding.close();
  // The open that was given up still comes, and must not stay as a second connection.
  await expect.poll(() => closed.mock.contexts.length).toBe(2);
  expect(await sites(store)).toEqual([SITE]);
  expect(timers.waiting()).toEqual([]);
});

test('a connection makes way for a newer Sideline, and is refused from then on', async () => {
  const { name, store } = testStore();
  await keepSite(store, 'op1', SITE);
  const newer = testStore({ name, version: VERSION + 1 }).store;
  expect(await sites(newer)).toEqual([SITE]);
  await expect(sites(store)).rejects.toMatchObject({ code: 'newer-database' });
});

test('a connection makes way for the erasing of the database', async () => {
  const { name, store } = testStore();
  await keepSite(store, 'op1', SITE);
  await new Promise((resolve) => indexedDB.deleteDatabase(name).addEventListener('success', resolve));
  expect(await sites(store)).toEqual([]);
});

test('a connection that the browser ended is opened again at the next use', async () => {
  const { store } = testStore();
  await keepSite(store, 'op1', SITE);
  const ended = await store.connection.use(async (db) => unwrap(db));
  ended.dispatchEvent(new Event('close'));
  expect(await store.connection.use(async (db) => unwrap(db))).not.toBe(ended);
  ended.close();
  expect(await sites(store)).toEqual([SITE]);
});

test('a connection that is closed without a word is opened again, and the change is made once', async () => {
  const { store } = testStore();
  await keepSite(store, 'op1', SITE);
  await store.connection.use(async (db) => db.close());
  expect(await keepSite(store, 'op2', { ...SITE, id: 's2' })).toEqual({
    id: 's2',
    revision: 2,
    again: false,
  });
  expect(await sites(store)).toHaveLength(2);
});

test('many first uses at once open one connection', async () => {
  const { store } = testStore();
  const used = await Promise.all([1, 2, 3, 4].map(() => store.connection.use(async (db) => unwrap(db))));
  expect(new Set(used).size).toBe(1);
});

test('a damaged database that the browser has emptied is told by its sign alone', () => {
  expect(isDataLoss(Object.assign(new Event('upgradeneeded'), { dataLoss: 'total' }))).toBe(true);
  expect(isDataLoss(Object.assign(new Event('upgradeneeded'), { dataLoss: 'none' }))).toBe(false);
  expect(isDataLoss(new Event('upgradeneeded'))).toBe(false);
});

test('the upgrade of an emptied database reports the loss', async () => {
  // Damage itself cannot be done from inside a page: the event is given the sign that Chromium puts on it.
  const sign = (event: Event): void => void Object.defineProperty(event, 'dataLoss', { value: 'total' });
  const open = indexedDB.open.bind(indexedDB);
  indexedDB.open = (...asked) => {
    const request = open(...asked);
    request.addEventListener('upgradeneeded', sign);
    return request;
  };
  try {
    const { store, faults } = testStore();
    await sites(store);
    expect(faults).toEqual([{ is: 'data-lost' }]);
  } finally {
    indexedDB.open = open;
  }
});
