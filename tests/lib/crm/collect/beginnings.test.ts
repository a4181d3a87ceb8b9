import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { beginningsOf } from '@/lib/crm/collect/beginnings';
import { plainLabel } from '@/lib/crm/collect/labels';

/** Words as labels hold them: many scripts, both cases, blanks and control characters. */
const words = fc
  .array(fc.constantFrom(...'aAzZéÉßİıIσΣς額金сСдД 0\u00a0\u2003\t\n\u0000:*()-'), {
    minLength: 1,
    maxLength: 10,
  })
  .map((letters) => letters.join(''));
const padding = fc.stringMatching(/^[ \n\t\u00a0\u0085\u3000]{0,3}$/);

describe('whether a text begins as one of the words', () => {
  test('a text whose plain form is one of the words always does', () => {
    fc.assert(
      fc.property(words, fc.array(words), padding, padding, (label, others, before, after) => {
        const sought = [label, ...others].map(plainLabel).filter((word) => word !== '');
        fc.pre(plainLabel(label) !== '');
        expect(beginningsOf(sought)(before + label + after)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  test.each([
    ['Close Date', true],
    ['  CLOSE DATE:', true],
    ['clo\u00a0se', false],
    ['Cl', false],
    ['', false],
    ['   ', false],
    ['Budget', false],
  ])('%j, of “close date” and “amount”: %s', (text, begins) => {
    expect(beginningsOf(['close date', 'amount'])(text)).toBe(begins);
  });

  test('a short word is told by all its letters', () => {
    const begins = beginningsOf(['額', 'no']);
    expect(begins('額：')).toBe(true);
    expect(begins('No')).toBe(true);
    expect(begins('n')).toBe(false);
  });

  test('without words nothing begins so', () => {
    expect(beginningsOf([])('Amount')).toBe(false);
  });
});
