import { expect, test } from 'vitest';
import { play, SWITCHES } from './session';

/** Never the wrong deal: 10,000 random switches with random delays, in the model of a page. */

const SESSIONS = 10_000 / SWITCHES;

test('in 10,000 random switches nothing is told of a deal that is not of it, and the end is right', () => {
  const total = { readings: 0, unknowable: 0, settled: 0 };
  for (let seed = 1; seed <= SESSIONS; seed++) {
    const { readings, unknowable, end, wrong, amiss } = play(seed);
    expect([...wrong, ...amiss], `play(${seed})`).toEqual([]);
    total.readings += readings;
    total.unknowable += unknowable;
    if (end === 'settled') total.settled++;
  }
  // A watch that says nothing is never wrong either.
  expect(total.readings).toBeGreaterThan(SESSIONS * 5);
  expect(total.settled).toBeGreaterThan(SESSIONS / 2);
  expect(total.unknowable).toBeLessThan(total.readings / 50);
});

test('a session is the same for the same seed', () => {
  expect(play(7)).toEqual(play(7));
});
