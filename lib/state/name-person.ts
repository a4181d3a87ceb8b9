import { createModel, signal } from '@preact/signals';
import type { RepId } from '@/lib/domain/ids';
import type { Refusal } from '@/lib/domain/refusal';
import type { Client } from '@/lib/messages/client';
import { foldName } from '@/lib/domain/fold';
import type { NoteBoxModel } from './note-box';
import type { PeopleModel } from './people';

/**
 * Naming the person that a note is to be on. Somebody who is known is opened; a new name is asked about once, so that a slip
 * of the pen makes nobody.
 */
export const NamePerson = createModel(
  (needs: {
    client: Client;
    people: PeopleModel;
    /** Where the note on the person is written. */
    box: Pick<NoteBoxModel, 'wantCursor'>;
    open(rep: RepId): unknown;
  }) => {
    const name = signal('');
    /** The new name that is asked about, or null. */
    const asks = signal<string | null>(null);
    const problem = signal<Refusal | null>(null);
    const add = async (wanted: string) => {
      const answer = await needs.client.command('addPerson', { name: wanted });
      problem.value = answer.ok ? null : answer.refusal;
      if (!answer.ok) return;
      await open(answer.value.rep.id);
    };
    const open = async (rep: RepId) => {
      clear();
      needs.box.wantCursor();
      await needs.open(rep);
    };
    const clear = () => {
      name.value = '';
      asks.value = null;
      problem.value = null;
    };
    return {
      name,
      asks,
      problem,
      write: (next: string) => {
        name.value = next;
        asks.value = null;
        problem.value = null;
      },
      /** Opens whoever has this name; asks whether to add one who is new, and adds them at the second time. */
      go: async () => {
        const wanted = name.peek().trim();
        if (wanted === '') return;
        const folded = foldName(wanted);
        const known = needs.people.view.peek()?.people.filter((one) => foldName(one.name) === folded) ?? [];
        const [only] = known;
        if (known.length > 1) return void (problem.value = 'several-people');
        if (only === undefined && asks.peek() === null) return void (asks.value = wanted);
        if (only === undefined) return add(wanted);
        await open(only.id);
      },
    };
  },
);
export type NamePersonModel = InstanceType<typeof NamePerson>;
