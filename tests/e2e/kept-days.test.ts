import { ANCHORS } from '../crm/sample/anchors.ts';
import { dataOn, truthOf } from '../crm/sample/data.ts';
import { everythingKept, sessionMemory } from './support/inside.ts';
import { keepNote, openDeal } from './support/job.ts';
import { go } from './support/kept.ts';
import { workspace } from './support/panel.ts';
import { expect, test } from './support/test.ts';

const TIME = /\b\d{1,2}:\d{2}(:\d{2})?\b(?!\d)|\b\d{1,2} [ap]m\b/i;
/** The page's own clock at our reading, and the moment of what the manager did: those are ours to keep. */
const OUR_CLOCK = ['at', 'seen', 'firstSeen', 'lastSeen', 'addedAt', 'editedAt'];

/** All words in what is kept, at any depth, but for our own clock. */
function wordsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => (OUR_CLOCK.includes(key) ? [] : wordsIn(inner)));
}

test('of the last activity and the day of creation no time of day is stored, remembered, logged or shown', async ({
  crm,
  preset,
}) => {
  const logged: string[] = [];
  const background = await preset.background();
  background.on('console', (message) => logged.push(message.text()));
  preset.context.on('console', (message) => logged.push(message.text()));
  const id = ANCHORS.complete;
  // The page itself says the time: else this test would prove nothing.
  const deal = dataOn().deal(id);
  const clock = deal?.createdAt.slice(11) ?? '';
  expect(clock).toMatch(/^\d\d:\d\d$/);
  const { page, panel } = await openDeal(preset, `${crm.url}/deals/${id}`);
  expect(await page.locator('[data-field=createdDate]').first().innerText()).toMatch(TIME);
  await keepNote(panel, 'So that all of it is kept');
  for (const other of [ANCHORS.euro, ANCHORS.noOwner, id]) {
    await go(page, `/deals/${other}`);
    await expect(panel.locator('[data-field=recordId]')).toHaveAttribute('data-value', other);
  }
  const kept = await everythingKept(preset);
  const words = wordsIn([kept, await sessionMemory(preset)]);
  expect(words).toContain(truthOf(id).createdDate);
  expect(words).toContain(truthOf(id).lastActivity);
  expect(kept['sightings']?.length).toBeGreaterThan(1);
  expect(words.filter((one) => TIME.test(one))).toEqual([]);
  expect(logged.filter((one) => TIME.test(one))).toEqual([]);

  const readings = await workspace(preset, '#readings');
  const listed: unknown = JSON.parse((await readings.locator('[data-readings]').textContent()) ?? '[]');
  expect(wordsIn(listed)).toContain(truthOf(id).createdDate);
  expect(wordsIn(listed).filter((one) => TIME.test(one))).toEqual([]);
  expect(await panel.locator('body').innerText()).not.toMatch(TIME);
});
