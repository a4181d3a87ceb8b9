import '../../components/setup';
import { describe, expect, test } from 'vitest';
import type { Cause } from '@/lib/domain/ask';
import { PROMPTS } from '@/lib/domain/prompts';
import { questionOf, reasonOf } from '@/lib/text/ask';
import { TODAY } from '../../components/fakes';

describe.each(PROMPTS.map(({ id }) => id))('the question %s', (id) => {
  const question = questionOf(id);

  test('is an open one', () => {
    expect(question).toMatch(/^(What|Who|How|When|Which) /);
    expect(question).toMatch(/^[^?.!]+\?$/);
    expect(question).not.toMatch(/\bwhy\b/i);
  });

  test('has at most 20 words', () => {
    expect(question.split(/\s+/).length).toBeLessThanOrEqual(20);
  });

  test('is about the customer', () => {
    expect(question).toMatch(/\b(the customer|they|them)\b/);
  });
});

test('no two questions are the same', () => {
  expect(new Set(PROMPTS.map(({ id }) => questionOf(id))).size).toBe(PROMPTS.length);
});

test.each<[Partial<Cause>, string]>([
  [{ is: 'empty', field: 'nextStep' }, 'Next step is empty.'],
  [{ is: 'empty', field: 'lastActivity' }, 'Last activity is empty.'],
  [{ is: 'passed', value: '2026-11-12', days: 12 }, 'The close date, Thu 12 Nov, has passed.'],
  [{ is: 'soon', value: '2026-11-25', days: 1 }, 'The close date, Wed 25 Nov, is 1 day ahead.'],
  [{ is: 'soon', value: '2026-12-08', days: 14 }, 'The close date, Tue 8 Dec, is 14 days ahead.'],
  [{ is: 'soon', value: TODAY, days: 0 }, 'The close date is today.'],
  [{ is: 'far', value: '2028-01-04', days: 406 }, 'The close date, 4 Jan 2028, is over a year ahead.'],
  [
    { is: 'ago', field: 'lastActivity', value: '2026-10-03', days: 52 },
    'Last activity Sat 3 Oct, 52 days ago.',
  ],
  [{ is: 'ago', field: 'createdDate', value: '2026-04-03', days: 235 }, 'Created Fri 3 Apr, 235 days ago.'],
  [{ is: 'ended', field: 'status', value: 'lost' }, 'This deal is lost.'],
  [{ is: 'ended', field: 'status', value: 'won' }, 'This deal is won.'],
])('%j is the reason "%s"', (cause, words) => {
  expect(reasonOf({ is: 'empty', field: 'closeDate', value: null, days: null, ...cause }, TODAY)).toBe(words);
});
