import { describe, expect, test } from 'vitest';
import { openCommitmentsOfRep, setKept, setTerms } from '@/lib/store/commitments';
import { deal, readDeal, sayOwner } from '@/lib/store/deals';
import { editNote, keepNote, purgeRemoved, removeNote, restoreNote, turnNote } from '@/lib/store/notes';
import { AT, CODECS, newNote, testStore } from './stores';

const DEAL = 's1|Opportunity|42';
const BO = { deal: null, rep: 'bo' };
const DAY = 86_400_000;

describe.each(CODECS)('a promise through $codec', ({ make }) => {
  async function promised(more = {}) {
    const { store } = testStore({ codec: await make() });
    const terms = { kind: 'promise', promise: { who: 'rep', due: '2026-12-01' }, text: 'meets the buyer' };
    await keepNote(store, 'op1', newNote('n1', BO, { ...terms, ...more } as object));
    return store;
  }

  test('is kept as a commitment with its note: who, what, by when', async () => {
    const store = await promised();
    expect(await openCommitmentsOfRep(store, 'bo')).toEqual([
      {
        id: 'n1',
        note: 'n1',
        who: 'rep',
        what: 'meets the buyer',
        due: '2026-12-01',
        rep: 'bo',
        deal: null,
        dealName: 'Acme renewal',
        privacy: 'private',
        at: AT,
        keptOn: null,
        order: 2,
        removedAt: null,
      },
    ]);
  });

  test('follows the words and the privacy of its note, and goes and comes back with it', async () => {
    const store = await promised();
    const edit = { id: 'n1', revision: 0, text: 'meets both buyers', privacy: 'shareable', at: AT } as const;
    await editNote(store, 'op2', edit);
    const [after] = await openCommitmentsOfRep(store, 'bo');
    expect(after).toMatchObject({ what: 'meets both buyers', privacy: 'shareable', due: '2026-12-01' });
    await removeNote(store, 'op3', 'n1', AT);
    expect(await openCommitmentsOfRep(store, 'bo')).toEqual([]);
    await restoreNote(store, 'op4', 'n1');
    expect(await openCommitmentsOfRep(store, 'bo')).toMatchObject([{ what: 'meets both buyers' }]);
  });

  test('that becomes another kind of note and a promise again is as it was', async () => {
    const store = await promised();
    expect(await turnNote(store, 'op2', { id: 'n1', kind: 'note', at: AT })).toMatchObject({ kind: 'note' });
    expect(await openCommitmentsOfRep(store, 'bo')).toEqual([]);
    await turnNote(store, 'op3', { id: 'n1', kind: 'promise', at: AT });
    expect(await openCommitmentsOfRep(store, 'bo')).toMatchObject([{ who: 'rep', due: '2026-12-01' }]);
  });

  test('made of a note in one step is the manager’s own, without a day', async () => {
    const store = await promised({ kind: 'note', promise: null });
    expect(await openCommitmentsOfRep(store, 'bo')).toEqual([]);
    await turnNote(store, 'op2', { id: 'n1', kind: 'promise', at: AT });
    expect(await openCommitmentsOfRep(store, 'bo')).toMatchObject([{ who: 'manager', due: null }]);
  });

  test('is changed, kept and open again; what is not there is refused', async () => {
    const store = await promised();
    await setTerms(store, 'op2', 'n1', { who: 'manager', due: null });
    expect(await openCommitmentsOfRep(store, 'bo')).toMatchObject([{ who: 'manager', due: null }]);
    await setKept(store, 'op3', 'n1', '2026-11-24');
    expect(await openCommitmentsOfRep(store, 'bo')).toEqual([]);
    await setKept(store, 'op4', 'n1', null);
    expect(await openCommitmentsOfRep(store, 'bo')).toHaveLength(1);
    await removeNote(store, 'op5', 'n1', AT);
    await expect(setKept(store, 'op6', 'n1', null)).rejects.toMatchObject({ code: 'not-found' });
    await expect(setTerms(store, 'op7', 'no', { who: 'rep', due: null })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  test('is listed by its day, those without one last', async () => {
    const store = await promised();
    const more = [
      ['n2', null],
      ['n3', '2026-11-20'],
      ['n4', '2026-12-24'],
    ] as const;
    for (const [id, due] of more)
      // oxlint-disable-next-line no-await-in-loop -- in this order
      await keepNote(store, id, newNote(id, BO, { kind: 'promise', promise: { who: 'manager', due } }));
    expect((await openCommitmentsOfRep(store, 'bo')).map(({ id }) => id)).toEqual(['n3', 'n1', 'n4', 'n2']);
  });

  test('is purged with its note', async () => {
    const store = await promised();
    await removeNote(store, 'op2', 'n1', AT);
    expect(await purgeRemoved(store, Date.parse(AT) + DAY)).toBe(1);
    await expect(restoreNote(store, 'op3', 'n1')).rejects.toMatchObject({ code: 'not-found' });
    const records = await store.connection.use((db) => db.count('commitments'));
    expect(records).toBe(0);
  });
});

const NOBODY = { key: DEAL, rep: null, identity: { name: 'Acme', account: null, createdDate: null } };

test('a promise on a deal is filed under its owner with its note, once the manager says who that is', async () => {
  const { store } = testStore();
  await readDeal(store, NOBODY);
  await keepNote(store, 'op1', newNote('n1', { deal: DEAL, rep: null }, { kind: 'promise' }));
  await sayOwner(store, 'op2', DEAL, 'bo');
  expect(await openCommitmentsOfRep(store, 'bo')).toMatchObject([{ id: 'n1', deal: DEAL, rep: 'bo' }]);
});

test('a question is asked once its note is kept, is not while that is removed, and keeps only its newest answer', async () => {
  const { store } = testStore();
  await readDeal(store, NOBODY);
  const asked = async () => (await deal(store, DEAL))?.asked;
  const answer = (id: string, at: string) =>
    keepNote(store, id, newNote(id, { deal: DEAL, rep: null }, { asked: 'amount-empty', at }));
  expect(await asked()).toEqual([]);
  await answer('n1', AT);
  expect(await asked()).toEqual([{ prompt: 'amount-empty', at: AT, note: 'n1' }]);
  await removeNote(store, 'r', 'n1', AT);
  expect(await asked()).toEqual([]);
  await restoreNote(store, 'b', 'n1');
  await answer('n2', '2026-11-26T10:00:00+01:00');
  expect(await asked()).toEqual([{ prompt: 'amount-empty', at: '2026-11-26T10:00:00+01:00', note: 'n2' }]);
  // A reading of the page forgets nothing.
  await readDeal(store, { ...NOBODY, rep: 'bo' });
  expect(await asked()).toHaveLength(1);
});
