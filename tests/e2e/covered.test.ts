import type { Frame, Page } from 'playwright';
import { until } from './support/devtools.ts';
import { keepNote, openDeal, showAllNotes } from './support/job.ts';
import { keptDrafts, keptNotes } from './support/kept.ts';
import { expect, test } from './support/test.ts';

/** Ways of a page to hide the panel while clicks still reach it, and how each is taken back. */
const COVERS: [name: string, cover: string, uncover: string][] = [
  [
    'nearly invisible',
    `document.documentElement.style.opacity = '0.01'`,
    `document.documentElement.style.opacity = ''`,
  ],
  [
    'blurred',
    `document.documentElement.style.filter = 'blur(20px)'`,
    `document.documentElement.style.filter = ''`,
  ],
  [
    'under something that lets clicks through',
    `const cover = document.createElement('div');
     cover.id = 'cover'; cover.popover = 'manual'; cover.textContent = 'Win a prize';
     cover.style = 'position: fixed; inset: 0; margin: 0; width: 100%; height: 100%; pointer-events: none';
     document.body.append(cover); cover.showPopover()`,
    `document.getElementById('cover').remove()`,
  ],
  [
    'cut to the button',
    `document.documentElement.style.clipPath = 'inset(500px 0 0 0)'`,
    `document.documentElement.style.clipPath = ''`,
  ],
];

/** What keeps and what shares, and above it what deletes and what leads on. */
const FOOT = ['button[type=submit]', '.note-box-foot label:last-of-type'];
const ABOVE = ['button[aria-label^="Delete the note"]', '[popovertarget=menu]'];

const isOff = (panel: Frame) =>
  panel.evaluate(() => document.querySelector('.panel')?.getAttribute('data-covered') === 'true');

/** Where an element of the panel stands in the page. Playwright's own click would wait until it can be seen. */
async function middle(panel: Frame, selector: string): Promise<{ x: number; y: number }> {
  const element = panel.locator(selector).first();
  await element.evaluate((one) => one.scrollIntoView({ block: 'nearest' }));
  const box = await element.boundingBox();
  if (!box) throw new Error(`${selector} is not in the panel`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

async function clickAll(page: Page, panel: Frame, selectors: string[]): Promise<void> {
  await panel.evaluate(() => {
    const reached: string[] = [];
    Object.assign(window, { reached });
    addEventListener('pointerup', ({ target }) => reached.push((target as Element).tagName), true);
  });
  for (const [index, selector] of selectors.entries()) {
    const { x, y } = await middle(panel, selector);
    await page.mouse.click(x, y);
    // It did reach the panel: nothing came of it because the panel did nothing.
    await until(
      () => panel.evaluate((n) => (window as unknown as { reached: string[] }).reached.length > n, index),
      `the click on ${selector}`,
    );
  }
}

test('while the page hides the panel from its user, no click keeps, shares or deletes anything; then it works again', async ({
  crm,
  preset,
}) => {
  test.setTimeout(120_000);
  const { page, panel } = await openDeal(preset, `${crm.url}/deals/10001`);
  await keepNote(panel, 'Stays as it is');
  await showAllNotes(panel);
  const box = panel.locator('textarea[name=note]');
  let typed = '';
  for (const [name, cover, uncover] of COVERS) {
    typed += `${name}. `;
    await box.fill(typed);
    await page.evaluate(cover);
    await until(() => isOff(panel), `the panel to be off while ${name}`);
    await expect(panel.locator('.panel-covered')).toHaveText(/^The page covers this panel/);
    // Of a panel that is cut, the page gets the clicks on what is cut off.
    await clickAll(page, panel, name === 'cut to the button' ? FOOT : [...FOOT, ...ABOVE]);
    await box.press('End');
    await box.press('Control+Enter');
    await box.pressSequentially('+');
    typed += '+';
    await until(async () => (await keptDrafts(preset))[0]?.text === typed, 'the draft to be kept');
    const notes = await keptNotes(preset);
    expect(notes.map(({ text, privacy }) => [text, privacy])).toEqual([['Stays as it is', 'private']]);
    const [draft] = await keptDrafts(preset);
    expect(draft).toMatchObject({ text: typed });
    await page.evaluate(uncover);
    await until(async () => !(await isOff(panel)), `the panel to be on again after ${name}`);
    await expect(panel.locator('.panel-covered')).toHaveCount(0);
  }
  await panel.locator('button[type=submit]').click();
  await until(async () => (await keptNotes(preset)).length === 2, 'the note');
  expect((await keptNotes(preset)).every(({ privacy }) => privacy === 'private')).toBe(true);
});

test("nothing of the panel's own counts as covering it", async ({ crm, preset }) => {
  const { page, panel } = await openDeal(preset, `${crm.url}/deals/10001`);
  const seen = await panel.evaluateHandle(() => {
    const offs: boolean[] = [];
    new MutationObserver(() => {
      offs.push(document.querySelector('.panel')?.getAttribute('data-covered') === 'true');
    }).observe(document.body, { attributes: true, subtree: true, attributeFilter: ['data-covered'] });
    return offs;
  });
  await panel.locator('[popovertarget=menu]').click();
  await panel.locator('#menu').waitFor();
  // The browser says how it stands at most each 100 ms; a whole second of its frames is enough to have said it.
  await panel.evaluate(
    () =>
      new Promise((done) => {
        const end = performance.now() + 1_000;
        const wait = () => (performance.now() > end ? done(null) : requestAnimationFrame(wait));
        wait();
      }),
  );
  expect(await isOff(panel)).toBe(false);
  await page.keyboard.press('Escape');
  await keepNote(panel, 'Under a toast');
  await panel.locator('.toast').waitFor();
  await panel.locator('.toast button').click();
  await until(async () => (await keptNotes(preset)).length === 0, 'the note to be undone');
  expect(await seen.evaluate((offs) => offs)).toEqual([]);
});
