import { test } from 'vitest';
import { commands } from 'vitest/browser';
import { SEGMENTS, segmentOf, wordsOf } from '@/lib/store/segments';
import { history } from './big/history';

/** Lays down what the search part searches, as the store would: keeping 20,000 notes one by one would take minutes. */
test('20,000 notes are laid down', async () => {
  const { notes, reps } = history();
  const segments = Map.groupBy(notes, ({ order }) => segmentOf(order));
  const rows = {
    reps: reps.map((rep) => ({ id: rep.id, body: rep })),
    notes: notes.map((note) => {
      const { id, order, deal, rep } = note;
      return { id, order, ...(deal && { deal }), ...(rep && { rep }), body: note };
    }),
    segments: [...segments].map(([number, held]) => ({
      number,
      body: SEGMENTS.body({ number, notes: held.map(wordsOf) }),
    })),
    meta: [{ name: 'counters', revision: 1, order: notes.length + 10 }],
  };
  await commands.writeFile('.output/bench/search-rows.json', JSON.stringify(rows));
});
