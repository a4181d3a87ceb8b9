import { createModel, signal } from '@preact/signals';
import type { DealKey, RepId } from '@/lib/domain/ids';
import type { NoteKind } from '@/lib/domain/note';
import type { Refusal } from '@/lib/domain/refusal';
import type { FoundView } from '@/lib/domain/views';
import type { Client } from '@/lib/messages/client';
import type { ViewAnswer } from '@/lib/messages/protocol';

/** What the notes are narrowed to; null is no filter. */
export interface Filters {
  rep: RepId | null;
  kind: NoteKind | null;
  deal: { key: DealKey; name: string | null } | null;
}

export const NO_FILTERS: Filters = { rep: null, kind: null, deal: null };

/** The search over all notes, and the list of all of them where nothing is looked for. */
export const Find = createModel((client: Client) => {
  const words = signal('');
  const filters = signal<Filters>(NO_FILTERS);
  /** null until it was asked once. */
  const pages = signal<FoundView[] | null>(null);
  const problem = signal<Refusal | null>(null);
  let asked = 0;

  /** An answer to what was looked for before never takes the place of a newer one. */
  const load = async (howMany: number) => {
    const mine = ++asked;
    const { rep, kind, deal } = filters.peek();
    const query = { words: words.peek(), rep, kind, deal: deal?.key ?? null };
    const loaded: FoundView[] = [];
    let before: number | null = null;
    while (loaded.length < howMany) {
      // oxlint-disable-next-line no-await-in-loop -- a page tells where the next begins
      const answer: ViewAnswer<'find'> = await client.view('find', { ...query, before });
      if (mine !== asked) return;
      if (!answer.ok) return void (problem.value = answer.refusal);
      loaded.push(answer.value);
      before = answer.value.before;
      if (before === null) break;
    }
    problem.value = null;
    pages.value = loaded;
  };

  return {
    words,
    filters,
    pages,
    problem,
    /** The screen opens: the words of all notes are loaded with the first answer. */
    open: () => load(1),
    look: (next: string) => {
      words.value = next;
      return load(1);
    },
    narrow: (next: Partial<Filters>) => {
      filters.value = { ...filters.peek(), ...next };
      return load(1);
    },
    more: () => load((pages.peek()?.length ?? 0) + 1),
    /** Something was kept: what is in sight is asked again. */
    again: async () => {
      const shown = pages.peek()?.length ?? 0;
      if (shown > 0) await load(shown);
    },
    blank: () => {
      asked += 1;
      words.value = '';
      filters.value = NO_FILTERS;
      pages.value = null;
    },
  };
});
export type FindModel = InstanceType<typeof Find>;
