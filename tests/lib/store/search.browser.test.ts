import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldName } from '@/lib/domain/fold';
import { NOTE_KINDS } from '@/lib/domain/note';
import { sayOwner, readDeal } from '@/lib/store/deals';
import { erase } from '@/lib/store/erase';
import { editNote, keepNote, removeNote, restoreNote, turnNote } from '@/lib/store/notes';
import { openSearch, type NoteQuery } from '@/lib/store/search';
import { AT, CODECS, newNote, openRaw, testStore } from './stores';

const DEAL = 's1|Opportunity|42';
const ALL: NoteQuery = { words: '', rep: null, deal: null, kind: null, before: null, limit: 50 };
const NAMES = new Map([
  ['ana', 'Ána Nowak'],
  ['bo', 'Bo Lind'],
]);

async function filled() {
  const { store, name } = testStore();
  const search = openSearch(store);
  const keep = (id: string, rep: string | null, text: string, more = {}) =>
    keepNote(
      store,
      `op ${id}`,
      newNote(id, { deal: rep === null ? DEAL : null, rep }, { dealName: null, text, ...more }),
    );
  await keep('n1', 'ana', 'Gives way on price before anyone asked');
  await keep('n2', 'bo', 'Price list sent; Zoë decides in Zürich', { kind: 'for-1on1' });
  await keep('n3', null, 'Straße, naïve café', { dealName: 'Björk renewal', kind: 'praise' });
  const find = async (more: Partial<NoteQuery>) =>
    (await search.find({ ...ALL, ...more }, NAMES)).notes.map(({ id }) => id);
  return { store, name, search, find, keep };
}

describe('a search', () => {
  test.each([
    ['', ['n3', 'n2', 'n1']],
    ['price', ['n2', 'n1']],
    ['anyone PRICE', ['n1']],
    ['asked price gives', ['n1']],
    ['zoe zurich', ['n2']],
    ['ZÜRICH', ['n2']],
    ['strasse cafe naive', ['n3']],
    ['bjork', ['n3']],
    ['renew', ['n3']],
    ['nowak', ['n1']],
    ['ana price', ['n1']],
    ['price cafe', []],
    ['  \n ', ['n3', 'n2', 'n1']],
  ])('for "%s" finds what has all its words, in any order, without accents', async (words, ids) => {
    const { find } = await filled();
    expect(await find({ words })).toEqual(ids);
  });

  test('is narrowed by person, deal and kind', async () => {
    const { find } = await filled();
    expect(await find({ rep: 'ana' })).toEqual(['n1']);
    expect(await find({ deal: DEAL })).toEqual(['n3']);
    expect(await find({ kind: 'for-1on1' })).toEqual(['n2']);
    expect(await find({ kind: 'for-1on1', words: 'gives' })).toEqual([]);
  });

  test('knows at once what was kept, edited, turned, removed and put back', async () => {
    const { store, find, keep } = await filled();
    await find({});
    await keep('n4', 'ana', 'fresh words');
    expect(await find({ words: 'fresh' })).toEqual(['n4']);
    await editNote(store, 'e', { id: 'n4', revision: 0, text: 'other', privacy: 'private', at: AT });
    expect(await find({ words: 'fresh' })).toEqual([]);
    expect(await find({ words: 'other' })).toEqual(['n4']);
    await turnNote(store, 't', { id: 'n4', kind: 'praise', at: AT });
    expect(await find({ kind: 'praise' })).toEqual(['n4', 'n3']);
    await removeNote(store, 'r', 'n4', AT);
    expect(await find({ words: 'other' })).toEqual([]);
    await restoreNote(store, 'b', 'n4');
    expect(await find({ words: 'other' })).toEqual(['n4']);
  });

  test('asked twice at once, knows both times what was just kept', async () => {
    const { find, keep } = await filled();
    await find({});
    await keep('n4', 'ana', 'fresh words');
    expect(await Promise.all([find({ words: 'fresh' }), find({ words: 'fresh' })])).toEqual([['n4'], ['n4']]);
  });

  test('finds a deal’s notes under its owner once the manager says who that is', async () => {
    const { store, find } = await filled();
    await readDeal(store, {
      key: DEAL,
      rep: null,
      identity: { name: null, account: null, createdDate: null },
    });
    await find({});
    await sayOwner(store, 'op', DEAL, 'bo');
    expect(await find({ rep: 'bo' })).toEqual(['n3', 'n2']);
  });

  test('pages through all that it found, and counts them', async () => {
    const { store, search } = await filled();
    for (let at = 0; at < 30; at++)
      // oxlint-disable-next-line no-await-in-loop -- in this order
      await keepNote(store, `p${at}`, newNote(`p${at}`, { deal: null, rep: 'bo' }, { text: `many ${at}` }));
    const first = await search.find({ ...ALL, words: 'many', limit: 20 }, NAMES);
    expect([first.count, first.notes.length]).toEqual([30, 20]);
    const second = await search.find({ ...ALL, words: 'many', limit: 20, before: first.before }, NAMES);
    expect([second.count, second.notes.length, second.before]).toEqual([30, 10, null]);
    const ids = [...first.notes, ...second.notes].map(({ id }) => id);
    expect(ids).toEqual(Array.from({ length: 30 }, (_, at) => `p${29 - at}`));
  });

  test('finds nothing any more once everything was erased', async () => {
    const { store, find } = await filled();
    expect(await find({ words: 'price' })).toHaveLength(2);
    await erase(store, async () => {});
    expect(await find({ words: 'price' })).toEqual([]);
  });

  test('finds notes of before there were segments, by folding them once', async () => {
    const { name, store } = await filled();
    store.close();
    const db = await openRaw(name);
    db.transaction('segments', 'readwrite').objectStore('segments').clear();
    db.close();
    const again = testStore({ name }).store;
    expect((await openSearch(again).find({ ...ALL, words: 'price' }, NAMES)).count).toBe(2);
    again.close();
    // Nothing is folded a second time: the words lie there now.
    const third = testStore({ name }).store;
    const told: unknown[] = [];
    third.onCommit((what) => told.push(what));
    expect((await openSearch(third).find({ ...ALL, words: 'price' }, NAMES)).count).toBe(2);
    expect(told).toEqual([]);
  });
});

