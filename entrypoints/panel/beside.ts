import { browser } from 'wxt/browser';
import type { HereView } from '@/lib/domain/views';

/** The panel in the browser's own side panel: whose window it is, and which tab is in front there. */

/** This window, where the panel stands in the browser's side panel; null where it is a tab of its own, which shows nothing. */
export async function besideWindow(): Promise<number | null> {
  if (await browser.tabs.getCurrent()) return null;
  return (await browser.windows.getCurrent()).id ?? null;
}

export interface Front {
  /** Whether a view is about the tab in front. */
  isInFront(view: HereView): boolean;
  /** Tells from now on of another tab in front, in the very event, and of the one in front that may show another page. */
  follow(on: { turned(): void; changed(): void }): void;
}

/** Follows the tab in front of a window. */
export async function watchFront(window: number): Promise<Front> {
  let on = { turned: () => {}, changed: () => {} };
  let front: number | null = null;
  const turn = (tab: number | null) => {
    if (tab === front) return;
    front = tab;
    on.turned();
  };
  const look = async () => {
    const [tab] = await browser.tabs.query({ active: true, windowId: window });
    turn(tab?.id ?? null);
  };
  browser.tabs.onActivated.addListener((now) => {
    if (now.windowId === window) turn(now.tabId);
  });
  // A page that the browser had drawn in advance takes the place of a tab.
  browser.tabs.onReplaced.addListener((added, removed) => {
    if (removed === front) turn(added);
  });
  browser.tabs.onUpdated.addListener((tab, { status }) => {
    if (tab === front && status !== undefined) on.changed();
  });
  await look();
  return {
    isInFront(view) {
      // The background has seen another tab in front than this panel: the browser is asked which it is.
      if (view.tab !== front) void look();
      return view.tab === front;
    },
    follow: (wanted) => {
      on = wanted;
    },
  };
}

/**
 * What opens the browser's side panel beside this frame's tab, or undefined where the browser has none. To be called straight from
 * a click, so which tab it is must be known before.
 */
export async function besideOpener(): Promise<(() => void) | undefined> {
  const { sidebarAction } = browser as unknown as { sidebarAction?: { open(): Promise<void> } };
  if (sidebarAction) return () => void sidebarAction.open();
  const tab = (await browser.tabs.getCurrent())?.id;
  if (tab === undefined || !browser.sidePanel) return undefined;
  return () => void browser.sidePanel.open({ tabId: tab });
}
