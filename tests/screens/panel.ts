import type { Frame, Page } from 'playwright';
import { ANCHORS } from '../crm/sample/anchors.ts';
import type { Opened } from '../e2e/support/browser.ts';
import { clickToolbar } from '../e2e/support/devtools.ts';
import { keepNote } from '../e2e/support/job.ts';
import { findPanel, waitForScreen, workspace } from '../e2e/support/panel.ts';
import { draw } from './draw.ts';
import { listScreens } from './lists.ts';
import { command } from './say.ts';

/** The panel as it stands in the page: 360 wide, and 320, which it is in a window that leaves no more. */

const WIDE = { width: 900, height: 700 };
const NARROW = { width: 360, height: 700 };

async function drawPanel(page: Page, name: string): Promise<void> {
  for (const [width, view] of [
    [360, WIDE],
    [320, NARROW],
  ] as const) {
    await page.setViewportSize(view);
    // Without the CRM's own scroll bars, beside which the panel stands.
    const [right, height] = await page.evaluate(() => {
      const { clientWidth, clientHeight } = document.documentElement;
      return [clientWidth, clientHeight] as const;
    });
    await draw(page, `panel-${width}-${name}`, { x: Math.max(0, right - width), y: 0, width, height });
  }
  await page.setViewportSize(WIDE);
  await clicksCount(page);
}

/** A panel that a window's new size cut off for a moment takes no click until it has been whole for a while, as under a cover. */
async function clicksCount(page: Page): Promise<void> {
  const isStill = (ms: number) => {
    const at = document as Document & { clearSince?: number };
    const isOff = document.querySelector('.panel[data-covered="true"]') !== null;
    if (isOff || at.clearSince === undefined) at.clearSince = performance.now();
    const isLongEnough = !isOff && performance.now() - at.clearSince > ms;
    if (isLongEnough) delete at.clearSince;
    return isLongEnough;
  };
  await findPanel(page)?.waitForFunction(isStill, 300);
}

/** The one look on a site where Sideline is off; only the shipped package has such sites. */
export async function offScreens(opened: Opened, url: string): Promise<void> {
  const page = await opened.context.newPage();
  await page.setViewportSize(WIDE);
  await page.goto(`${url}/deals/${ANCHORS.complete}`);
  await page.locator('[data-view="deal"]').waitFor();
  await clickToolbar(opened, page);
  const panel = await waitForScreen(page, 'off');
  await panel.locator('.deal-card').waitFor();
  await drawPanel(page, 'off');
}

export async function panelScreens(opened: Opened, url: string): Promise<void> {
  const page = await opened.context.newPage();
  await page.setViewportSize(WIDE);
  await page.goto(`${url}/deals/${ANCHORS.overdue}`);
  await page.locator('[data-view="deal"]').waitFor();
  await clickToolbar(opened, page);
  let panel = await waitForScreen(page, 'deal');
  await drawPanel(page, 'deal-empty');
  await panel.locator('.rep-strip .question').getByRole('button', { name: 'Yes' }).click();
  await panel
    .locator('textarea[name=note]')
    .fill('Gives way on price before anyone has asked. Practise the pause.');
  await drawPanel(page, 'deal-writing');
  await panel.getByText('Promise', { exact: true }).first().click();
  await drawPanel(page, 'deal-promise');
  await panel.getByText('Note', { exact: true }).first().click();
  await panel.locator('textarea[name=note]').press('Control+Enter');
  await panel.locator('.note').first().waitFor();
  await fillDeal(panel);
  await drawPanel(page, 'deal-typical');
  await panel.getByRole('button', { name: 'Private text is covered' }).click();
  await drawPanel(page, 'deal-uncovered');
  await panel.locator('.note .more').first().click();
  await panel.locator('.notes-open').waitFor();
  await drawPanel(page, 'deal-notes');
  await otherTabs(opened, page, panel);
  await page.goto(`${url}/deals/${ANCHORS.noNextStep}`);
  panel = await waitForScreen(page, 'deal');
  await panel.locator('.asks').waitFor();
  await drawPanel(page, 'deal-ask');
  await panel.getByRole('button', { name: /^Ask/ }).first().click();
  await drawPanel(page, 'deal-asking');
  await panel.locator('details.reading > summary').click();
  await drawPanel(page, 'deal-read');
  await page.goto(`${url}/deals/${ANCHORS.noOwner}`);
  panel = await waitForScreen(page, 'deal');
  await drawPanel(page, 'deal-whose');
  await page.goto(`${url}/`);
  await waitForScreen(page, 'elsewhere');
  await drawPanel(page, 'elsewhere');
  await listScreens(page, url, drawPanel);
}

async function fillDeal(panel: Frame): Promise<void> {
  const notes = ['Buyer wants the steps in writing.', 'Ask who else signs before Friday.'];
  for (const note of notes) await keepNote(panel, note);
}

async function otherTabs(opened: Opened, page: Page, panel: Frame): Promise<void> {
  await panel.getByRole('button', { name: 'People' }).click();
  await panel.locator('.named').waitFor();
  await drawPanel(page, 'people');
  await panel.locator('.row-who').first().click();
  await panel.locator('.notes-open, .empty').first().waitFor();
  await drawPanel(page, 'person');
  await panel.locator('details.fact > summary').first().click();
  await drawPanel(page, 'person-fact');
  await panel.getByRole('button', { name: 'Find' }).click();
  await panel.locator('.notes-open').waitFor();
  await drawPanel(page, 'find');
  await panel.locator('input[type=search]').fill('friday signs');
  await panel.getByText('1 note', { exact: true }).waitFor();
  await drawPanel(page, 'find-words');
  const space = await workspace(opened, '#people');
  await command(space, 'addPerson', { name: 'Daan Visser' });
  await space.close();
  await page.bringToFront();
}
