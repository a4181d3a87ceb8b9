import { expect, test } from 'vitest';
import { exampleTeam } from '@/lib/domain/example/team';
import { openCommitmentsOfRep } from '@/lib/store/commitments';
import { countDealsOfRep, deal } from '@/lib/store/deals';
import { fillWithExample } from '@/lib/store/fill';
import { commitmentsOfNotes } from '@/lib/store/note-companions';
import { countNotes, countNotesOfRep, notesOfRep } from '@/lib/store/notes';
import { findAll } from '@/lib/store/read';
import { removeDatabase } from '@/lib/store/remove';
import { reps } from '@/lib/store/reps';
import { SEGMENTS, wordsOf } from '@/lib/store/segments';
import { lastSightingOfRep, sightingsOfDeal } from '@/lib/store/sightings';
import { sites } from '@/lib/store/sites';
import { CODECS, freshName, handTimers, testStore } from './stores';

const team = exampleTeam('2026-11-24', 60);
const ALL = { limit: Infinity, before: null };
const BRUNO = 'example-bruno';

test.each(CODECS)(
  'with $codec the example team is found as if it had been kept bit by bit',
  async ({ make }) => {
    const { store, faults } = testStore({ codec: await make() });
    await fillWithExample(store, 'fill', team);

    expect(await sites(store)).toEqual([team.site]);
    expect((await reps(store)).map(({ name }) => name).sort()).toEqual(
      team.reps.map(({ name }) => name).sort(),
    );
    expect(await countNotes(store)).toBe(80);
    expect(await countNotesOfRep(store, BRUNO)).toBe(16);
    expect(await countDealsOfRep(store, BRUNO)).toBe(8);
    const notes = await notesOfRep(store, BRUNO, ALL);
    expect(notes.map(({ at }) => at)).toEqual(
      notes
        .map(({ at }) => at)
        .toSorted()
        .toReversed(),
    );
    const promises = notes.filter(({ kind }) => kind === 'promise');
    expect((await commitmentsOfNotes(store, notes)).size).toBe(promises.length);
    expect((await openCommitmentsOfRep(store, BRUNO)).map(({ due }) => due)).toEqual([
      '2026-11-27',
      '2026-12-04',
    ]);
    const key = `example|Deal|bruno-1`;
    expect((await deal(store, key))?.asked).toHaveLength(1);
    const seen = await sightingsOfDeal(store, key, ALL);
    expect(seen.map(({ at }) => at)).toEqual(
      team.sightings
        .filter((one) => one.deal === key)
        .map(({ at }) => at)
        .toReversed(),
    );
    expect((await lastSightingOfRep(store, BRUNO))?.lastSeen.slice(0, 10)).toBe('2026-11-23');
    expect(faults).toEqual([]);
  },
);

test('its notes are found by their words', async () => {
  const { store } = testStore();
  await fillWithExample(store, 'fill', team);
  const notes = (await Promise.all(team.reps.map(({ id }) => notesOfRep(store, id, ALL)))).flat();
  const words = (await findAll(store, SEGMENTS)).flatMap((segment) => segment.notes);
  const byOrder = <T extends { order: number }>(all: T[]) =>
    all.toSorted((one, other) => one.order - other.order);
  expect(byOrder(words)).toEqual(byOrder(notes).map(wordsOf));
});

test('filling again as a retry changes nothing', async () => {
  const { store } = testStore();
  const first = await fillWithExample(store, 'fill', team);
  expect(await fillWithExample(store, 'fill', team)).toEqual({ ...first, again: true });
  expect(await countNotes(store)).toBe(80);
});

test('a database is removed whole once it was let go of, and one that is not there is no fault', async () => {
  const { store, name } = testStore();
  await fillWithExample(store, 'fill', team);
  store.close();
  await removeDatabase(name);
  expect((await indexedDB.databases()).map((one) => one.name)).not.toContain(name);
  await removeDatabase(name);
  expect(await countNotes(store)).toBe(0);
});

test('one that is still held is said to be, and not waited for without end', async () => {
  const name = freshName();
  const { promise: open, resolve } = Promise.withResolvers<IDBDatabase>();
  const request = indexedDB.open(name);
  request.addEventListener('success', () => resolve(request.result));
  const held = await open;
  const timers = handTimers();
  const removing = removeDatabase(name, timers.after);
  const refused = expect(removing).rejects.toMatchObject({ code: 'blocked' });
  timers.pass(4_000);
  await refused;
  held.close();
});
