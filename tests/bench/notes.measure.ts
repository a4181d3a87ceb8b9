import { openDB } from 'idb';
import { expect, test } from 'vitest';
import { commands } from 'vitest/browser';
import { keepNote } from '@/lib/store/notes';
import { SEGMENTS, segmentOf, wordsOf } from '@/lib/store/segments';
import { openStore } from '@/lib/store/store';
import { history } from './big/history';

/**
 * What the store takes to keep a note with five years of notes there, against a plain `put` of the same note, as durable,
 * beside as many rows: by turns, in one document.
 */

const RUNS = 5;
const SAVES = 30;
const AT = '2026-11-24T12:00:00+00:00';

test('a note is kept', async () => {
  const big = history();
  const store = openStore({
    now: Date.now,
    report: (fault) => expect.fail(fault.is),
    name: 'bench-sideline',
  });
  const first = { deal: null, rep: 'first' };
  const words = {
    dealName: null,
    stage: null,
    text: 'Kept by the bench',
    privacy: 'private' as const,
    kind: 'note' as const,
    asked: null,
    promise: null,
    at: AT,
  };
  // Makes the database; the rest is laid down beside it as the store does.
  await keepNote(store, 'first', { ...words, id: 'first', place: first });
  store.close();
  const db = await openDB('bench-sideline');
  for (let from = 0; from < big.notes.length; from += 5_000) {
    const filling = db.transaction('notes', 'readwrite');
    for (const note of big.notes.slice(from, from + 5_000)) {
      const { id, order, deal, rep } = note;
      void filling.store.put({ id, order: order + 10, deal, rep, body: note });
    }
    await filling.done;
  }
  const segments = Map.groupBy(big.notes, ({ order }) => segmentOf(order + 10));
  const folding = db.transaction('segments', 'readwrite');
  for (const [number, notes] of segments)
    void folding.store.put({ number, body: SEGMENTS.body({ number, notes: notes.map(wordsOf) }) });
  await folding.done;
  await db.put('meta', { name: 'counters', revision: 1, order: big.notes.length + 100 });
  db.close();
  const plain = await openDB('bench-plain', 1, {
    upgrade: (made) => void made.createObjectStore('rows', { keyPath: 'id' }),
  });
  const rows = plain.transaction('rows', 'readwrite');
  for (const note of big.notes) void rows.store.put(note);
  await rows.done;

  const keep = async (index: number) => {
    const id = `bench-${index}`;
    await keepNote(store, id, {
      ...words,
      id,
      place: { deal: null, rep: big.reps[index % 40]?.id ?? 'rep' },
    });
  };
  const put = async (index: number) => {
    const putting = plain.transaction('rows', 'readwrite', { durability: 'strict' });
    void putting.store.put({ ...big.notes[0], id: `bench-${index}` });
    await putting.done;
  };
  const time = async (act: (index: number) => Promise<void>, index: number) => {
    const start = performance.now();
    await act(index);
    return performance.now() - start;
  };
  await keep(-1);
  await put(-1);
  const runs: { keep: number[]; put: number[] }[] = [];
  for (let run = 0; run < RUNS; run++) {
    const took = { keep: [] as number[], put: [] as number[] };
    for (let save = 0; save < SAVES; save++) {
      took.keep.push(await time(keep, run * SAVES + save));
      took.put.push(await time(put, run * SAVES + save));
    }
    runs.push(took);
  }
  await commands.writeFile('.output/bench/notes.json', JSON.stringify(runs));
});
