import type { Commitment } from '@/lib/domain/commitment';
import { foldName } from '@/lib/domain/fold';
import type { Note } from '@/lib/domain/note';
import type { Rep } from '@/lib/domain/rep';
import type { FindAsk, FoundView, NoteView, PromiseLine, PromiseView, RepView } from '@/lib/domain/views';
import { commitmentsOfNotes } from '@/lib/store/note-companions';
import { reps } from '@/lib/store/reps';
import type { Store } from '@/lib/store/store';
import type { Background } from './background';

/** Notes in one page of a list. With the longest notes such a page stays under what one message may hold. */
export const NOTES_A_PAGE = 10;

export const repView = ({ id, name, onTeam }: Rep): RepView => ({ id, name, onTeam });

/** @param commitment that of a promise */
export function noteView(note: Note, commitment?: Commitment): NoteView {
  const { removedAt: _removedAt, ...shown } = note;
  return { ...shown, promise: commitment ? promiseView(commitment) : null };
}

export async function noteViews(store: Store, notes: readonly Note[]): Promise<NoteView[]> {
  const commitments = await commitmentsOfNotes(store, notes);
  return notes.map((note) => noteView(note, commitments.get(note.id)));
}

function promiseView({ who, due, keptOn }: Commitment): PromiseView {
  return { who, due, keptOn };
}

export function promiseLine({ id, who, what, due, privacy, deal, dealName }: Commitment): PromiseLine {
  return { id, who, what, due, privacy, deal, dealName };
}

/** All notes or those with all these words, and the people whose names have them. */
export async function find({ store, search }: Background, _state: unknown, ask: FindAsk): Promise<FoundView> {
  const people = await reps(store);
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const { notes, count, before } = await search.find({ ...ask, limit: NOTES_A_PAGE }, names);
  const views = await noteViews(store, notes);
  const found = views.map((note) => ({ ...note, repName: (note.rep && names.get(note.rep)) ?? null }));
  return { notes: found, count, before, people: ask.before === null ? peopleNamed(people, ask.words) : [] };
}

/** People are found by all the words; without any, nobody is looked for. */
function peopleNamed(people: readonly Rep[], words: string): RepView[] {
  const wanted = foldName(words).split(' ');
  if (wanted[0] === '') return [];
  const isNamed = ({ name }: Rep): boolean => wanted.every((word) => foldName(name).includes(word));
  return people.filter((rep) => rep.onTeam !== false && isNamed(rep)).map(repView);
}
