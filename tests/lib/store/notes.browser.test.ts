import { describe, expect, test } from 'vitest';
import { NOTE_LIMIT } from '@/lib/domain/note';
import { draftAt, keepDraft } from '@/lib/store/drafts';
import {
  countNotes,
  countNotesOfDeal,
  countNotesOfRep,
  editNote,
  keepNote,
  note,
  notesOfDeal,
  notesOfRep,
  purgeRemoved,
  removeNote,
  restoreNote,
} from '@/lib/store/notes';
import { revisionOf } from '@/lib/store/commit';
import { AT, CODECS, damage, draft, newNote, testStore } from './stores';

const DEAL = 's1|Opportunity|42';
const PLACE = { deal: DEAL, rep: 'ana' };
const ALL = { limit: 50, before: null };

describe.each(CODECS)('notes through $codec', ({ make }) => {
  test('a note that was kept is read as it was written', async () => {
    const { store, name } = testStore({ codec: await make() });
    const kept = await keepNote(store, 'op1', newNote('n1', PLACE));
    expect(kept).toEqual({
      id: 'n1',
      deal: DEAL,
      rep: 'ana',
      dealName: 'Acme renewal',
      stage: 'Proposal',
      kind: 'note',
      asked: null,
      text: 'text of n1',
      privacy: 'private',
      at: AT,
      editedAt: null,
      revision: 0,
      order: 1,
      removedAt: null,
    });
    store.close();
    const again = testStore({ name, codec: store.codec }).store;
    expect(await note(again, 'n1')).toEqual(kept);
  });

  test('keeping a note takes the draft of its place, and no other', async () => {
    const { store } = testStore({ codec: await make() });
    const elsewhere = { deal: null, rep: 'ana' };
    await keepDraft(store, draft({ deal: DEAL, rep: null }, 'typed before the owner was read'));
    await keepDraft(store, draft(elsewhere, 'about Ana'));
    await keepNote(store, 'op1', newNote('n1', PLACE));
    expect(await draftAt(store, PLACE)).toBeNull();
    expect(await draftAt(store, elsewhere)).toEqual(draft(elsewhere, 'about Ana'));
  });

  test.each([
    ['', 'nothing-written'],
    [' \n\u00a0\t', 'nothing-written'],
    ['x'.repeat(NOTE_LIMIT + 1), 'too-long'],
  ])('a text that is no note is refused, and nothing is written', async (text, code) => {
    const { store } = testStore({ codec: await make() });
    await keepNote(store, 'op1', newNote('n1', PLACE, { text: 'x'.repeat(NOTE_LIMIT) }));
    await keepDraft(store, draft(PLACE, text === '' ? 'kept' : text));
    const revision = await revisionOf(store);
    await expect(keepNote(store, 'op2', newNote('n2', PLACE, { text }))).rejects.toMatchObject({ code });
    const edit = { id: 'n1', revision: 0, text, privacy: 'private', at: AT } as const;
    await expect(editNote(store, 'op3', edit)).rejects.toMatchObject({ code });
    expect(await revisionOf(store)).toBe(revision);
    expect((await note(store, 'n1'))?.text).toHaveLength(NOTE_LIMIT);
    expect(await draftAt(store, PLACE)).not.toBeNull();
  });

  test('a note is listed by deal and by rep, newest first, in pages, and counted', async () => {
    const { store } = testStore({ codec: await make() });
    for (const id of ['n1', 'n2', 'n3']) await keepNote(store, `op ${id}`, newNote(id, PLACE));
    await keepNote(store, 'op4', newNote('n4', { deal: null, rep: 'ana' }));
    await keepNote(store, 'op5', newNote('n5', { deal: `${DEAL}1`, rep: 'bo' }));
    const ids = (page: { id: string }[]) => page.map(({ id }) => id);
    const first = await notesOfRep(store, 'ana', { limit: 3, before: null });
    expect(ids(first)).toEqual(['n4', 'n3', 'n2']);
    expect(ids(await notesOfRep(store, 'ana', { limit: 3, before: first[2]?.order ?? 0 }))).toEqual(['n1']);
    expect(ids(await notesOfDeal(store, DEAL, ALL))).toEqual(['n3', 'n2', 'n1']);
    expect(ids(await notesOfDeal(store, DEAL, { ...ALL, from: 2 }))).toEqual(['n3', 'n2']);
    expect(await notesOfDeal(store, DEAL, { ...ALL, before: 1, from: 2 })).toEqual([]);
    expect(await countNotesOfDeal(store, DEAL, 0)).toBe(3);
    expect(await countNotesOfDeal(store, DEAL, 2)).toBe(2);
    expect(await countNotesOfRep(store, 'ana')).toBe(4);
    expect(await countNotes(store)).toBe(5);
  });

  test('an edit raises the revision and keeps when, where and in which order it was written', async () => {
    const { store } = testStore({ codec: await make() });
    const kept = await keepNote(store, 'op1', newNote('n1', PLACE));
    const later = '2026-11-25T08:00:00+01:00';
    const edit = { id: 'n1', revision: 0, text: 'other', privacy: 'shareable', at: later } as const;
    expect(await editNote(store, 'op2', edit)).toEqual({
      ...kept,
      text: 'other',
      privacy: 'shareable',
      editedAt: later,
      revision: 1,
    });
  });

  test('an edit of an older state is refused with the note as it stands, and loses neither', async () => {
    const { store } = testStore({ codec: await make() });
    await keepNote(store, 'op1', newNote('n1', PLACE));
    const edit = { id: 'n1', revision: 0, privacy: 'private', at: AT } as const;
    const [one, two] = await Promise.allSettled([
      editNote(store, 'op2', { ...edit, text: 'from one window' }),
      editNote(store, 'op3', { ...edit, text: 'from another' }),
    ]);
    expect(one).toMatchObject({ status: 'fulfilled', value: { text: 'from one window', revision: 1 } });
    expect(two).toMatchObject({
      status: 'rejected',
      reason: { code: 'edited-meanwhile', standing: { text: 'from one window', revision: 1 } },
    });
    expect((await note(store, 'n1'))?.text).toBe('from one window');
  });

  test('a removed note is in no list and no count until it is restored', async () => {
    const { store } = testStore({ codec: await make() });
    const kept = await keepNote(store, 'op1', newNote('n1', PLACE));
    await removeNote(store, 'op2', 'n1', AT);
    expect(await notesOfDeal(store, DEAL, ALL)).toEqual([]);
    expect(await notesOfRep(store, 'ana', ALL)).toEqual([]);
    expect([
      await countNotesOfDeal(store, DEAL, 0),
      await countNotesOfRep(store, 'ana'),
      await countNotes(store),
    ]).toEqual([0, 0, 0]);
    const edit = { id: 'n1', revision: 0, text: 'x', privacy: 'private', at: AT } as const;
    await expect(editNote(store, 'op3', edit)).rejects.toMatchObject({ code: 'not-found' });
    await restoreNote(store, 'op4', 'n1');
    expect(await notesOfDeal(store, DEAL, ALL)).toEqual([kept]);
    expect(await countNotesOfRep(store, 'ana')).toBe(1);
  });

  test('a removal that is retried late does not undo the restoring', async () => {
    const { store } = testStore({ codec: await make() });
    await keepNote(store, 'op1', newNote('n1', PLACE));
    await removeNote(store, 'op2', 'n1', AT);
    await removeNote(store, 'op3', 'n1', AT);
    await restoreNote(store, 'op4', 'n1');
    await removeNote(store, 'op2', 'n1', AT);
    await removeNote(store, 'op3', 'n1', AT);
    expect(await countNotes(store)).toBe(1);
  });

  test('notes removed long ago are deleted for good, text and all; others stay', async () => {
    const { store } = testStore({ codec: await make() });
    for (const id of ['n1', 'n2', 'n3']) await keepNote(store, `op ${id}`, newNote(id, PLACE));
    await removeNote(store, 'op4', 'n1', '2026-11-01T10:00:00+01:00');
    await removeNote(store, 'op5', 'n2', '2026-11-20T10:00:00+01:00');
    expect(await purgeRemoved(store, Date.parse('2026-11-10T00:00:00Z'))).toBe(1);
    expect(await note(store, 'n1')).toBeNull();
    expect(await note(store, 'n2')).not.toBeNull();
    await expect(restoreNote(store, 'op6', 'n1')).rejects.toMatchObject({ code: 'not-found' });
    expect(await countNotes(store)).toBe(1);
  });

  test('a note that cannot be read is reported, not shown, not deleted and not written over', async () => {
    const { store, name, faults } = testStore({ codec: await make() });
    await keepNote(store, 'op1', newNote('n1', PLACE));
    await keepNote(store, 'op2', newNote('n2', PLACE));
    await damage(name, 'notes', 'n1', (record) => ({ ...record, body: { nonsense: true } }));
    expect((await notesOfDeal(store, DEAL, ALL)).map(({ id }) => id)).toEqual(['n2']);
    expect(faults).toMatchObject([{ is: 'unreadable', store: 'notes', key: 'n1' }]);
    const edit = { id: 'n1', revision: 0, text: 'x', privacy: 'private', at: AT } as const;
    await expect(editNote(store, 'op3', edit)).rejects.toMatchObject({ code: 'unreadable' });
    await expect(removeNote(store, 'op4', 'n1', AT)).rejects.toMatchObject({ code: 'unreadable' });
    await expect(keepNote(store, 'op5', newNote('n1', PLACE))).rejects.toMatchObject({ code: 'not-saved' });
    expect(await countNotes(store)).toBe(2);
  });

  test('a note belongs somewhere', async () => {
    const { store } = testStore({ codec: await make() });
    await expect(keepNote(store, 'op1', newNote('n1', { deal: null, rep: null }))).rejects.toThrow(
      'belongs to',
    );
  });

  test('the id of a note is never given twice', async () => {
    const { store } = testStore({ codec: await make() });
    await keepNote(store, 'op1', newNote('n1', PLACE));
    await expect(keepNote(store, 'op2', newNote('n1', PLACE, { text: 'other' }))).rejects.toMatchObject({
      code: 'not-saved',
    });
    expect((await note(store, 'n1'))?.text).toBe('text of n1');
  });
});
