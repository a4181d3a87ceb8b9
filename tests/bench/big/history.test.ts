import { describe, expect, it } from 'vitest';
import { FIVE_YEARS, history } from './history';

describe('five years of history', () => {
  const big = history();

  it('holds what every figure is measured on', () => {
    const { reps, deals, sightings, notes } = big;
    const counts = {
      reps: reps.length,
      deals: deals.length,
      sightings: sightings.length,
      notes: notes.length,
    };
    expect({ ...counts, days: 5 * 365 }).toEqual(FIVE_YEARS);
  });

  it('is the same each time', () => {
    const small = { reps: 5, deals: 100, sightings: 1_000, notes: 200, days: 400 };
    expect(history(small)).toEqual(history(small));
  });

  it('spans five years, oldest first', () => {
    const days = big.sightings.map(({ at }) => at.slice(0, 10));
    expect(days).toEqual([...days].sort());
    expect(days[0]?.slice(0, 4)).toBe('2021');
    expect(days.at(-1)?.slice(0, 4)).toBe('2026');
  });

  it('is plain JSON whose ties hold', () => {
    expect(JSON.parse(JSON.stringify(big.notes[7]))).toEqual(big.notes[7]);
    const reps = new Set(big.reps.map(({ id }) => id));
    const deals = new Set(big.deals.map(({ key }) => key));
    expect(new Set(big.reps.map(({ name }) => name)).size).toBe(big.reps.length);
    expect(big.deals.every(({ rep }) => rep !== null && reps.has(rep))).toBe(true);
    expect(big.sightings.every(({ deal }) => deals.has(deal))).toBe(true);
    expect(big.notes.every(({ deal }) => deal !== null && deals.has(deal))).toBe(true);
  });
});
