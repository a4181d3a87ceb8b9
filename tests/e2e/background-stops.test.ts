import type { Frame } from 'playwright';
import { ANCHORS } from '../crm/sample/anchors.ts';
import type { Opened } from './support/browser.ts';
import { stopBackground } from './support/devtools.ts';
import { overhear } from './support/inside.ts';
import { keepNote, openDeal } from './support/job.ts';
import { go, keptDrafts, keptNotes } from './support/kept.ts';
import { watchPaints } from './support/paints.ts';
import { holdAt, letGo, stopWhenHeld } from './support/stops.ts';
import { expect, test } from './support/test.ts';

const box = (panel: Frame) => panel.locator('textarea[name=note]');
const latest = (panel: Frame) => panel.locator('.note-words').first();

/** Writes words and waits until they lie in the database as a draft: then nothing but the saving is still to come. */
async function write(opened: Opened, panel: Frame, words: string): Promise<void> {
  await box(panel).fill(words);
  await expect.poll(() => keptDrafts(opened)).toMatchObject([{ text: words }]);
}

/** Kept exactly once and said so; or not kept, said so, and the words still in the box. Never twice, never lost. */
async function expectKeptOnceOrSaid(opened: Opened, panel: Frame, words: string): Promise<void> {
  await expect(async () => {
    const times = (await keptNotes(opened)).filter(({ text }) => text === words).length;
    const still = await box(panel).inputValue();
    if (times === 1) {
      expect(still).toBe('');
      await expect(latest(panel)).toHaveText(words, { timeout: 100 });
    } else {
      expect(times).toBe(0);
      expect(still).toBe(words);
      await expect(panel.getByRole('alert')).toContainText('Not kept', { timeout: 100 });
    }
  }).toPass({ timeout: 15_000 });
}

test('stopped right before a note is kept, or right after the key, the background keeps it once', async ({
  crm,
  preset,
}) => {
  const { panel } = await openDeal(preset, `${crm.url}/deals/${ANCHORS.complete}`);
  await write(preset, panel, 'Stopped before the key');
  await stopBackground(preset);
  await box(panel).press('Control+Enter');
  await expectKeptOnceOrSaid(preset, panel, 'Stopped before the key');
  await expect(latest(panel)).toHaveText('Stopped before the key');

  await write(preset, panel, 'Stopped after the key');
  await Promise.all([box(panel).press('Control+Enter'), stopBackground(preset)]);
  await expectKeptOnceOrSaid(preset, panel, 'Stopped after the key');

  // Without a pause, so that the draft is still on its way as well.
  await box(panel).fill('Typed, kept and stopped at once');
  await Promise.all([box(panel).press('Control+Enter'), stopBackground(preset)]);
  await expectKeptOnceOrSaid(preset, panel, 'Typed, kept and stopped at once');
  expect(await keptDrafts(preset)).toEqual([]);
});

test('stopped at any step of keeping a note, the background keeps it once', async ({ crm, preset }) => {
  test.setTimeout(180_000);
  const { panel } = await openDeal(preset, `${crm.url}/deals/${ANCHORS.complete}`);
  let stopped = 0;
  for (const nth of [1, 2, 3, 4, 5, 6, 8, 10]) {
    const words = `Stopped at step ${nth}`;
    await write(preset, panel, words);
    await holdAt(preset, { nth });
    await box(panel).press('Control+Enter');
    const kept = async () =>
      (await box(panel).inputValue()) === '' && (await latest(panel).innerText()) === words;
    if (await stopWhenHeld(preset, kept)) stopped += 1;
    await expectKeptOnceOrSaid(preset, panel, words);
  }
  expect(stopped, 'it was stopped at most of the steps').toBeGreaterThan(5);
});

test('stopped when a note is kept and before it has said so, the background does not keep it again', async ({
  crm,
  preset,
}) => {
  const { panel } = await openDeal(preset, `${crm.url}/deals/${ANCHORS.complete}`);
  const words = 'Kept, and nobody knows';
  await write(preset, panel, words);
  await holdAt(preset, { afterWrite: 'notes' });
  await box(panel).press('Control+Enter');
  expect(await stopWhenHeld(preset, async () => false)).toBe(true);
  await expect(latest(panel)).toHaveText(words);
  await expect(box(panel)).toHaveValue('');
  expect((await keptNotes(preset)).map(({ text }) => text)).toEqual([words]);
});

test('stopped while the panel is idle, the background takes the next key as if nothing had been', async ({
  crm,
  preset,
}) => {
  const { page, panel } = await openDeal(preset, `${crm.url}/deals/${ANCHORS.complete}`);
  await keepNote(panel, 'From before');
  await page.keyboard.type('Half a thou');
  await expect.poll(() => keptDrafts(preset)).toMatchObject([{ text: 'Half a thou' }]);
  expect(await stopBackground(preset)).toBe(true);
  await expect(box(panel)).toBeFocused();
  await expect(latest(panel)).toHaveText('From before');
  await page.keyboard.type('ght');
  await expect(box(panel)).toHaveValue('Half a thought');
  await expect.poll(() => keptDrafts(preset)).toMatchObject([{ text: 'Half a thought' }]);
  expect(await keptDrafts(preset)).toHaveLength(1);

  await stopBackground(preset);
  await page.keyboard.press('Control+Enter');
  await expect(latest(panel)).toHaveText('Half a thought');
  expect(await keptDrafts(preset)).toEqual([]);
  expect(await keptNotes(preset)).toHaveLength(2);
});

test('stopped while the panel is idle, the background still follows the page to the next deal', async ({
  crm,
  preset,
}) => {
  const { page, panel } = await openDeal(preset, `${crm.url}/deals/${ANCHORS.complete}`);
  await stopBackground(preset);
  await go(page, `/deals/${ANCHORS.euro}`);
  await expect(panel.locator('[data-field=recordId]')).toHaveAttribute('data-value', ANCHORS.euro, {
    timeout: 15_000,
  });
  await keepNote(panel, 'On the second');
  const [note] = await keptNotes(preset);
  expect(note?.deal).toContain(ANCHORS.euro);
});

test('an answer about one deal that comes after the page has moved to another is dropped', async ({
  crm,
  preset,
}) => {
  const { page, panel } = await openDeal(preset, `${crm.url}/deals/${ANCHORS.complete}`);
  await keepNote(panel, 'zqfirst');
  const heard = await overhear(preset);
  await holdAt(preset, { stores: ['deals'] });
  // An answer to the team question makes the panel ask its view again, which now waits for the deal.
  await panel.getByRole('button', { name: 'Yes' }).click();
  await expect
    .poll(async () => (await heard()).filter(({ from, name }) => from === 'screen' && name === 'view').length)
    .toBeGreaterThan(0);
  const paints = await watchPaints(panel);
  await go(page, `/deals/${ANCHORS.euro}`);
  await expect(panel.locator('main')).toHaveAttribute('data-screen', 'reading');
  await letGo(preset);
  await expect(panel.locator('[data-field=recordId]')).toHaveAttribute('data-value', ANCHORS.euro);
  const seen = await paints();
  const since = seen.slice(seen.findIndex(({ screen }) => screen === 'reading'));
  for (const { words } of since) expect(words).not.toContain('zqfirst');
  await expect(panel.locator('.empty-words')).toHaveText(/^First time here/);
});
