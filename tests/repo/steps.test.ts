import { describe as about, expect, it } from 'vitest';
import { countPlaywright, countVitest, describe, sum } from '../steps';

about('the count at the end of a run', () => {
  it('reads what Vitest reports', () => {
    const report = { numPassedTests: 7, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 };
    expect(countVitest(report)).toEqual({ passed: 7, failed: 1, skipped: 3 });
  });

  it('counts a test that passed only at the second try as failed', () => {
    const report = { stats: { expected: 5, unexpected: 1, flaky: 2, skipped: 0 } };
    expect(countPlaywright(report)).toEqual({ passed: 5, failed: 3, skipped: 0 });
  });

  it('refuses a report of another shape instead of counting nothing', () => {
    expect(() => countVitest({})).toThrow('numPassedTests');
    expect(() => countPlaywright({ stats: {} })).toThrow('expected');
  });

  it('adds up and says it in one line', () => {
    const total = sum([
      { passed: 1, failed: 0, skipped: 0 },
      { passed: 2, failed: 1, skipped: 3 },
    ]);
    expect(describe(total)).toBe('3 passed, 1 failed, 3 skipped');
  });
});
