import type { CDPSession, Frame, Page } from 'playwright';
import { ANCHORS } from '../crm/sample/anchors.ts';
import { PRESET, expect, test } from './support/test.ts';
import type { Opened } from './support/browser.ts';
import { clickToolbar, until } from './support/devtools.ts';
import { everythingKept, sessionMemory } from './support/inside.ts';
import { keepNote, openDeal } from './support/job.ts';
import { findPanel, waitForScreen } from './support/panel.ts';
import { tracesIn } from './support/traces.ts';

/** Pages that come back from the browser's memory, and pages that throw away what stands in them. */

const NOTE = 'Comes back with its panel';

/** Counts from now on the lines that panels have open to the background. */
async function countPorts(opened: Opened): Promise<() => Promise<number>> {
  const background = await opened.background();
  await background.evaluate(() => {
    const open = new Set<chrome.runtime.Port>();
    Object.assign(globalThis, { open });
    chrome.runtime.onConnect.addListener((port) => {
      // The workspace has one without a session.
      if (port.name !== 'screen:') open.add(port);
      port.onDisconnect.addListener(() => open.delete(port));
    });
  });
  return () => background.evaluate(() => (globalThis as unknown as { open: Set<unknown> }).open.size);
}

/** Listeners in the page's process, after what nobody holds any more was swept out. */
async function listeners(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  return (await session.send('Memory.getDOMCounters')).jsEventListeners;
}

/** The panel, once it shows this deal. */
async function waitForDeal(page: Page, id: string): Promise<Frame> {
  const isShown = (panel: Frame | null) =>
    panel
      ?.locator(`[data-field=recordId][data-value="${id}"]`)
      .count()
      .catch(() => 0) ?? 0;
  await until(async () => (await isShown(findPanel(page))) === 1, `the panel to show ${id}`);
  return waitForScreen(page, 'deal');
}

/** Waits until the background has read this deal in the one tab that it knows. */
async function waitUntilRead(opened: Opened, id: string): Promise<void> {
  await until(async () => {
    const { tabs = [] } = await sessionMemory(opened);
    const [state] = tabs.map(([, known]) => known as { is: string; deal: string | null });
    return tabs.length === 1 && state?.is === 'settled' && state.deal?.endsWith(`|${id}`) === true;
  }, `the deal ${id} to be read`);
}

test('of 50 steps back and forward each ends on its own deal, nothing grows, and one panel opens in the end', async ({
  crm,
  open,
}) => {
  const opened = await open({ package: PRESET, pagesKept: true });
  const ports = await countPorts(opened);
  const page = await opened.context.newPage();
  await page.addInitScript(() => {
    addEventListener('pageshow', ({ persisted }) => Object.assign(window, { cameBack: persisted }));
  });
  const deals = [ANCHORS.complete, ANCHORS.euro];
  for (const id of deals) {
    await page.goto(`${crm.url}/deals/${id}?held=1`);
    await waitUntilRead(opened, id);
  }
  const step = async (n: number) => {
    await page.evaluate((isBack) => (isBack ? history.back() : history.forward()), n % 2 === 0);
    await page.waitForURL(`**/deals/${deals[n % 2]}?held=1`, { waitUntil: 'commit' });
  };
  const session = await opened.context.newCDPSession(page);
  const counts: number[] = [];
  for (let n = 0; n < 50; n++) {
    await step(n);
    if (![8, 9, 48, 49].includes(n)) continue;
    await waitUntilRead(opened, deals[n % 2] ?? '');
    counts.push(await listeners(session));
    expect(await page.evaluate(() => 'cameBack' in window && window.cameBack), 'held by the browser').toBe(
      true,
    );
  }
  expect(Math.max(...counts) - Math.min(...counts), `listeners: ${counts.join()}`).toBeLessThan(10);
  await clickToolbar(opened, page);
  const panel = await waitForScreen(page, 'deal');
  await expect(panel.locator('[data-field=recordId]')).toHaveAttribute('data-value', ANCHORS.euro);
  expect(await tracesIn(opened, page)).toMatchObject({ hosts: 1, frames: 1 });
  // This one was held without a panel.
  await step(50);
  await waitUntilRead(opened, ANCHORS.complete);
  await clickToolbar(opened, page);
  await waitForDeal(page, ANCHORS.complete);
  await expect.poll(ports).toBe(1);
  // And a page with a panel in it is held by no Chromium: it comes back anew.
  await step(51);
  await waitForDeal(page, ANCHORS.euro);
  expect(await tracesIn(opened, page)).toMatchObject({ hosts: 1, frames: 1 });
  await expect.poll(ports).toBe(1);
});

/** Our element: the one child of <html> that the page did not put there. */
const OURS = 'html > :not(head, body)';

test('a page that writes itself anew, or puts another document element in its place, has its panel back', async ({
  crm,
  preset,
}) => {
  const { page, panel } = await openDeal(preset, `${crm.url}/deals/${ANCHORS.complete}`);
  await keepNote(panel, NOTE);
  const ways: Record<string, () => void> = {
    'other children': () => {
      const { head, body } = document;
      document.documentElement.replaceChildren(head, body);
    },
    'another element': () => {
      const { documentElement: old } = document;
      const next = document.createElement('html');
      next.append(...[...old.children].filter((one) => ['HEAD', 'BODY'].includes(one.tagName)));
      old.replaceWith(next);
    },
    'other children of that': () => {
      const { head, body } = document;
      document.documentElement.replaceChildren(head, body);
    },
    'all written anew': () => {
      const html = document.documentElement.outerHTML.replace(/<script[^]*?<\/script>/g, '');
      document.open();
      document.write(html);
      document.close();
    },
  };
  for (const [way, run] of Object.entries(ways)) {
    const old = findPanel(page);
    await page.evaluate(run);
    await until(() => old === null || old.isDetached(), `${way}: the old panel to go`);
    const back = await waitForDeal(page, ANCHORS.complete);
    await expect(back.locator('.note-words'), way).toHaveText(NOTE);
    expect(await tracesIn(preset, page), way).toEqual({ hosts: 1, frames: 1, hasScript: true });
  }
});

test('taken out of the page every tenth of a second, the panel comes back ever later, then never', async ({
  crm,
  preset,
}) => {
  const { page, panel } = await openDeal(preset, `${crm.url}/deals/${ANCHORS.complete}`);
  await keepNote(panel, NOTE);
  const before = await everythingKept(preset);
  await page.evaluate((ours) => {
    const taken: number[] = [];
    const ticks = { since: 0 };
    Object.assign(window, { taken, ticks });
    setInterval(() => {
      const host = document.querySelector(ours);
      host?.remove();
      if (host) taken.push(performance.now());
      ticks.since = host ? 0 : ticks.since + 1;
    }, 100);
  }, OURS);
  /** Whether it was not there for so many tenths of a second. */
  const isGone = (tenths: number) =>
    page.waitForFunction((n) => (window as unknown as Ticking).ticks.since >= n, tenths, { timeout: 20_000 });
  await isGone(15);
  const taken = await page.evaluate(() => (window as unknown as Ticking).taken);
  // The first time it stood there by itself.
  expect(taken).toHaveLength(11);
  const waits = taken.slice(1).map((at, index) => at - (taken[index] ?? 0));
  for (const [index, wait] of waits.entries()) expect(wait).toBeGreaterThan(100 * (index + 1) - 20);
  await isGone(35);
  expect(await page.evaluate(() => (window as unknown as Ticking).taken)).toHaveLength(11);
  expect(await everythingKept(preset)).toEqual(before);
});

interface Ticking {
  taken: number[];
  ticks: { since: number };
}
