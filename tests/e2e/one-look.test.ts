import { ANCHORS } from '../crm/sample/anchors.ts';
import { truthOf } from '../crm/sample/data.ts';
import { servePages } from '../crm/serve-folder.ts';
import { sidePanel } from './support/beside.ts';
import { clickToolbar, until } from './support/devtools.ts';
import { everythingKept } from './support/inside.ts';
import { readCard, waitForScreen, workspace } from './support/panel.ts';
import { expect, test } from './support/test.ts';
import { tracesIn } from './support/traces.ts';

const UNKNOWN =
  '<!doctype html><html lang="en"><title>A page</title><h1>Nothing that any recipe knows</h1></html>';

test('the toolbar button takes one look, says what it recognised, and keeps nothing', async ({
  crm,
  shipped,
}) => {
  const before = await everythingKept(shipped);
  const page = await shipped.context.newPage();
  await page.goto(`${crm.url}/deals/${ANCHORS.noNextStep}`);
  await page.locator('[data-view="deal"]').waitFor();
  await clickToolbar(shipped, page);
  const off = await waitForScreen(page, 'off');
  await expect(off.getByRole('heading', { level: 2 })).toHaveText('Looks like Sample CRM; 10 of 11 fields');
  const card = await readCard(off);
  expect(card).toMatchObject({
    name: { value: truthOf(ANCHORS.noNextStep).name },
    nextStep: { state: 'missing' },
  });
  await expect(off.locator('main')).toContainText('Sideline has kept nothing of this.');
  await expect(off.locator('textarea')).toHaveCount(0);
  await expect(off.getByRole('button', { name: 'People', exact: true })).toHaveCount(0);
  expect(await everythingKept(shipped)).toEqual(before);
  for (const store of ['sightings', 'deals', 'reps', 'notes', 'sites', 'drafts'])
    expect((await everythingKept(shipped))[store], store).toEqual([]);

  // One look: after a reload there is nothing, until the button is pressed again.
  await page.reload();
  await page.locator('[data-view="deal"]').waitFor();
  expect(await tracesIn(shipped, page)).toEqual({ hosts: 0, frames: 0, hasScript: false });
});

test('of a page that no recipe knows, it says so, and a note on a person can be written all the same', async ({
  shipped,
  served,
}) => {
  const site = await servePages([{ path: '/', html: UNKNOWN }]);
  served.push(new URL(site.url).host);
  try {
    const page = await shipped.context.newPage();
    await page.goto(`${site.url}/`);
    await clickToolbar(shipped, page);
    const off = await waitForScreen(page, 'off');
    await expect(off.locator('main')).toContainText('I do not know this CRM yet.');
    await off.getByRole('button', { name: 'Write a note on a person' }).click();
    // In the browser's own side panel: in the page nothing of what is kept is shown while Sideline is off there.
    const beside = await sidePanel(shipped);
    await beside.waitForScreen('nothing');
    expect(await beside.words()).toContain('Note on a person');
  } finally {
    await site.close();
  }
});

test('on a site that is on, a page that no recipe knows leads to a note on a person', async ({
  crm,
  preset,
  served,
}) => {
  const site = await servePages([{ path: '/', html: UNKNOWN }]);
  served.push(new URL(site.url).host);
  try {
    const page = await preset.context.newPage();
    await page.goto(`${crm.url}/deals/${ANCHORS.complete}`);
    await page.locator('[data-view="deal"]').waitFor();
    const people = await workspace(preset, '#people');
    const owner = truthOf(ANCHORS.complete).owner ?? '';
    await expect(people.getByRole('link', { name: owner })).toBeVisible();
    await page.goto(`${site.url}/`);
    await clickToolbar(preset, page);
    const panel = await waitForScreen(page, 'unknown');
    await panel.getByRole('button', { name: 'Note on a person' }).click();
    await panel.locator('.row-who', { hasText: owner }).click();
    await panel.locator('textarea[name=note]').fill('On the person alone');
    await panel.locator('textarea[name=note]').press('Control+Enter');
    await expect(panel.locator('.note-words')).toHaveText('On the person alone');
  } finally {
    await site.close();
  }
});

test('before the first site the extension may look into no page at all, and says so', async ({ shipped }) => {
  const background = await shipped.background();
  expect(await background.evaluate(() => chrome.permissions.getAll())).toMatchObject({ origins: [] });
  // The first page opens by itself.
  const isWelcome = () =>
    shipped.context.pages().find((page) => page.url() === `${shipped.origin}/workspace.html#welcome`);
  await until(() => isWelcome() !== undefined, 'the first page');
  const words = () => isWelcome()?.locator('main').innerText();
  await expect.poll(words).toContain('Sideline does nothing on any site until you say so.');
  expect(await words()).toContain('Removing Sideline from the browser deletes your notes.');
});