test.each(CODECS)('finds through $codec what a look at each note would', async ({ make }) => {
  const word = fc.constantFrom('é', 'price', 'Zoë', 'ab', 'b', 'A');
  const text = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
  const kind = fc.constantFrom(...NOTE_KINDS);
  const step = fc.oneof(
    fc.record({ do: fc.constant('keep' as const), text, kind }),
    fc.record({ do: fc.constant('edit' as const), text, note: fc.nat(9) }),
    fc.record({ do: fc.constantFrom('remove' as const, 'restore' as const), note: fc.nat(9) }),
  );
  const query = fc.record({ words: text, kind: fc.option(kind) });
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { maxLength: 12 }),
      fc.array(query, { maxLength: 4 }),
      async (steps, queries) => {
        const { store } = testStore({ codec: await make() });
        const search = openSearch(store);
        const model: { id: string; text: string; kind: string; gone: boolean; revision: number }[] = [];
        for (const [at, one] of steps.entries()) {
          // oxlint-disable no-await-in-loop -- one after another is the point
          if (at % 3 === 0) await search.warm();
          if (one.do === 'keep') {
            const id = `n${model.length}`;
            const { text: words, kind: of } = one;
            await keepNote(
              store,
              `${at}`,
              newNote(id, { deal: null, rep: 'bo' }, { text: words, kind: of, dealName: null }),
            );
            model.push({ id, text: words, kind: of, gone: false, revision: 0 });
            continue;
          }
          const note = model[one.note % Math.max(1, model.length)];
          if (!note) continue;
          if (one.do === 'edit' && !note.gone) {
            const { id, revision } = note;
            await editNote(store, `${at}`, { id, revision, text: one.text, privacy: 'private', at: AT });
            Object.assign(note, { text: one.text, revision: revision + 1 });
          }
          if (one.do === 'remove') await removeNote(store, `${at}`, note.id, AT);
          if (one.do === 'restore') await restoreNote(store, `${at}`, note.id);
          if (one.do !== 'edit') note.gone = one.do === 'remove';
          // oxlint-enable no-await-in-loop
        }
        for (const { words, kind: of } of queries) {
          const wanted = foldName(words).split(' ');
          const expected = model
            .filter((note) => !note.gone && (of === null || note.kind === of))
            .filter((note) =>
              wanted.every((one) => foldName(note.text).includes(one) || 'bo lind'.includes(one)),
            )
            .map(({ id }) => id);
          // oxlint-disable-next-line no-await-in-loop
          const found = await search.find({ ...ALL, words, kind: of }, NAMES);
          expect(found.notes.map(({ id }) => id)).toEqual(expected.toReversed());
        }
      },
    ),
    { numRuns: 25 },
  );
});
