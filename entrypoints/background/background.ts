import { browser } from 'wxt/browser';
import type { Recipe } from '@/lib/crm/recipe';
import { recipes } from '@/lib/crm/recipes/registry';
import { siteAmong, type Installation } from '@/lib/domain/installation';
import type { Site } from '@/lib/domain/site';
import type { HereView } from '@/lib/domain/views';
import type { ToPage } from '@/lib/messages/protocol';
import { openSearch, type Search } from '@/lib/store/search';
import { keepSite, sites } from '@/lib/store/sites';
import { openStore, type Store, type StoreOptions } from '@/lib/store/store';
import { EXAMPLE_DATABASE, makeExample, type Example } from './example';
import { complain } from './log';
import { recall, type Memory, type TabState } from './memory';
import { makeScreens, type Screens } from './screens';
import { isPreset, originsOn } from './sites';

/** What every part of the background works with. */
export interface Background {
  store: Store;
  search: Search;
  memory: Memory;
  /** Writes the memory back; to be called after each change of it. */
  keep(): void;
  screens: Screens;
  example: Example;
  /** The background's own clock in milliseconds: for the rate of mounting and for retention, never for what is kept. */
  now(): number;
}

export async function startBackground(): Promise<Background> {
  const { memory, keep } = await recall();
  const options: StoreOptions = {
    now: Date.now,
    report: (fault) => complain('store', fault.is, 'store' in fault ? fault.store : ''),
  };
  const store = openStore(options);
  const screens = makeScreens({ memory: () => memory, keep, now: Date.now });
  store.onCommit(({ revision, kinds }) => screens.toAll({ to: 'screen', name: 'changed', revision, kinds }));
  const openExample = () => {
    const made = openStore({ ...options, name: EXAMPLE_DATABASE });
    made.onCommit(({ revision, kinds }) =>
      screens.toExample({ to: 'screen', name: 'changed', revision, kinds }),
    );
    return made;
  };
  const example = makeExample({ memory, keep, open: openExample, newId: () => crypto.randomUUID() });
  return { store, search: openSearch(store), memory, keep, screens, example, now: Date.now };
}

/** Where Sideline is on. */
export async function isOn({ store }: Background, origin: string): Promise<boolean> {
  return isPreset() || (await originsOn(await sites(store))).has(origin);
}

export async function siteOf({ store }: Background, origin: string): Promise<Site | null> {
  return (await sites(store)).find((site) => site.origins.includes(origin)) ?? null;
}

/** The site of an origin that is on, with its CRM and tenant as far as known; made where there is none yet. */
export async function siteFor({ store }: Background, page: Installation, at: string): Promise<Site> {
  const { found, site } = siteAmong(await sites(store), page, { id: crypto.randomUUID(), at });
  if (!found) await keepSite(store, crypto.randomUUID(), site);
  return site;
}

export function recipeOf(crm: string | null): Recipe | null {
  return recipes.find((recipe) => recipe.crm === crm) ?? null;
}

/** Tells the content script of a tab something. Its top document only: the panel's frame stands in the same tab. */
export async function tellPage(tab: number, message: ToPage): Promise<boolean> {
  try {
    await browser.tabs.sendMessage(tab, message, { frameId: 0 });
    return true;
  } catch {
    // No script of ours there (yet, or any more).
    return false;
  }
}

/** The state of a tab, if the page that a message speaks of is still the one that is shown. */
export function stateOf({ memory }: Background, tab: number, page: string): TabState | null {
  const state = memory.tabs.get(tab);
  return state && state.page === page ? state : null;
}

export function showHere({ screens }: Background, tab: number, view: HereView): void {
  screens.here(tab, view);
}
