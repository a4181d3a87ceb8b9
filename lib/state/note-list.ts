import { createModel, signal } from '@preact/signals';
import type { PromiseTerms } from '@/lib/domain/commitment';
import type { NoteId } from '@/lib/domain/ids';
import type { NoteKind, Privacy } from '@/lib/domain/note';
import type { Refusal } from '@/lib/domain/refusal';
import type { Answer, NotesPage, NoteView } from '@/lib/domain/views';
import type { Client } from '@/lib/messages/client';
import { whyNoNote } from './note-box';
import type { ToastModel } from './toast';

/** Asks one page of notes, the newest first; null is the first page. */
export type AskNotes = (before: number | null) => Promise<Answer<NotesPage>>;

export interface Editing {
  id: NoteId;
  revision: number;
  text: string;
  privacy: Privacy;
  /** Where it is a promise. */
  promise: PromiseTerms | null;
  problem: Refusal | null;
  /** What the note says now, where it was changed meanwhile. */
  standing: string | null;
}

interface Needs {
  client: Client;
  toast: ToastModel;
}

/** The notes of one deal or person: open or closed, read page by page, and the one being edited. */
export const NoteList = createModel(({ client, toast }: Needs) => {
  /** null while closed: only the view's own first page is shown. */
  const pages = signal<NotesPage[] | null>(null);
  const editing = signal<Editing | null>(null);
  const problem = signal<Refusal | null>(null);
  let ask: AskNotes | null = null;
  let key = '';
  /** How many pages are to be in sight; 0 while closed. */
  let wanted = 0;
  let loads = 0;
  /** What the promise said when its editing began. */
  let before: PromiseTerms | null = null;

  /** Two loads may overtake each other: only the one asked for last counts. */
  const load = async (howMany: number) => {
    wanted = howMany;
    const mine = ++loads;
    const asked = ask;
    const loaded: NotesPage[] = [];
    let next: number | null = null;
    while (asked !== null && loaded.length < howMany) {
      const answer: Answer<NotesPage> = await asked(next);
      if (mine !== loads) return;
      if (!answer.ok) return void (problem.value = answer.refusal);
      loaded.push(answer.value);
      next = answer.value.before;
      if (next === null) break;
    }
    pages.value = loaded;
  };
  const close = () => {
    wanted = 0;
    loads += 1;
    pages.value = null;
    editing.value = null;
  };

  return {
    pages,
    editing,
    problem,
    /** The screen shows the notes of this deal or person. Another one closes the list and drops the edit. */
    about: (next: string, how: AskNotes) => {
      if (next === key) return;
      key = next;
      ask = how;
      close();
      problem.value = null;
    },
    open: () => load(1),
    close,
    /** The page after those in sight; closed, one is. */
    more: () => load(Math.max(1, wanted) + 1),
    /** Something was kept: what is open is asked again. */
    again: async () => {
      if (wanted > 0) await load(wanted);
    },
    edit: (note: NoteView) => {
      const { id, revision, text, privacy } = note;
      const promise = note.promise && { who: note.promise.who, due: note.promise.due };
      before = promise;
      editing.value = { id, revision, text, privacy, promise, problem: null, standing: null };
    },
    write: (change: Partial<Pick<Editing, 'text' | 'privacy' | 'promise'>>) => {
      if (editing.value !== null) editing.value = { ...editing.value, ...change, problem: null };
    },
    cancel: () => {
      editing.value = null;
    },
    /** Saves the edit. Where the note was changed meanwhile, shows how, and a second save is meant. */
    save: async () => {
      const edit = editing.value;
      if (edit === null) return;
      const unfit = whyNoNote(edit.text);
      if (unfit !== null) return void (editing.value = { ...edit, problem: unfit });
      const { id, revision, text, privacy, promise } = edit;
      if (promise !== null && (promise.who !== before?.who || promise.due !== before.due)) {
        const changed = await client.command('setTerms', { id, ...promise });
        if (!changed.ok) return void (editing.value = { ...edit, problem: changed.refusal });
        before = promise;
      }
      const answer = await client.command('editNote', { id, revision, text, privacy });
      const now = editing.peek();
      if (now === null || now.id !== id) return;
      if (answer.ok) return void (editing.value = null);
      const standing = answer.standing;
      editing.value = {
        ...now,
        problem: answer.refusal,
        standing: standing?.text ?? null,
        revision: standing?.revision ?? now.revision,
      };
    },
    /** Makes it another kind of note. */
    turn: async (id: NoteId, kind: NoteKind) => {
      const answer = await client.command('turnNote', { id, kind });
      problem.value = answer.ok ? null : answer.refusal;
    },
    setKept: async (id: NoteId, kept: boolean) => {
      const answer = await client.command('setKept', { id, kept });
      problem.value = answer.ok ? null : answer.refusal;
    },
    remove: async (id: NoteId) => {
      toast.clear();
      const answer = await client.command('removeNote', { id });
      problem.value = answer.ok ? null : answer.refusal;
      if (answer.ok) toast.show('removed', () => void restore(id));
    },
  };

  async function restore(id: NoteId): Promise<void> {
    const answer = await client.command('restoreNote', { id });
    problem.value = answer.ok ? null : answer.refusal;
  }
});
export type NoteListModel = InstanceType<typeof NoteList>;
