import type { SiteId } from './ids';
import type { Site } from './site';

/** What a page says of the installation that it belongs to. */
export interface Installation {
  origin: string;
  crm: string | null;
  /** Null where the page does not tell. */
  tenant: string | null;
}

/**
 * The site that a page belongs to. One origin may hold several installations, whose records have the same ids: a page that
 * names its tenant is never taken for another's. A page that names none is one of the first site's, and a site whose tenant is
 * not known yet becomes that of the first page that names one.
 * @param fresh for a site that is new
 * @returns `found: false` where the site is new or was changed, and has to be kept
 */
export function siteAmong(
  sites: readonly Site[],
  { origin, crm, tenant }: Installation,
  fresh: { id: SiteId; at: string },
): { found: boolean; site: Site } {
  const here = sites.filter((site) => site.origins.includes(origin));
  const same = here.find((site) => site.tenant === tenant);
  const known = same ?? (tenant === null ? here[0] : here.find((site) => site.tenant === null));
  if (known === undefined) {
    const site = { id: fresh.id, origins: [origin], on: true, crm, tenant, addedAt: fresh.at };
    return { found: false, site };
  }
  const site = { ...known, crm: crm ?? known.crm, tenant: tenant ?? known.tenant };
  return { found: site.crm === known.crm && site.tenant === known.tenant, site };
}
