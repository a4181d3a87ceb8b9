import type { Commit, Committed } from './commit';
import { StoreError } from './errors';

/** Alone with the store. */
export interface Held {
  /** Commits as before; nothing is told to listeners before it is let go. */
  commit: Commit;
  letGo: () => void;
}

/** The one lock of a store: who holds it commits, all others are refused until it is let go. */
export function holder(tell: (committed: Committed) => void) {
  let held = false;
  let untold: Committed | null = null;
  const refuse = (): Promise<never> => Promise.reject(new StoreError('busy'));

  return {
    /** For each commit that changed something: told now, or all together when the store is let go. */
    committed(what: Committed): void {
      if (!held) return tell(what);
      untold = { ...what, kinds: [...new Set([...(untold?.kinds ?? []), ...what.kinds])] };
    },
    /** The store's own commit, as everybody gets it. */
    open:
      (commit: Commit): Commit =>
      (...change) =>
        held ? refuse() : commit(...change),
    async hold(commit: Commit): Promise<Held> {
      if (held) return refuse();
      held = true;
      let mine = true;
      const letGo = (): void => {
        if (!mine) return;
        mine = false;
        held = false;
        // Who holds the store may have done anything to it, also what is no commit.
        tell({ revision: 0, kinds: [], ...untold, segments: 'all' });
        untold = null;
      };
      try {
        // Changes are made in turn: when this one has been, none from before is left.
        await commit(null, async () => ({ id: '', writes: [] }));
      } catch (error) {
        letGo();
        throw error;
      }
      return { commit: (...change) => (mine ? commit(...change) : refuse()), letGo };
    },
  };
}
