import type { Health } from '@/lib/domain/health';
import { HEALTH } from './kinds';
import { find } from './read';
import type { Store } from './store';
import { put } from './write';

/** What is known of a recipe on one kind of page of a site; null where nothing is. @param id see `healthId` */
export function health(store: Store, id: string): Promise<Health | null> {
  return find(store, HEALTH, id);
}

/**
 * Keeps what a reading changed of it, and nothing where `change` gives back what it was given. What cannot be read is begun
 * anew: pages say it all again. The same twice does no harm, so it takes no operation id.
 * @returns how it stood before, and how it stands
 */
export async function keepHealth(
  store: Store,
  id: string,
  change: (before: Health) => Health,
): Promise<{ before: Health; after: Health }> {
  const known = async (): Promise<Health> =>
    (await health(store, id)) ?? { id, crm: '', recipeVersion: 0, fields: {} };
  let before = await known();
  let after = change(before);
  if (after === before) return { before, after };
  await store.commit(
    null,
    async () => {
      before = await known();
      after = change(before);
      return { id, writes: [put(HEALTH, after)] };
    },
    'relaxed',
  );
  return { before, after };
}
