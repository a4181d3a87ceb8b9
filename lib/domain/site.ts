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
