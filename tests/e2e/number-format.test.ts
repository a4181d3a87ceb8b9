import type { Page } from 'playwright';
import { ANCHORS } from '../crm/sample/anchors.ts';
import { openDeal } from './support/job.ts';
import { waitForScreen, workspace } from './support/panel.ts';
import { expect, test } from './support/test.ts';

const AMOUNT = '[data-field=amount]';

/** A page that tells in no way how it writes numbers, with an amount that can be read two ways. */
async function saysNothing(page: Page): Promise<void> {
  await page.evaluate(() => {
    document.documentElement.removeAttribute('lang');
    for (const amount of document.querySelectorAll('[data-field=amount]')) amount.textContent = '€1,234';
  });
}

test('an amount that can be read two ways is settled by what the user says of numbers, from the next page on', async ({
  crm,
  preset,
}) => {
  const url = `${crm.url}/deals/${ANCHORS.complete}`;
  const { page, panel } = await openDeal(preset, url);
  await saysNothing(page);
  await expect(panel.locator(AMOUNT)).toHaveAttribute('data-state', 'ambiguous', { timeout: 15_000 });

  const settings = await workspace(preset, '#settings');
  await settings.getByText('1,234.56 and 31/12/2026').click();
  await expect(settings.getByRole('radio', { name: '1,234.56 and 31/12/2026' })).toBeChecked();

  await page.bringToFront();
  await page.goto(url);
  const fresh = await waitForScreen(page, 'deal');
  await saysNothing(page);
  await expect(fresh.locator(AMOUNT)).toHaveAttribute('data-value', '1234', { timeout: 15_000 });
  await expect(fresh.locator(AMOUNT)).toHaveAttribute('data-state', 'read');
});
