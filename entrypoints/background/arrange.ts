import { sites } from '@/lib/store/sites';
import { showHere, tellPage, type Background } from './background';
import { NOTHING } from './front';
import { injectOpenTabs, isPreset, originsOn, register } from './sites';

let last: Promise<unknown> = Promise.resolve();

/**
 * Makes what runs where fit what is on: after install, update, start, each change of a permission, and each turning on or
 * off. Where a site is no longer on, its scripts take themselves out and its panels show nothing from now on.
 *
 * One after another: a grant tells of itself while the site is being turned on, and of two that register the same script at
 * once the browser refuses one.
 */
export function arrange(background: Background): Promise<void> {
  const done = last.then(() => arrangeNow(background));
  last = done.catch(() => undefined);
  return done;
}

async function arrangeNow(background: Background): Promise<void> {
  const { store, memory, screens } = background;
  const on = await originsOn(await sites(store));
  await register(on);
  await injectOpenTabs(on);
  if (isPreset()) return;
  for (const state of memory.tabs.values()) {
    if (on.has(state.origin) || state.once) continue;
    screens.blank(state.tab);
    void tellPage(state.tab, { to: 'page', name: 'stop' });
    forget(background, state.tab);
    showHere(background, state.tab, NOTHING);
  }
}

/** Forgets a tab that is closed, or that Sideline has left: its frames may not speak any more. */
export function forget({ memory, keep }: Background, tab: number): void {
  memory.tabs.delete(tab);
  memory.lists.delete(tab);
  memory.remounts.delete(tab);
  memory.pens.held.delete(tab);
  for (const [session, bound] of memory.sessions) if (bound.tab === tab) memory.sessions.delete(session);
  for (const [token, mount] of memory.mounts) if (mount.tab === tab) memory.mounts.delete(token);
  keep();
}
