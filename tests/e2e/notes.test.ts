import type { Frame } from 'playwright';
import { ANCHORS } from '../crm/sample/anchors.ts';
import { truthOf } from '../crm/sample/data.ts';
import { keepNote, openDeal, showAllNotes } from './support/job.ts';
import { go, keptNotes } from './support/kept.ts';
import { waitForScreen, workspace } from './support/panel.ts';
import { expect, test } from './support/test.ts';

const OWNER = truthOf(ANCHORS.complete).owner ?? '';
const box = (panel: Frame) => panel.locator('textarea[name=note]');

test('a note is edited in its place, and an edit of an older state does not replace a newer one unseen', async ({
  crm,
  preset,
}) => {
  const { panel } = await openDeal(preset, `${crm.url}/deals/${ANCHORS.complete}`);
  await keepNote(panel, 'First words');
  await showAllNotes(panel);
  await panel.getByRole('button', { name: /^Edit the note/ }).click();
  const edit = panel.locator('.note-edit textarea');
  await expect(edit).toBeFocused();
  await edit.fill('From the panel');

  // Meanwhile the same note is changed in the workspace.
  const people = await workspace(preset, '#people');
  await people.getByRole('link', { name: OWNER }).click();
  await people.getByRole('button', { name: /^Edit the note/ }).click();
  await people.locator('.note-edit textarea').fill('From the workspace');
  await people.locator('.note-edit textarea').press('Control+Enter');
  await expect(people.locator('.note-words')).toHaveText('From the workspace');

  await edit.press('Control+Enter');
  await expect(panel.locator('.note-edit')).toContainText('It now says: From the workspace');
  await expect(edit).toHaveValue('From the panel');
  expect(await keptNotes(preset)).toMatchObject([{ text: 'From the workspace', revision: 1 }]);
  // Seen and meant, the second save replaces it.
  await edit.press('Control+Enter');
  await expect(panel.locator('.notes-open .note-words')).toHaveText('From the panel');
  await expect(people.locator('.note-words')).toHaveText('From the panel');
  expect(await keptNotes(preset)).toMatchObject([{ text: 'From the panel', revision: 2 }]);
});

test('a deleted note is gone, and one click brings it back as it was', async ({ crm, preset }) => {
  const { panel } = await openDeal(preset, `${crm.url}/deals/${ANCHORS.complete}`);
  await keepNote(panel, 'Stays');
  await keepNote(panel, 'Goes and comes back');
  const before = await keptNotes(preset);
  await showAllNotes(panel);
  const words = panel.locator('.notes-open .note-words');
  await panel
    .getByRole('button', { name: /^Delete the note/ })
    .first()
    .click();
  await expect(words).toHaveText(['Stays']);
  expect(await keptNotes(preset)).toMatchObject([{ text: 'Stays' }]);
  await panel.getByRole('button', { name: 'Undo' }).click();
  await expect(words).toHaveText(['Goes and comes back', 'Stays']);
  expect(await keptNotes(preset)).toEqual(before);
});

test('the way back from a deletion stands for ten seconds, and then the note stays away', async ({
  crm,
  preset,
}) => {
  const { page, panel } = await openDeal(preset, `${crm.url}/deals/${ANCHORS.complete}`);
  await keepNote(panel, 'Goes');
  await showAllNotes(panel);
  await page.clock.install();
  await panel.getByRole('button', { name: /^Delete the note/ }).click();
  const undo = panel.getByRole('button', { name: 'Undo' });
  await undo.waitFor();
  await page.mouse.move(5, 5);
  await page.clock.runFor(9_500);
  await expect(undo).toBeVisible();
  await page.clock.runFor(1_000);
  await expect(undo).toBeHidden();
  expect(await keptNotes(preset)).toEqual([]);
});

