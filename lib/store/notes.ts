import type { PromiseTerms } from '@/lib/domain/commitment';
import type { DealKey, NoteId, OperationId, RepId } from '@/lib/domain/ids';
import { NOTE_LIMIT } from '@/lib/domain/note';
import type { Note, NotePlace } from '@/lib/domain/note';
import { add, put } from './write';
import type { Done } from './commit';
import type { Write } from './write';
import { StoreError } from './errors';
import { COMMITMENTS, NOTES, placeKey } from './kinds';
import type { Kind } from './kinds';
import { companionsOf } from './note-companions';
import { decodeAll, find, findToChange, range, take } from './read';
import type { Page } from './read';
import type { Store } from './store';

/** A note to be kept. Its deal and rep are its place; the draft of that place goes in the same commit. */
export interface NewNote extends Pick<
  Note,
  'dealName' | 'stage' | 'text' | 'privacy' | 'kind' | 'asked' | 'at'
> {
  /** Random. On a retry it does not count: the note has the id that it got first. */
  id: NoteId;
  place: NotePlace;
  /** What it says where it is a promise. */
  promise: PromiseTerms | null;
}

/**
 * Keeps a note and answers with it as it stands (after a retry that is perhaps edited).
 * @throws StoreError `nothing-written`, `too-long`; `not-found` after a retry where it was removed for good
 */
export async function keepNote(store: Store, operation: OperationId, fresh: NewNote): Promise<Note> {
  let kept: Note | null = null;
  const { id, again } = await store.commit(operation, async (order) => {
    refuseText(fresh.text);
    const { place, promise: terms, ...written } = fresh;
    const standing = { editedAt: null, revision: 0, removedAt: null };
    const note: Note = { ...written, deal: place.deal, rep: place.rep, ...standing, order: order() };
    kept = note;
    const companions = await companionsOf(store, { note, terms, at: note.at, fresh: true }, order);
    const draft: Write = { store: 'drafts', delete: placeKey(place) };
    return { id: fresh.id, writes: [add(NOTES, note), ...companions, draft] };
  });
  return again || kept === null ? noteAfter(store, id) : kept;
}

export interface NoteEdit extends Pick<Note, 'text' | 'privacy'> {
  id: NoteId;
  /** The revision that was on screen when the editing began. */
  revision: number;
  at: string;
}

/**
 * Changes a note's text and privacy and answers with it as it stands.
 * @throws StoreError `edited-meanwhile` (with the standing note), `not-found` (also where it is removed),
 * `nothing-written`, `too-long`
 */
export function editNote(store: Store, operation: OperationId, edit: NoteEdit): Promise<Note> {
  const { id, text, privacy, at } = edit;
  return changeNote(store, operation, { id, at }, (note) => {
    refuseText(text);
    if (note.revision !== edit.revision) throw new StoreError('edited-meanwhile', { standing: note });
    return { ...note, text, privacy, editedAt: at, revision: note.revision + 1 };
  });
}

/**
 * Makes a note another kind of note, and answers with it as it stands. A promise begins as the manager's own, without a day.
 * @throws StoreError `not-found` (also where it is removed)
 */
export function turnNote(
  store: Store,
  operation: OperationId,
  { id, kind, at }: Pick<Note, 'id' | 'kind' | 'at'>,
): Promise<Note> {
  return changeNote(store, operation, { id, at }, (note) => ({ ...note, kind }));
}

async function changeNote(
  store: Store,
  operation: OperationId,
  { id, at }: Pick<Note, 'id' | 'at'>,
  how: (note: Note) => Note,
): Promise<Note> {
  let kept: Note | null = null;
  const { again } = await store.commit(operation, async (order) => {
    const note = await findToChange(store, NOTES, id);
    if (note === null || note.removedAt !== null) throw new StoreError('not-found');
    const changed = how(note);
    kept = changed;
    const companions = await companionsOf(store, { note: changed, terms: null, at }, order);
    return { id, writes: [put(NOTES, changed), ...companions] };
  });
  return again || kept === null ? noteAfter(store, id) : kept;
}

async function noteAfter(store: Store, id: NoteId): Promise<Note> {
  const note = await find(store, NOTES, id);
  if (note === null) throw new StoreError('not-found');
  return note;
}

