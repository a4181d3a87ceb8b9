import { browser } from 'wxt/browser';
import { matchPattern, originOf } from '@/lib/domain/origin';
import type { Site } from '@/lib/domain/site';

/** Our one script for CRM pages, as it lies in the package. */
const SCRIPT = '/crm.js';
const REGISTERED = 'crm';

/** Firefox grants an origin with a port, and then never matches it (measured): there the host stands for all its ports. */
const withoutPort = import.meta.env.FIREFOX;

/** The package for checks from outside has host permissions: there every origin is on. Decided by the manifest alone. */
export function isPreset(): boolean {
  return (browser.runtime.getManifest().host_permissions ?? []).length > 0;
}

export const patternOf = (origin: string): string => matchPattern(origin, { withoutPort });

export async function granted(origin: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [patternOf(origin)] });
}

/** Origins that are on: wanted by the user and granted by the browser. */
export async function originsOn(sites: readonly Site[]): Promise<Set<string>> {
  const wanted = sites.filter((site) => site.on).flatMap((site) => site.origins);
  const answers = await Promise.all(wanted.map(granted));
  return new Set(wanted.filter((_, index) => answers[index]));
}

/** Makes the browser run our script on the origins that are on, and on no other. Rebuilt whole: nothing old is left. */
export async function register(origins: Iterable<string>): Promise<void> {
  const matches = isPreset() ? ['http://*/*', 'https://*/*'] : [...new Set([...origins].map(patternOf))];
  const known = await browser.scripting.getRegisteredContentScripts({ ids: [REGISTERED] });
  if (known.length > 0) await browser.scripting.unregisterContentScripts({ ids: [REGISTERED] });
  if (matches.length === 0) return;
  await browser.scripting.registerContentScripts([
    { id: REGISTERED, js: [SCRIPT], matches, runAt: 'document_idle', persistAcrossSessions: true },
  ]);
}

/** Runs our script in one tab; it does nothing where it already runs. @returns whether the browser let us. */
export async function inject(tab: number): Promise<boolean> {
  try {
    await browser.scripting.executeScript({ target: { tabId: tab }, files: [SCRIPT] });
    return true;
  } catch {
    // The browser's own pages, its store, and pages that are gone.
    return false;
  }
}

/** Runs our script in the tabs that are open on these origins, so that nobody has to reload. */
export async function injectOpenTabs(origins: ReadonlySet<string>): Promise<void> {
  if (origins.size === 0) return;
  const tabs = await browser.tabs.query({ url: [...origins].map(patternOf) });
  await Promise.all(
    tabs.map(async (tab) => {
      const origin = tab.url === undefined ? null : originOf(tab.url);
      if (tab.id !== undefined && origin && origins.has(origin)) await inject(tab.id);
    }),
  );
}

/** Gives the permission back, unless another origin that is on needs the same one. */
export async function giveBack(origins: readonly string[], stillOn: ReadonlySet<string>): Promise<void> {
  const needed = new Set([...stillOn].map(patternOf));
  const unneeded = [...new Set(origins.map(patternOf))].filter((pattern) => !needed.has(pattern));
  if (unneeded.length > 0) await browser.permissions.remove({ origins: unneeded });
}
