import { describe, expect, it } from 'vitest';
import { rowCount } from '@/lib/crm/interpret/counter';

const EXACTLY = (of: number) => ({ of, atLeast: null });
const AT_LEAST = (atLeast: number) => ({ of: null, atLeast });
const NOTHING = { of: null, atLeast: null };

describe('how many rows a list has by its own words', () => {
  it.each([
    ['40 items', EXACTLY(40)],
    ['50+ items • Sorted by Close Date • Updated 59 minutes ago', AT_LEAST(50)],
    ['3 Elemente • Sortiert nach Schlusstermin • Vor 45 Minuten aktualisiert', EXACTLY(3)],
    ['1-80 / 210', EXACTLY(210)],
    ['20 of 50', EXACTLY(50)],
    ['1 - 80 von 1.210', EXACTLY(1_210)],
    ['1,234 records', EXACTLY(1_234)],
    ['1 234 enregistrements', EXACTLY(1_234)],
    ['(16)', EXACTLY(16)],
    ['٤٠ عنصر', EXACTLY(40)],
    ['0 items', EXACTLY(0)],
    ['no records', NOTHING],
    ['', NOTHING],
    ['99999999999999999999 items', NOTHING],
  ])('%s', (words, expected) => {
    expect(rowCount([words])).toEqual(expected);
  });

  it('of a board is what its columns have together', () => {
    expect(rowCount(['New (6)', 'Won (10)'])).toEqual(EXACTLY(16));
    expect(rowCount(['New (6)', '50+'])).toEqual(AT_LEAST(56));
    expect(rowCount(['New (6)', 'Won'])).toEqual(NOTHING);
    expect(rowCount([])).toEqual(NOTHING);
  });
});
