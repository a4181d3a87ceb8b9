import { createModel, signal } from '@preact/signals';
import type { HereView, Refusal } from '@/lib/domain/views';
import type { Client } from '@/lib/messages/client';

/** What the panel's own tab shows. An older view of a page never takes the place of a newer one. */
export const Here = createModel((client: Client) => {
  const view = signal<HereView | null>(null);
  const problem = signal<Refusal | null>(null);
  let asked = 0;
  let pushed = 0;

  const isOlder = (next: HereView) => {
    const held = view.peek();
    return held !== null && held.page === next.page && next.seq < held.seq;
  };
  const take = (next: HereView) => {
    if (isOlder(next)) return;
    view.value = next;
    problem.value = null;
  };
  const ask = async (): Promise<void> => {
    const mine = ++asked;
    const pushedBefore = pushed;
    const answer = await client.view('here', {});
    if (mine !== asked) return;
    // A push came in between: which of the two is newer cannot be told, so the background is asked once more.
    if (pushed !== pushedBefore) return ask();
    if (answer.ok) take(answer.value);
    else problem.value = answer.refusal;
  };

  return {
    view,
    problem,
    ask,
    /** The background sent it: the page has moved or settled. */
    push: (next: HereView) => {
      pushed += 1;
      take(next);
    },
    /** Shows nothing from now on. */
    blank: () => {
      asked += 1;
      view.value = null;
    },
  };
});
export type HereModel = InstanceType<typeof Here>;
