import type { ListCount } from '@/lib/domain/list';
import { latinDigits } from './numbers';
import { inert } from './text';

/** Digits of any script, perhaps grouped by a mark or a space: `1,234`, `1 234`, `٤٠`. */
const NUMBER = /\p{Nd}+(?:[.,'’\u066c \u00a0\u202f]\p{Nd}{3})*(?!\p{Nd})/gu;

/** What stands after this is not about the number of rows: when they were read, how they are sorted. */
const APART = '•';

const SAYS_NOTHING: ListCount = { of: null, atLeast: null };

/**
 * How many rows a list has, by its own words: `40 items` is 40, `50+ items` at least 50, `1-80 / 210` and `20 of 50` are 210
 * and 50. Of several numbers the largest counts: a list shows no more than it has. The counts of several columns are added up,
 * and one that says nothing makes the whole say nothing.
 */
export function rowCount(counters: readonly string[]): ListCount {
  const counts = counters.map(oneCount);
  if (counts.length === 0) return SAYS_NOTHING;
  const sum = counts.reduce((total, one) => total + (one.of ?? one.atLeast ?? NaN), 0);
  if (Number.isNaN(sum)) return SAYS_NOTHING;
  return counts.some((one) => one.of === null) ? { of: null, atLeast: sum } : { of: sum, atLeast: null };
}

function oneCount(words: string): ListCount {
  const [text = ''] = inert(words).split(APART);
  const numbers = [...text.matchAll(NUMBER)].map(({ 0: digits, index }) => ({
    value: plainNumber(digits),
    isLeast: text[index + digits.length] === '+',
  }));
  const most = numbers.toSorted((one, other) => other.value - one.value)[0];
  if (most === undefined || !Number.isSafeInteger(most.value)) return SAYS_NOTHING;
  return most.isLeast ? { of: null, atLeast: most.value } : { of: most.value, atLeast: null };
}

const plainNumber = (digits: string): number => Number(latinDigits(digits).replace(/[^0-9]/g, ''));
