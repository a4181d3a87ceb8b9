import { identityCodec } from './codec';
import type { Codec } from './codec';
import { startCommits } from './commit';
import type { Commit, Committed } from './commit';
import { holder } from './hold';
import type { Held } from './hold';
import type { Report } from './errors';
import { openSideline } from './open';
import type { Database } from './open';
import type { Source, Tail } from './read';
import { after as realAfter } from './timers';
import type { After } from './timers';
import { takeBackHalf } from './wipe';

/** All that repositories need. There is one, in the background. */
export interface Store extends Source {
  commit: Commit;
  /** Milliseconds since 1970; only for how long operations are remembered. */
  now: () => number;
  /** Calls the listener after each commit that changed something. Returns what ends that. */
  onCommit: (listener: (committed: Committed) => void) => () => void;
  /**
   * Holds the store for one who must be alone with it: all others are refused with `busy`. What was under way has ended
   * when this answers. `abandon` lets go of it in the middle of an import: before anybody uses the database again, it is
   * taken back. @throws StoreError `busy` where it is held already
   */
  hold: () => Promise<Held & { abandon: () => void }>;
  /** Lets go of the database; the next use opens it again. */
  close: () => void;
}

export interface StoreOptions {
  now: () => number;
  report: Report;
  /** Default `sideline`. */
  name?: string;
  /** Default: bodies as they are. */
  codec?: Codec;
  after?: After;
  /** Only tests ask for another version. */
  version?: number;
  /** Milliseconds for which a held database is waited for; default 4 s. */
  blockedAfter?: number;
}

/** The store. Nothing is opened before it is used. */
export function openStore(options: StoreOptions): Store {
  const { now, report, codec = identityCodec, after = realAfter } = options;
  const listeners = new Set<(committed: Committed) => void>();
  const lock = holder((committed) => {
    for (const listener of listeners) listener(committed);
  });
  // Once in a life, and after an import that was given up: an import that goes on outlives a lost connection.
  let isWhole = false;
  const opened = async (db: Database): Promise<void> => {
    if (!isWhole) await takeBackHalf(db);
    isWhole = true;
  };
  const connection = openSideline({ ...options, after, opened });
  const tail: Tail = { held: null };
  const commit = startCommits({ connection, codec, report, tail, now, after, committed: lock.committed });
  return {
    connection,
    codec,
    report,
    tail,
    now,
    commit: lock.open(commit),
    hold: async () => {
      const held = await lock.hold(commit);
      const abandon = (): void => {
        isWhole = false;
        connection.drop();
        held.letGo();
      };
      return { ...held, abandon };
    },
    onCommit(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: connection.drop,
  };
}
