import type { Frame, Locator, Page } from 'playwright';
import { ANCHORS } from '../crm/sample/anchors.ts';
import { sidePanel } from './support/beside.ts';
import { clickToolbar } from './support/devtools.ts';
import { openDeal } from './support/job.ts';
import { keptNotes } from './support/kept.ts';
import { waitForScreen, workspace } from './support/panel.ts';
import { expect, test } from './support/test.ts';

/** Every flow of the click table with the keyboard alone. The icon has its own key, see real-keys.test.ts. */

const BOX = 'textarea[name=note]';

/** Presses Tab until the target has the focus, as somebody without a pointer does. @throws where it never gets there */
async function reach(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    if (await target.evaluate((node) => node === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The Tab key does not reach ${String(target)}`);
}

async function press(page: Page, target: Locator, key = 'Enter'): Promise<void> {
  await target.waitFor();
  await reach(page, target);
  await page.keyboard.press(key);
}

const button = (panel: Frame | Page, name: string | RegExp) =>
  panel.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name }).first();

test('a site is turned on and the first note kept', async ({ crm, granted }) => {
  const page = await granted.context.newPage();
  await page.goto(`${crm.url}/deals/${ANCHORS.noNextStep}`);
  await page.locator('[data-view="deal"]').waitFor();
  await clickToolbar(granted, page);
  const off = await waitForScreen(page, 'off');
  await press(page, button(off, 'Use Sideline on this site'));
  const panel = await waitForScreen(page, 'deal');
  await expect(panel.locator(BOX)).toBeFocused();
  await page.keyboard.type('By keys');
  await page.keyboard.press('Control+Enter');
  await expect(panel.locator('.note-words')).toHaveText('By keys');
});

test('team, question, answer, kind, cover, find, fact and side panel', async ({ crm, preset }) => {
  const { page, panel } = await openDeal(preset, `${crm.url}/deals/${ANCHORS.overdue}`);
  await press(page, panel.locator('.rep-strip').getByRole('button', { name: 'Yes' }));
  await panel.getByText('On your team').waitFor();
  await press(page, button(panel, /^Ask: /));
  await expect(panel.locator(BOX)).toBeFocused();
  await page.keyboard.type('On Friday, with legal.');
  await page.keyboard.press('Control+Enter');
  await panel.locator('.note').waitFor();
  await press(page, panel.locator('.kinds').getByRole('button', { name: 'Promise' }), 'Space');
  await panel.locator('.rep-strip', { hasText: 'You promised' }).waitFor();
  await press(page, button(panel, /^Private text is covered/));
  await expect(panel.locator('.covered')).toHaveCount(0);
  await press(page, button(panel, 'Find'));
  await expect(panel.locator('input[type=search]')).toBeFocused();
  await page.keyboard.type('legal friday');
  await expect(panel.locator('.note-words')).toHaveCount(1);
  await press(page, panel.locator('.note-who'));
  const fact = panel.locator('details.fact', { hasText: 'passed' });
  await press(page, fact.locator('summary'));
  await expect(fact.getByText('Oven controls, line A')).toBeVisible();
  await press(page, panel.locator('[popovertarget=menu]'));
  await press(page, button(panel, 'Open beside the page'));
  await (await sidePanel(preset)).waitForScreen('deal');
});

test('the workspace: a person, the example, export and erasing', async ({ preset }) => {
  const page = await workspace(preset, '#people');
  await expect(page.getByRole('combobox', { name: 'Note on a person' })).toBeFocused();
  await page.keyboard.type('Ana Nowak');
  await page.keyboard.press('Enter');
  await page.getByText('Nobody here is called Ana Nowak yet.').waitFor();
  await page.keyboard.press('Enter');
  await expect(page.locator(BOX)).toBeFocused();
  await page.keyboard.type('Asks good questions.');
  await page.keyboard.press('Control+Enter');
  await page.locator('.note-words').waitFor();
  expect((await keptNotes(preset)).map(({ text }) => text)).toEqual(['Asks good questions.']);

  await page.evaluate(() => (location.hash = '#welcome'));
  await press(page, page.getByRole('link', { name: 'Look around' }));
  await page.locator('.table-who').nth(7).waitFor();
  await press(page, button(page, 'Leave'));
  await page.getByRole('link', { name: 'Look around' }).waitFor();

  await page.evaluate(() => (location.hash = '#settings'));
  const downloading = page.waitForEvent('download');
  await press(page, button(page, 'Export everything'));
  await downloading;
  await press(page, button(page, 'Erase everything'));
  const dialog = page.getByRole('dialog');
  await reach(page, dialog.getByRole('textbox'));
  await page.keyboard.type('erase');
  await press(page, dialog.getByRole('button', { name: 'Erase everything' }));
  await expect(page.locator('.toast')).toContainText('Everything was erased');
});
