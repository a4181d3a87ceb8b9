import { browser } from 'wxt/browser';
import { identityOf, type Deal } from '@/lib/domain/deal';
import { dealKey, type DealKey, type RepId, type SiteId } from '@/lib/domain/ids';
import type { Reading } from '@/lib/domain/reading';
import { certain } from '@/lib/domain/certain';
import { sightingOf } from '@/lib/domain/sighting';
import { readDeal } from '@/lib/store/deals';
import { countNotesOfDeal } from '@/lib/store/notes';
import { repFor } from '@/lib/store/reps';
import { keepSighting } from '@/lib/store/sightings';
import type { Background } from './background';
import type { TabState } from './memory';
import { learnStages } from './stages';

/** The deal of a reading, or null where the page shows none or its id is no id. */
export function keyOf(site: SiteId, reading: Reading): DealKey | null {
  const id = certain(reading, 'recordId');
  return reading.pageKind === 'deal' && id ? dealKey(site, reading.object, id) : null;
}

/** A deal that was taken in, and whose the page says it is. */
export interface Taken {
  site: SiteId;
  deal: Deal;
  rep: RepId | null;
  /** What was read, with what the manager said of its stage. */
  reading: Reading;
}

/**
 * Takes a reading of a deal in: whose it is, and whether it is the deal known under its key. An owner who is unsure or
 * could be several people is never filed.
 */
export async function takeIn(
  { store }: Background,
  site: SiteId,
  key: DealKey,
  reading: Reading,
): Promise<Taken> {
  const owner = reading.fields.owner;
  const name = certain(reading, 'owner');
  const alias = name === null ? null : { site, name, userId: owner?.userId ?? null };
  const found = alias && (await repFor(store, { alias, at: reading.at, newId: crypto.randomUUID() }));
  const rep = found && found.is !== 'ambiguous' ? found.rep.id : null;
  const deal = await readDeal(store, { key, rep, identity: identityOf(reading) });
  return { site, deal, rep, reading };
}

/** Keeps what was seen of a deal. Not while it is doubted: history must not hold another deal's values. */
export async function keepSeen(background: Background, { site, deal, rep, reading }: Taken): Promise<void> {
  if (deal.doubt === null)
    await keepSighting(background.store, sightingOf(reading, { site, deal: deal.key, rep }));
  await learnStages(background, site, reading);
}

/** The toolbar's badge is the one place outside the panel that hints at notes: no page can see it. */
export async function showBadge({ store }: Background, state: TabState, deal: Deal | null): Promise<void> {
  const notes = deal && deal.doubt === null ? await countNotesOfDeal(store, deal.key, deal.from) : 0;
  try {
    await browser.action.setBadgeBackgroundColor({ tabId: state.tab, color: '#17615a' });
    await browser.action.setBadgeText({ tabId: state.tab, text: notes > 0 ? String(notes) : '' });
  } catch {
    // The tab was closed meanwhile.
  }
}
