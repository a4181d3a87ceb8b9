import { describe, expect, test } from 'vitest';
import type { Health } from '@/lib/domain/health';
import { health, keepHealth } from '@/lib/store/health';
import { CODECS, damage, testStore } from './stores';

const ID = 'site1 0';
const HEALTH: Health = {
  id: ID,
  crm: 'espocrm',
  recipeVersion: 2,
  fields: {
    amount: {
      lastRead: '2026-11-24',
      on: ['site1|Opportunity|42'],
      row: [{ deal: 'site1|Opportunity|43', how: 'absent' }],
      longest: 1,
    },
  },
};

describe.each(CODECS)('with the $codec codec', ({ make }) => {
  test('what a reading changed is kept, and what it did not is not written', async () => {
    const { store } = testStore({ codec: await make() });
    const kinds: string[][] = [];
    store.onCommit((committed) => kinds.push(committed.kinds));
    expect(await health(store, ID)).toBeNull();
    const first = await keepHealth(store, ID, () => HEALTH);
    expect(first).toEqual({ before: { id: ID, crm: '', recipeVersion: 0, fields: {} }, after: HEALTH });
    expect(await health(store, ID)).toEqual(HEALTH);
    const again = await keepHealth(store, ID, (before) => before);
    expect(again).toEqual({ before: HEALTH, after: HEALTH });
    expect(kinds).toEqual([['health']]);
  });
});

test('changes at once follow each other', async () => {
  const { store } = testStore();
  const longer = (before: Health): Health => ({ ...before, recipeVersion: before.recipeVersion + 1 });
  await Promise.all([1, 2, 3, 4].map(() => keepHealth(store, ID, longer)));
  expect((await health(store, ID))?.recipeVersion).toBe(4);
});

test('what cannot be read is reported, and begun anew', async () => {
  const { store, name, faults } = testStore();
  await keepHealth(store, ID, () => HEALTH);
  await damage(name, 'health', ID, (record) => ({ ...record, body: { id: ID, fields: 'none' } }));
  const { before } = await keepHealth(store, ID, () => HEALTH);
  expect(before.fields).toEqual({});
  expect(faults.length).toBeGreaterThan(0);
  expect(await health(store, ID)).toEqual(HEALTH);
});
