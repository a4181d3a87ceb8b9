import { identityCodec } from './codec';
import type { Codec } from './codec';
import { startCommits } from './commit';
import type { Commit } from './commit';
import type { Report } from './errors';
import { openSideline } from './open';
import type { Source } from './read';
import type { KindName } from './schema';
import { after as realAfter } from './timers';
import type { After } from './timers';

/** What a commit changed, told to whoever shows it. */
export interface Committed {
  revision: number;
  kinds: KindName[];
  /** The segments whose words changed. */
  segments: number[];
}

/** All that repositories need. There is one, in the background. */
export interface Store extends Source {
  commit: Commit;
  /** Milliseconds since 1970; only for how long operations are remembered. */
  now: () => number;
  /** Calls the listener after each commit that changed something. Returns what ends that. */
  onCommit: (listener: (committed: Committed) => void) => () => void;
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
  const connection = openSideline({ ...options, after });
  const committed = (what: Committed): void => {
    for (const listener of listeners) listener(what);
  };
  return {
    connection,
    codec,
    report,
    now,
    commit: startCommits({ connection, codec, report, now, after, committed }),
    onCommit(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: connection.drop,
  };
}
