import { ANCHORS } from '../crm/sample/anchors.ts';
import { counted } from './support/clicks.ts';
import { keepNote, openDeal } from './support/job.ts';
import { keptNotes } from './support/kept.ts';
import { waitForScreen } from './support/panel.ts';
import { expect, test } from './support/test.ts';

/** What a manager does, by the counter: see support/flows.ts for the table. */

const BOX = 'textarea[name=note]';

test('from the icon to the first note beside a deal', async ({ crm, granted }) => {
  const page = await granted.context.newPage();
  await page.goto(`${crm.url}/deals/${ANCHORS.noNextStep}`);
  await page.locator('[data-view="deal"]').waitFor();
  await counted('firstNote', granted, async (by) => {
    await by.toolbar(page);
    const off = await waitForScreen(page, 'off');
    await by.click(off.getByRole('button', { name: 'Use Sideline on this site' }));
    // The browser asked before this test, where nobody can answer: its Allow is the third click.
    await by.inBrowser(() => Promise.resolve());
    const panel = await waitForScreen(page, 'deal');
    await by.type(panel.locator(BOX), 'Ask who signs.', 'Control+Enter');
    await panel.locator('.note-words', { hasText: 'Ask who signs.' }).waitFor();
  });
  await expect
    .poll(async () => (await keptNotes(granted)).map(({ text }) => text))
    .toEqual(['Ask who signs.']);
});

test('on a deal: the team, a question, its answer, another kind, and the cover', async ({ crm, preset }) => {
  const { panel } = await openDeal(preset, `${crm.url}/deals/${ANCHORS.noNextStep}`);
  await counted('team', preset, async (by) => {
    await by.click(panel.locator('.rep-strip').getByRole('button', { name: 'Yes' }));
    await panel.getByText('On your team').waitFor();
  });
  const question = await panel.locator('.ask-words').first().innerText();
  await counted('ask', preset, async (by) => {
    await by.click(panel.getByRole('button', { name: /^Ask/ }).first());
    await expect(panel.locator(BOX)).toHaveValue(`${question}\n`);
  });
  await counted('answer', preset, async (by) => {
    await by.type(panel.locator(BOX), 'A date with legal on Friday.', 'Control+Enter');
    await panel.locator('.note-words', { hasText: 'A date with legal' }).waitFor();
  });
  await expect(panel.locator('.ask-words', { hasText: question })).toHaveCount(0);
  await counted('turn', preset, async (by) => {
    await by.click(panel.locator('.kinds').getByRole('button', { name: 'Promise' }));
    await panel.locator('.rep-strip', { hasText: 'You promised' }).waitFor();
  });
  const covered = panel.locator('.note .covered');
  await expect(covered).toHaveCount(1);
  await counted('uncover', preset, async (by) => {
    await by.click(panel.getByRole('button', { name: /^Private text is covered/ }));
    await expect(covered).toHaveCount(0);
  });
});

test('finding a note, and the deals behind a fact', async ({ crm, preset }) => {
  const { panel } = await openDeal(preset, `${crm.url}/deals/${ANCHORS.overdue}`);
  await keepNote(panel, 'Zoë decides in Zürich');
  await keepNote(panel, 'Something else');
  await counted('find', preset, async (by) => {
    await by.click(panel.getByRole('button', { name: 'Find', exact: true }));
    await by.type(panel.locator('input[type=search]'), 'zurich zoe');
    await expect(panel.locator('.note-words')).toHaveText(['Zoë decides in Zürich']);
  });
  await panel.getByRole('button', { name: 'Here', exact: true }).click();
  await counted('fact', preset, async (by) => {
    await by.click(panel.locator('.rep-strip-name'));
    const fact = panel.locator('details.fact', { hasText: 'passed' });
    await by.click(fact.locator('summary'));
    await expect(fact.getByText('Oven controls, line A')).toBeVisible();
  });
});

test('a note on a person from a page of the browser itself', async ({ preset }) => {
  const page = await preset.context.newPage();
  await page.goto('chrome://version');
  await counted('personAnywhere', preset, async (by) => {
    const opening = preset.context.waitForEvent('page');
    await by.toolbar(page);
    const space = await opening;
    const name = space.getByRole('combobox', { name: 'Note on a person' });
    await by.type(name, 'Ana Nowak', 'Enter');
    await space.getByText('Nobody here is called Ana Nowak yet.').waitFor();
    await by.type(name, '', 'Enter');
    await by.type(space.locator(BOX), 'Asks good questions.', 'Control+Enter');
    await space.locator('.note-words', { hasText: 'Asks good questions.' }).waitFor();
  });
});
