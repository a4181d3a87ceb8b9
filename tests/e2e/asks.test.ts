import type { Frame } from 'playwright';
import { ANCHORS } from '../crm/sample/anchors.ts';
import { truthOf } from '../crm/sample/data.ts';
import { keepNote, openDeal, openPanel } from './support/job.ts';
import { go, keptDrafts, keptNotes } from './support/kept.ts';
import { waitForScreen, workspace } from './support/panel.ts';
import { expect, test } from './support/test.ts';

const QUESTION = 'What have you and the customer agreed to do next, and by when?';
const ANSWER = 'A visit to the plant, on Friday.';

const ask = (panel: Frame) => panel.locator('.ask[data-prompt=nextStepEmpty]');
const box = (panel: Frame) => panel.locator('textarea[name=note]');

test('an empty next step is a question with its reason; asked, it rests and the answer stands beside the deal', async ({
  crm,
  preset,
}) => {
  const { page, panel } = await openDeal(preset, `${crm.url}/deals/${ANCHORS.noNextStep}`);
  await expect(panel.locator('.ask').first()).toHaveAttribute('data-prompt', 'nextStepEmpty');
  await expect(ask(panel).locator('.ask-words')).toHaveText(QUESTION);
  await expect(ask(panel).locator('.ask-why')).toHaveText('Next step is empty.');
  await expect(ask(panel).locator('.ask-why')).toBeVisible();
  const before = await panel.locator('.ask').allTextContents();

  // One click puts it into the box, and the answer is typed below it.
  await ask(panel)
    .getByRole('button', { name: `Ask: ${QUESTION}` })
    .click();
  await expect(box(panel)).toBeFocused();
  await page.keyboard.type(ANSWER);
  await expect(box(panel)).toHaveValue(`${QUESTION}\n${ANSWER}`);
  await page.keyboard.press('Control+Enter');
  await expect(panel.locator('.note-words')).toContainText(ANSWER);
  await expect(ask(panel)).toHaveCount(0);
  expect(await keptNotes(preset)).toMatchObject([
    {
      text: `${QUESTION}\n${ANSWER}`,
      asked: 'nextStepEmpty',
      deal: expect.stringContaining(ANCHORS.noNextStep),
    },
  ]);
  const rested = await panel.locator('.ask').allTextContents();

  // The same after a reload.
  await page.reload();
  const again = await openPanelAgain(page);
  await expect(again.locator('.note-words')).toContainText(ANSWER);
  expect(await again.locator('.ask').allTextContents()).toEqual(rested);

  // Deleted, the answer is none: the question is back as it was, and gone again with the note put back.
  await again.locator('.note .more').click();
  await again.getByRole('button', { name: /^Delete the note/ }).click();
  await expect(ask(again)).toHaveCount(1);
  await expect(ask(again)).toHaveAttribute('open');
  expect(await again.locator('.ask').allTextContents()).toEqual(before);
  await again.getByRole('button', { name: 'Undo' }).click();
  await expect(ask(again)).toHaveCount(0);
});

/** The panel stood open, so it opens by itself. */
async function openPanelAgain(page: Parameters<typeof waitForScreen>[0]): Promise<Frame> {
  await page.locator('[data-view="deal"]').waitFor();
  return waitForScreen(page, 'deal');
}

test('"Kept" undone brings the question back, with its words in the box', async ({ crm, preset }) => {
  const { page, panel } = await openDeal(preset, `${crm.url}/deals/${ANCHORS.noNextStep}`);
  await ask(panel).getByRole('button').click();
  await page.keyboard.type(ANSWER);
  await page.keyboard.press('Control+Enter');
  await expect(ask(panel)).toHaveCount(0);
  await panel.getByRole('button', { name: 'Undo' }).click();
  await expect(ask(panel)).toHaveCount(1);
  await expect(box(panel)).toHaveValue(`${QUESTION}\n${ANSWER}`);
});

