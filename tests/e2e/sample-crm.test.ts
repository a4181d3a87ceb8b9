import { chromium, type Browser, type Page } from 'playwright';
import { launchArgs, pathOf } from '../browsers.ts';
import { ANCHORS, truthOf } from '../crm/sample/data.ts';
import { serveSample } from '../crm/sample/server.ts';
import type { Served } from '../crm/serve-folder.ts';
import { expect, test } from './support/test.ts';

/** The sample CRM by itself, without the extension: what its switches promise holds in a browser. */

let crm: Served;
let browser: Browser;
let page: Page;
let faults: string[];

test.beforeAll(async () => {
  crm = await serveSample();
  browser = await chromium.launch({ executablePath: pathOf('chromium'), args: launchArgs() });
});
test.afterAll(async () => {
  await browser.close();
  await crm.close();
});
test.beforeEach(async () => {
  faults = [];
  page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
});
test.afterEach(async () => {
  expect(faults, 'faults of the page').toEqual([]);
  await page.close();
});

async function open(path: string): Promise<void> {
  await page.goto(crm.url + path);
  await settled();
}
const settled = () => page.evaluate(() => window.__sample?.settled());
const move = (id: string) => page.evaluate((to) => window.__sample?.open(to), id);
const shown = () => page.evaluate(() => window.__sample?.shown.record);
const address = () => new URL(page.url()).pathname;
const ids = () =>
  page.locator('article').evaluateAll((all) => all.map((one) => one.getAttribute('data-record-id')));

const SWITCHES = [
  'lang=de-DE&declare=',
  'lang=cs-CZ&format=en-GB',
  'lang=ja-JP',
  'slow=10-40&seed=3',
  'order=late&slow=10-40',
  'owner=late&slow=10',
  'owner=blank',
  'keep=hidden',
  'keep=aria',
  'preview=1',
  'shadow=open',
  'shadow=closed',
  'shadow=mixed&nodes=reuse',
  'csp=trusted',
  'csp=trusted&shadow=closed&keep=hidden',
  'coep=1',
  'teardown=1',
  'modal=1',
  'rows=300,lazy&cols=name,amount',
  'ids=none&listamount=rounded',
  'view=board&listamount=converted',
];

test('under every switch a deal is shown, then the deals, then another deal', async () => {
  for (const query of SWITCHES) {
    await open(`/deals/${ANCHORS.complete}?${query}`);
    expect(await shown(), query).toBe(ANCHORS.complete);
    await page.evaluate(() => window.__sample?.list());
    await settled();
    await expect(page.locator('[data-view="list"], [data-view="board"]'), query).toBeVisible();
    await move(ANCHORS.euro);
    await settled();
    await expect(page.locator(`article[data-record-id="${ANCHORS.euro}"]`), query).toBeVisible();
  }
});

for (const seed of [1, 2, 3, 4, 5, 6])
  test(`of many fast moves, delays scaled and drawn from ${seed}, the page ends on the last`, async () => {
    await open(`/deals/${ANCHORS.complete}?order=late&scale=0.1&owner=late&seed=${seed}`);
    const seen = await page.evaluate(async (all) => {
      const records: unknown[] = [];
      for (const id of all) {
        window.__sample?.open(id);
        await new Promise(requestAnimationFrame);
        records.push(window.__sample?.shown.record);
      }
      await window.__sample?.settled();
      return records;
    }, Object.values(ANCHORS));
    expect(new Set(seen).size, 'pages came while others were asked for').toBeGreaterThan(1);
    expect([await shown(), address()]).toEqual([ANCHORS.franc, `/deals/${ANCHORS.franc}`]);
    await expect(page.locator('[data-field="owner"]')).toContainText(truthOf(ANCHORS.franc).owner ?? '');
  });

test('a policy of Trusted Types holds, and the page keeps to it', async () => {
  await open(`/deals/${ANCHORS.complete}?csp=trusted`);
  const refused = await page.evaluate(() => {
    try {
      document.createElement('p').innerHTML = '<b>x</b>';
      return null;
    } catch (error) {
      return error instanceof TypeError;
    }
  });
  expect(refused).toBe(true);
  // The browser's word on what the test did.
  faults = faults.filter((fault) => !fault.includes('TrustedHTML'));
});

