import type { Frame, Page } from 'playwright';
import { ANCHORS } from '../crm/sample/anchors.ts';
import type { Opened } from './support/browser.ts';
import { everythingKept } from './support/inside.ts';
import { openDeal } from './support/job.ts';
import { go, keptDrafts, keptNotes } from './support/kept.ts';
import { expect, test } from './support/test.ts';

/** Deals between which the storm moves; the last two look the same but for id and name. */
const DEALS = [ANCHORS.complete, ANCHORS.euro, ANCHORS.overdue, ANCHORS.twin];
const STEPS = 40;

/** Numbers from 0 to below 1, the same for the same seed (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * Types words into the note box that say which deal stood beside it, and keeps them or not. All in one turn, so that what is said and
 * where it was typed cannot come apart.
 * @param patience frames in which a box is waited for
 * @returns the words, or null where there was no box
 */
function type(panel: Frame, n: number, keep: boolean, patience: number): Promise<string | null> {
  return panel.evaluate(
    async ([number, keeps, most]) => {
      const find = () => document.querySelector<HTMLTextAreaElement>('textarea[name=note]');
      for (let frame = 0; frame < most && !find(); frame++) await new Promise(requestAnimationFrame);
      const box = find();
      const record = document.querySelector('[data-field=recordId]')?.getAttribute('data-value');
      if (!box || !record) return null;
      const words = `<${number} at ${record}>`;
      box.value += words;
      box.dispatchEvent(new InputEvent('input', { bubbles: true }));
      const keys = { key: 'Enter', ctrlKey: true, bubbles: true, cancelable: true };
      if (keeps) box.dispatchEvent(new KeyboardEvent('keydown', keys));
      return words;
    },
    [n, keep, patience] as const,
  );
}

async function frames(page: Page, n: number): Promise<void> {
  await page.evaluate(async (count) => {
    for (let i = 0; i < count; i++) await new Promise(requestAnimationFrame);
  }, n);
}

/** Moves and writes at random. @returns all words that were typed */
async function storm(page: Page, panel: Frame, seed: number): Promise<string[]> {
  const random = randomOf(seed);
  const typed: string[] = [];
  for (let step = 0; step < STEPS; step++) {
    const turn = random();
    const deal = DEALS[Math.floor(random() * DEALS.length)] ?? '';
    if (turn < 0.4) await go(page, `/deals/${deal}`);
    else if (turn < 0.45) await go(page, '/deals');
    else if (turn < 0.8) {
      const words = await type(panel, step, random() < 0.6, Math.floor(random() * 150));
      if (words !== null) typed.push(words);
    } else await frames(page, Math.floor(random() * 30));
  }
  return typed;
}

interface Filed {
  text: string;
  deal: string | null;
}

/** What stands in the note box, and the deal beside it. */
function inBox(panel: Frame): Promise<Filed> {
  return panel.evaluate(() => ({
    text: document.querySelector<HTMLTextAreaElement>('textarea[name=note]')?.value ?? '',
    deal: document.querySelector('[data-field=recordId]')?.getAttribute('data-value') ?? null,
  }));
}

/** Nothing is filed under another deal than the one beside which it was typed; nothing is lost; no note is there twice. */
async function expectAllRight(opened: Opened, panel: Frame, typed: string[]): Promise<void> {
  await expect(async () => {
    const notes = await keptNotes(opened);
    const all: Filed[] = [...notes, ...(await keptDrafts(opened)), await inBox(panel)];
    for (const { text, deal } of all)
      for (const [, record] of text.matchAll(/<\d+ at (\d+)>/g))
        expect(deal?.split('|').at(-1), text).toBe(record);
    for (const words of typed)
      expect(
        all.some(({ text }) => text.includes(words)),
        `${words} is lost`,
      ).toBe(true);
    const texts = notes.map(({ text }) => text);
    expect([...new Set(texts)].sort(), 'no note is there twice').toEqual([...texts].sort());
  }).toPass({ timeout: 10_000 });
}

for (const [seed, query] of [
  [1, '?slow=120'],
  [2, '?order=swap&slow=90'],
  [3, '?tie=none&nodes=reuse'],
  [4, '?slow=0'],
] as const) {
  test(`in a storm of moves and notes no word is filed under another deal, lost, or kept twice (seed ${seed}, ${query})`, async ({
    crm,
    preset,
  }) => {
    test.setTimeout(120_000);
    const { page, panel } = await openDeal(preset, `${crm.url}/deals/${ANCHORS.complete}${query}`);
    const typed = await storm(page, panel, seed);
    expect(typed.length, 'words were typed').toBeGreaterThan(1);
    await page.evaluate(() => window.__sample?.settled());
    await expectAllRight(preset, panel, typed);
  });
}

test('of 200 moves, forty a second, the panel ends on the last deal, and every word is filed where it was typed', async ({
  crm,
  preset,
}) => {
  const { page, panel } = await openDeal(preset, `${crm.url}/deals/${ANCHORS.complete}`);
  const typed = [await type(panel, 0, false, 100)];
  const moves = page.evaluate(async (deals) => {
    const start = performance.now();
    for (let move = 1; move <= 200; move++) {
      window.__sample?.go(`/deals/${deals[(move + 1) % deals.length]}`);
      await new Promise((moved) => setTimeout(moved, start + move * 25 - performance.now()));
    }
  }, DEALS);
  let isOver = false;
  void moves.finally(() => (isOver = true));
  for (let n = 1; !isOver; n++) typed.push(await type(panel, n, n % 2 === 0, 60));
  await moves;
  // Another than the first, which a panel that follows nothing would still show.
  const last = DEALS[201 % DEALS.length] ?? '';
  expect(last).not.toBe(ANCHORS.complete);
  await expect(panel.locator('[data-field=recordId]')).toHaveAttribute('data-value', last, {
    timeout: 15_000,
  });
  typed.push(await type(panel, 1_000, true, 100));
  await expectAllRight(
    preset,
    panel,
    typed.filter((words) => words !== null),
  );
  const { sightings = [] } = await everythingKept(preset);
  expect(JSON.stringify(sightings)).toContain(`|${last}"`);
});
