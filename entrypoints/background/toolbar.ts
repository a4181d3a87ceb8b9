import { browser, type Browser } from 'wxt/browser';
import { originOf } from '@/lib/domain/origin';
import { isOn, tellPage, type Background } from './background';
import { inject } from './sites';

/** The workspace: one tab, brought to the front where it is open already. */
export async function openWorkspace(place: 'welcome' | 'people'): Promise<void> {
  await browser.tabs.create({ url: `${browser.runtime.getURL('/workspace.html')}#${place}` });
}

/**
 * The toolbar button, and the keys that press it. On a site that is on it shows or hides the panel; elsewhere it takes the
 * one look that `activeTab` allows. `open` never hides: it is for the key that jots a note.
 */
export async function pressed(
  background: Background,
  tab: Pick<Browser.tabs.Tab, 'id' | 'url'>,
  wish: 'toggle' | 'open',
): Promise<void> {
  const origin = tab.url === undefined ? null : originOf(tab.url);
  if (tab.id === undefined || !origin || !/^https?:/.test(tab.url ?? '')) return openWorkspace('people');
  if (await tellPage(tab.id, { to: 'page', name: wish, focus: true })) return;
  const { memory, keep } = background;
  if (!(await isOn(background, origin))) {
    // Without a page yet: the script that is injected now will say which it is.
    const none = {
      seq: 0,
      tried: [],
      crm: null,
      site: null,
      numberFormat: null,
      reading: null,
      deal: null,
      listed: 0,
      recipePage: null,
      tenant: null,
    };
    memory.tabs.set(tab.id, {
      ...none,
      tab: tab.id,
      page: '',
      origin,
      url: tab.url ?? '',
      once: true,
      is: 'reading',
    });
    keep();
  }
  if (!(await inject(tab.id))) return openWorkspace('people');
  await tellPage(tab.id, { to: 'page', name: 'open', focus: true });
}
