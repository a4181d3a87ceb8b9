import type { Page } from 'playwright';
import type { Opened } from './browser.ts';

/** What only the browser's own debugging interface can do. */

interface Target {
  targetId: string;
  type: string;
  url: string;
}

/** Sends one command to the browser itself and gives back what it answered. */
async function withBrowser<T>({ context }: Opened, act: (browser: Session) => Promise<T>): Promise<T> {
  const browser = context.browser();
  if (browser === null) throw new Error('The browser is closed');
  const session = await browser.newBrowserCDPSession();
  try {
    return await act(session as unknown as Session);
  } finally {
    await session.detach();
  }
}

/** Playwright's types know no `Extensions` domain. */
interface Session {
  send(method: 'Target.getTargets', params: { filter: object[] }): Promise<{ targetInfos: Target[] }>;
  send(method: 'Target.closeTarget', params: { targetId: string }): Promise<unknown>;
  send(method: 'Extensions.triggerAction', params: { id: string; targetId: string }): Promise<unknown>;
}

async function targets(browser: Session): Promise<Target[]> {
  return (await browser.send('Target.getTargets', { filter: [{}] })).targetInfos;
}

function backgrounds(all: Target[], origin: string): Target[] {
  return all.filter(({ type, url }) => type === 'service_worker' && url.startsWith(origin));
}

/**
 * Stops the background as the browser does when it is idle. The next message starts a new one, which may be at once: an open panel
 * speaks again after 50 ms. Both are the same target and the same worker to whoever debugs them, so the old one gets a mark.
 * @returns whether one was running.
 */
export async function stopBackground(opened: Opened): Promise<boolean> {
  return withBrowser(opened, async (browser) => {
    const running = async () => backgrounds(await targets(browser), opened.origin);
    const old = await running();
    if (old.length === 0) return false;
    const worker = await opened.background();
    await worker.evaluate(() => void Object.assign(globalThis, { isOld: true }));
    for (const { targetId } of old) await browser.send('Target.closeTarget', { targetId });
    const isNew = async () => {
      const hasMark = worker.evaluate(() => 'isOld' in globalThis);
      return !(await hasMark.catch((error: unknown) => !/restarted/.test(String(error))));
    };
    // A stopped one answers nothing.
    const silence = () => new Promise<boolean>((done) => setTimeout(() => done(false), 200));
    await until(
      async () => (await running()).length === 0 || Promise.race([isNew(), silence()]),
      'the background to stop',
    );
    return true;
  });
}

/** Clicks Sideline's button in the toolbar while this page is the tab in front: gives it `activeTab` there. */
export async function clickToolbar(opened: Opened, page: Page): Promise<void> {
  await page.bringToFront();
  await withBrowser(opened, async (browser) => {
    const tabs = (await targets(browser)).filter(({ type, url }) => type === 'tab' && url === page.url());
    const [tab, another] = tabs;
    if (tab === undefined || another !== undefined) {
      throw new Error(`${tabs.length} tabs show ${page.url()}: the click needs exactly one`);
    }
    await browser.send('Extensions.triggerAction', { id: opened.id, targetId: tab.targetId });
  });
}

/** Asks again each 50 ms until it is so. @throws after 10 s. */
export async function until(isSo: () => boolean | Promise<boolean>, what: string): Promise<void> {
  const end = Date.now() + 10_000;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(`Waited 10 s for ${what}`);
    await new Promise((go) => setTimeout(go, 50));
  }
}
