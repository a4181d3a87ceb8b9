import type { Page } from 'playwright';
import { until } from './support/devtools.ts';
import { everythingKept, overhear, sessionMemory } from './support/inside.ts';
import { keepNote, openDeal, openPanel } from './support/job.ts';
import { findPanel, panelFrame, screenOf, waitForScreen } from './support/panel.ts';
import { expect, test } from './support/test.ts';
import type { Opened } from './support/browser.ts';

const NOTE = 'Only the panel may show this';

/** Our element: the one child of <html> that the page did not put there. */
const OURS = 'html > :not(head, body)';

/** What stands in every frame of the page but the panel, and whether the page has a handle on any frame at all. */
async function inReach(page: Page): Promise<string> {
  const others = page.frames().filter((frame) => frame !== findPanel(page));
  const texts = others.map((frame) =>
    frame.evaluate(() => document.documentElement.innerText).catch(() => ''),
  );
  return (await Promise.all(texts)).join('\n');
}

/** How often a panel of any tab was mounted anew because its frame loaded again, in the last minute. */
async function remounts(opened: Opened): Promise<number> {
  const known = (await sessionMemory(opened))['remounts'] ?? [];
  return known.reduce((sum, [, times]) => sum + (Array.isArray(times) ? times.length : 0), 0);
}

test("forged events of the extension's tools end nothing, and its script announces itself to nobody", async ({
  crm,
  preset,
}) => {
  const page = await preset.context.newPage();
  // Before any other script: whatever is announced, in a message or under our id, is noted.
  await page.addInitScript((id) => {
    const announced: string[] = [];
    Object.assign(window, { announced });
    window.addEventListener('message', (event) => announced.push(JSON.stringify(event.data)), true);
    for (const script of ['crm', 'content', 'panel', 'background'])
      for (const event of ['content-script-started', 'locationchange'])
        for (const target of [document, window])
          target.addEventListener(`${id}:${script}:wxt:${event}`, ({ type }) => announced.push(type), true);
  }, preset.id);
  await page.goto(`${crm.url}/deals/10001?hostile=1`);
  const panel = await openPanel(preset, page);
  await page.evaluate(() => window.__sample?.go('/deals/10002'));
  await expect(panel.locator('[data-field=recordId]')).toHaveAttribute('data-value', '10002');
  expect(await page.evaluate(() => (window as unknown as { announced: string[] }).announced)).toEqual([]);
  expect(await page.evaluate(() => window.__hostile?.ids())).toEqual([]);

  const wrong = 'abcdefghijklmnopabcdefghijklmnop';
  expect(await page.evaluate((ids) => window.__hostile?.forge(ids), [preset.id, wrong])).toBeGreaterThan(0);
  await page.evaluate(() => window.__sample?.go('/deals/10001'));
  await expect(panel.locator('[data-field=recordId]')).toHaveAttribute('data-value', '10001');
  await keepNote(panel, NOTE);
  expect(panel.isDetached()).toBe(false);
});

test('10,000 objects posted to every frame change nothing and break nothing', async ({ crm, preset }) => {
  const { page, panel } = await openDeal(preset, `${crm.url}/deals/10001?hostile=1`);
  await keepNote(panel, NOTE);
  const shown = () => panel.evaluate(() => document.body.innerHTML);
  const before = { shown: await shown(), kept: await everythingKept(preset) };

  expect(await page.evaluate(() => window.length), 'frames that the page can reach').toBe(0);
  const { sent } = (await page.evaluate(() => window.__hostile?.flood(10_000))) ?? { sent: 0 };
  expect(sent).toBeGreaterThanOrEqual(10_000);
  // And straight into the panel, as from a page that had got hold of its window.
  await panel.evaluate(async () => {
    for (let count = 0; count < 10_000; count += 1) {
      const message = [{ to: 'screen', name: 'blank' }, { from: 'page', name: 'hello' }, count, null][
        count % 4
      ];
      window.postMessage(message, '*');
    }
    // Messages come in order: when this one is here, all others were.
    await new Promise((done) => {
      addEventListener('message', ({ data }) => data === 'last' && done(null));
      window.postMessage('last', '*');
    });
  });
  expect({ shown: await shown(), kept: await everythingKept(preset) }).toEqual(before);
});

