import { counted } from './support/clicks.ts';
import { makeRoom, sidePanel, type SidePanel } from './support/beside.ts';
import { until } from './support/devtools.ts';
import { openDeal } from './support/job.ts';
import { keptNotes } from './support/kept.ts';
import { waitForScreen, workspace } from './support/panel.ts';
import { expect, test } from './support/test.ts';

/** The flows of the click table that leave the CRM page: see support/flows.ts. */

const HTML =
  '<!doctype html><html lang="en"><head><title>News</title></head><body><p>No CRM</p></body></html>';

/** The cursor stands in a field of the side panel without a click. */
async function typeIn(beside: SidePanel, selector: string, text: string): Promise<void> {
  const has = () => beside.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector);
  await until(has, `the cursor in ${selector}`);
  await beside.type(text);
}

/** Enter in the field of a name sends its form. */
async function enter(beside: SidePanel): Promise<void> {
  await beside.evaluate(() => document.querySelector<HTMLFormElement>('.named')?.requestSubmit(), null);
}

test('a note on a person from a page that is no CRM', async ({ crm, shipped }) => {
  const page = await shipped.context.newPage();
  await page.route('**/news', (route) => route.fulfill({ contentType: 'text/html', body: HTML }));
  await page.goto(`${crm.url}/news`);
  await counted('person', shipped, async (by) => {
    await by.toolbar(page);
    const off = await waitForScreen(page, 'off');
    await by.click(off.getByRole('button', { name: 'Write a note on a person' }));
    const beside = await sidePanel(shipped);
    await beside.waitForScreen('nothing');
    await typeIn(beside, '.named input', 'Ana Nowak');
    await enter(beside);
    await until(
      async () => (await beside.words()).includes('Nobody here is called Ana Nowak yet.'),
      'the question',
    );
    await enter(beside);
    await typeIn(beside, 'textarea[name=note]', 'Asks good questions.');
    await beside.keep();
    await until(async () => (await keptNotes(shipped)).length === 1, 'the note to be kept');
  });
  expect((await keptNotes(shipped)).map(({ text, deal }) => [text, deal])).toEqual([
    ['Asks good questions.', null],
  ]);
});

test('the panel is opened beside the page', async ({ crm, preset }) => {
  const { page, panel } = await openDeal(preset, `${crm.url}/deals/10001`);
  await counted('beside', preset, async (by) => {
    await by.click(panel.locator('[popovertarget=menu]'));
    await by.click(panel.getByRole('button', { name: 'Open beside the page' }));
    await (await sidePanel(preset)).waitForScreen('deal');
  });
  await makeRoom(page);
});

test('the example team is looked at and left', async ({ shipped }) => {
  const page = shipped.context.pages().find((one) => one.url().endsWith('#welcome'));
  if (page === undefined) throw new Error('No first page');
  await page.bringToFront();
  await counted('example', shipped, async (by) => {
    await by.click(page.getByRole('link', { name: 'Look around' }));
    await expect(page.locator('.table-who')).toHaveCount(8);
  });
  await counted('leave', shipped, async (by) => {
    await by.click(page.getByRole('button', { name: 'Leave' }));
    await expect(page.getByRole('link', { name: 'Look around' })).toBeVisible();
  });
});

test('everything is exported, and erased', async ({ preset }) => {
  const page = await workspace(preset, '#settings');
  await counted('export', preset, async (by) => {
    const downloading = page.waitForEvent('download');
    await by.click(page.getByRole('button', { name: 'Export everything' }));
    await downloading;
  });
  await counted('erase', preset, async (by) => {
    await by.click(page.getByRole('button', { name: 'Erase everything' }));
    const dialog = page.getByRole('dialog');
    await by.type(dialog.getByRole('textbox'), 'erase');
    await by.click(dialog.getByRole('button', { name: 'Erase everything' }));
    await expect(page.locator('.toast')).toContainText('Everything was erased');
  });
});
