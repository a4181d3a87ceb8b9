import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { setKept } from '@/lib/store/commitments';
import { answerSameDeal, readDeal, sayOwner } from '@/lib/store/deals';
import { keepDraft } from '@/lib/store/drafts';
import { erase } from '@/lib/store/erase';
import { keepNote, note, notesOfRep, removeNote, turnNote } from '@/lib/store/notes';
import { confirmRep, repFor } from '@/lib/store/reps';
import { set, setting } from '@/lib/store/settings';
import { keepSighting } from '@/lib/store/sightings';
import { keepSite, sites } from '@/lib/store/sites';
import { openStore } from '@/lib/store/store';
import type { Store } from '@/lib/store/store';
import { AT, CODECS, damage, draft, dump, newNote, NOW, sighting, testStore } from './stores';
import { exportAll, exportParts, importAll } from './transfers';

const site = (id: string, origin: string, on = true) => ({
  id,
  origins: [origin],
  on,
  crm: 'espocrm',
  tenant: null,
  addedAt: AT,
});
const DEALS = ['s1|Opportunity|1', 's1|Opportunity|2'];
const REPS = ['ana', 'bo'];
const identity = (name: string) => ({ name, account: `${name} Ltd`, createdDate: null });

/** A small profile with something of every kind in it. */
async function fill(store: Store): Promise<void> {
  await keepSite(store, 'site', site('s1', 'https://crm.example'));
  for (const id of REPS)
    await repFor(store, { alias: { site: 's1', name: id, userId: null }, at: AT, newId: id });
  for (const [at, key] of DEALS.entries())
    await readDeal(store, { key, rep: REPS[at] ?? null, identity: identity(`Deal ${at}`) });
}

type Step = { do: number; deal: number; rep: number; text: string };
const step: fc.Arbitrary<Step> = fc.record({
  do: fc.nat({ max: 11 }),
  deal: fc.nat({ max: 1 }),
  rep: fc.nat({ max: 1 }),
  text: fc.oneof(fc.string({ minLength: 1 }), fc.string({ unit: 'grapheme', minLength: 1 })),
});

/** One thing that happens to a profile; refused ones change nothing. */
async function happen(store: Store, { do: what, deal, rep, text }: Step, at: number): Promise<unknown> {
  const [key = '', who = ''] = [DEALS[deal], REPS[rep]];
  const op = `op${at}`;
  const id = `n${deal}${rep}`;
  const steps: (() => Promise<unknown>)[] = [
    () => keepNote(store, op, newNote(op, { deal: key, rep: who }, { text })),
    () => keepNote(store, op, newNote(id, { deal: null, rep: who }, { text })),
    () =>
      keepNote(
        store,
        op,
        newNote(op, { deal: key, rep: null }, { text, kind: 'promise', promise: { who: 'rep', due: null } }),
      ),
    () => removeNote(store, op, id, AT),
    () => turnNote(store, op, { id, kind: 'promise', at: AT }),
    () => setKept(store, op, id, '2026-11-25'),
    () => keepDraft(store, draft({ deal: deal ? key : null, rep: who }, text)),
    () => keepSighting(store, sighting(key, who, { nextStep: text, stage: 'Proposal' })),
    () => readDeal(store, { key, rep: who, identity: identity(text) }),
    () => answerSameDeal(store, op, key, rep === 1),
    () => sayOwner(store, op, key, who),
    () => (rep ? confirmRep(store, op, who, deal === 1) : set(store, 'theme', deal ? 'night' : 'day')),
  ];
  return steps[what]?.().catch(() => undefined);
}

/** What lies in a database, but for what means nothing elsewhere. */
async function lies(name: string) {
  const { stores } = await dump(name);
  return Object.fromEntries(
    Object.entries(stores)
      .filter(([store]) => !['ops', 'meta'].includes(store))
      .map(([store, { records }]) => [store, records]),
  );
}

