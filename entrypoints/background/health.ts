import { browser } from 'wxt/browser';
import { isBlanked, knownBy } from '@/lib/crm/blank';
import type { Description } from '@/lib/crm/description';
import type { Evidence } from '@/lib/crm/evidence';
import { reportOf } from '@/lib/crm/interpret/report';
import { seenIn } from '@/lib/crm/interpret/seen';
import type { Recipe } from '@/lib/crm/recipe';
import {
  healthAfter,
  healthId,
  isAbout,
  lostIn,
  NOTHING_LOST,
  type Health,
  type Lost,
} from '@/lib/domain/health';
import type { DealKey } from '@/lib/domain/ids';
import type { Reading } from '@/lib/domain/reading';
import { descriptionIn } from '@/lib/messages/server/described';
import { health as storedHealth, keepHealth as keep } from '@/lib/store/health';
import { recipeOf, type Background } from './background';
import type { Taken } from './keep';
import type { TabState } from './memory';
import { Refused } from './refused';

/** Whether the recipes still find what they used to find, and the report of it. */

/** The script that describes a page, as it lies in the package. */
const SCRIPT = '/describe.js';

function idOf({ site, recipePage }: TabState): string | null {
  return site === null || recipePage === null ? null : healthId(site, recipePage);
}

/**
 * Keeps what a settled reading of a deal says of its recipe. Not while the deal is doubted.
 * @returns whether what is lost is another by now, so that it has to be shown
 */
export async function keepHealth(
  { store }: Background,
  { site, deal, reading }: Taken,
  evidence: Evidence,
): Promise<boolean> {
  const { crm, page } = evidence;
  const recipe = recipeOf(crm);
  if (recipe === null || page === null || deal.doubt !== null) return false;
  const seen = seenIn(evidence, recipe, reading);
  if (Object.keys(seen).length === 0) return false;
  const read = { deal: deal.key, day: reading.at.slice(0, 10), recipe, seen };
  const { before, after } = await keep(store, healthId(site, page), (known) => healthAfter(known, read));
  return JSON.stringify(lostIn(before)) !== JSON.stringify(lostIn(after));
}

/** What of the deal on screen is no longer read, though it used to be on such pages. */
export async function lostHere({ store }: Background, state: TabState, reading: Reading): Promise<Lost> {
  const id = idOf(state);
  const known = id === null ? null : await storedHealth(store, id);
  const recipe = recipeOf(reading.crm);
  if (known === null || recipe === null || !isAbout(known, recipe)) return NOTHING_LOST;
  const { gone, unparsed } = lostIn(known);
  const { missing } = reading;
  return {
    gone: gone.filter((name) => missing.includes(name)),
    unparsed: unparsed.filter((name) => missing.includes(name)),
  };
}

/**
 * The bug report on the page that a panel stands beside, made when its user asks for it. It is sent nowhere.
 * @throws Refused `page-moved-on`, `page-not-told`
 */
export async function report(
  { store }: Background,
  state: TabState | null,
  { deal }: { deal: DealKey },
): Promise<{ text: string }> {
  const { reading, url, seq } = state ?? {};
  const recipe = recipeOf(state?.crm ?? null);
  if (!state || !reading || url === undefined || !recipe || state.is !== 'settled' || state.deal !== deal)
    throw new Refused('page-moved-on');
  const id = idOf(state);
  const [description, health]: [Description | null, Health | null] = await Promise.all([
    describe(state.tab, recipe),
    id === null ? null : storedHealth(store, id),
  ]);
  if (state.seq !== seq) throw new Refused('page-moved-on');
  if (description === null) throw new Refused('page-not-told');
  const { version } = browser.runtime.getManifest();
  return { text: reportOf({ recipe, description, health, reading, url, browser: browserName(), version }) };
}

/** The script is given the recipe and nothing else, like the one that reads the page. */
async function describe(tab: number, recipe: Recipe): Promise<Description | null> {
  const target = { tabId: tab };
  try {
    await browser.scripting.executeScript({ target, files: [SCRIPT] });
    const [answer] = await browser.scripting.executeScript({ target, func: callDescriber, args: [recipe] });
    const description = descriptionIn(answer?.result);
    const isOurs = description?.crm === recipe.crm && description.recipeVersion === recipe.version;
    return isOurs && isBlanked(description.structure, knownBy(recipe)) ? description : null;
  } catch {
    // The page is gone, or the browser lets nobody in.
    return null;
  }
}

/** Runs in the page, beside the script: it may name nothing of this file. */
function callDescriber(recipe: Recipe): unknown {
  const world = globalThis as { sidelineDescribes?: (recipe: Recipe) => unknown };
  return world.sidelineDescribes?.(recipe);
}

/** The browser and its main version, as it names itself: Chromium's kin name Chrome, too. */
function browserName(): string {
  for (const name of ['Firefox', 'Edg', 'OPR', 'Chrome']) {
    const version = new RegExp(`${name}/(\\d+)`).exec(navigator.userAgent)?.[1];
    if (version !== undefined) return `${name} ${version}`;
  }
  return 'another browser';
}
