import { foldName } from '@/lib/domain/fold';
import type { DealKey, NoteId, RepId } from '@/lib/domain/ids';
import { NOTE_KINDS } from '@/lib/domain/note';
import type { Note, NoteKind } from '@/lib/domain/note';
import type { Kind } from './kinds';
import { findToChange } from './read';
import type { Source } from './read';
import { put } from './write';
import type { Write } from './write';

/** What a search needs of one note: whose it is, and its words in the form in which they are compared. */
export interface NoteWords {
  id: NoteId;
  order: number;
  rep: RepId | null;
  deal: DealKey | null;
  kind: NoteKind;
  /** The deal's name and the text, folded. */
  words: string;
}

export interface Segment {
  number: number;
  notes: NoteWords[];
}

/**
 * How many order numbers one segment spans. A save writes the whole segment again, and a search loads all of them: at 64 a
 * full one is about 16 KB, and 20,000 notes among 100,000 sightings lie in at most 1,875.
 */
export const SEGMENT_SPAN = 64;

export const SEGMENTS: Kind<Segment> = {
  store: 'segments',
  keys: ({ number }) => ({ number }),
  // Rows without names: there are as many as notes.
  body: ({ notes }) =>
    notes.map(({ id, order, rep, deal, kind, words }) => [id, order, rep, deal, kind, words]),
  parse(body, record) {
    if (!('number' in record) || !Array.isArray(body)) throw new Error('Not a segment');
    return { number: record.number, notes: body.map(noteWords) };
  },
};

function noteWords(row: unknown): NoteWords {
  if (!Array.isArray(row) || row.length !== 6) throw new Error('Not the words of a note');
  const [id, order, rep, deal, kind, words]: unknown[] = row;
  const known = NOTE_KINDS.find((one) => one === kind);
  if (typeof id !== 'string' || typeof order !== 'number' || typeof words !== 'string' || !known)
    throw new Error('Not the words of a note');
  return { id, order, rep: idOrNull(rep), deal: idOrNull(deal), kind: known, words };
}

function idOrNull(value: unknown): string | null {
  if (value !== null && typeof value !== 'string') throw new Error('Not an id');
  return value;
}

/** The segment that holds the words of a note for good: where it lies follows from the note's order alone. */
export function segmentOf(order: number): number {
  return Math.floor(order / SEGMENT_SPAN);
}

export function wordsOf({ id, order, rep, deal, kind, dealName, text }: Note): NoteWords {
  return { id, order, rep, deal, kind, words: foldName(dealName === null ? text : `${dealName} ${text}`) };
}

/**
 * The writes that make the segments hold these notes as they are now; a removed note is in none.
 * @param revision the one that the change builds on; null reads each segment as it lies there
 */
export async function segmentWrites(
  source: Source,
  notes: readonly Note[],
  revision: number | null,
): Promise<Write[]> {
  const touched = Map.groupBy(notes, ({ order }) => segmentOf(order));
  return Promise.all(
    [...touched].map(async ([number, changed]) => {
      const segment = heldSegment(source, number, revision) ?? (await findToChange(source, SEGMENTS, number));
      const ids = new Set(changed.map(({ id }) => id));
      const others = (segment?.notes ?? []).filter(({ id }) => !ids.has(id));
      const standing = changed.filter(({ removedAt }) => removedAt === null).map(wordsOf);
      const all = [...others, ...standing].sort((one, other) => one.order - other.order);
      return put(SEGMENTS, { number, notes: all });
    }),
  );
}

/** The segment, where it is known without reading how it lies there at this revision. */
function heldSegment({ tail: { held } }: Source, number: number, revision: number | null): Segment | null {
  if (held === null || held.number !== number || held.revision !== revision) return null;
  return SEGMENTS.parse(held.body, { number });
}
