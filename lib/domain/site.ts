import type { SiteId } from './ids';

/** One CRM installation that the user turned on. It is kept when turned off, so that its notes are found again. */
export interface Site {
  id: SiteId;
  /** Scheme, host and port, for example `https://crm.example.com:8443`. */
  origins: string[];
  /** Whether the user wants Sideline there. The browser's own grant is asked for beside it, each time. */
  on: boolean;
  /** The recipe that agreed, or null while none has. */
  crm: string | null;
  /** Portal or org id, where the page shows one. */
  tenant: string | null;
  addedAt: string;
}

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

/** Where the panel stands in the page, kept for each origin. */
export interface Layout {
  side: 'right' | 'left';
  /** CSS pixels. */
  width: number;
  open: boolean;
  /** Where the small tab stands, as a share of the height: 0 at the top, 1 at the bottom. */
  tab: number;
}

/**
 * What the panel's place in the page says, in the language of the browser: the only words of ours that stand there. `beside` is
 * on a button, and empty where the browser opens its side panel for no click in a page.
 */
export type PageWords = Record<
  'open' | 'collapse' | 'drag' | 'resize' | 'panel' | 'refused' | 'beside',
  string
>;

export const LAYOUT_START: Layout = { side: 'right', width: 360, open: false, tab: 0.25 };
export const PANEL_WIDTH = { least: 320, most: 640 } as const;