test('a note is private until it is made shareable, and looks what it is', async ({ crm, preset }) => {
  const { panel } = await openDeal(preset, `${crm.url}/deals/${ANCHORS.complete}`);
  const edge = () =>
    panel.locator('.note').evaluate((node) => {
      const { backgroundImage, backgroundColor, borderInlineStart } = getComputedStyle(node, '::before');
      return [backgroundImage, backgroundColor, borderInlineStart].join(' ');
    });
  const note = panel.locator('.note');
  await keepNote(panel, 'Mine alone');
  await expect(note.locator('.seal')).toHaveText('Only me');
  const privateEdge = await edge();
  await panel.getByText('Shareable', { exact: true }).click();
  await keepNote(panel, 'For us both');
  await expect(note.locator('.seal')).toHaveText('Shareable');
  expect(await edge()).not.toBe(privateEdge);
  expect((await keptNotes(preset)).map(({ text, privacy }) => `${text}: ${privacy}`).sort()).toEqual([
    'For us both: shareable',
    'Mine alone: private',
  ]);
  // The next note begins private again.
  await expect(panel.getByRole('radio', { name: 'Only me' })).toBeChecked();
});

test('before the first private note it is said once whose data it is', async ({ crm, preset }) => {
  const { panel } = await openDeal(preset, `${crm.url}/deals/${ANCHORS.complete}`);
  await box(panel).pressSequentially('First');
  await expect(panel.locator('.once')).toContainText(`It is still data about ${OWNER}`);
  await box(panel).press('Control+Enter');
  await panel.locator('.note-words', { hasText: 'First' }).waitFor();
  await box(panel).pressSequentially('Second');
  await expect(panel.locator('.once')).toBeHidden();
});

test('where the page shows no owner it is asked once whose deal it is, and remembered for that deal alone', async ({
  crm,
  preset,
}) => {
  const { page, panel } = await openDeal(preset, `${crm.url}/deals/${ANCHORS.complete}`);
  await go(page, `/deals/${ANCHORS.noOwner}`);
  const question = panel.getByRole('heading', { name: 'Whose deal is this?' });
  await question.waitFor();
  await expect(panel.locator('.rep-strip-name')).toHaveCount(0);
  await panel.getByRole('combobox', { name: 'Person' }).selectOption({ label: OWNER });
  await panel.getByRole('button', { name: 'Remember' }).click();
  await expect(panel.locator('.rep-strip-name')).toHaveText(OWNER);
  await expect(question).toBeHidden();
  await keepNote(panel, 'On a deal without an owner');

  await preset.restart();
  const again = await preset.context.newPage();
  await again.goto(`${crm.url}/deals/${ANCHORS.noOwner}`);
  const later = await waitForScreen(again, 'deal');
  await expect(later.locator('.rep-strip-name')).toHaveText(OWNER);
  await expect(later.getByRole('heading', { name: 'Whose deal is this?' })).toBeHidden();
  // What the page itself shows is untouched by what was said.
  await expect(later.locator('[data-field=owner]')).toHaveAttribute('data-state', 'missing');
  await later.locator('.rep-strip-name').click();
  await waitForScreen(again, 'person');
  await expect(later.locator('.note-words')).toHaveText('On a deal without an owner');
});

test('a person is asked about once, and the answer is remembered', async ({ crm, preset }) => {
  const { page, panel } = await openDeal(preset, `${crm.url}/deals/${ANCHORS.complete}`);
  const question = panel.getByRole('group', { name: `Is ${OWNER} on your team?` });
  await question.getByRole('button', { name: 'Yes' }).click();
  await expect(panel.locator('.rep-strip-open')).toHaveText('On your team');
  await page.reload();
  const again = await waitForScreen(page, 'deal');
  await expect(again.locator('.rep-strip-open')).toHaveText('On your team');
  await expect(again.locator('.question')).toHaveCount(0);

  // Somebody who is not on the team is not among the people either.
  await go(page, `/deals/${ANCHORS.noAmount}`);
  const other = truthOf(ANCHORS.noAmount).owner ?? '';
  await again
    .getByRole('group', { name: `Is ${other} on your team?` })
    .getByRole('button', { name: 'No' })
    .click();
  await expect(again.locator('.rep-strip-open')).toHaveText('Not on your team');
  await again.getByRole('button', { name: 'People', exact: true }).click();
  await expect(again.locator('.row-name')).toHaveText([OWNER]);
});
