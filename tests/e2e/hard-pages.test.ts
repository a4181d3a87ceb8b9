import type { Page } from 'playwright';
import { makeRoom, sidePanel } from './support/beside.ts';
import type { Opened } from './support/browser.ts';
import { clickToolbar, until } from './support/devtools.ts';
import { keepNote, openDeal } from './support/job.ts';
import { keptDrafts, keptNotes } from './support/kept.ts';
import { findPanel, screenOf } from './support/panel.ts';
import { expect, test } from './support/test.ts';
import { oursIn } from './support/traces.ts';

/** Pages that are hard on a frame: the panel stands in them all the same, or they say where else it can stand. */

const HTML =
  '<!doctype html><html lang="en"><head><title>Hard</title></head><body><p>A page</p></body></html>';
const XHTML = `<?xml version="1.0"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"><head><title>Hard</title></head><body><p>A page</p></body></html>`;

interface Hard {
  name: string;
  shows: 'panel' | 'notice';
  headers?: Record<string, string>;
  type?: string;
  body?: string;
}

const HARD: Hard[] = [
  {
    name: 'a policy that allows nothing',
    shows: 'panel',
    headers: { 'content-security-policy': "default-src 'none'; frame-src 'none'; child-src 'none'" },
  },
  {
    name: 'a policy that lets only texts of its own be markup',
    shows: 'panel',
    headers: { 'content-security-policy': "require-trusted-types-for 'script'; trusted-types 'none'" },
  },
  { name: 'a sandbox', shows: 'notice', headers: { 'content-security-policy': 'sandbox allow-scripts' } },
  {
    name: 'only frames that say that they may be embedded',
    shows: 'notice',
    headers: { 'cross-origin-embedder-policy': 'require-corp' },
  },
  { name: 'no doctype', shows: 'panel', body: HTML.replace('<!doctype html>', '') },
  { name: 'XHTML', shows: 'panel', type: 'application/xhtml+xml', body: XHTML },
];

const hasNotice = async (opened: Opened, page: Page) =>
  (await oursIn(opened, page, 'P'))?.text.startsWith('This page does not let Sideline in.') === true;

for (const { name, shows, headers, type, body } of HARD)
  test(`on a page with ${name} there is the ${shows}`, async ({ crm, preset, errors }) => {
    const page = await preset.context.newPage();
    await page.route('**/hard', (route) =>
      route.fulfill({
        headers: { ...headers, 'content-type': `${type ?? 'text/html'}; charset=utf-8` },
        body: body ?? HTML,
      }),
    );
    await page.goto(`${crm.url}/hard`);
    await clickToolbar(preset, page);
    await until(async () => {
      const panel = findPanel(page);
      if (shows === 'panel') return panel !== null && (await screenOf(panel)) === 'unknown';
      return hasNotice(preset, page);
    }, `the ${shows}`);
    if (shows === 'panel') expect(await hasNotice(preset, page)).toBe(false);
    // The browser's word on the frame that it did not load.
    errors.length = 0;
  });

test('where the browser keeps every store from frames of other sites, the panel does all of its work', async ({
  crm,
  preset,
}) => {
  const { panel } = await openDeal(preset, `${crm.url}/deals/10001`);
  const refusal = await panel.evaluate(
    () =>
      new Promise((done) => {
        const asked = indexedDB.open('sideline');
        asked.addEventListener('success', () => done('opened'));
        asked.addEventListener('error', () => done(asked.error?.name));
      }),
  );
  expect(refusal, "the browser's setting, which is what this is about").toBe('UnknownError');
  await keepNote(panel, 'Kept by the background');
  const box = panel.locator('textarea[name=note]');
  await box.fill('and a draft');
  await until(async () => (await keptDrafts(preset))[0]?.text === 'and a draft', 'the draft');
  expect(await keptNotes(preset)).toMatchObject([{ text: 'Kept by the background' }]);
});

test("where the frame cannot live, one click opens the browser's side panel beside the deal", async ({
  crm,
  preset,
  errors,
}) => {
  const page = await preset.context.newPage();
  await makeRoom(page);
  await page.goto(`${crm.url}/deals/10001?coep=1`);
  await page.locator('[data-view="deal"]').waitFor();
  await clickToolbar(preset, page);
  await until(() => hasNotice(preset, page), 'the notice');
  const button = await oursIn(preset, page, 'BUTTON', 'Open beside the page');
  await page.mouse.click(button?.x ?? 0, button?.y ?? 0);
  const beside = await sidePanel(preset);
  await beside.waitForRecord('10001');
  errors.length = 0;
});

test('a dialog of the page stops the panel and harms nothing, and the side panel goes on', async ({
  crm,
  preset,
}) => {
  const { page, panel } = await openDeal(preset, `${crm.url}/deals/10001`);
  const box = panel.locator('textarea[name=note]');
  await box.pressSequentially('Before the dialog');
  await page.evaluate(() => {
    const dialog = document.createElement('dialog');
    dialog.textContent = 'Do you want to leave?';
    document.body.append(dialog);
    dialog.showModal();
  });
  const button = await panel.locator('button[type=submit]').boundingBox();
  await page.mouse.click((button?.x ?? 0) + 5, (button?.y ?? 0) + 5);
  await page.keyboard.type('typed at the dialog');
  expect(await box.inputValue()).toBe('Before the dialog');
  // As the key `open-beside` does; Playwright cannot press keys of the browser's own.
  await openByKey(preset);
  const beside = await sidePanel(preset);
  await beside.waitForRecord('10001');
  await until(async () => (await beside.box()) === 'Before the dialog', 'the draft');
  await beside.click('textarea[name=note]');
  await beside.type('Beside it. ');
  await beside.close();
  await page.evaluate(() => document.querySelector('dialog')?.close());
  await expect(box).toHaveValue(/Beside it\. /);
  await expect(box).toHaveValue(/Before the dialog/);
});

/** Opens the side panel by a user's gesture in a page of ours: headless, no key of the browser's can be pressed. */
async function openByKey(opened: Opened): Promise<void> {
  const front = await opened
    .background()
    .then((background) =>
      background.evaluate(async () => (await chrome.tabs.query({ active: true }))[0]?.id ?? 0),
    );
  const page = opened.context.pages().find((one) => one.url().startsWith(opened.origin));
  if (!page) throw new Error('No page of ours is open');
  const session = await opened.context.newCDPSession(page);
  const expression = `chrome.sidePanel.open({ tabId: ${front} })`;
  await session.send('Runtime.evaluate', { expression, userGesture: true, awaitPromise: true });
  await session.detach();
}
