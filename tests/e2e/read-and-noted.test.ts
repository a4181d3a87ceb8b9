import type { Frame, Page } from 'playwright';
import { ANCHORS } from '../crm/sample/anchors.ts';
import { truthOf } from '../crm/sample/data.ts';
import type { Opened } from './support/browser.ts';
import { clickToolbar } from './support/devtools.ts';
import { keepNote, openDeal, openPanel } from './support/job.ts';
import { go, keptNotes } from './support/kept.ts';
import { readCard, waitForScreen, workspace, type CardField } from './support/panel.ts';
import { expect, test } from './support/test.ts';

const FIELDS = [
  'recordId',
  'name',
  'account',
  'owner',
  'amount',
  'stage',
  'status',
  'closeDate',
  'nextStep',
  'lastActivity',
  'createdDate',
] as const;
const NOTE = 'Asked for the revised offer by Friday. Who else signs?';

/** The card that a right reading gives: what the page does not say is missing, and never zero or today. */
function rightCard(id: string): Record<string, Partial<CardField>> {
  const truth = truthOf(id);
  const field = (name: (typeof FIELDS)[number]): Partial<CardField> => {
    const value = truth[name];
    if (value === null) return { state: 'missing', value: '' };
    return { state: 'read', value, currency: name === 'amount' ? truth.currency : null };
  };
  return Object.fromEntries(FIELDS.map((name) => [name, field(name)]));
}

/** Turns the sample CRM on as its user does: by the toolbar button on a deal, and one click in the panel. */
async function turnOn(opened: Opened, page: Page, url: string): Promise<Frame> {
  await page.goto(url);
  await page.locator('[data-view="deal"]').waitFor();
  await clickToolbar(opened, page);
  const off = await waitForScreen(page, 'off');
  await off.getByRole('button', { name: 'Use Sideline on this site' }).click();
  return waitForScreen(page, 'deal');
}

/** Counts what a person presses with the pointer in this frame from now on. */
async function countClicks(panel: Frame): Promise<() => Promise<number>> {
  await panel.evaluate(() => {
    const count = Object.assign(window, { clicks: 0 });
    const add = ({ isTrusted, detail }: MouseEvent) => (count.clicks += isTrusted && detail > 0 ? 1 : 0);
    addEventListener('click', add, true);
  });
  return () => panel.evaluate(() => (window as unknown as { clicks: number }).clicks);
}

async function waitForDeal(panel: Frame, id: string): Promise<void> {
  await expect(panel.locator('[data-field=recordId]')).toHaveAttribute('data-value', id);
}

test('once a site is on, every deal is read to the letter, and what a page does not say is called missing', async ({
  crm,
  granted,
}) => {
  test.setTimeout(120_000);
  const page = await granted.context.newPage();
  const panel = await turnOn(granted, page, `${crm.url}/deals/${ANCHORS.complete}`);
  for (const [name, id] of Object.entries(ANCHORS)) {
    await go(page, `/deals/${id}`);
    await waitForDeal(panel, id);
    // What looks as before the move is unsure at first, and read once the page has been quiet long enough.
    const isRight = async () => expect(await readCard(panel), name).toMatchObject(rightCard(id));
    await expect(isRight).toPass({ timeout: 15_000 });
    const { owner } = truthOf(id);
    await expect(panel.locator('.rep-strip-name')).toHaveText(owner === null ? [] : [owner]);
  }
});

for (const name of ['euro', 'bare'] as const) {
  test(`a deal that is opened by its address is read the same (${name})`, async ({ crm, preset }) => {
    const { panel } = await openDeal(preset, `${crm.url}/deals/${ANCHORS[name]}`);
    expect(await readCard(panel)).toMatchObject(rightCard(ANCHORS[name]));
  });
}

test('a note takes no click by keys and one by the button, and stands there after a reload and a restart, also under the person', async ({
  crm,
  granted,
}) => {
  test.setTimeout(120_000);
  const url = `${crm.url}/deals/${ANCHORS.complete}`;
  const { stage, owner, name } = truthOf(ANCHORS.complete);
  const page = await granted.context.newPage();
  let panel = await turnOn(granted, page, url);
  const clicks = await countClicks(panel);
  // The cursor is in the box already: the panel was opened to write in.
  await expect(panel.locator('textarea[name=note]')).toBeFocused();
  await page.keyboard.type(NOTE);
  await page.keyboard.press('Control+Enter');
  await expect(panel.locator('.note-words')).toHaveText(NOTE);
  await expect(panel.locator('textarea[name=note]')).toHaveValue('');
  expect(await clicks()).toBe(0);
  await page.keyboard.type('By the button');
  await panel.getByRole('button', { name: 'Keep note' }).click();
  await expect(panel.locator('.note-words')).toHaveText('By the button');
  expect(await clicks()).toBe(1);
  const kept = (await keptNotes(granted)).toSorted((one, other) => (one.text < other.text ? -1 : 1));
  expect(kept).toMatchObject([
    { text: NOTE, stage, privacy: 'private' },
    { text: 'By the button', stage, privacy: 'private' },
  ]);

  await page.reload();
  panel = await waitForScreen(page, 'deal');
  await expect(panel.locator('.note .more')).toHaveText('all 2 notes');

  await granted.restart();
  const again = await granted.context.newPage();
  await again.goto(url);
  panel = await waitForScreen(again, 'deal');
  await panel.locator('.note .more').click();
  await expect(panel.locator('.notes-open .note-words')).toHaveText(['By the button', NOTE]);
  await panel.getByRole('button', { name: 'People', exact: true }).click();
  await panel.locator('.row-who', { hasText: owner ?? '' }).click();
  await waitForScreen(again, 'person');
  await expect(panel.locator('.note-words')).toHaveText(['By the button', NOTE]);
  await expect(panel.locator('.note-about').last()).toContainText(name);

  const people = await workspace(granted, '#people');
  await people.getByRole('link', { name: owner ?? '' }).click();
  await expect(people.locator('.note-words')).toHaveText(['By the button', NOTE]);
});

test('no deal shows the note of another, not even of one that looks the same or has the same owner', async ({
  crm,
  preset,
}) => {
  const page = await preset.context.newPage();
  await page.goto(`${crm.url}/deals/${ANCHORS.overdue}`);
  const panel = await openPanel(preset, page);
  await keepNote(panel, NOTE);
  for (const id of [ANCHORS.twin, ANCHORS.franc, ANCHORS.noOwner]) {
    await go(page, `/deals/${id}`);
    await waitForDeal(panel, id);
    await expect(panel.locator('.empty-words')).toHaveText(/^First time here/);
    expect(await panel.locator('body').innerText()).not.toContain(NOTE);
  }
  await go(page, `/deals/${ANCHORS.overdue}`);
  await waitForDeal(panel, ANCHORS.overdue);
  await expect(panel.locator('.note-words')).toHaveText(NOTE);
});
