import { deleteDB } from 'idb';
import { StoreError } from './errors';
import { deadline, after as realAfter } from './timers';
import type { After } from './timers';

/** Our own connections let go at once; one that holds a database longer than this is not ours to end. */
const BLOCKED_AFTER = 4_000;

/**
 * Deletes a whole database; one that is not there is deleted already. Whoever holds it open must have let go of it before.
 * @throws StoreError `blocked` where it is still held; it is then deleted when it is let go of
 */
export async function removeDatabase(name: string, after: After = realAfter): Promise<void> {
  const held = deadline(after, BLOCKED_AFTER, () => new StoreError('blocked'));
  try {
    await Promise.race([deleteDB(name), held.promise]);
  } finally {
    held.stop();
  }
}
