import { createModel, signal } from '@preact/signals';
import type { RowsPage } from '@/lib/domain/list-views';
import type { Refusal } from '@/lib/domain/refusal';
import type { Client } from '@/lib/messages/client';

/** The rows that are shown of one owner, or of nobody. */
export interface ShownRows {
  rows: RowsPage['rows'];
  /** Whether there are more. */
  more: boolean;
}

const NOBODY = '';

/** The rows of the list on screen, opened owner by owner. */
export const ListRows = createModel((client: Client) => {
  /** By the owner's key; nobody's are under an empty one. */
  const shown = signal<Readonly<Record<string, ShownRows>>>({});
  const problem = signal<Refusal | null>(null);
  /** How many pages of each are wanted. */
  const wanted = new Map<string, number>();
  let list = '';

  const load = async (key: string): Promise<void> => {
    const of = list;
    const pages: RowsPage[] = [];
    let after: number | null = 0;
    while (after !== null && pages.length < (wanted.get(key) ?? 0)) {
      const answer: Awaited<ReturnType<typeof client.view<'listRows'>>> = await client.view('listRows', {
        owner: key === NOBODY ? null : key,
        after,
      });
      if (of !== list) return;
      if (!answer.ok) return void (problem.value = answer.refusal);
      pages.push(answer.value);
      ({ after } = answer.value);
    }
    problem.value = null;
    const rows = { rows: pages.flatMap((page) => page.rows), more: after !== null };
    if (wanted.has(key)) shown.value = { ...shown.peek(), [key]: rows };
  };

  return {
    shown,
    problem,
    /** The screen shows this list; another one begins with nothing open. */
    about: (next: string) => {
      if (next === list) return;
      list = next;
      wanted.clear();
      shown.value = {};
      problem.value = null;
    },
    open: (owner: string | null) => {
      wanted.set(owner ?? NOBODY, 1);
      return load(owner ?? NOBODY);
    },
    more: (owner: string | null) => {
      const key = owner ?? NOBODY;
      wanted.set(key, (wanted.get(key) ?? 0) + 1);
      return load(key);
    },
    close: (owner: string | null) => {
      const { [owner ?? NOBODY]: _closed, ...rest } = shown.peek();
      wanted.delete(owner ?? NOBODY);
      shown.value = rest;
    },
    /** More of the list was seen. */
    again: () => Promise.all([...wanted.keys()].map(load)),
  };
});
export type ListRowsModel = InstanceType<typeof ListRows>;
