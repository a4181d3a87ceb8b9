import type { Page } from 'playwright';
import type { Opened } from './support/browser.ts';
import { crash } from './support/crash.ts';
import { stopBackground, until } from './support/devtools.ts';
import { databases, everythingKept } from './support/inside.ts';
import { keepNote, openDeal } from './support/job.ts';
import { workspace } from './support/panel.ts';
import { expect, test } from './support/test.ts';

const BANNER = 'Example, nothing here is real';
const names = (page: Page) => page.locator('.table-who');

/** The first page, as it opens itself on install. */
async function welcome({ context, origin }: Opened): Promise<Page> {
  const page = context.pages().find((one) => one.url() === `${origin}/workspace.html#welcome`);
  if (page === undefined) throw new Error('No first page');
  await page.bringToFront();
  return page;
}

async function example(opened: Opened, hash = '#people'): Promise<Page> {
  const page = await workspace(opened, `?example${hash}`);
  await expect(names(page)).toHaveCount(8);
  return page;
}

test('from the first page one click leads to a team of eight, and one leads back, without a CRM', async ({
  shipped,
}) => {
  const before = await everythingKept(shipped);
  const page = await welcome(shipped);
  await page.getByRole('link', { name: 'Look around' }).click();
  await expect(names(page)).toHaveCount(8);
  await expect(page.locator('.banner')).toContainText(BANNER);
  await expect(page.getByRole('link', { name: 'Settings' })).toHaveCount(0);
  expect(await databases(shipped)).toEqual(['example', 'sideline']);

  await page.getByRole('link', { name: /Bruno Müller$/ }).click();
  await expect(page.getByRole('heading', { name: 'Bruno Müller' })).toBeVisible();
  await expect(page.locator('.note-words')).toHaveCount(10);
  await expect(page.locator('.banner')).toContainText(BANNER);
  for (const hash of ['#settings', '#readings', '#welcome']) {
    await page.evaluate((to) => (location.hash = to), hash);
    await expect(names(page)).toHaveCount(8);
    await expect(page.locator('.banner')).toContainText(BANNER);
  }

  await page.getByRole('button', { name: 'Leave' }).click();
  await expect(page.getByRole('link', { name: 'Look around' })).toBeVisible();
  await expect(page.locator('.banner')).toHaveCount(0);
  expect(await databases(shipped)).toEqual(['sideline']);
  expect(await everythingKept(shipped)).toEqual(before);
  // Back is not the way back in.
  await page.getByRole('link', { name: 'People' }).click();
  await page.getByRole('link', { name: 'Look at an example team' }).click();
  await expect(names(page)).toHaveCount(8);
});

test('what is kept in the example is there after a reload, and gone when its tab is closed', async ({
  shipped,
}) => {
  const page = await example(shipped);
  await page.getByRole('link', { name: /Daan Visser$/ }).click();
  const box = page.locator('textarea[name=note]');
  await box.fill('Kept in the example');
  await box.press('Control+Enter');
  await expect(page.locator('.note-words').first()).toHaveText('Kept in the example');
  await page.reload();
  await expect(page.locator('.note-words').first()).toHaveText('Kept in the example');
  // The background forgets nothing of it when it is stopped.
  await stopBackground(shipped);
  await page.reload();
  await expect(page.locator('.note-words').first()).toHaveText('Kept in the example');

  // With two pages open it stays until the second is gone.
  const second = await example(shipped);
  await page.getByRole('button', { name: 'Leave' }).click();
  await expect(page.getByRole('link', { name: 'Look around' })).toBeVisible();
  await second.getByRole('link', { name: /Daan Visser$/ }).click();
  await expect(second.locator('.note-words').first()).toHaveText('Kept in the example');
  await second.close();
  await until(async () => !(await databases(shipped)).includes('example'), 'the example to be gone');
});

test('a browser that was killed on the example has nothing of it when it opens again', async ({
  shipped,
}) => {
  await example(shipped);
  expect(await databases(shipped)).toContain('example');
  await crash(shipped);
  await until(async () => !(await databases(shipped)).includes('example'), 'the example to be gone');
});

test('on another day the team is made anew, dated back from that day', async ({ preset }) => {
  const page = await example(preset);
  const seen = () => page.locator('tbody td:last-child').allInnerTexts();
  const first = await seen();
  const box = page.locator('textarea[name=note]');
  await page.getByRole('link', { name: /Ana Nowak$/ }).click();
  await box.fill('Yesterday’s');
  await box.press('Control+Enter');
  await expect(page.locator('.note-words').first()).toHaveText('Yesterday’s');
  await page.clock.setFixedTime(Date.now() + 40 * 86_400_000);
  await page.reload();
  await expect(page.locator('.note-words').first()).toContainText('agrees a new date');
  await page.getByRole('link', { name: 'People', exact: true }).click();
  await expect(names(page)).toHaveCount(8);
  expect(await seen()).not.toEqual(first);
});

test('nothing of the example is seen where it is real, and nothing real in the example', async ({
  crm,
  preset,
}) => {
  const { page: deal, panel } = await openDeal(preset, `${crm.url}/deals/10001`);
  await keepNote(panel, 'A real note');
  const real = await workspace(preset, '#people');
  await expect(names(real)).toHaveCount(1);
  const before = await everythingKept(preset);
  const owner = (await names(real).innerText()).split('\n').at(-1) ?? '';

  const shown = await example(preset);
  expect(await names(shown).allInnerTexts()).not.toContain(owner);
  const [heardReal, heardExample] = [await hear(real), await hear(shown)];
  await shown.getByRole('link', { name: /Bruno Müller$/ }).click();
  const box = shown.locator('textarea[name=note]');
  await box.fill('An example note');
  await box.press('Control+Enter');
  await expect(shown.locator('.note-words').first()).toHaveText('An example note');
  expect(await everythingKept(preset)).toEqual(before);
  expect(JSON.stringify(await everythingKept(preset, 'example'))).toContain('An example note');
  expect(await heardReal()).toEqual([]);
  expect((await heardExample()).length).toBeGreaterThan(0);
  await expect(names(real)).toHaveCount(1);
  await deal.bringToFront();
  await expect(panel.locator('.note-words')).toHaveText('A real note');

  const soFar = (await heardExample()).length;
  const theirs = await everythingKept(preset, 'example');
  await keepNote(panel, 'Another real note');
  await until(async () => (await heardReal()).length > 0, 'the real workspace to hear of it');
  expect(await heardExample()).toHaveLength(soFar);
  expect(await everythingKept(preset, 'example')).toEqual(theirs);
  await shown.getByRole('button', { name: 'Leave' }).click();
  await expect(shown.getByRole('link', { name: 'Look around' })).toBeVisible();
  expect(JSON.stringify(await everythingKept(preset))).not.toContain('An example note');
});

/** Opens one more port in a page of ours, as the page itself does, and tells which changes came through. */
async function hear(page: Page): Promise<() => Promise<unknown[]>> {
  await page.evaluate(() => {
    const heard: unknown[] = [];
    Object.assign(window, { heard });
    const port = chrome.runtime.connect({ name: 'screen:' });
    port.onMessage.addListener((message) => heard.push(message));
  });
  return () => page.evaluate(() => (window as unknown as { heard: unknown[] }).heard);
}
