import { createModel, signal } from '@preact/signals';
import type { Pen as Told } from '@/lib/domain/views';

/** Whether this panel is the one that writes on its tab. @param lost is called when another one began to */
export const Pen = createModel((lost: () => void) => {
  const here = signal(true);
  let turn = 0;
  return {
    here,
    /** What the background says, with a view or by itself; an older word changes nothing. */
    take: (told: Told | undefined) => {
      if (told === undefined || told.turn < turn) return;
      turn = told.turn;
      const had = here.peek();
      here.value = told.here;
      if (had && !told.here) lost();
    },
  };
});
export type PenModel = InstanceType<typeof Pen>;
