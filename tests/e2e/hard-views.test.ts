import type { Page } from 'playwright';
import { ANCHORS } from '../crm/sample/anchors.ts';
import type { Opened } from './support/browser.ts';
import { until } from './support/devtools.ts';
import { expectWhole } from './support/hostile.ts';
import { overhear } from './support/inside.ts';
import { openDeal } from './support/job.ts';
import { oursIn, tracesIn } from './support/traces.ts';
import { expect, test } from './support/test.ts';

/** How a page can be looked at: zoomed, printed, from right to left, in the system's own colours, with frames in it. */

/** Our element: the one child of <html> that the page did not put there. */
const OURS = 'html > :not(head, body)';

/** Runs a function of the extension's on the tab of a page. */
async function zoom(opened: Opened, page: Page, factor: number): Promise<void> {
  const before = await page.evaluate(() => devicePixelRatio);
  const background = await opened.background();
  const is = await background.evaluate(
    async ([url, to]) => {
      const [tab] = (await chrome.tabs.query({})).filter((one) => one.url === url);
      const from = await chrome.tabs.getZoom(tab?.id ?? -1);
      await chrome.tabs.setZoom(tab?.id ?? -1, to);
      return { from, to: await chrome.tabs.getZoom(tab?.id ?? -1) };
    },
    [page.url(), factor] as const,
  );
  expect(is.to).toBeCloseTo(factor);
  await until(
    async () => Math.abs((await page.evaluate(() => devicePixelRatio)) - (before / is.from) * factor) < 0.01,
    `the page at ${factor}`,
  );
}

test('at every zoom from a quarter to five times, the panel stands in the window and nothing in it sticks out', async ({
  crm,
  preset,
}) => {
  const { page, panel } = await openDeal(preset, `${crm.url}/deals/${ANCHORS.complete}`);
  // At five times still as wide as a telephone: narrower than 320 pixels no panel is made for.
  await page.setViewportSize({ width: 1_820, height: 1_000 });
  await panel.locator('details.reading > summary').click();
  for (const factor of [0.25, 0.5, 2, 3, 5]) {
    await zoom(preset, page, factor);
    const window = await page.evaluate(() => innerWidth);
    const wide = Math.min(360, window - 40);
    await expect.poll(() => panel.evaluate(() => innerWidth), `at ${factor}`).toBeCloseTo(wide, -1);
    await expectWhole(panel);
    // Of the page there is always room for the tab.
    expect((await oursIn(preset, page, 'BUTTON'))?.x, `the tab at ${factor}`).toBeLessThan(window - wide);
  }
});

test('in a page that is written from right to left, and in the colours of the system, the panel stands whole', async ({
  crm,
  preset,
}) => {
  const { page, panel } = await openDeal(preset, `${crm.url}/deals/${ANCHORS.complete}`);
  await page.setViewportSize({ width: 360, height: 700 });
  await panel.locator('details.reading > summary').click();
  const place = async () => (await panel.frameElement()).boundingBox();
  const before = await place();
  expect(before?.width).toBe(320);
  await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'));
  await expectWhole(panel, 320);
  expect(await place()).toEqual(before);
  await page.emulateMedia({ forcedColors: 'active' });
  await until(() => panel.evaluate(() => matchMedia('(forced-colors: active)').matches), 'the colours');
  await expectWhole(panel, 320);
  // What a background alone sets apart is not seen any more: buttons and boxes have an edge.
  const edges = await panel
    .locator('.button:visible, textarea:visible, select:visible')
    .evaluateAll((all) =>
      all.map((one) => getComputedStyle(one.closest('.note-box-field') ?? one).borderTopWidth),
    );
  expect(edges.length).toBeGreaterThan(1);
  expect(edges.filter((edge) => Number.parseFloat(edge) < 1)).toEqual([]);
});

test('on paper there is the page and nothing of ours, and afterwards the panel is there again', async ({
  crm,
  preset,
}) => {
  const { page, panel } = await openDeal(preset, `${crm.url}/deals/${ANCHORS.complete}`);
  await page.evaluate((ours) => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    const look = () => seen.push(getComputedStyle(document.querySelector(ours) ?? document.body).display);
    // After ours, which came first.
    addEventListener('beforeprint', look);
    addEventListener('afterprint', look);
  }, OURS);
  await page.pdf();
  expect(await page.evaluate(() => (window as unknown as { seen: string[] }).seen)).toEqual([
    'none',
    'block',
  ]);
  await expect(panel.locator('textarea[name=note]')).toBeVisible();
});

test('frames of the CRM in its own page hold no script of ours, and the panel stands once', async ({
  crm,
  preset,
}) => {
  const { page, panel } = await openDeal(preset, `${crm.url}/deals/${ANCHORS.complete}`);
  const heard = await overhear(preset);
  await page.evaluate(() => {
    for (const path of ['/deals/10002', '/deals'])
      document.body.append(Object.assign(document.createElement('iframe'), { src: path }));
  });
  for (const at of [0, 1]) await page.frameLocator('body > iframe').nth(at).locator('[data-view]').waitFor();
  const background = await preset.background();
  const scripts = await background.evaluate(async (url) => {
    const [tab] = (await chrome.tabs.query({})).filter((one) => one.url === url);
    const target = { tabId: tab?.id ?? -1, allFrames: true };
    const is = () => location.protocol === 'http:' && 'sidelineIsHere' in globalThis;
    const answers = await chrome.scripting.executeScript({ target, func: is });
    return answers.map(({ frameId, result }) => [frameId === 0, result]);
  }, page.url());
  expect((await heard()).filter(({ from, frame }) => from === 'page' && frame !== 0)).toEqual([]);
  expect(scripts.toSorted()).toEqual([
    [false, false],
    [false, false],
    [true, true],
  ]);
  expect(await tracesIn(preset, page)).toEqual({ hosts: 1, frames: 3, hasScript: true });
  await expect(panel.locator('[data-field=recordId]')).toHaveAttribute('data-value', ANCHORS.complete);
});
