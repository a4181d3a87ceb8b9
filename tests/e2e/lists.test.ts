import type { Frame, Page } from 'playwright';
import { ANCHORS } from '../crm/sample/anchors.ts';
import type { Opened } from './support/browser.ts';
import { clickToolbar } from './support/devtools.ts';
import { everythingKept } from './support/inside.ts';
import { openDeal } from './support/job.ts';
import { go } from './support/kept.ts';
import { waitForScreen } from './support/panel.ts';
import { expect, test } from './support/test.ts';

async function openList(opened: Opened, url: string): Promise<{ page: Page; panel: Frame }> {
  const page = await opened.context.newPage();
  await page.goto(url);
  await page.locator('[data-view="list"], [data-view="board"]').waitFor();
  await clickToolbar(opened, page);
  return { page, panel: await waitForScreen(page, 'list') };
}

test('a list says whose deals it holds, opens each count, and takes its owners onto the team in one click', async ({
  crm,
  preset,
}) => {
  const { page, panel } = await openList(preset, `${crm.url}/deals?rows=60`);
  await expect(panel.getByText('All 60 seen')).toBeVisible();
  const owners = panel.locator('details[data-owner]');
  const counts = await owners.evaluateAll((all) => all.map((one) => Number(one.getAttribute('data-count'))));
  expect(counts.reduce((sum, one) => sum + one, 0)).toBe(60);
  const first = owners.first();
  await first.locator('summary').click();
  await expect(first.locator('.list-row')).toHaveCount(Number(await first.getAttribute('data-count')));
  // A list keeps nothing by itself.
  expect((await everythingKept(preset)).reps ?? []).toEqual([]);
  const people =
    (await owners.count()) - (await panel.locator('details[data-owner="No owner shown"]').count());
  await expect(panel.getByText(`${people} people own deals here.`)).toBeVisible();
  await panel.getByRole('button', { name: `Add ${people} to my team` }).click();
  await expect(panel.getByRole('button', { name: /to my team/ })).toHaveCount(0);
  const { reps = [] } = await everythingKept(preset);
  expect(reps).toHaveLength(people);
  await go(page, `/deals/${ANCHORS.complete}`);
  await waitForScreen(page, 'deal');
});

test('rows are seen as the manager scrolls, and what was not scrolled to is said', async ({
  crm,
  preset,
}) => {
  const { page, panel } = await openList(preset, `${crm.url}/deals?rows=300,window`);
  const seen = async () => Number(await panel.locator('[data-seen]').getAttribute('data-seen'));
  await expect(panel.getByText(/^\d+ of 300 seen, scroll on$/)).toBeVisible();
  const before = await seen();
  expect(before).toBeLessThan(60);
  await page.locator('.scroller').evaluate((list) => list.scrollBy(0, 41 * 60));
  await expect.poll(seen).toBeGreaterThan(before);
});

test('what the manager says that a stage is holds on every deal in it', async ({ crm, preset }) => {
  const { page, panel } = await openDeal(preset, `${crm.url}/deals/${ANCHORS.complete}`);
  await panel.locator('.reading-line').click();
  const kind = panel.locator('.stage-kind');
  await expect(kind).not.toHaveValue('own');
  await kind.selectOption('own');
  await expect(kind).toHaveAttribute('data-said', 'true');
  await go(page, `/deals/${ANCHORS.euro}`);
  await expect(panel.locator('[data-field=recordId]')).toHaveAttribute('data-value', ANCHORS.euro);
  await go(page, `/deals/${ANCHORS.complete}`);
  await expect(panel.locator('[data-field=recordId]')).toHaveAttribute('data-value', ANCHORS.complete);
  await expect(panel.locator('.stage-kind')).toHaveValue('own');
  const { settings = [] } = await everythingKept(preset);
  expect(JSON.stringify(settings)).toContain('"own"');
});
