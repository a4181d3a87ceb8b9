import { createModel, signal } from '@preact/signals';
import type { Later } from '@/lib/messages/client';

/** Uncovered private text is covered again after so long without a key or a move in this screen, in ms. */
export const COVER_AFTER = 15 * 60_000;

/** Whether private text is covered in this screen. It is for passing eyes, and no lock. */
export const Cover = createModel((later: Later, starts: boolean) => {
  const covered = signal(starts);
  let cancel = () => {};
  const cover = () => {
    cancel();
    covered.value = true;
  };
  /** The user is there: the time begins anew. */
  const stay = () => {
    cancel();
    if (!covered.peek()) cancel = later(COVER_AFTER, cover);
  };
  const uncover = () => {
    covered.value = false;
    stay();
  };
  return { covered, cover, uncover, stay, toggle: () => (covered.peek() ? uncover() : cover()) };
});
export type CoverModel = InstanceType<typeof Cover>;