test('cloned or hidden, our element shows nothing to the page, and no frame can be pointed elsewhere', async ({
  crm,
  preset,
}) => {
  const { page, panel } = await openDeal(preset, `${crm.url}/deals/10001?hostile=1`);
  await keepNote(panel, NOTE);
  expect(
    await page.evaluate(() => window.__hostile?.take()),
    'frames that the page can point elsewhere',
  ).toBe(0);

  const cloned = await page.evaluate((ours) => {
    const host = document.querySelector(ours);
    const clone = host?.cloneNode(true);
    if (clone instanceof Element) document.body.append(clone);
    return clone instanceof Element ? clone.outerHTML.length : 0;
  }, OURS);
  expect(cloned).toBeGreaterThan(0);
  await page.evaluate((ours) => {
    document.querySelector<HTMLElement>(ours)?.style.setProperty('display', 'none', 'important');
  }, OURS);
  expect(page.frames().filter((frame) => frame !== page.mainFrame())).toEqual([panel]);
  expect(await inReach(page)).not.toContain(NOTE);
  expect(await screenOf(panel)).toBe('deal');
});

test('taken out of the page, the panel comes back by itself, empty at first and with a fresh token', async ({
  crm,
  preset,
}) => {
  const { page, panel } = await openDeal(preset, `${crm.url}/deals/10001?hostile=1`);
  await keepNote(panel, NOTE);
  const sessions = async () => ((await sessionMemory(preset))['sessions'] ?? []).map(([session]) => session);
  const [before] = await sessions();
  await page.evaluate((ours) => document.querySelector(ours)?.remove(), OURS);
  await until(() => panel.isDetached(), 'the panel to go');
  const back = await waitForScreen(page, 'deal');
  await expect(back.locator('.note-words')).toHaveText(NOTE);
  expect(await inReach(page)).not.toContain(NOTE);
  const after = await sessions();
  expect(after).toHaveLength(1);
  expect(after).not.toContain(before);
});

test('moved about in the page, the panel is mounted anew at most five times a minute, and then stays empty', async ({
  crm,
  preset,
}) => {
  const { page, panel } = await openDeal(preset, `${crm.url}/deals/10001`);
  await keepNote(panel, NOTE);
  const heard = await overhear(preset);
  const hellos = async () => (await heard()).filter(({ name }) => name === 'hello').length;
  const move = () =>
    page.evaluate((ours) => {
      const host =
        document.querySelector(ours) ?? document.querySelector('body > :is([style*="2147483647"])');
      const to = host?.parentElement === document.body ? document.documentElement : document.body;
      if (host) to.append(host);
      return host !== null;
    }, OURS);
  for (let moves = 1; moves <= 5; moves += 1) {
    const old = findPanel(page);
    expect(await move()).toBe(true);
    await until(() => old === null || old.isDetached(), 'the old panel to go');
    const back = await waitForScreen(page, 'deal');
    await expect(back.locator('.note-words')).toHaveText(NOTE);
    expect(await remounts(preset)).toBe(moves);
  }
  // So far each move was one hello with the used token and one with the fresh token; from now on only the first.
  for (const hello of [11, 12]) {
    await move();
    await until(async () => (await hellos()) === hello, 'the moved frame to say hello');
    expect(await (await panelFrame(page)).evaluate(() => document.body.childElementCount)).toBe(0);
  }
  expect(await remounts(preset)).toBe(5);
});

test("moved into a frame of the page's own, our element shows nothing there", async ({ crm, preset }) => {
  const { page, panel } = await openDeal(preset, `${crm.url}/deals/10001`);
  await keepNote(panel, NOTE);
  await page.evaluate((ours) => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const host = document.querySelector(ours);
    if (host) frame.contentDocument?.body.append(host);
  }, OURS);
  await until(async () => (await remounts(preset)) === 5, 'every new frame in there to be refused');
  expect(await inReach(page)).not.toContain(NOTE);
  for (const frame of page.frames()) {
    const text = await frame.evaluate(() => document.documentElement.innerText).catch(() => '');
    expect(text).not.toContain(NOTE);
  }
});
