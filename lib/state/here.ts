import { createModel, signal } from '@preact/signals';
import type { Refusal } from '@/lib/domain/refusal';
import type { HereView } from '@/lib/domain/views';
import type { Client } from '@/lib/messages/client';

/**
 * What the panel's own tab shows. An older view of a page never takes the place of a newer one.
 * @param isShown whether a view is about the tab in front; for the browser's side panel, which outlives its tabs
 */
export const Here = createModel((client: Client, isShown: (view: HereView) => boolean = () => true) => {
  const view = signal<HereView | null>(null);
  const problem = signal<Refusal | null>(null);
  let asked = 0;
  let pushed = 0;
  /** Blanked, it shows nothing that it did not ask for since. */
  let blanked = false;

  const isOlder = (next: HereView) => {
    const held = view.peek();
    return held !== null && held.page === next.page && next.seq < held.seq;
  };
  const take = (next: HereView) => {
    if (isOlder(next) || !isShown(next)) return;
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
    blanked = false;
    if (answer.ok) take(answer.value);
    else problem.value = answer.refusal;
  };

  return {
    view,
    problem,
    ask,
    /** The background sent it: the page has moved or settled. */
    push: (next: HereView) => {
      if (!isShown(next)) return;
      pushed += 1;
      if (!blanked) take(next);
    },
    /** Something was kept that an answer on its way may not know of. */
    outdate: () => {
      pushed += 1;
    },
    /** Shows nothing from now on. */
    blank: () => {
      asked += 1;
      blanked = true;
      view.value = null;
    },
  };
});
export type HereModel = InstanceType<typeof Here>;
