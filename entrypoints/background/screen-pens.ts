import type { ToScreen } from '@/lib/messages/protocol';
import { penOf, takePen } from '@/lib/messages/server/pens';
import type { Memory } from './memory';

/** A panel that listens, as far as it may have the pen. */
export interface Writer {
  /** null for the workspace. */
  session: string | null;
  off: boolean;
  /** A framed panel that the user put away without closing its page. */
  isAway: boolean;
}

interface Needs<W extends Writer> {
  memory(): Memory;
  keep(): void;
  now(): number;
  /** The panels that show a tab, the one that came last at the end. */
  panelsOf(tab: number): W[];
  send(to: W, message: ToScreen): void;
}

/** Who of the panels on one tab has the pen, as panels come and go. */
export function makePens<W extends Writer>({ memory, keep, now, panelsOf, send }: Needs<W>) {
  /** This panel writes from now on; others on the same tab are told. */
  function take(tab: number, session: string): void {
    takePen(memory().pens, tab, session, now());
    keep();
    for (const panel of panelsOf(tab)) {
      const pen = penOf(memory().pens, tab, panel.session ?? '');
      send(panel, { to: 'screen', name: 'pen', pen });
    }
  }

  return {
    take,
    /** This panel shows the tab no longer: another one that does may write again. */
    handOn(tab: number, session: string): void {
      const { held } = memory().pens;
      if (held.get(tab)?.session !== session) return;
      const panels = panelsOf(tab);
      const next = panels.findLast((one) => one.session !== session && !one.off && !one.isAway);
      if (next?.session) return take(tab, next.session);
      // A panel that was put away keeps the pen: nobody else wants it.
      if (!panels.some((one) => one.session === session)) held.delete(tab);
      keep();
    },
    /** The pen of a panel that is gone without a word, as while the background was stopped, goes to this one. */
    takeFromTheGone(tab: number, session: string): void {
      const holder = memory().pens.held.get(tab)?.session;
      if (holder !== undefined && !panelsOf(tab).some((one) => one.session === holder)) take(tab, session);
    },
  };
}
