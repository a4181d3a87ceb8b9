import { describe, expect, test } from 'vitest';
import type { DealIdentity } from '@/lib/domain/deal';
import type { Alias } from '@/lib/domain/rep';
import { answerSameDeal, countDealsOfRep, deal, dealsOfRep, readDeal, sayOwner } from '@/lib/store/deals';
import { revisionOf } from '@/lib/store/commit';
import { keepNote, notesOfDeal, notesOfRep } from '@/lib/store/notes';
import { addTeam, confirmRep, rep, repFor, reps, repsFor } from '@/lib/store/reps';
import { AT, CODECS, damage, newNote, testStore } from './stores';

const KEY = 's1|Opportunity|42';
const ALL = { limit: 50, before: null };
const ACME: DealIdentity = { name: 'Acme renewal', account: 'Acme', createdDate: '2026-01-05' };
const PUMPS: DealIdentity = { name: 'Pumps', account: 'Borealis', createdDate: '2024-07-01' };

const read = (newId: string, name: string, userId: string | null = null, site = 's1') => {
  const alias: Alias = { site, name, userId };
  return { alias, at: AT, newId };
};

describe.each(CODECS)('people through $codec', ({ make }) => {
  test('a person is new once and found again, also after a retry, by name without case and accents', async () => {
    const { store } = testStore({ codec: await make() });
    const first = await repFor(store, read('a', 'José Peña'));
    const expected = {
      id: 'a',
      name: 'José Peña',
      aliases: [{ site: 's1', name: 'José Peña', userId: null }],
      onTeam: null,
      firstSeen: AT,
    };
    expect(first).toEqual({ is: 'new', rep: expected });
    expect(await repFor(store, read('b', 'José Peña'))).toEqual({ is: 'known', rep: expected });
    expect(await repFor(store, read('c', 'JOSE PENA'))).toMatchObject({
      is: 'known',
      rep: { id: 'a', name: 'José Peña' },
    });
    expect(await reps(store)).toHaveLength(1);
  });

  test('two readings at the same moment do not make one person twice', async () => {
    const { store } = testStore({ codec: await make() });
    const found = await Promise.all([repFor(store, read('a', 'Ana')), repFor(store, read('b', 'Ana'))]);
    expect(found.map((one) => one.is)).toEqual(['new', 'known']);
    expect(await reps(store)).toHaveLength(1);
  });

  test('a new spelling with the same user id is kept as an alias, and counts from then on', async () => {
    const { store } = testStore({ codec: await make() });
    await repFor(store, read('a', 'Ana Souza', 'u1'));
    await repFor(store, read('b', 'A. Souza', 'u1'));
    expect((await rep(store, 'a'))?.aliases.map(({ name }) => name)).toEqual(['Ana Souza', 'A. Souza']);
    expect(await repFor(store, read('c', 'a. souza'))).toMatchObject({ is: 'known', rep: { id: 'a' } });
  });

  test('people are taken onto the team in one step, new ones too, and a retry adds nobody twice', async () => {
    const { store } = testStore({ codec: await make() });
    await repFor(store, read('a', 'Ana'));
    const before = await revisionOf(store);
    const wanted = [read('x', 'Ana'), read('b', 'Bruno', 'u2'), read('c', 'BRUNO', 'u2')];
    await addTeam(store, 'op-1', wanted);
    expect(await revisionOf(store)).toBe(before + 1);
    await addTeam(store, 'op-1', wanted);
    const team = (await reps(store)).map(({ id, name, onTeam }) => ({ id, name, onTeam }));
    expect(team).toEqual([
      { id: 'a', name: 'Ana', onTeam: true },
      { id: 'b', name: 'Bruno', onTeam: true },
    ]);
  });

  test('who was said not to be on the team, or could be two people, is not taken onto it', async () => {
    const { store } = testStore({ codec: await make() });
    await repFor(store, read('a', 'Ana', 'u1'));
    await repFor(store, read('b', 'Ana', 'u2'));
    await repFor(store, read('c', 'Chidi'));
    await confirmRep(store, 'op-1', 'c', false);
    await addTeam(store, 'op-2', [read('x', 'Ana'), read('y', 'Chidi')]);
    expect((await reps(store)).map(({ id, onTeam }) => [id, onTeam])).toEqual([
      ['a', null],
      ['b', null],
      ['c', false],
    ]);
  });

  test('two user ids with one name are two people, and the bare name is neither', async () => {
    const { store } = testStore({ codec: await make() });
    await repFor(store, read('a', 'Ana', 'u1'));
    expect(await repFor(store, read('b', 'Ana', 'u2'))).toMatchObject({ is: 'new', rep: { id: 'b' } });
    expect(await repFor(store, read('c', 'Ana'))).toEqual({ is: 'ambiguous', among: ['a', 'b'] });
    expect(await reps(store)).toHaveLength(2);
  });

  test('a list of people is met in one commit, each spelling counting for the rows after it', async () => {
    const { store } = testStore({ codec: await make() });
    const rows = [
      read('a', 'Ana', 'u1'),
      read('b', 'Bo'),
      read('c', 'A. Souza', 'u1'),
      read('d', 'a. souza'),
    ];
    const found = await repsFor(store, [...rows, read('e', 'Ana', 'u1', 's2')]);
    expect(found.map((one) => [one.is, 'rep' in one && one.rep.id])).toEqual([
      ['new', 'a'],
      ['new', 'b'],
      ['known', 'a'],
      ['known', 'a'],
      ['new', 'e'],
    ]);
    expect((await rep(store, 'a'))?.aliases.map(({ name }) => name)).toEqual(['Ana', 'A. Souza', 'a. souza']);
    expect(await revisionOf(store)).toBe(1);
    expect(await repsFor(store, [read('x', 'Bo'), read('y', 'Ana')])).toMatchObject([
      { is: 'known', rep: { id: 'b' } },
      { is: 'known', rep: { id: 'a' } },
    ]);
    expect(await revisionOf(store)).toBe(1);
  });

  test('the answer about the team is kept; about somebody who is not there it is refused', async () => {
    const { store } = testStore({ codec: await make() });
    await repFor(store, read('a', 'Ana'));
    await confirmRep(store, 'op1', 'a', true);
    expect((await rep(store, 'a'))?.onTeam).toBe(true);
    await confirmRep(store, 'op2', 'a', false);
    await confirmRep(store, 'op1', 'a', true);
    expect((await rep(store, 'a'))?.onTeam).toBe(false);
    await expect(confirmRep(store, 'op3', 'z', true)).rejects.toMatchObject({ code: 'not-found' });
  });

  test('a blank name is nobody', async () => {
    const { store } = testStore({ codec: await make() });
    await expect(repFor(store, read('a', ' \n'))).rejects.toThrow('without a name');
    expect(await reps(store)).toEqual([]);
  });
});