test('a question that waits in the box waits with its deal', async ({ crm, preset }) => {
  const { page, panel } = await openDeal(preset, `${crm.url}/deals/${ANCHORS.noNextStep}`);
  await ask(panel).getByRole('button').click();
  await expect.poll(() => keptDrafts(preset)).toMatchObject([{ text: `${QUESTION}\n` }]);
  await go(page, `/deals/${ANCHORS.complete}`);
  await expect(panel.locator('[data-field=recordId]')).toHaveAttribute('data-value', ANCHORS.complete);
  await expect(box(panel)).toHaveValue('');
  await expect(ask(panel)).toHaveCount(0);
});

for (const [name, id, prompt, why] of [
  ['a passed close date', ANCHORS.overdue, 'closeDatePassed', /^The close date, .*, has passed\.$/],
  ['an empty amount', ANCHORS.noAmount, 'amountEmpty', 'Amount is empty.'],
  ['a lost deal', ANCHORS.lost, 'lost', 'This deal is lost.'],
  ['a won deal', ANCHORS.won, 'won', 'This deal is won.'],
  ['no account and no activity', ANCHORS.bare, 'activityEmpty', 'Last activity is empty.'],
] as const) {
  test(`${name} is asked about`, async ({ crm, preset }) => {
    const { panel } = await openDeal(preset, `${crm.url}/deals/${id}`);
    await expect(panel.locator(`.ask[data-prompt=${prompt}] .ask-why`)).toHaveText(why);
    await expect(panel.locator('.ask[open]')).toHaveCount(1);
    expect(await panel.locator('.ask').count()).toBeLessThanOrEqual(3);
  });
}

test('with three questions and a note at most seven lines stand above the box at 360 by 700, all in sight', async ({
  crm,
  preset,
}) => {
  const page = await preset.context.newPage();
  await page.setViewportSize({ width: 1280, height: 700 });
  await page.goto(`${crm.url}/deals/${ANCHORS.bare}`);
  const panel = await openPanel(preset, page);
  await page.evaluate(
    (id) => window.__sample?.change(id, { nextStep: null, amount: null, activities: [] }),
    ANCHORS.bare,
  );
  await expect(panel.locator('.ask')).toHaveCount(3, { timeout: 15_000 });
  await keepNote(panel, 'A note so that the panel is as full as it gets');
  const seen = await panel.evaluate(() => {
    const end = document.querySelector('.panel-end')?.getBoundingClientRect().top ?? 0;
    const body = document.querySelector('main');
    const lines = [...document.querySelectorAll('[data-line]')];
    return {
      width: innerWidth,
      above: lines.every((one) => one.getBoundingClientRect().bottom <= end),
      scrolls: (body?.scrollHeight ?? 0) > (body?.clientHeight ?? 0),
      sideways: (body?.scrollWidth ?? 0) > (body?.clientWidth ?? 0),
      open: document.querySelectorAll('.ask[open]').length,
      lines: lines.length,
    };
  });
  expect(seen).toMatchObject({ width: 360, above: true, scrolls: false, sideways: false, open: 1 });
  expect(seen.lines).toBeLessThanOrEqual(7);
});

test('what was seen of a person stands with the person, each count over its rows', async ({
  crm,
  preset,
}) => {
  const { owner, name } = truthOf(ANCHORS.overdue);
  const { page } = await openDeal(preset, `${crm.url}/deals/${ANCHORS.overdue}`);
  await page.bringToFront();
  const people = await workspace(preset, '#people');
  await people.getByRole('link', { name: owner ?? '' }).click();
  const passed = people.locator('[data-fact=closeDatePassed]');
  await expect(passed).toHaveAttribute('data-count', '1');
  await expect(people.locator('[data-fact=nextStepEmpty]')).toHaveAttribute('data-count', '0');
  await expect(passed.locator('.fact-row')).toBeHidden();
  await passed.locator('summary').click();
  await expect(passed.locator('.fact-row')).toContainText(name);

  // Another deal of the same person is read: the facts follow by themselves.
  await page.bringToFront();
  await go(page, `/deals/${ANCHORS.twin}`);
  await expect(passed).toHaveAttribute('data-count', '2');
});
