import type { Database } from './open';
import type { StoredSetting, StoredSite } from './schema';
import { countersOf } from './write';

/** Empties the database in one transaction; only what is given lies in it then. The revision goes on, orders begin anew. */
export async function wipe(
  db: Database,
  { sites, settings }: { sites: StoredSite[]; settings: StoredSetting[] },
): Promise<void> {
  const transaction = db.transaction([...db.objectStoreNames], 'readwrite', { durability: 'strict' });
  const meta = transaction.objectStore('meta');
  const { revision } = countersOf(await meta.get('counters'));
  await Promise.all([
    ...[...db.objectStoreNames].map((store) => transaction.objectStore(store).clear()),
    meta.put({ name: 'counters', revision: revision + 1, order: 0 }),
    ...sites.map((site) => transaction.objectStore('sites').put(site)),
    ...settings.map((setting) => transaction.objectStore('settings').put(setting)),
    transaction.done,
  ]);
}

/** Takes back what an import left half done. Not to be called while one is under way. */
export async function takeBackHalf(db: Database): Promise<void> {
  const half = await db.get('meta', 'importing');
  if (half?.name === 'importing') await wipe(db, half);
}
