import { browser, type Browser } from 'wxt/browser';
import type { HereView } from '@/lib/domain/views';

/** What the browser's side panel shows where Sideline does nothing in the tab. */
export const NOTHING: HereView = { page: '', seq: 0, is: 'nothing' };

/** The tab in front of a window, as the browser has it now; null where the window is gone. */
export async function tabInFront(window: number): Promise<Browser.tabs.Tab | null> {
  try {
    const [tab] = await browser.tabs.query({ active: true, windowId: window });
    return tab ?? null;
  } catch {
    return null;
  }
}

/**
 * A site that is off is no business of the side panel, also where its one look is shown in the page: it stands there for
 * people and notes.
 */
export function besideView(view: HereView): HereView {
  return view.is === 'off' ? NOTHING : view;
}