describe.each(CODECS)('deals through $codec', ({ make }) => {
  test('reading the same again writes nothing', async () => {
    const { store } = testStore({ codec: await make() });
    const first = await readDeal(store, { key: KEY, rep: 'ana', identity: ACME });
    expect(await readDeal(store, { key: KEY, rep: 'ana', identity: ACME })).toEqual(first);
    expect(await revisionOf(store)).toBe(1);
    expect(await deal(store, KEY)).toEqual(first);
    expect(await countDealsOfRep(store, 'ana')).toBe(1);
    expect(await dealsOfRep(store, 'ana')).toHaveLength(1);
  });

  test('another deal under a known key is doubted until the manager says it is the same', async () => {
    const { store } = testStore({ codec: await make() });
    await readDeal(store, { key: KEY, rep: 'ana', identity: ACME });
    const doubted = await readDeal(store, { key: KEY, rep: 'bo', identity: PUMPS });
    expect(doubted).toMatchObject({ rep: 'ana', identity: ACME, doubt: { rep: 'bo', identity: PUMPS } });
    await answerSameDeal(store, 'op1', KEY, true);
    expect(await deal(store, KEY)).toMatchObject({ rep: 'bo', identity: PUMPS, doubt: null, from: 0 });
  });

  test('if it is another deal, the notes before the doubt stay with the former one, on their rep', async () => {
    const { store } = testStore({ codec: await make() });
    await readDeal(store, { key: KEY, rep: 'ana', identity: ACME });
    await keepNote(store, 'op1', newNote('before', { deal: KEY, rep: 'ana' }));
    await readDeal(store, { key: KEY, rep: 'bo', identity: PUMPS });
    await keepNote(store, 'op2', newNote('during', { deal: KEY, rep: 'bo' }));
    await answerSameDeal(store, 'op3', KEY, false);
    const { from = -1, ...now } = (await deal(store, KEY)) ?? {};
    expect(now).toMatchObject({ rep: 'bo', identity: PUMPS, doubt: null });
    const ids = (notes: { id: string }[]) => notes.map(({ id }) => id);
    expect(ids(await notesOfDeal(store, KEY, { ...ALL, from }))).toEqual(['during']);
    expect(ids(await notesOfRep(store, 'ana', ALL))).toEqual(['before']);
  });

  test('"whose deal?" is remembered and files the notes that were nobody\'s', async () => {
    const { store } = testStore({ codec: await make() });
    await readDeal(store, { key: KEY, rep: null, identity: ACME });
    await keepNote(store, 'op1', newNote('n1', { deal: KEY, rep: null }));
    await keepNote(store, 'op2', newNote('n2', { deal: KEY, rep: 'bo' }));
    await sayOwner(store, 'op3', KEY, 'ana');
    expect(await readDeal(store, { key: KEY, rep: null, identity: ACME })).toMatchObject({
      ownerSaid: 'ana',
    });
    expect((await notesOfRep(store, 'ana', ALL)).map(({ id }) => id)).toEqual(['n1']);
    expect((await notesOfRep(store, 'bo', ALL)).map(({ id }) => id)).toEqual(['n2']);
    expect(await countDealsOfRep(store, 'ana')).toBe(1);
    await expect(sayOwner(store, 'op4', `${KEY}0`, 'ana')).rejects.toMatchObject({ code: 'not-found' });
  });

  test('a deal that cannot be read is not written over by a reading', async () => {
    const { store, name, faults } = testStore({ codec: await make() });
    await readDeal(store, { key: KEY, rep: 'ana', identity: ACME });
    await damage(name, 'deals', KEY, (record) => ({ ...record, body: 'torn' }));
    await expect(readDeal(store, { key: KEY, rep: 'ana', identity: PUMPS })).rejects.toMatchObject({
      code: 'unreadable',
    });
    expect(await deal(store, KEY)).toBeNull();
    expect(faults).toMatchObject([
      { store: 'deals', key: KEY },
      { store: 'deals', key: KEY },
    ]);
    expect(await countDealsOfRep(store, 'ana')).toBe(1);
  });
});
