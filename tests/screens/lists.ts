import type { Page } from 'playwright';
import { ANCHORS } from '../crm/sample/anchors.ts';
import { findPanel, waitForScreen } from '../e2e/support/panel.ts';

/** The panel beside lists, beside a page that has changed, and beside one that does not say which deal it shows. */
export async function listScreens(
  page: Page,
  url: string,
  drawPanel: (page: Page, name: string) => Promise<void>,
): Promise<void> {
  await page.goto(`${url}/deals?rows=300,window`);
  let panel = await waitForScreen(page, 'list');
  await panel.locator('[data-seen]').waitFor();
  await drawPanel(page, 'list-part');
  await page.goto(`${url}/deals?rows=60`);
  panel = await waitForScreen(page, 'list');
  await panel.getByText('All 60 seen').waitFor();
  await drawPanel(page, 'list');
  await panel.locator('details[data-owner] > summary').first().click();
  await panel.locator('.list-row').first().waitFor();
  await drawPanel(page, 'list-rows');
  await page.goto(`${url}/deals?rows=0`);
  await waitForScreen(page, 'list');
  await drawPanel(page, 'list-empty');
  await page.goto(`${url}/deals/${ANCHORS.complete}?tie=none`);
  await waitForScreen(page, 'deal');
  for (const id of [ANCHORS.euro, ANCHORS.overdue, ANCHORS.twin])
    // oxlint-disable-next-line no-await-in-loop -- one after another, as an impatient hand does
    await page.evaluate((path) => void window.__sample?.go(path), `/deals/${id}`);
  await findPanel(page)?.locator('main[data-screen=unsure]').waitFor();
  await drawPanel(page, 'unsure');
}
