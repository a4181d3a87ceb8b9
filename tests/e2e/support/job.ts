import type { Frame, Page } from 'playwright';
import type { Opened } from './browser.ts';
import { clickToolbar, until } from './devtools.ts';
import { panelFrame, waitForScreen } from './panel.ts';

/** What a manager does, in the few steps that many tests begin with. */

/** Opens a page of a deal on a site that is on, and the panel beside it by the toolbar button. */
export async function openDeal(opened: Opened, url: string): Promise<{ page: Page; panel: Frame }> {
  const page = await opened.context.newPage();
  await page.goto(url);
  return { page, panel: await openPanel(opened, page) };
}

/** Opens the panel beside a page that shows a deal. */
export async function openPanel(opened: Opened, page: Page): Promise<Frame> {
  await page.locator('[data-view="deal"]').waitFor();
  await clickToolbar(opened, page);
  return waitForScreen(page, 'deal');
}

/** Turns a site on by the toolbar button and one click in the panel, on a page of a deal, where the browser has granted it. */
export async function turnOn(opened: Opened, url: string): Promise<{ page: Page; panel: Frame }> {
  const page = await opened.context.newPage();
  await page.goto(url);
  await page.locator('[data-view="deal"]').waitFor();
  await clickToolbar(opened, page);
  const off = await waitForScreen(page, 'off');
  await off.getByRole('button', { name: 'Use Sideline on this site' }).click();
  return { page, panel: await waitForScreen(page, 'deal') };
}

/** Types a note key by key, as a person does, keeps it by Ctrl+Enter and waits until it stands in the list. */
export async function keepNote(panel: Frame, text: string): Promise<void> {
  const box = panel.locator('textarea[name=note]');
  await box.click();
  await box.pressSequentially(text);
  await box.press('Control+Enter');
  await panel.locator('.note-words', { hasText: text }).first().waitFor();
}

/** Shows all notes in full; the panel shows the latest in one line until then. */
export async function showAllNotes(panel: Frame): Promise<void> {
  await panel.locator('.note .more[aria-expanded=false]').click();
  await panel.locator('.notes-open').waitFor();
}

/** Puts the panel away by its own menu and opens it again by the toolbar; each is seen before the next. */
export async function collapseAndOpen(opened: Opened, page: Page, panel: Frame): Promise<void> {
  await panel.getByRole('button', { name: 'Menu' }).click();
  await panel.getByRole('button', { name: 'Collapse' }).click();
  await until(async () => !(await isInSight(page)), 'the panel to be put away');
  await clickToolbar(opened, page);
  await until(() => isInSight(page), 'the panel to be opened again');
}

/** Whether the panel's frame stands in the window: it is kept, out of sight, while it is collapsed. */
async function isInSight(page: Page): Promise<boolean> {
  const element = await (await panelFrame(page)).frameElement();
  return (await element.boundingBox()) !== null;
}
