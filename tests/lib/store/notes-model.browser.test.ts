import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Note } from '@/lib/domain/note';
import {
  countNotesOfDeal,
  countNotesOfRep,
  editNote,
  keepNote,
  notesOfDeal,
  notesOfRep,
  removeNote,
  restoreNote,
} from '@/lib/store/notes';
import { openStore } from '@/lib/store/store';
import type { Store } from '@/lib/store/store';
import { AT, CODECS, NOW, newNote } from './stores';

/** What happens: `retry` sends an earlier operation again, `restart` stops the background between two operations. */
type Step =
  | { do: 'keep'; place: number; text: string }
  | { do: 'edit'; note: number; stale: boolean; text: string }
  | { do: 'remove'; note: number }
  | { do: 'restore'; note: number }
  | { do: 'retry'; operation: number }
  | { do: 'restart' };

const PLACES = [
  { deal: 's1|o|1', rep: 'ana' },
  { deal: 's1|o|1', rep: 'bo' },
  { deal: 's1|o|2', rep: null },
  { deal: null, rep: 'ana' },
];
const DEALS = ['s1|o|1', 's1|o|2'];
const REPS = ['ana', 'bo'];
const ALL = { limit: Infinity, before: null };

const index = fc.nat({ max: 20 });
const text = fc.constantFrom('a', 'two words', ' ', '');
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('keep' as const), place: fc.nat({ max: 3 }), text }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('edit' as const), note: index, stale: fc.boolean(), text }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('remove' as const), note: index }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('retry' as const), operation: index }) },
  { weight: 1, arbitrary: fc.constant({ do: 'restart' as const }) },
);

/** The notes as they should be: a plain list, in the order of writing. */
class Model {
  notes: Note[] = [];
  done = new Set<string>();

  /** Changes the list as the operation should; false where it must be refused. */
  apply(operation: string, one: Exclude<Step, { do: 'retry' | 'restart' }>): boolean {
    if (this.done.has(operation)) return true;
    const done = one.do === 'keep' ? this.keep(operation, one) : this.change(one);
    if (done) this.done.add(operation);
    return done;
  }

  private keep(operation: string, { place, text: words }: Extract<Step, { do: 'keep' }>): boolean {
    if (words.trim() === '') return false;
    const {
      place: where,
      promise: _,
      ...written
    } = newNote(`note ${operation}`, PLACES[place] ?? { deal: null, rep: 'bo' }, { text: words });
    this.notes.push({
      ...written,
      ...where,
      editedAt: null,
      revision: 0,
      order: this.notes.length + 1,
      removedAt: null,
    });
    return true;
  }

  private change(one: Extract<Step, { note: number }>): boolean {
    const at = this.notes.findIndex(({ id }) => id === this.idAt(one.note));
    const note = this.notes[at];
    if (!note) return false;
    if (one.do === 'edit') {
      if (note.removedAt !== null || one.stale || one.text.trim() === '') return false;
      this.notes[at] = { ...note, text: one.text, editedAt: AT, revision: note.revision + 1 };
    } else {
      this.notes[at] = { ...note, removedAt: one.do === 'remove' ? AT : null };
    }
    return true;
  }

  idAt(at: number): string {
    return this.notes[at % Math.max(1, this.notes.length)]?.id ?? 'none';
  }

  standing(has: (note: Note) => boolean): Note[] {
    return this.notes.filter((note) => note.removedAt === null && has(note)).toReversed();
  }
}

type Sent = (store: Store) => Promise<unknown>;

function sendOf(operation: string, one: Exclude<Step, { do: 'retry' | 'restart' }>, model: Model): Sent {
  if (one.do === 'keep') {
    const place = PLACES[one.place] ?? { deal: null, rep: 'bo' };
    return (store) => keepNote(store, operation, newNote(`note ${operation}`, place, { text: one.text }));
  }
  const id = model.idAt(one.note);
  if (one.do === 'remove') return (store) => removeNote(store, operation, id, AT);
  if (one.do === 'restore') return (store) => restoreNote(store, operation, id);
  const standing = model.notes.find((note) => note.id === id)?.revision ?? 0;
  const revision = one.stale ? standing + 1 : standing;
  return (store) => editNote(store, operation, { id, revision, text: one.text, privacy: 'private', at: AT });
}

async function expectEqual(store: Store, model: Model): Promise<void> {
  for (const deal of DEALS) {
    const expected = model.standing((note) => note.deal === deal);
    expect(await notesOfDeal(store, deal, ALL)).toEqual(expected);
    expect(await countNotesOfDeal(store, deal, 0)).toBe(expected.length);
  }
  for (const rep of REPS) {
    const expected = model.standing((note) => note.rep === rep);
    expect(await notesOfRep(store, rep, ALL)).toEqual(expected);
    expect(await countNotesOfRep(store, rep)).toBe(expected.length);
  }
}

test.each(CODECS)(
  'any notes kept, edited, removed, restored and retried come out as in a plain list: $codec',
  async ({ make }) => {
    const codec = await make();
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const name = `model-${crypto.randomUUID()}`;
        const store = openStore({ name, codec, now: () => NOW, report: () => {} });
        const model = new Model();
        const sent: { send: Sent; done: boolean }[] = [];
        try {
          for (const one of steps) {
            if (one.do === 'restart') store.close();
            else if (one.do === 'retry') {
              // Refused ones are left out: tried again they may well be accepted by then.
              const done = sent.filter((earlier) => earlier.done);
              await done[one.operation % Math.max(1, done.length)]?.send(store);
            } else {
              const operation = `op${sent.length}`;
              const send = sendOf(operation, one, model);
              const done = model.apply(operation, one);
              sent.push({ send, done });
              if (done) await send(store);
              else await expect(send(store)).rejects.toThrow();
            }
          }
          await expectEqual(store, model);
        } finally {
          store.close();
          indexedDB.deleteDatabase(name);
        }
      }),
      { numRuns: 60 },
    );
  },
);
