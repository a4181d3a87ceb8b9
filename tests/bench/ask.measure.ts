import { expect, test } from 'vitest';
import { commands } from 'vitest/browser';
import { choose, type AskedOf } from '@/lib/domain/ask';
import type { AskedPrompt } from '@/lib/domain/deal';
import { PROMPTS } from '@/lib/domain/prompts';
import { FIELD_NAMES } from '@/lib/domain/reading';
import { isoDay } from '@/lib/domain/time';
import { random } from './big/random';

/** What choosing the questions about a deal takes: over readings in which much is empty, long ago or passed. */

const RUNS = 20;
const READINGS = 1_000;
const TODAY = Date.UTC(2026, 10, 24);
const chance = random(20_261_124);

const day = () => isoDay(TODAY + (chance.below(900) - 500) * 86_400_000, 0);

function reading(): AskedOf {
  const fields: AskedOf['fields'] = {};
  const empty: AskedOf['empty'] = [];
  for (const name of FIELD_NAMES) {
    const isDay = name === 'closeDate' || name === 'lastActivity' || name === 'createdDate';
    if (name !== 'status' && chance.below(3) === 0) empty.push(name);
    else fields[name] = { state: 'read', value: isDay ? day() : 'Words', how: 'bench' };
  }
  fields.status = { state: 'read', value: chance.below(5) === 0 ? 'won' : 'open', how: 'bench' };
  return { fields, empty };
}

function askedBefore(): AskedPrompt[] {
  return PROMPTS.filter(() => chance.below(4) === 0).map(({ id }) => ({
    prompt: id,
    at: `${day()}T09:00:00+01:00`,
    note: 'note',
  }));
}

test('questions are chosen', async () => {
  const today = isoDay(TODAY, 0);
  const deals = Array.from({ length: READINGS }, () => ({ reading: reading(), asked: askedBefore() }));
  const runs: number[] = [];
  let chosen = 0;
  for (let run = 0; run < RUNS; run++) {
    const start = performance.now();
    for (const deal of deals) chosen += choose(deal.reading, today, deal.asked).length;
    runs.push((performance.now() - start) / READINGS);
  }
  // So that no run was of readings that ask nothing.
  expect(chosen).toBeGreaterThan(RUNS * READINGS);
  await commands.writeFile('.output/bench/ask.json', JSON.stringify(runs));
});
