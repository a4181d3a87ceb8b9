import type { Frame, Page } from 'playwright';
import { knownBy } from '@/lib/crm/blank';
import { sample } from '@/lib/crm/recipes/sample';
import { ANCHORS } from '../crm/sample/data.ts';
import type { Opened } from './support/browser.ts';
import { openDeal } from './support/job.ts';
import { waitForScreen } from './support/panel.ts';
import { expect, test } from './support/test.ts';

const LINE = '.lost-line';

async function go(page: Page, panel: Frame, id: string): Promise<void> {
  await page.evaluate((path) => window.__sample?.go(path), `/deals/${id}`);
  await panel.locator(`[data-field=recordId][data-value="${id}"]`).waitFor({ state: 'attached' });
}

/** From now on the CRM calls its amounts by another name, as one that was updated does. */
async function renameAmounts(page: Page): Promise<void> {
  await page.evaluate(() => {
    const rename = () => {
      for (const one of document.querySelectorAll('[data-field="amount"]'))
        one.setAttribute('data-field', 'dealSum');
    };
    rename();
    new MutationObserver(rename).observe(document, { subtree: true, childList: true });
  });
}

/** From now on what describes the page in our own world gives back words of the page. */
async function forge({ background }: Opened, page: Page): Promise<void> {
  const worker = await background();
  await worker.evaluate(async (url) => {
    const [tab] = (await chrome.tabs.query({})).filter((one) => one.url === url);
    await chrome.scripting.executeScript({ target: { tabId: tab?.id ?? -1 }, func: replace });
    function replace() {
      const world = globalThis as unknown as { sidelineDescribes: (recipe: unknown) => object };
      const honest = world.sidelineDescribes;
      const forged = (recipe: unknown) => ({ ...honest(recipe), structure: `<p>\n "${document.title}"` });
      Object.defineProperty(globalThis, 'sidelineDescribes', { get: () => forged, set: () => {} });
    }
  }, page.url());
}

/** All that the page says, in words of four letters and more, and in numbers. */
async function said(page: Page): Promise<string[]> {
  const text = await page.evaluate(() => {
    const told = [...document.querySelectorAll('*')].flatMap((one) =>
      ['title', 'aria-label', 'href', 'placeholder', 'datetime', 'value'].map((name) =>
        one.getAttribute(name),
      ),
    );
    return [document.body.innerText, document.title, location.href, ...told].join(' ');
  });
  return [...new Set(text.match(/\p{L}{4,}|\p{N}+/gu) ?? [])];
}

/** The report's own words, as lib/crm/interpret/report.ts has them. */
const OWN =
  'sideline recipe sample version page deal number address fields name read last longer found matched visible value with missing structure every text replaced'.split(
    ' ',
  );

/** The report without the numbers that are its own: versions, counts and days. */
const ownNumbersOut = (report: string) =>
  report.replace(/^[^<]*/, (head) =>
    head.replace(/\d+ (matched|visible|with)|(last read|Sideline|Chrome|version|number) [\d.-]+/g, ''),
  );

test('a field that is gone on three deals is told in one line, and reported without a word of the page', async ({
  crm,
  preset,
}) => {
  test.setTimeout(120_000);
  const { page, panel } = await openDeal(preset, `${crm.url}/deals/${ANCHORS.complete}`);
  await go(page, panel, ANCHORS.euro);
  await renameAmounts(page);
  for (const id of [ANCHORS.yen, ANCHORS.won]) {
    await go(page, panel, id);
    await panel.locator('[data-field=amount][data-state=missing]').waitFor({ state: 'attached' });
  }
  await expect(panel.locator(LINE)).toHaveCount(0);
  await go(page, panel, ANCHORS.lost);
  await expect(panel.locator(LINE)).toContainText('No longer found on Sample CRM: amount');

  await panel.getByRole('button', { name: 'Report' }).click();
  const field = panel.getByRole('textbox', { name: 'Bug report' });
  await expect(field).toHaveValue(/structure, every text replaced\n<\w/);
  const report = await field.inputValue();
  expect(report).toContain('address: /deals/{id}\n');
  expect(report).toMatch(/amount: missing; no longer found, last read \d{4}-\d\d-\d\d/);
  expect(report).toContain('attribute data-field=amount: 0 matched, 0 visible, 0 with a value');
  expect(report).toContain('attribute data-field=closeDate: 1 matched, 1 visible, 1 with a value');
  expect(report).toContain('data-field="dealXxx"');

  const may = new Set([...knownBy(sample), ...OWN]);
  const told = new Set(ownNumbersOut(report).match(/\p{L}+|\p{N}+/gu));
  const words = await said(page);
  expect(words.length).toBeGreaterThan(100);
  expect(
    words.filter((word) => told.has(word) && !may.has(word.toLowerCase()) && !/^0+$/.test(word)),
  ).toEqual([]);

  const box = page.locator('textarea').first();
  const pasted = async () => {
    await box.fill('');
    await box.press('Control+V');
    return box.inputValue();
  };
  expect(await pasted(), 'copied without being asked').not.toBe(report);
  await panel.getByRole('button', { name: 'Copy' }).click();
  await expect(panel.getByRole('status').filter({ hasText: 'Copied' })).toBeVisible();
  expect(await pasted()).toBe(report);

  // A page's process that was taken over could tell anything: words that were not blanked are not shown.
  await forge(preset, page);
  await panel.getByRole('button', { name: 'Close' }).click();
  await panel.getByRole('button', { name: 'Report' }).click();
  await expect(panel.getByRole('alert').filter({ hasText: 'could not be described' })).toBeVisible();
  await expect(field).toHaveCount(0);

  // The line goes as soon as the field is there again.
  await panel.getByRole('button', { name: 'Close' }).click();
  await page.goto(`${crm.url}/deals/${ANCHORS.complete}`);
  const fresh = await waitForScreen(page, 'deal');
  await fresh.locator('[data-field=amount][data-state=read]').waitFor({ state: 'attached' });
  await expect(fresh.locator(LINE)).toHaveCount(0);
});