for (const [preview, moved] of [
  ['1', '/deals'],
  ['path', `/deals/${ANCHORS.yen}`],
]) {
  test(`a deal opens beside its list, under the address ${moved}`, async () => {
    await open(`/deals?preview=${preview}&rows=20`);
    await page.evaluate(() => document.querySelector('.scroller')?.classList.add('same'));
    await page.locator('tr[data-record-id] a').nth(1).click();
    await page.locator('tr[data-record-id] a').nth(2).click();
    await expect(page.locator('[data-preview] article')).toHaveAttribute('data-record-id', ANCHORS.yen);
    await expect(page.locator('.scroller.same tr[data-record-id]')).toHaveCount(20);
    expect([address(), await shown()]).toEqual([moved, ANCHORS.yen]);
    await page.locator('[data-preview] [data-action="close"]').click();
    await expect(page.locator('[data-preview]')).toBeHidden();
    expect([address(), await shown()]).toEqual(['/deals', null]);
    await expect(page.locator('.scroller.same')).toBeVisible();
  });
}

test('what was left stays in the document, and one of all deals is on screen', async () => {
  for (const keep of ['hidden', 'aria']) {
    await open(`/deals/${ANCHORS.complete}?keep=${keep}`);
    await move(ANCHORS.euro);
    await move(ANCHORS.yen);
    expect(await ids()).toEqual([ANCHORS.complete, ANCHORS.euro, ANCHORS.yen]);
    await expect(page.locator(`article[data-record-id="${ANCHORS.yen}"]`)).toBeInViewport();
    await expect(page.locator(`article[data-record-id="${ANCHORS.euro}"]`)).not.toBeInViewport();
  }
});

test('a page that tears down its body takes out what others put there, and leaves its own dialog', async () => {
  await open(`/deals/${ANCHORS.complete}?teardown=1&modal=1`);
  await page.evaluate(() => document.body.append(document.createElement('x-panel')));
  await move(ANCHORS.euro);
  await expect(page.locator('x-panel')).toHaveCount(0);
  await expect(page.locator('dialog:modal')).toHaveCount(1);
  await page.locator('dialog button').click();
  await expect(page.locator('dialog')).toHaveCount(0);
});

test('links and buttons in closed roots work as others do', async () => {
  await open(`/deals/${ANCHORS.complete}?shadow=closed`);
  await expect(page.locator('[data-field]')).toHaveCount(1);
  await page.evaluate(() => Object.assign(window, { sameDocument: true }));
  const box = await page.locator('keelson-part').nth(4).boundingBox();
  // The owner's name, in the fifth: what is in a closed root can be found only by where it is.
  await page.mouse.click((box?.x ?? 0) + 60, (box?.y ?? 0) + (box?.height ?? 0) - 22);
  expect(address()).toBe(`/reps/${truthOf(ANCHORS.complete).ownerId}`);
  expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true);
});

test('a list without ids opens its deals, one that is lazy grows, and either becomes a board where it is', async () => {
  await open('/deals?ids=none&rows=120,lazy&preview=1');
  await expect(page.locator('.count')).toHaveText('50 of 120 deals');
  await page.locator('tbody tr').last().scrollIntoViewIfNeeded();
  await expect(page.locator('.count')).toHaveText('100 of 120 deals');
  await page.locator('tbody [role="link"]').last().click();
  await expect(page.locator('[data-preview]')).toBeVisible();
  await page.evaluate(() => window.__sample?.view('board'));
  await expect(page.locator('[data-preview]')).toBeHidden();
  await expect(page.locator('[data-view="board"]')).toBeVisible();
  expect(address()).toBe('/deals');
  await page.evaluate(() => window.__sample?.view('list'));
  await page.locator('tbody [role="link"]').first().click();
  expect(await shown()).toBe(ANCHORS.complete);
});
