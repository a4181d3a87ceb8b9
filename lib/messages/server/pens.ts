import type { Pen } from '@/lib/domain/views';

/**
 * Two panels may show one tab: the frame in its page, and the browser's side panel. One of them has the pen, which is the one that
 * came last; the other shows no box to write in. So nobody writes the same note at two places.
 */

export interface Pens {
  /** Rises with each change of any pen, so that a panel knows an older word from a newer one. */
  turn: number;
  /** By tab: the session of the panel that writes. */
  held: Map<number, { session: string; turn: number }>;
}

/** @param now milliseconds: turns go on rising even where the last one was forgotten */
export function takePen(pens: Pens, tab: number, session: string, now: number): void {
  pens.turn = Math.max(pens.turn + 1, now);
  pens.held.set(tab, { session, turn: pens.turn });
}

/** Whether a panel has the pen of the tab that it shows. Where nobody took it, everybody may write. */
export function penOf(pens: Pens, tab: number, session: string): Pen {
  const held = pens.held.get(tab);
  return held ? { here: held.session === session, turn: held.turn } : { here: true, turn: 0 };
}
