import { sites } from '@/lib/store/sites';
import { tellPage, type Background } from './background';
import { injectOpenTabs, isPreset, originsOn, register } from './sites';

/**
 * Makes what runs where fit what is on: after install, update, start, each change of a permission, and each turning on or
 * off. Where a site is no longer on, its scripts take themselves out and its panels show nothing from now on.
 */
export async function arrange(background: Background): Promise<void> {
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
  }
}

/** Forgets a tab that is closed, or that Sideline has left: its frames may not speak any more. */
export function forget({ memory, keep }: Background, tab: number): void {
  memory.tabs.delete(tab);
  memory.remounts.delete(tab);
  for (const [session, bound] of memory.sessions) if (bound.tab === tab) memory.sessions.delete(session);
  for (const [token, mount] of memory.mounts) if (mount.tab === tab) memory.mounts.delete(token);
  keep();
}
