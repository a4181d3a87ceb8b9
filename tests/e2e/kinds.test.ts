import { ANCHORS } from '../crm/sample/anchors.ts';
import { everythingKept } from './support/inside.ts';
import { keepNote, openDeal, showAllNotes } from './support/job.ts';
import { workspace } from './support/panel.ts';
import { expect, test } from './support/test.ts';

test('a promise says who and by when, stands with the person until it is kept, and follows its note', async ({
  crm,
  preset,
}) => {
  const { panel } = await openDeal(preset, `${crm.url}/deals/${ANCHORS.complete}`);
  const rep = await panel.locator('.rep-strip-name').innerText();
  await panel.locator('.note-box').getByText('Promise', { exact: true }).click();
  await panel.locator('.terms').getByText(rep).click();
  await panel.locator('.terms input[type=date]').fill('2031-03-04');
  await keepNote(panel, 'meets the buyer');
  const { commitments = [] } = await everythingKept(preset);
  expect(commitments).toMatchObject([
    { body: { who: 'rep', what: 'meets the buyer', due: '2031-03-04', deal: expect.any(String) } },
  ]);
  // The next note is a plain one again.
  await expect(panel.getByRole('radio', { name: 'Note', exact: true })).toBeChecked();
  await panel.locator('.rep-strip-name').click();
  const promise = panel.locator('.promise');
  await expect(promise).toContainText('4 Mar 2031');
  await promise.getByRole('checkbox').click();
  await expect(promise).toHaveCount(0);
  await expect(panel.locator('.note-promise')).toContainText('kept today');
});

test('the notes of the workspace are narrowed by person, kind and deal', async ({ crm, preset }) => {
  const { panel } = await openDeal(preset, `${crm.url}/deals/${ANCHORS.complete}`);
  await panel.locator('.note-box').getByText('Praise', { exact: true }).click();
  await keepNote(panel, 'Strong opening');
  await keepNote(panel, 'Price came up early');
  await showAllNotes(panel);
  const space = await workspace(preset, '#notes');
  await expect(space.locator('.note-words')).toHaveText(['Price came up early', 'Strong opening']);
  await space.getByRole('combobox', { name: 'Kind of note' }).selectOption('praise');
  await expect(space.locator('.note-words')).toHaveText(['Strong opening']);
  await space.getByRole('combobox', { name: 'Kind of note' }).selectOption('');
  // Ctrl+K is the way into the search from anywhere.
  await space.locator('main').click();
  await space.keyboard.press('Control+k');
  await space.keyboard.type('EARLY price');
  await expect(space.locator('.note-words')).toHaveText(['Price came up early']);
  await space.locator('input[type=search]').fill('no such words');
  await expect(space.getByText('No note has all these words.')).toBeVisible();
  await space.locator('input[type=search]').fill('');
  const person = await workspace(preset, '#people');
  await person.locator('.table-who').click();
  await person.locator('textarea[name=note]').fill('On the person alone');
  await person.locator('textarea[name=note]').press('Control+Enter');
  await expect(space.locator('.note-words')).toHaveText([
    'On the person alone',
    'Price came up early',
    'Strong opening',
  ]);
  await space.locator('.note-deal').first().click();
  await expect(space.locator('.note-words')).toHaveText(['Price came up early', 'Strong opening']);
  await space
    .getByRole('button', { name: /^Only on/ })
    .first()
    .click();
});
