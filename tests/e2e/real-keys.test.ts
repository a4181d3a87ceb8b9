import { ANCHORS } from '../crm/sample/anchors.ts';
import { countSidePanels, sidePanel } from './support/beside.ts';
import type { Opened } from './support/browser.ts';
import { openDesktop, type Desktop } from './support/desktop.ts';
import { keepNote, openDeal } from './support/job.ts';
import { findPanel, waitForScreen } from './support/panel.ts';
import { PRESET, expect, test as base } from './support/test.ts';

const test = base.extend<{ shown: { desktop: Desktop; opened: Opened } }>({
  shown: async ({ open }, use) => {
    const desktop = await openDesktop();
    try {
      const opened = await open({ package: PRESET, display: desktop.display });
      await use({ desktop, opened });
      // Before its screen goes, which would end it too soon.
      await opened.close();
    } finally {
      desktop.close();
    }
  },
});

/** The key of a command, as the browser gives it: one that it uses itself it gives to nobody, and says nothing about it. */
async function keyOf(opened: Opened, command: string): Promise<string> {
  const background = await opened.background();
  const commands = await background.evaluate(() => chrome.commands.getAll());
  const key = commands.find(({ name }) => name === command)?.shortcut ?? '';
  expect(key, 'the browser gives the key that the manifest suggests').not.toBe('');
  return key;
}

test('the key that jots a note, really pressed, opens the panel with the cursor in the note box', async ({
  crm,
  shown: { desktop, opened },
}) => {
  test.setTimeout(90_000);
  const key = await keyOf(opened, 'jot-note');
  const page = await opened.context.newPage();
  await page.goto(`${crm.url}/deals/${ANCHORS.complete}`);
  await page.locator('[data-view="deal"]').waitFor();
  await page.bringToFront();
  // The browser hears keys once its window has the focus, which may take it a moment. Pressed again, it never closes the panel.
  await expect(async () => {
    desktop.press(key.toLowerCase());
    await expect.poll(() => findPanel(page) !== null, { timeout: 1_500 }).toBe(true);
  }).toPass({ timeout: 20_000 });
  const panel = await waitForScreen(page, 'deal');
  await expect(panel.locator('textarea[name=note]')).toBeFocused();
  desktop.press('h', 'i', 'ctrl+Return');
  await expect(panel.locator('.note-words')).toHaveText('hi');
  // The same for the browser's own side panel, also under a dialog of the page, which takes the framed one every key.
  const beside = await keyOf(opened, 'open-beside');
  await page.evaluate(() => {
    const dialog = document.createElement('dialog');
    document.body.append(dialog);
    dialog.showModal();
  });
  await expect(async () => {
    desktop.press(beside.toLowerCase());
    await expect.poll(() => countSidePanels(opened), { timeout: 1_500 }).toBe(1);
  }).toPass({ timeout: 20_000 });
  await (await sidePanel(opened)).waitForRecord(ANCHORS.complete);
});

test('the key of the cover, really pressed, uncovers private text in the panel and covers it again', async ({
  crm,
  shown: { desktop, opened },
}) => {
  test.setTimeout(90_000);
  const key = await keyOf(opened, 'cover-text');
  const { page, panel } = await openDeal(opened, `${crm.url}/deals/${ANCHORS.complete}`);
  await keepNote(panel, 'Gives way on price');
  const covered = panel.locator('.note .covered');
  await expect(covered).toHaveCount(1);
  await page.bringToFront();
  for (const wanted of [0, 1])
    await expect(async () => {
      if ((await covered.count()) !== wanted) desktop.press(key.toLowerCase());
      await expect(covered).toHaveCount(wanted, { timeout: 1_500 });
    }).toPass({ timeout: 20_000 });
});
