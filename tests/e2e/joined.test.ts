import { ANCHORS } from '../crm/sample/anchors.ts';
import { serveSample } from '../crm/sample/server.ts';
import { keepNote, openDeal, showAllNotes } from './support/job.ts';
import { keptNotes } from './support/kept.ts';
import { workspace } from './support/panel.ts';
import { expect, test } from './support/test.ts';

const DEAL = `/deals/${ANCHORS.complete}`;

test('two addresses of one CRM are made one in the settings, and a deal has the same notes under both', async ({
  crm,
  preset,
  served,
}) => {
  const other = await serveSample();
  served.push(new URL(other.url).host);
  try {
    const first = await openDeal(preset, `${crm.url}${DEAL}`);
    await keepNote(first.panel, 'Said under the first address');
    const second = await openDeal(preset, `${other.url}${DEAL}`);
    await keepNote(second.panel, 'Said under the second address');
    expect(new Set((await keptNotes(preset)).map(({ deal }) => deal)).size).toBe(2);

    const settings = await workspace(preset, '#settings');
    const row = settings.locator(`[data-site="${other.url}"]`);
    await row.getByRole('button', { name: /^Say that/ }).click();
    const dialog = row.getByRole('dialog');
    await expect(dialog).toContainText('cannot be taken apart again');
    await dialog.getByRole('button', { name: 'Leave them apart' }).click();
    await expect(settings.locator('[data-site]')).toHaveCount(2);

    await row.getByRole('button', { name: /^Say that/ }).click();
    await dialog.getByRole('button', { name: 'Make them one' }).click();
    await expect(settings.locator('[data-site]')).toHaveCount(1);
    await expect(settings.locator('[data-site]')).toContainText(new URL(other.url).host);
    for (const { page, panel } of [first, second]) {
      await page.bringToFront();
      await showAllNotes(panel);
      await expect(panel.locator('main')).toContainText('Said under the first address');
      await expect(panel.locator('main')).toContainText('Said under the second address');
    }
    await keepNote(second.panel, 'Said when they were one');
    expect(new Set((await keptNotes(preset)).map(({ deal }) => deal)).size).toBe(1);
  } finally {
    await other.close();
  }
});
