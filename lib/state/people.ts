import { createModel, signal } from '@preact/signals';
import type { RepId } from '@/lib/domain/ids';
import type { Refusal } from '@/lib/domain/refusal';
import type { PeopleView, PersonView } from '@/lib/domain/views';
import type { Client } from '@/lib/messages/client';
import type { NoteBoxModel } from './note-box';
import type { AskNotes, NoteListModel } from './note-list';

/** The people who were read. */
export const People = createModel((client: Client) => {
  const view = signal<PeopleView | null>(null);
  const problem = signal<Refusal | null>(null);
  let asked = 0;
  return {
    view,
    problem,
    ask: async () => {
      const mine = ++asked;
      const answer = await client.view('people', {});
      if (mine !== asked) return;
      if (answer.ok) view.value = answer.value;
      problem.value = answer.ok ? null : answer.refusal;
    },
    blank: () => {
      asked += 1;
      view.value = null;
    },
  };
});
export type PeopleModel = InstanceType<typeof People>;

/** One person, or nobody. A late answer about another person is dropped. */
export const Person = createModel((client: Client) => {
  const rep = signal<RepId | null>(null);
  const view = signal<PersonView | null>(null);
  const problem = signal<Refusal | null>(null);
  let asked = 0;
  const ask = async () => {
    const mine = ++asked;
    const wanted = rep.peek();
    if (wanted === null) return;
    const answer = await client.view('person', { rep: wanted, before: null });
    if (mine !== asked) return;
    if (answer.ok) view.value = answer.value;
    problem.value = answer.ok ? null : answer.refusal;
  };
  const show = (next: RepId | null) => {
    if (next !== rep.value) view.value = null;
    rep.value = next;
    problem.value = null;
    return ask();
  };
  return { rep, view, problem, ask, show, blank: () => void show(null) };
});
export type PersonModel = InstanceType<typeof Person>;

/** Turns a note box and a list of notes to the person on screen; to nobody where none is. */
export function turnToPerson(client: Client, person: PersonModel, box: NoteBoxModel, notes: NoteListModel) {
  const view = person.view.peek();
  if (view === null) return box.leave();
  const rep = view.rep.id;
  box.enter({ deal: null, rep }, view.draft);
  notes.about(rep, askNotesOf(client, rep));
}

/** Reads the notes of a person page by page. */
function askNotesOf(client: Client, rep: RepId): AskNotes {
  return async (before) => {
    const answer = await client.view('person', { rep, before });
    return answer.ok ? { ok: true, value: answer.value.notes } : answer;
  };
}
