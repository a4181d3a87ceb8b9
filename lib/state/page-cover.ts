import { createModel, signal } from '@preact/signals';
import type { CommandName } from '@/lib/domain/views';
import type { Client, Later } from '@/lib/messages/client';

/** What was covered and is not any more has to stay so this long before a click counts again, in ms. */
export const CLEAR_FOR = 500;

/** What the browser says of the panel's frame. */
export interface Sight {
  /** It is in the window, as far as it is not covered. */
  isInWindow: boolean;
  /** Nothing lies over it, hides it, blurs it or makes it small; null where the browser does not say. */
  isClear: boolean | null;
}

/**
 * Whether the page covers the panel. A page can put something of its own over a panel that its user then clicks through, or make
 * the panel nearly invisible under the pointer: while the browser says so, no click counts.
 */
export const PageCover = createModel((later: Later) => {
  /** Acts are off. */
  const off = signal(false);
  /** And it is the page that does it: the panel says so. Put away by its user it is out of the window, and nobody reads it. */
  const covered = signal(false);
  let cancel = () => {};
  return {
    off,
    covered,
    see: ({ isInWindow, isClear }: Sight) => {
      if (isClear === null) return;
      cancel();
      cancel = () => {};
      covered.value = isInWindow && !isClear;
      if (!isClear) off.value = true;
      else if (off.peek()) cancel = later(CLEAR_FOR, () => (off.value = false));
    },
  };
});
export type PageCoverModel = InstanceType<typeof PageCover>;

/** What goes on under a cover: words that are typed are kept as a draft, and where the panel stands can be changed. */
const GOES_ON: readonly CommandName[] = ['keepDraft', 'place', 'collapse'];

/** A client that refuses every act while `isOff`. */
export function unlessCovered(client: Client, isOff: () => boolean): Client {
  return {
    ...client,
    command: (command, ask, operation) =>
      isOff() && !GOES_ON.includes(command)
        ? Promise.resolve({ ok: false, refusal: 'covered' })
        : client.command(command, ask, operation),
  };
}
