import { expectWhole, NAMES, ranOrBecame } from './support/hostile.ts';
import { keepNote, openDeal, showAllNotes } from './support/job.ts';
import { readCard, workspace } from './support/panel.ts';
import { expect, test } from './support/test.ts';

/** A page that is hard to read is looked at again only after a while. */
const patient = { timeout: 40_000 };

test('whatever deals and people are called, the names are shown as words, and the narrowest panel holds them', async ({
  crm,
  preset,
}) => {
  test.setTimeout(240_000);
  const { page, panel } = await openDeal(preset, `${crm.url}/deals/10001`);
  const people = await workspace(preset, '#people');
  // The panel leaves the page 40 pixels: it is as narrow as it ever is.
  await page.setViewportSize({ width: 360, height: 700 });
  await page.bringToFront();
  await panel.locator('details.reading > summary').click();
  for (const [index, { what, name, shown }] of NAMES.entries()) {
    await page.evaluate((changes) => window.__sample?.change('10001', changes), {
      name,
      account: name,
      nextStep: name,
      owner: { id: `u90${index}`, name } as never,
    });
    for (const field of ['name', 'account', 'nextStep', 'owner']) {
      const value = async () => (await readCard(panel))[field]?.value;
      await expect.poll(value, { ...patient, message: `${what}: ${field}` }).toBe(shown);
    }
    await expect(panel.locator('.note-box-label b')).toHaveText(shown);
    await expect(panel.locator('.rep-strip-name')).toHaveText(shown);
    await expectWhole(panel, 320);
    await expect(people.locator('.table-who').filter({ hasText: shown })).toBeAttached();
    expect(await ranOrBecame(people), `${what}: in the workspace`).toEqual({ ran: false, foreign: 0 });
  }
});

test('whatever a note says, it is shown as it was written', async ({ crm, preset }) => {
  const { page, panel } = await openDeal(preset, `${crm.url}/deals/10001`);
  await page.setViewportSize({ width: 360, height: 700 });
  await keepNote(panel, 'first');
  await showAllNotes(panel);
  const texts = NAMES.map(({ name }) => (name.length > 1_000 ? 'W'.repeat(19_000) : name));
  for (const text of texts) {
    await panel.locator('textarea[name=note]').fill(text);
    await panel.getByRole('button', { name: 'Keep note' }).click();
    await expect(panel.locator('textarea[name=note]')).toHaveValue('');
    const latest = panel.locator('.note-words').first();
    await expect.poll(() => latest.evaluate((node) => node.textContent)).toBe(text);
    await expectWhole(panel, 320);
  }
});
