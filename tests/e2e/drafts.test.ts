import type { Frame } from 'playwright';
import { ANCHORS } from '../crm/sample/anchors.ts';
import { crash } from './support/crash.ts';
import { collapseAndOpen, openDeal } from './support/job.ts';
import { go, keptDrafts, keptNotes } from './support/kept.ts';
import { waitForScreen } from './support/panel.ts';
import { expect, test } from './support/test.ts';

const DRAFT = 'Half a thought, not kept y';
const box = (panel: Frame) => panel.locator('textarea[name=note]');

test('a draft is still there when the panel was put away, when other pages were shown, and after a reload', async ({
  crm,
  preset,
}) => {
  const { page, panel } = await openDeal(preset, `${crm.url}/deals/${ANCHORS.complete}`);
  await box(panel).pressSequentially(DRAFT);
  await collapseAndOpen(preset, page, panel);
  await expect(box(panel)).toHaveValue(DRAFT);

  await go(page, `/deals/${ANCHORS.euro}`);
  await expect(panel.locator('[data-field=recordId]')).toHaveAttribute('data-value', ANCHORS.euro);
  await expect(box(panel)).toHaveValue('');
  await box(panel).pressSequentially('Of the other deal');
  await go(page, '/deals');
  await waitForScreen(page, 'list');
  await expect(box(panel)).toHaveCount(0);
  await go(page, `/deals/${ANCHORS.complete}`);
  await expect(box(panel)).toHaveValue(DRAFT);
  await go(page, `/deals/${ANCHORS.euro}`);
  await expect(box(panel)).toHaveValue('Of the other deal');

  await page.goto(`${crm.url}/deals/${ANCHORS.complete}`);
  await expect(box(await waitForScreen(page, 'deal'))).toHaveValue(DRAFT);
  expect((await keptDrafts(preset)).map(({ text }) => text).sort()).toEqual([DRAFT, 'Of the other deal']);
  expect(await keptNotes(preset)).toEqual([]);
});

test('what was typed right before the page was left is there when it is opened again', async ({
  crm,
  preset,
}) => {
  const { page, panel } = await openDeal(preset, `${crm.url}/deals/${ANCHORS.complete}`);
  await box(panel).pressSequentially(DRAFT);
  // No pause: the draft is not sent yet.
  await page.goto(`${crm.url}/deals/${ANCHORS.euro}`);
  await page.goto(`${crm.url}/deals/${ANCHORS.complete}`);
  await expect.poll(() => keptDrafts(preset)).toMatchObject([{ text: DRAFT }]);
  const again = await waitForScreen(page, 'deal');
  await expect(box(again)).toHaveValue(DRAFT);
});

test('a draft outlives the browser when it is killed', async ({ crm, preset }) => {
  test.setTimeout(90_000);
  const { panel } = await openDeal(preset, `${crm.url}/deals/${ANCHORS.complete}`);
  await panel.getByText('Shareable', { exact: true }).click();
  await box(panel).pressSequentially(DRAFT);
  await expect.poll(() => keptDrafts(preset)).toMatchObject([{ text: DRAFT }]);
  await crash(preset);
  const page = await preset.context.newPage();
  await page.goto(`${crm.url}/deals/${ANCHORS.complete}`);
  const again = await waitForScreen(page, 'deal');
  await expect(box(again)).toHaveValue(DRAFT);
  await expect(again.getByRole('radio', { name: 'Shareable' })).toBeChecked();
  await box(again).press('Control+Enter');
  await expect(again.locator('.note-words')).toHaveText(DRAFT);
  expect(await keptDrafts(preset)).toEqual([]);
});
