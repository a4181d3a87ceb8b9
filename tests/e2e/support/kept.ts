import type { Page } from 'playwright';
import type { Opened } from './browser.ts';
import { everythingKept } from './inside.ts';

/** What Sideline has kept, as its own database holds it. */

export interface KeptNote {
  text: string;
  deal: string | null;
  privacy: string;
  revision: number;
  stage: string | null;
}

/** All notes that stand, whoever they are about. */
export async function keptNotes(opened: Opened): Promise<KeptNote[]> {
  const { notes = [] } = await everythingKept(opened);
  return notes
    .map((record) => (record as { body: KeptNote & { removedAt: string | null } }).body)
    .filter(({ removedAt }) => removedAt === null);
}

export interface KeptDraft {
  text: string;
  deal: string | null;
}

/** All drafts, each with the deal that it was typed at. */
export async function keptDrafts(opened: Opened): Promise<KeptDraft[]> {
  const { drafts = [] } = await everythingKept(opened);
  return drafts.map((record) => {
    const { text, place } = (record as { body: { text: string; place: { deal: string | null } } }).body;
    return { text, deal: place.deal };
  });
}

/** Moves the sample CRM to another page, as a click on a link there does. */
export function go(page: Page, path: string): Promise<void> {
  return page.evaluate((to) => window.__sample?.go(to), path);
}
