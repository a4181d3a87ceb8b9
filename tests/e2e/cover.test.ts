import { ANCHORS } from '../crm/sample/anchors.ts';
import { collapseAndOpen, keepNote, openDeal } from './support/job.ts';
import { waitForScreen, workspace } from './support/panel.ts';
import { expect, test } from './support/test.ts';

const SECRET = 'Gives way on price';

test('private text is covered when the panel opens, one is shown by hover or focus, and all by the eye until it collapses', async ({
  crm,
  preset,
}) => {
  const url = `${crm.url}/deals/${ANCHORS.complete}`;
  const { page, panel } = await openDeal(preset, url);
  await keepNote(panel, SECRET);
  await page.reload();
  const again = await waitForScreen(page, 'deal');
  const words = again.locator('.note .covered');
  const ink = () => words.evaluate((node) => getComputedStyle(node).color);
  await again.locator('.panel-bar').hover();
  await expect.poll(ink).toBe('rgba(0, 0, 0, 0)');
  // Readers are told that something is covered, and not what.
  await expect(again.getByRole('note', { name: /^Private, covered/ })).toHaveCount(1);
  await words.hover();
  await expect.poll(ink).not.toBe('rgba(0, 0, 0, 0)');
  await again.locator('.panel-bar').hover();
  await again.locator('.cover-place').focus();
  await expect.poll(ink).not.toBe('rgba(0, 0, 0, 0)');
  await again.getByRole('button', { name: /^Private text is covered/ }).click();
  await expect(again.locator('.covered')).toHaveCount(0);
  // The same panel, covered.
  await collapseAndOpen(preset, page, again);
  await expect(again.locator('.note .covered')).toHaveCount(1);
});

test('what is shareable is never covered, and the workspace starts as the user chose', async ({
  crm,
  preset,
}) => {
  const { panel } = await openDeal(preset, `${crm.url}/deals/${ANCHORS.complete}`);
  await keepNote(panel, SECRET);
  await panel.getByText('Shareable', { exact: true }).first().click();
  await keepNote(panel, 'Strong opening');
  await expect(panel.locator('.note .covered')).toHaveCount(0);
  const space = await workspace(preset, '#notes');
  await expect(space.locator('.note-words')).toHaveText(['Strong opening', SECRET]);
  await expect(space.locator('.covered')).toHaveCount(0);
  await space.goto(space.url().replace('#notes', '#settings'));
  await space.getByText('Starts covered', { exact: true }).click();
  await expect(space.getByRole('radio', { name: 'Starts covered' })).toBeChecked();
  const next = await workspace(preset, '#notes');
  await expect(next.locator('.covered')).toHaveText([SECRET]);
});
