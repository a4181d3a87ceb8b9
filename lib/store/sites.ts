import type { OperationId, SiteId } from '@/lib/domain/ids';
import type { Site } from '@/lib/domain/site';
import { put } from './write';
import type { Done } from './commit';
import { SITES } from './kinds';
import { find, findAll } from './read';
import type { Store } from './store';

/** Keeps a site as it is given, over what was kept under its id. */
export function keepSite(store: Store, operation: OperationId, site: Site): Promise<Done> {
  return keepSites(store, operation, [site]);
}

/** The same for several at once: the installations on one origin are turned on and off together. */
export function keepSites(store: Store, operation: OperationId, all: readonly Site[]): Promise<Done> {
  return store.commit(operation, async () => ({
    id: all[0]?.id ?? '',
    writes: all.map((site) => put(SITES, site)),
  }));
}

export function site(store: Store, id: SiteId): Promise<Site | null> {
  return find(store, SITES, id);
}

/** All sites, also those that are turned off. */
export function sites(store: Store): Promise<Site[]> {
  return findAll(store, SITES);
}
