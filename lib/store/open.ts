import { openDB } from 'idb';
import type { IDBPDatabase } from 'idb';
import { StoreError } from './errors';
import type { Report } from './errors';
import { migrate } from './migrations';
import { DATABASE, VERSION } from './schema';
import type { SidelineDB } from './schema';
import { deadline, after as realAfter } from './timers';
import type { After } from './timers';

export type Database = IDBPDatabase<SidelineDB>;

export interface OpenOptions {
  /** Another database of the same shape: the example team, a test's. */
  name?: string;
  /** Only tests ask for another version. */
  version?: number;
  report: Report;
  after?: After;
  /** What has to be put right before anybody uses the database. Called on each new connection. */
  opened?: (db: Database) => Promise<void>;
  /** How long a held database is waited for. */
  blockedAfter?: number;
}

/** The one connection to a database. It opens at first use and again when the browser or an upgrade closed it. */
export interface Connection {
  /**
   * Runs `work` on the open database; once more on a new connection where the old one turns out to be closed.
   * @throws StoreError `newer-database`, `blocked`
   */
  use<T>(work: (db: Database) => Promise<T>): Promise<T>;
  /** Lets go of the connection; what runs on it may still end. The next use opens a new one. */
  drop(): void;
}

/** Shorter than the watchdog of commits, so that a change learns the reason. Our own older code lets go at once. */
const BLOCKED_AFTER = 4_000;

export function openSideline(options: OpenOptions): Connection {
  let current: Promise<Database> | null = null;

  function open(): Promise<Database> {
    if (current) return current;
    // Set before anything is awaited: two callers must never open two connections.
    const opening: Promise<Database> = openOnce(options, () => forget(opening));
    current = opening;
    opening.catch(() => forget(opening));
    return opening;
  }

  function forget(which: Promise<Database>): void {
    if (current === which) current = null;
  }

  function drop(): void {
    const old = current;
    current = null;
    old?.then(
      (db) => db.close(),
      () => {},
    );
  }

  async function use<T>(work: (db: Database) => Promise<T>): Promise<T> {
    const opening = open();
    const db = await opening;
    try {
      return await work(db);
    } catch (error) {
      if (!isClosed(error)) throw error;
      if (current === opening) drop();
      return work(await open());
    }
  }

  return { use, drop };
}

/** The browser tells by this name that no transaction could begin: so nothing was written, and trying again is safe. */
function isClosed(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'InvalidStateError';
}

async function openOnce(options: OpenOptions, lost: () => void): Promise<Database> {
  const { name = DATABASE, version = VERSION, after = realAfter, blockedAfter = BLOCKED_AFTER } = options;
  // Without the timer an open that is held by another connection waits for ever, and not always with an event.
  const held = deadline(after, blockedAfter, () => new StoreError('blocked'));
  const opening = openDB<SidelineDB>(name, version, {
    upgrade(db, old, _new, _transaction, event) {
      // From here on it is only our own migration that takes time.
      held.stop();
      if (isDataLoss(event)) options.report({ is: 'data-lost' });
      migrate(db, old);
    },
    blocking(_current, _blocked, event) {
      // The next use finds it closed and opens again, or is told that the database is a newer one.
      if (event.target instanceof IDBDatabase) event.target.close();
    },
    terminated: lost,
  });
  try {
    const db = await Promise.race([opening, held.promise]);
    await options.opened?.(db);
    return db;
  } catch (error) {
    void closeLater(opening);
    throw isNewer(error) ? new StoreError('newer-database', { cause: error }) : error;
  } finally {
    held.stop();
  }
}

/** An open that was given up may still succeed, and would then hold the database. */
async function closeLater(opening: Promise<Database>): Promise<void> {
  try {
    (await opening).close();
  } catch {
    // It failed: nothing is held.
  }
}

function isNewer(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'VersionError';
}

/** Chromium empties a damaged database without an error and tells only by this, outside the standard. */
export function isDataLoss(event: object): boolean {
  return 'dataLoss' in event && event.dataLoss === 'total';
}
