import { browser, type Browser } from 'wxt/browser';
import { originOf } from '@/lib/domain/origin';
import type { Answer, HereView } from '@/lib/domain/views';
import type { FromScreen, HelloAnswer } from '@/lib/messages/protocol';
import { greetBeside, type Beside } from '@/lib/messages/server/besides';
import type { Speaker } from '@/lib/messages/server/judge';
import { penOf } from '@/lib/messages/server/pens';
import { setting } from '@/lib/store/settings';
import { isOn, type Background } from './background';
import { besideView, NOTHING, tabInFront } from './front';
import type { TabState } from './memory';
import { hereView } from './views';

/** The browser's own side panel: it has every right, and shows the tab that is in front of its window. */

/**
 * Opens it. The browser allows that only in the very turn of the user's click or key: nothing may be awaited before.
 * Firefox allows it for keys and not for messages; there nothing happens then.
 */
export function openBeside(tab: number): void {
  const { sidebarAction } = browser as unknown as { sidebarAction?: { open(): Promise<void> } };
  const opening = sidebarAction ? sidebarAction.open() : browser.sidePanel.open({ tabId: tab });
  opening.catch(() => undefined);
}

/** Takes a side panel in. */
export async function helloBeside(
  { memory, keep, store }: Background,
  who: Extract<Speaker, { is: 'beside' }>,
  said: Extract<FromScreen, { name: 'beside' }>,
): Promise<HelloAnswer> {
  const session = crypto.randomUUID();
  greetBeside(memory.besides, { window: said.window, document: who.document }, session);
  keep();
  return { ok: true, value: { session, off: false, theme: await setting(store, 'theme') } };
}

/** What the tab in front is, as the browser says now. */
export async function besideHere(
  background: Background,
  beside: Beside,
  session: string,
  today: string,
): Promise<Answer<HereView>> {
  const tab = await tabInFront(beside.window);
  if (tab?.id === undefined) return { ok: false, refusal: 'not-found' };
  const { memory, keep, screens } = background;
  const before = beside.tab;
  // From here on it is told of this tab: what comes while the store answers must not be missed.
  beside.tab = tab.id;
  if (before !== tab.id) {
    if (before !== null) screens.handOn(before, session);
    screens.take(tab.id, session);
    keep();
  }
  const state = await stateInFront(background, tab);
  const view = state ? besideView(await hereView(background, state, today)) : NOTHING;
  return { ok: true, value: { ...view, tab: tab.id, pen: penOf(memory.pens, tab.id, session) } };
}

/** What a command of a side panel is about: the tab in front, if that is the one it was last shown. */
export async function besideState(background: Background, beside: Beside): Promise<TabState | null> {
  const tab = await tabInFront(beside.window);
  return tab && tab.id === beside.tab ? stateInFront(background, tab) : null;
}

/**
 * What is known of a tab's page, if that page is still what the tab shows. A frame goes with its page; the side panel stays, so
 * it must not go on showing what was read on a page that has been left.
 */
async function stateInFront(background: Background, tab: Browser.tabs.Tab): Promise<TabState | null> {
  const state = tab.id === undefined ? undefined : background.memory.tabs.get(tab.id);
  if (!state || state.left || state.page === '') return null;
  // The browser tells addresses only where we may look, and that is where there is anything to show.
  if (tab.url === undefined || originOf(tab.url) !== state.origin) return null;
  return state.once || (await isOn(background, state.origin)) ? state : null;
}
