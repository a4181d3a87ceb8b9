import { describe, expect, test } from 'vitest';
import { revisionOf } from '@/lib/store/commit';
import {
  keepSighting,
  keepSightings,
  lastSightingOfDeal,
  lastSightingOfRep,
  lastSightingsOf,
  sightingsOfDeal,
  sightingsOfRep,
} from '@/lib/store/sightings';
import { CODECS, dump, sighting, testStore } from './stores';

const KEY = 's1|Opportunity|42';
const ALL = { limit: 50, before: null };
const EARLY = '2026-11-24T18:02:11+01:00';
const LATER = '2026-11-25T09:00:00+01:00';

describe.each(CODECS)('sightings through $codec', ({ make }) => {
  test('one that was kept is read as it was, with every state of a field', async () => {
    const { store } = testStore({ codec: await make() });
    const seen = {
      ...sighting(KEY, 'ana', { name: 'Acme', stage: 'Proposal' }),
      fields: {
        name: { state: 'read', value: 'Acme' },
        amount: { state: 'approximate', value: '7000', currency: 'USD' },
        closeDate: { state: 'ambiguous', value: '2026-12-01', alternatives: ['2026-12-01', '2026-01-12'] },
        status: { state: 'inferred', value: 'open' },
      },
    } as const;
    const kept = await keepSighting(store, { ...seen, fields: structuredClone(seen.fields) as never });
    expect(kept).toEqual({ ...seen, order: 1 });
    expect(await lastSightingOfDeal(store, KEY)).toEqual(kept);
  });

  test('an equal one only moves when it was last seen and by which recipe', async () => {
    const { store, name } = testStore({ codec: await make() });
    await keepSighting(store, sighting(KEY, 'ana', { name: 'Acme' }, EARLY));
    await keepSighting(store, { ...sighting(KEY, 'ana', { name: 'Acme' }, LATER), recipeVersion: 2 });
    expect(await sightingsOfDeal(store, KEY, ALL)).toMatchObject([
      { at: EARLY, lastSeen: LATER, recipeVersion: 2, order: 1 },
    ]);
    expect((await dump(name)).stores.sightings?.records).toHaveLength(1);
  });

  test('a value that goes and comes back is three sightings, in their order also when the clock goes back', async () => {
    const { store } = testStore({ codec: await make() });
    await keepSighting(store, sighting(KEY, 'ana', { amount: '1' }, LATER));
    await keepSighting(store, sighting(KEY, 'ana', { amount: '2' }, EARLY));
    await keepSighting(store, sighting(KEY, 'ana', { amount: '1' }, EARLY));
    const seen = await sightingsOfDeal(store, KEY, ALL);
    expect(seen.map(({ fields }) => fields.amount?.value)).toEqual(['1', '2', '1']);
    expect(seen.map(({ order }) => order)).toEqual([3, 2, 1]);
  });

  test('the rows of a list are kept in one commit, a deal that is in it twice as often as it differs', async () => {
    const { store } = testStore({ codec: await make() });
    const row = (id: number, amount: string) => sighting(`s1|Opportunity|${id}`, 'ana', { amount });
    const kept = await keepSightings(store, [row(1, '1'), row(2, '1'), row(1, '1'), row(2, '2')]);
    expect(kept.map(({ order }) => order)).toEqual([1, 2, 1, 3]);
    expect(await revisionOf(store)).toBe(1);
    expect(await sightingsOfRep(store, 'ana', ALL)).toHaveLength(3);
    await keepSightings(store, []);
    expect(await revisionOf(store)).toBe(1);
  });

  test('they are listed by deal and by rep in pages, newest first', async () => {
    const { store } = testStore({ codec: await make() });
    for (const n of [1, 2, 3]) await keepSighting(store, sighting(KEY, 'ana', { amount: `${n}` }));
    await keepSighting(store, sighting(`${KEY}0`, 'ana', { amount: '9' }));
    await keepSighting(store, sighting(`${KEY}1`, null, { amount: '8' }));
    const orders = (page: { order: number }[]) => page.map(({ order }) => order);
    expect(orders(await sightingsOfDeal(store, KEY, { limit: 2, before: null }))).toEqual([3, 2]);
    expect(orders(await sightingsOfDeal(store, KEY, { limit: 2, before: 2 }))).toEqual([1]);
    expect(orders(await sightingsOfDeal(store, KEY, { ...ALL, from: 2 }))).toEqual([3, 2]);
    expect(orders(await sightingsOfRep(store, 'ana', ALL))).toEqual([4, 3, 2, 1]);
    expect((await lastSightingOfRep(store, 'ana'))?.deal).toBe(`${KEY}0`);
    expect(await lastSightingOfDeal(store, 's1|Opportunity|7')).toBeNull();
  });

  test('the last one of each of many deals, since the deal began anew, in the order of the question', async () => {
    const { store } = testStore({ codec: await make() });
    const keys = Array.from({ length: 250 }, (_, n) => `s1|Opportunity|${n}`);
    for (const amount of ['1', '2'])
      // oxlint-disable-next-line no-await-in-loop -- the second is the later one
      await keepSightings(
        store,
        keys.map((key) => sighting(key, 'ana', { amount })),
      );
    const last = await lastSightingsOf(
      store,
      keys.map((key) => ({ key, from: 0 })),
    );
    expect(last.map(({ deal }) => deal)).toEqual(keys);
    expect(last.every(({ fields }) => fields.amount?.value === '2')).toBe(true);
    const [first] = last;
    const since = (from: number) => [
      { key: keys[0] ?? '', from },
      { key: 's1|Opportunity|none', from: 0 },
    ];
    expect(await lastSightingsOf(store, since(first?.order ?? 0))).toHaveLength(1);
    expect(await lastSightingsOf(store, since((first?.order ?? 0) + 1))).toEqual([]);
    expect(await lastSightingsOf(store, [])).toEqual([]);
  });
});
