import type { OperationId, SiteId } from '@/lib/domain/ids';
import type { Site } from '@/lib/domain/site';
import { put } from './write';
import type { Done } from './commit';
import { SITES } from './kinds';
import { find, findAll } from './read';
import type { Store } from './store';

/** Keeps a site as it is given, over what was kept under its id. */
export function keepSite(store: Store, operation: OperationId, site: Site): Promise<Done> {
  return store.commit(operation, async () => ({ id: site.id, writes: [put(SITES, site)] }));
}

export function site(store: Store, id: SiteId): Promise<Site | null> {
  return find(store, SITES, id);
}

/** All sites, also those that are turned off. */
export function sites(store: Store): Promise<Site[]> {
  return findAll(store, SITES);
}