function refuseText(text: string): void {
  if (text.trim() === '') throw new StoreError('nothing-written');
  if (text.length > NOTE_LIMIT) throw new StoreError('too-long');
}

/** Takes a note out of every list and count; `restoreNote` undoes it. Removing twice changes nothing. @throws StoreError `not-found` */
export function removeNote(store: Store, operation: OperationId, id: NoteId, at: string): Promise<Done> {
  return changeRemoval(store, operation, id, at);
}

/** Undoes a removal. On a note that stands it changes nothing. @throws StoreError `not-found` where it was purged */
export function restoreNote(store: Store, operation: OperationId, id: NoteId): Promise<Done> {
  return changeRemoval(store, operation, id, null);
}

function changeRemoval(
  store: Store,
  operation: OperationId,
  id: NoteId,
  removedAt: string | null,
): Promise<Done> {
  return store.commit(operation, async (order) => {
    const note = await findToChange(store, NOTES, id);
    if (note === null) throw new StoreError('not-found');
    if ((note.removedAt === null) === (removedAt === null)) return { id, writes: [] };
    const changed = { ...note, removedAt };
    const at = removedAt ?? note.at;
    const companions = await companionsOf(store, { note: changed, terms: null, at }, order);
    return { id, writes: [put(NOTES, changed), ...companions] };
  });
}

/**
 * Deletes for good the notes and promises that were removed before a moment.
 * @param before milliseconds since 1970
 * @returns how many notes
 */
export async function purgeRemoved(store: Store, before: number): Promise<number> {
  let old: Note[] = [];
  await store.commit(null, async () => {
    const isOld = ({ removedAt }: { removedAt: string | null }): boolean =>
      removedAt !== null && Date.parse(removedAt) < before;
    const [notes, commitments] = await Promise.all([removed(store, NOTES), removed(store, COMMITMENTS)]);
    old = notes.filter(isOld);
    const gone = (kind: 'notes' | 'commitments', { id }: { id: string }): Write => ({
      store: kind,
      delete: id,
    });
    const writes = [
      ...old.map((note) => gone('notes', note)),
      ...commitments.filter(isOld).map((commitment) => gone('commitments', commitment)),
    ];
    return { id: '', writes };
  });
  return old.length;
}

async function removed<T>(store: Store, kind: Kind<T> & { store: 'notes' | 'commitments' }): Promise<T[]> {
  const records = await store.connection.use((db) => db.getAllFromIndex(kind.store, 'byRemoved'));
  return decodeAll(store, kind, records);
}

export function note(store: Store, id: NoteId): Promise<Note | null> {
  return find(store, NOTES, id);
}

/** A page of a deal's standing notes, newest first. `page.from` is the deal's `from`: notes of a former deal stay out. */
export function notesOfDeal(store: Store, deal: DealKey, page: Page): Promise<Note[]> {
  return list(store, 'byDeal', deal, page);
}

/** A page of the standing notes on a person and on all deals that were theirs, newest first. */
export function notesOfRep(store: Store, rep: RepId, page: Page): Promise<Note[]> {
  return list(store, 'byRep', rep, page);
}

async function list(store: Store, index: 'byDeal' | 'byRep', id: string, page: Page): Promise<Note[]> {
  const keys = range(id, page);
  if (keys === null) return [];
  const records = await store.connection.use(async (db) => {
    const cursor = await db.transaction('notes').store.index(index).openCursor(keys, 'prev');
    return take(cursor, page.limit);
  });
  return decodeAll(store, NOTES, records);
}

/** How many standing notes a deal has. Like the other counts it loads no note. */
export function countNotesOfDeal({ connection }: Store, deal: DealKey, from: number): Promise<number> {
  return connection.use((db) => db.countFromIndex('notes', 'byDeal', range(deal, { before: null, from })));
}

export function countNotesOfRep({ connection }: Store, rep: RepId): Promise<number> {
  return connection.use((db) => db.countFromIndex('notes', 'byRep', range(rep, { before: null })));
}

/** How many standing notes there are. */
export function countNotes({ connection }: Store): Promise<number> {
  return connection.use(async (db) => {
    const { store } = db.transaction('notes');
    const [all, removed] = await Promise.all([store.count(), store.index('byRemoved').count()]);
    return all - removed;
  });
}
