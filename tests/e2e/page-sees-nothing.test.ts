import { createRequire } from 'node:module';
import type { Frame, Page } from 'playwright';
import { keepNote, openDeal, openPanel, showAllNotes } from './support/job.ts';
import { expect, test } from './support/test.ts';

/** Random, so that no page can hold it by chance. */
const canary = () => `zq${Math.random().toString(36).slice(2, 10)}`;

const RRWEB = createRequire(import.meta.url)
  .resolve('rrweb')
  .replace(/[^/\\]+$/, 'rrweb.umd.min.cjs');

/** A field of the page's own: what is typed there a spying page does get, or the spy proves nothing. */
async function typeInPage(page: Page, text: string): Promise<void> {
  await page.evaluate(() => {
    const field = document.createElement('input');
    field.id = 'of-the-page';
    document.querySelector('main')?.before(field);
  });
  await page.locator('#of-the-page').pressSequentially(text);
}

async function jotByKeys(panel: Frame, words: string, draft: string): Promise<void> {
  await keepNote(panel, words);
  await showAllNotes(panel);
  await panel.locator('textarea[name=note]').pressSequentially(draft);
}

test('a session recorder in the page records no word and no key of the panel', async ({ crm, preset }) => {
  const [kept, drafted, own] = [canary(), canary(), canary()];
  const page = await preset.context.newPage();
  await page.goto(`${crm.url}/deals/10001`);
  await page.addScriptTag({ path: RRWEB });
  await page.evaluate(() => {
    const events: unknown[] = [];
    const { rrweb } = window as unknown as { rrweb: { record: (options: object) => void } };
    Object.assign(window, { events });
    rrweb.record({
      emit: (event: unknown) => events.push(event),
      recordCrossOriginIframes: true,
      userTriggeredOnInput: true,
      recordCanvas: true,
      inlineImages: true,
    });
  });
  const recorded = () =>
    page.evaluate(() => JSON.stringify((window as unknown as { events: unknown[] }).events));
  const inputs = async () => (await recorded()).split('"source":5').length - 1;

  const panel = await openPanel(preset, page);
  await jotByKeys(panel, kept, drafted);
  await expect(panel.locator('.note-words')).toHaveText(kept);
  await expect.poll(recorded).toContain('Palletiser retrofit');
  expect(await inputs(), 'input events while the panel was typed into').toBe(0);

  await typeInPage(page, own);
  await expect.poll(recorded).toContain(own);
  const all = await recorded();
  for (const word of [kept, drafted]) expect(all).not.toContain(word);
});

test('a page that listens at its window hears no key, input or paste of the panel', async ({
  crm,
  preset,
}) => {
  const { page, panel } = await openDeal(preset, `${crm.url}/deals/10001?hostile=1`);
  const heard = () => page.evaluate(() => window.__hostile?.events ?? []);
  const box = panel.locator('textarea[name=note]');
  await box.click();
  const before = (await heard()).length;

  await box.pressSequentially('Nobody hears this');
  for (const keys of ['Control+a', 'Control+c', 'End', 'Control+v', 'Backspace', 'Shift+Enter'])
    await box.press(keys);
  await expect(box).toHaveValue(/^Nobody hears thisNobody hears thi\n$/);
  await box.press('Control+x');
  await box.press('Control+Enter');
  await panel.locator('.note-words').waitFor();
  expect((await heard()).slice(before)).toEqual([]);

  await typeInPage(page, 'ab');
  expect((await heard()).filter(({ type }) => type === 'keydown').map(({ key }) => key)).toEqual(['a', 'b']);
});

test('no way of searching, selecting or copying that a page has finds what the panel shows', async ({
  crm,
  preset,
}) => {
  const [kept, drafted] = [canary(), canary()];
  const { page, panel } = await openDeal(preset, `${crm.url}/deals/10001?hostile=1`);
  // A prefix tells as much as the whole: a page could search letter by letter.
  const texts = [kept, drafted].flatMap((text) => [text, text.slice(0, 5)]);
  await page.evaluate((watched) => window.__hostile?.watch(watched), texts);
  await jotByKeys(panel, kept, drafted);

  const find = (text: string) => page.evaluate((wanted) => window.__hostile?.find(wanted), text);
  const nowhere = {
    windowFind: false,
    innerText: false,
    textContent: false,
    markup: false,
    shadowMarkup: false,
    selection: false,
    resources: false,
    storage: false,
    heard: false,
    messages: false,
  };
  for (const text of texts) expect(await find(text), text).toEqual(nowhere);
  expect(await find('Palletiser')).toMatchObject({ windowFind: true, innerText: true, selection: true });

  const scans = () => page.evaluate(() => window.__hostile?.seen.scans ?? 0);
  const upTo = (await scans()) + 3;
  await expect.poll(scans).toBeGreaterThan(upTo);
  expect(await page.evaluate(() => window.__hostile?.hits)).toEqual([]);

  // Its searching would take the selection away again.
  await page.evaluate(() => window.__hostile?.watch([]));
  const copied = await copyAll(page);
  expect(copied).toContain('Palletiser retrofit');
  for (const text of texts) expect(copied).not.toContain(text);
});

/** What Ctrl+A and Ctrl+C in the page put on the clipboard, read as the page reads it: by a paste. */
async function copyAll(page: Page): Promise<string> {
  await page.locator('h1').first().click();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+c');
  await page.evaluate(() => {
    const field = document.createElement('textarea');
    document.body.append(field);
    field.focus();
  });
  await page.keyboard.press('Control+v');
  return page.locator('body > textarea').inputValue();
}
