import type { Store } from './store';
import { wipe } from './wipe';

/**
 * Erases everything that is kept. Nobody else writes until `rest`, with which the caller puts the world outside the database
 * right, has ended.
 * @throws StoreError `busy`, `not-saved`; whatever `rest` throws, and then everything is erased all the same
 */
export async function erase(store: Store, rest: () => Promise<void>): Promise<void> {
  const { letGo } = await store.hold();
  try {
    await store.connection.use((db) => wipe(db, { sites: [], settings: [] }));
    await rest();
  } finally {
    letGo();
  }
}