describe.each(CODECS)('a profile that is kept through $codec', ({ make }) => {
  test('comes out, goes into another and comes out again as the same, whatever happened in it', async () => {
    const codec = await make();
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 20 }),
        fc.integer({ min: 1, max: 9 }),
        async (steps, at) => {
          const names = [`out-${crypto.randomUUID()}`, `in-${crypto.randomUUID()}`];
          const [from, to] = names.map((name) =>
            openStore({ name, codec, now: () => NOW, report: () => {} }),
          ) as [Store, Store];
          try {
            await fill(from);
            for (const [index, one] of steps.entries()) await happen(from, one, index);
            const out = await exportAll(from);
            await importAll(to, out, at);
            expect(await exportAll(to)).toEqual(out);
            for (const rep of REPS)
              expect(await notesOfRep(to, rep, { limit: 99, before: null })).toEqual(
                await notesOfRep(from, rep, { limit: 99, before: null }),
              );
            // What is written next comes after everything that was taken in.
            const all = [...out.notes, ...out.sightings, ...out.commitments].map(({ order }) => order);
            const next = await keepNote(to, 'next', newNote('next', { deal: null, rep: 'ana' }));
            expect(next.order).toBeGreaterThan(Math.max(0, ...all, ...out.deals.map((deal) => deal.from)));
          } finally {
            from.close();
            to.close();
            for (const name of names) indexedDB.deleteDatabase(name);
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  test('comes out in parts that one message can carry', async () => {
    const { store } = testStore({ codec: await make() });
    await fill(store);
    for (let at = 0; at < 60; at++)
      await keepNote(
        store,
        `op${at}`,
        newNote(`n${at}`, { deal: null, rep: 'ana' }, { text: 'é'.repeat(19_000) }),
      );
    const parts = await exportParts(store);
    const notes = parts.filter(({ kind }) => kind === 'notes');
    expect(notes.length).toBeGreaterThan(2);
    expect(notes.flatMap(({ items }) => items)).toHaveLength(60);
    expect(new Set(parts.map(({ revision }) => revision)).size).toBe(1);
  });
});

test('what was kept lies as it lay before, with the words by which it is found', async () => {
  const from = testStore();
  await fill(from.store);
  for (let at = 0; at < 300; at++)
    await happen(from.store, { do: at % 3, deal: at % 2, rep: (at >> 1) % 2, text: `words ${at}` }, at);
  const to = testStore();
  await importAll(to.store, await exportAll(from.store), 50);
  expect(await lies(to.name)).toEqual(await lies(from.name));
});

test('what was deleted is in no export, and what cannot be read is counted', async () => {
  const { store, name } = testStore();
  await fill(store);
  for (const id of ['n1', 'n2', 'n3']) await keepNote(store, id, newNote(id, { deal: null, rep: 'ana' }));
  await removeNote(store, 'op', 'n2', AT);
  await damage(name, 'notes', 'n3', (record) => ({ ...record, body: { half: true } }));
  const parts = await exportParts(store);
  const notes = parts.find(({ kind }) => kind === 'notes');
  expect(notes?.items).toMatchObject([{ id: 'n1' }]);
  expect(notes?.unreadable).toBe(1);
});

test('a change between two parts shows in their revision', async () => {
  const { store } = testStore();
  await fill(store);
  const parts = await exportParts(store);
  await set(store, 'theme', 'night');
  expect((await exportParts(store))[0]?.revision).toBeGreaterThan(parts[0]?.revision ?? 0);
});

test('a site of the file replaces one that has an origin of it, and what is turned on here stays on', async () => {
  const from = testStore();
  await fill(from.store);
  await keepSite(from.store, 'off', site('s1', 'https://crm.example', false));
  const { store } = testStore();
  await keepSite(store, 'here', site('mine', 'https://crm.example'));
  await keepSite(store, 'other', site('other', 'https://other.example'));
  await set(store, 'startsCovered', true);
  await importAll(store, await exportAll(from.store));
  expect(await sites(store)).toEqual([
    site('other', 'https://other.example'),
    site('s1', 'https://crm.example'),
  ]);
  expect(await setting(store, 'startsCovered')).toBe(true);
});

test('erased, nothing lies in the database, and it works as a new one', async () => {
  const { store, name } = testStore();
  await fill(store);
  await keepNote(store, 'op1', newNote('n1', { deal: null, rep: 'ana' }));
  await erase(store, async () => {
    await expect(keepNote(store, 'op2', newNote('n2', { deal: null, rep: 'ana' }))).rejects.toMatchObject({
      code: 'busy',
    });
  });
  const { stores } = await dump(name);
  for (const [kind, { records }] of Object.entries(stores))
    if (kind !== 'meta') expect(records, kind).toEqual([]);
  await keepNote(store, 'op1', newNote('n1', { deal: null, rep: 'ana' }));
  expect((await note(store, 'n1'))?.order).toBe(1);
});
