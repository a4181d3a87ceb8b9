import { describe, expect, test } from 'vitest';
import type { NotesPage } from '@/lib/domain/views';
import { NoteList } from '@/lib/state/note-list';
import { Toast } from '@/lib/state/toast';
import { fakeClient, handTimer, note, NO_NOTES, NOTES, settled } from '../../components/fakes';

describe('the notes of a deal', () => {
  function build(answers: Parameters<typeof fakeClient>[0] = {}) {
    const client = fakeClient(answers);
    const toast = new Toast(handTimer().later);
    return { client, toast, list: new NoteList({ client, toast }) };
  }

  test('close, and drop the edit, when another deal is shown', async () => {
    const { list } = build();
    list.about('deal-a', () => Promise.resolve({ ok: true, value: NOTES }));
    await list.open();
    list.edit(note(1, 'words'));
    list.about('deal-b', () => Promise.resolve({ ok: true, value: NO_NOTES }));
    expect([list.pages.value, list.editing.value]).toEqual([null, null]);
  });

  test('of the deal before are not shown when they come late', async () => {
    let give = () => {};
    const { list } = build();
    list.about('deal-a', () => new Promise((done) => (give = () => done({ ok: true, value: NOTES }))));
    const opening = list.open();
    list.about('deal-b', () => Promise.resolve({ ok: true, value: NO_NOTES }));
    give();
    await opening;
    expect(list.pages.value).toBeNull();
  });

  test('offer no undo of the note before while one is being deleted', async () => {
    let give = () => {};
    const { list, toast } = build({ removeNote: () => new Promise((done) => (give = () => done({}))) });
    toast.show('kept', () => expect.fail('undone'));
    const removing = list.remove('n1');
    expect(toast.shown.value).toBeNull();
    give();
    await removing;
    expect(toast.shown.value?.happened).toBe('removed');
  });

  test('are those that were asked for last, also where an older answer comes later', async () => {
    const gives: ((page: NotesPage) => void)[] = [];
    const { list } = build();
    list.about('deal-a', () => new Promise((done) => gives.push((value) => done({ ok: true, value }))));
    const [first, second] = [list.open(), list.again()];
    gives[1]?.(NOTES);
    await second;
    gives[0]?.(NO_NOTES);
    await first;
    expect(list.pages.value).toEqual([NOTES]);
  });

  test('that changed meanwhile keep the words of the edit, and a second save is meant', async () => {
    const { client, list } = build({
      editNote: { ok: false, refusal: 'edited-meanwhile', standing: note(1, 'theirs', { revision: 4 }) },
    });
    list.edit(note(1, 'old'));
    list.write({ text: 'mine' });
    await list.save();
    expect(list.editing.value).toMatchObject({
      text: 'mine',
      standing: 'theirs',
      problem: 'edited-meanwhile',
    });
    client.answers.editNote = { note: note(1, 'mine') };
    await list.save();
    expect(client.sent.at(-1)?.ask).toMatchObject({ text: 'mine', revision: 4 });
    expect(list.editing.value).toBeNull();
  });

  test('can be put back after they were deleted', async () => {
    const { client, list, toast } = build();
    await list.remove('note-1');
    expect(toast.shown.value?.happened).toBe('removed');
    toast.undo();
    await settled();
    expect(client.sent.map(({ command }) => command)).toEqual(['removeNote', 'restoreNote']);
  });
});
