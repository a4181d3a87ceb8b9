import type { Page } from 'playwright';
import { ANCHORS } from '../crm/sample/anchors.ts';
import { serveSample } from '../crm/sample/server.ts';
import type { Opened } from './support/browser.ts';
import { openDesktop } from './support/desktop.ts';
import { clickToolbar, until } from './support/devtools.ts';
import { keepNote, turnOn } from './support/job.ts';
import { keptNotes } from './support/kept.ts';
import { findPanel, waitForScreen, workspace } from './support/panel.ts';
import { expect, test } from './support/test.ts';
import { tracesIn } from './support/traces.ts';

const NOTE = 'Kept before it was turned off';
const NOTHING = { hosts: 0, frames: 0, hasScript: false };
const deal = (url: string) => `${url}/deals/${ANCHORS.complete}`;

/** What the browser would run where, and may look into. */
async function mayRun(opened: Opened): Promise<{ scripts: string[]; origins: string[] }> {
  const background = await opened.background();
  return background.evaluate(async () => ({
    scripts: (await chrome.scripting.getRegisteredContentScripts()).flatMap(({ matches = [] }) => matches),
    origins: (await chrome.permissions.getAll()).origins ?? [],
  }));
}

/** Everything of ours is out of the page now, and does not come with a reload or in a new tab. */
async function expectNothingRuns(opened: Opened, page: Page, url: string): Promise<void> {
  await until(() => findPanel(page) === null, 'the panel to be taken out');
  await until(async () => (await tracesIn(opened, page)).hosts === 0, 'the tab to be taken out');
  expect(await mayRun(opened)).toEqual({ scripts: [], origins: [] });
  await page.reload();
  const fresh = await opened.context.newPage();
  await fresh.goto(deal(url));
  for (const one of [page, fresh]) {
    await one.locator('[data-view="deal"]').waitFor();
    expect(await tracesIn(opened, one)).toEqual(NOTHING);
  }
  await fresh.close();
}

test('turned off by one click in the settings, the script takes itself out at once and nothing runs there any more', async ({
  crm,
  granted,
}) => {
  const { page, panel } = await turnOn(granted, deal(crm.url));
  await keepNote(panel, NOTE);
  expect(await tracesIn(granted, page)).toEqual({ hosts: 1, frames: 1, hasScript: true });
  const settings = await workspace(granted, '#settings');
  await settings.getByRole('button', { name: /^Turn off/ }).click();
  await expect(settings.locator('[data-site]')).toHaveCount(0);
  await expectNothingRuns(granted, page, crm.url);
  // The notes are the user's: they stay.
  expect(await keptNotes(granted)).toMatchObject([{ text: NOTE }]);
});

test("a site whose permission is taken back in the browser's own list is off the same, and the settings say so", async ({
  crm,
  granted,
}) => {
  const { page, panel } = await turnOn(granted, deal(crm.url));
  await keepNote(panel, NOTE);
  const settings = await workspace(granted, '#settings');
  await settings.evaluate((origins) => chrome.permissions.remove({ origins }), [`${crm.url}/*`]);
  await expectNothingRuns(granted, page, crm.url);
  await settings.reload();
  await expect(settings.locator('[data-site]')).toContainText(
    'the browser no longer allows it, nothing runs there',
  );
});

test('what a panel shows is gone the moment its site is off, also where the script in the page does not hear of it', async ({
  crm,
  granted,
}) => {
  const { page, panel } = await turnOn(granted, deal(crm.url));
  await keepNote(panel, NOTE);
  // A page that is busy for ever: its script never takes anything out.
  await granted.context
    .newCDPSession(page)
    .then((session) => session.send('Debugger.enable').then(() => session.send('Debugger.pause')));
  void page.evaluate(() => undefined).catch(() => undefined);
  const settings = await workspace(granted, '#settings');
  await settings.getByRole('button', { name: /^Turn off/ }).click();
  await expect.poll(() => panel.evaluate(() => document.body.innerText)).toBe('');
  // To the end: the permission is given back last.
  await expect(settings.locator('[data-site]')).toHaveCount(0);
});

test('turned off twice at the same moment, as from two windows, a site is off and nothing goes wrong', async ({
  crm,
  granted,
}) => {
  await turnOn(granted, deal(crm.url));
  const settings = await workspace(granted, '#settings');
  await settings.locator('[data-site]').waitFor();
  // The browser takes its time, so that the second comes while the first is under way.
  await (
    await granted.background()
  ).evaluate(() => {
    const remove = chrome.scripting.unregisterContentScripts.bind(chrome.scripting);
    const slowly = async (which: chrome.scripting.ContentScriptFilter) => {
      await new Promise((go) => setTimeout(go, 300));
      await remove(which);
    };
    Object.assign(chrome.scripting, { unregisterContentScripts: slowly });
  });
  const answers = await settings.evaluate(async () => {
    const at = new Date().toISOString();
    const screen = { from: 'screen', session: null, at };
    const view = { ...screen, name: 'view', view: 'settings', ask: {} };
    const { value } = (await chrome.runtime.sendMessage(view)) as { value: { sites: { id: string }[] } };
    const command = { ...screen, name: 'command', command: 'turnOff', ask: { site: value.sites[0]?.id } };
    const twice = ['one', 'other'].map((operation) => chrome.runtime.sendMessage({ ...command, operation }));
    return (await Promise.all(twice)) as unknown[];
  });
  expect(answers).toEqual([
    { ok: true, value: {} },
    { ok: true, value: {} },
  ]);
  expect(await mayRun(granted)).toEqual({ scripts: [], origins: [] });
});

test('another port of the same host is another site', async ({ crm, granted, served }) => {
  const other = await serveSample();
  served.push(new URL(other.url).host);
  try {
    await turnOn(granted, deal(crm.url));
    const page = await granted.context.newPage();
    await page.goto(deal(other.url));
    await page.locator('[data-view="deal"]').waitFor();
    expect(await tracesIn(granted, page)).toEqual(NOTHING);
    await clickToolbar(granted, page);
    await waitForScreen(page, 'off');
    expect(await mayRun(granted)).toEqual({ scripts: [`${crm.url}/*`], origins: [`${crm.url}/*`] });
  } finally {
    await other.close();
  }
});

test('turned on again, a site has its notes again', async ({ crm, open }) => {
  test.setTimeout(120_000);
  const desktop = await openDesktop();
  try {
    const opened = await open({ package: 'chrome-mv3', display: desktop.display });
    const page = await opened.context.newPage();
    await page.goto(deal(crm.url));
    const allow = async () => {
      await page.locator('[data-view="deal"]').waitFor();
      await clickToolbar(opened, page);
      const off = await waitForScreen(page, 'off');
      await off.getByRole('button', { name: 'Use Sideline on this site' }).click();
      await desktop.acceptPrompt(async () => (await mayRun(opened)).origins.length > 0);
      return waitForScreen(page, 'deal');
    };
    await keepNote(await allow(), NOTE);
    const settings = await workspace(opened, '#settings');
    await settings.getByRole('button', { name: /^Turn off/ }).click();
    await until(() => findPanel(page) === null, 'the panel to be taken out');
    await settings.close();
    const panel = await allow();
    await expect(panel.locator('.note-words')).toHaveText(NOTE);
    // Before its screen goes, which would end it too soon.
    await opened.close();
  } finally {
    desktop.close();
  }
});
