import { describe, expect, it } from 'vitest';
import { figureOf, median, table } from './figures';

describe('a figure', () => {
  it('is the middle of its runs, with the least and the most', () => {
    expect(figureOf([3, 1, 2], 'ms', 'at most 10')).toEqual({
      value: 2,
      unit: 'ms',
      against: 'at most 10',
      runs: 3,
      spread: [1, 3],
    });
    expect(median([4, 1, 3, 2])).toBe(2.5);
  });

  it('does not exist without a run', () => {
    expect(() => figureOf([], 'ms', '')).toThrow('at least one run');
    expect(() => median([])).toThrow();
  });

  it('stands in one line of the table', () => {
    const figures = { 'notes.save.ms': figureOf([1, 2, 3], 'ms', 'at most 3 times a put') };
    expect(table(figures)).toContain('| `notes.save.ms` | 2 ms (1 to 3, 3 runs) | at most 3 times a put |');
  });
});
