import { expect, test, vi } from 'vitest';
import { ANSWER_WITHIN, answerWithin } from '@/lib/store/answer-within';
import { SITES } from '@/lib/store/kinds';
import { countNotes, keepNote } from '@/lib/store/notes';
import { isDone } from '@/lib/store/operations';
import { keepSite, site, sites } from '@/lib/store/sites';
import { put } from '@/lib/store/write';
import { AT, handTimers, newNote, openRaw, testStore } from './stores';

const PLACE = { deal: 's1|Opportunity|42', rep: 'ana' };
const SITE = { id: 's1', origins: ['https://crm.example'], on: true, crm: null, tenant: null, addedAt: AT };

/** Keeps every transaction on these stores waiting until it is let go. */
async function hold(name: string, stores: string[]): Promise<() => void> {
  const db = await openRaw(name);
  const transaction = db.transaction(stores, 'readwrite');
  let held = true;
  const again = (): void => {
    if (held)
      transaction
        .objectStore(stores[0] ?? '')
        .count()
        .addEventListener('success', again);
  };
  again();
  return () => {
    held = false;
    db.close();
  };
}

test('a question that reads from storage which hangs is answered in time, and the next one gets its answer', async () => {
  const timers = handTimers();
  const { store, name } = testStore();
  await keepSite(store, 'op0', SITE);
  const letGo = await hold(name, ['sites']);
  const asked = answerWithin(store, (watched) => sites(watched), timers.after);
  const refused = expect(asked).rejects.toMatchObject({ code: 'not-saved' });
  expect(timers.waiting()).toEqual([ANSWER_WITHIN]);
  expect(ANSWER_WITHIN).toBeLessThan(5_000);
  timers.pass(ANSWER_WITHIN);
  await refused;
  letGo();
  expect(await answerWithin(store, (watched) => sites(watched), timers.after)).toEqual([SITE]);
  expect(timers.waiting()).toEqual([]);
});

test('a command that hung while it read writes nothing once it was given up', async () => {
  const timers = handTimers();
  const { store, name } = testStore();
  await keepSite(store, 'op0', SITE);
  const letGo = await hold(name, ['ops']);
  const ended = Promise.withResolvers<unknown>();
  const asked = answerWithin(
    store,
    async (watched) => {
      await isDone(watched, 'op1');
      const kept = keepNote(watched, 'op1', newNote('n1', PLACE));
      ended.resolve(kept.catch((error: unknown) => error));
      return kept;
    },
    timers.after,
  );
  const refused = expect(asked).rejects.toMatchObject({ code: 'not-saved' });
  timers.pass(ANSWER_WITHIN);
  await refused;
  letGo();
  expect(await ended.promise).toMatchObject({ code: 'not-saved' });
  expect(await countNotes(store)).toBe(0);
  await answerWithin(store, (watched) => keepNote(watched, 'op1', newNote('n2', PLACE)), timers.after);
  expect(await countNotes(store)).toBe(1);
});

test('a command that was being written when it was given up is found by its retry, and kept once', async () => {
  const timers = handTimers();
  const { store, name } = testStore();
  await keepSite(store, 'op0', SITE);
  const uses = vi.spyOn(store.connection, 'use');
  let letGo = (): void => {};
  const save = (tenant: string) => (watched: typeof store) =>
    watched.commit('op1', async () => {
      if (tenant === 'first') letGo = await hold(name, ['sites', 'ops', 'meta']);
      return { id: 's1', writes: [put(SITES, { ...SITE, tenant })] };
    });
  const asked = answerWithin(store, save('first'), timers.after);
  const refused = expect(asked).rejects.toMatchObject({ code: 'not-saved' });
  await expect.poll(() => uses.mock.calls.length).toBe(1);
  timers.pass(ANSWER_WITHIN);
  await refused;
  letGo();
  expect(await answerWithin(store, save('second'), timers.after)).toMatchObject({ again: true });
  expect((await site(store, 's1'))?.tenant).toBe('first');
});

test('a refusal comes through as it is, and leaves no timer behind', async () => {
  const timers = handTimers();
  const { store } = testStore();
  const asked = answerWithin(store, () => Promise.reject(new Error('mine')), timers.after);
  await expect(asked).rejects.toThrow('mine');
  expect(timers.waiting()).toEqual([]);
});
