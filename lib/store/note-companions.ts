import { TERMS_START } from '@/lib/domain/commitment';
import type { Commitment, PromiseTerms } from '@/lib/domain/commitment';
import type { Deal } from '@/lib/domain/deal';
import type { Note } from '@/lib/domain/note';
import type { Orders } from './commit';
import { COMMITMENTS, DEALS } from './kinds';
import { find, findToChange } from './read';
import type { Source } from './read';
import { segmentWrites } from './segments';
import { put } from './write';
import type { Write } from './write';

/** A note as it is after a change. */
export interface ChangedNote {
  note: Note;
  /** What the promise says; null leaves it as it is. */
  terms: PromiseTerms | null;
  /** When, ISO with offset: a note that is no promise any more removes its commitment at this moment. */
  at: string;
  /** It was not there before: nothing can hang on it, and nothing is looked for. */
  fresh?: boolean;
}

/**
 * All that must change together with a note: the words by which it is found, its commitment, and that a question was asked
 * about its deal. Every change of a note goes through here.
 */
export async function companionsOf(source: Source, changed: ChangedNote, order: Orders): Promise<Write[]> {
  const [segments, commitment, asked] = await Promise.all([
    segmentWrites(source, [changed.note], order.revision),
    commitmentWrite(source, changed, order),
    askedWrite(source, changed.note),
  ]);
  return [...segments, ...commitment, ...asked];
}

/** The commitment of a note that is a promise, as it is after the change; of any other note it is removed. */
export async function commitmentWrite(
  source: Source,
  { note, terms, at, fresh }: ChangedNote,
  order: () => number,
): Promise<Write[]> {
  const known = fresh ? null : await findToChange(source, COMMITMENTS, note.id);
  if (note.kind !== 'promise') {
    // It waits with what was said in it, in case the kind is changed back.
    return known === null ? [] : [put(COMMITMENTS, { ...known, removedAt: known.removedAt ?? at })];
  }
  const { id, rep, deal, dealName, privacy, text: what, removedAt } = note;
  const start = { id, note: id, at: note.at, keptOn: null, ...TERMS_START };
  const commitment: Commitment = {
    ...(known ?? {
      ...start,
      order: order(),
    }),
    ...terms,
    what,
    rep,
    deal,
    dealName,
    privacy,
    removedAt,
  };
  return [put(COMMITMENTS, commitment)];
}

/** Removed with its note, the question is as if it had not been asked. */
async function askedWrite(source: Source, { id, asked, deal, at, removedAt }: Note): Promise<Write[]> {
  if (asked === null || deal === null) return [];
  const known = await findToChange(source, DEALS, deal);
  if (known === null) return [];
  const others = known.asked.filter((one) => one.note !== id && (removedAt !== null || one.prompt !== asked));
  const next: Deal = {
    ...known,
    asked: removedAt === null ? [...others, { prompt: asked, at, note: id }] : others,
  };
  return [put(DEALS, next)];
}

/** The commitments of these notes, by the note. */
export async function commitmentsOfNotes(
  source: Source,
  notes: readonly Note[],
): Promise<Map<string, Commitment>> {
  const promises = notes.filter(({ kind }) => kind === 'promise');
  const found = await Promise.all(promises.map(({ id }) => find(source, COMMITMENTS, id)));
  return new Map(found.flatMap((one) => (one === null ? [] : [[one.id, one]])));
}
