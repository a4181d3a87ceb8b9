import { createModel, signal } from '@preact/signals';
import type { Later } from '@/lib/messages/client';

/** What just happened, as a code; the words for it are in lib/text. */
export type Happened =
  'kept' | 'removed' | 'restored' | 'ownerKept' | 'turnedOn' | 'turnedOff' | 'joined' | 'imported' | 'erased';

export interface Shown {
  happened: Happened;
  undo: (() => void) | null;
}

/** How long a toast stays, in ms; it waits while it is hovered or focused. */
export const TOAST_FOR = 10_000;

/** The one short line about what just happened, with its undo. */
export const Toast = createModel((later: Later) => {
  const shown = signal<Shown | null>(null);
  let cancel = () => {};
  const start = () => {
    cancel();
    cancel = later(TOAST_FOR, () => (shown.value = null));
  };
  return {
    shown,
    show: (happened: Happened, undo: (() => void) | null = null) => {
      shown.value = { happened, undo };
      start();
    },
    /** The next thing is under way: an Undo pressed now must not undo the one before. */
    clear: () => {
      cancel();
      shown.value = null;
    },
    /** Hovered or focused: it stays. */
    hold: () => cancel(),
    /** Left again: the time starts anew. */
    release: () => {
      if (shown.value !== null) start();
    },
    undo: () => {
      const undo = shown.value?.undo;
      cancel();
      shown.value = null;
      undo?.();
    },
  };
});
export type ToastModel = InstanceType<typeof Toast>;
