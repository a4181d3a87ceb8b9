import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blanked, isBlanked, knownBy, partlyBlanked } from '@/lib/crm/blank';
import { recipes } from '@/lib/crm/recipes/registry';
import { sample } from '@/lib/crm/recipes/sample';

const KNOWN = knownBy(sample);

test.each([
  ['Acme renewal', 'Xxxx xxxxxxx'],
  ['€84,250.50', '€00,000.00'],
  ['Peña 田中', 'Xxxx xx'],
  ['٣٤\n\t5', '00 0'],
  ['<b>"hi"</b>', '·x··xx··/x·'],
  ['a‮b', 'x·x'],
])('%s is told as %s', (text, told) => expect(blanked(text)).toBe(told));

test.each([
  ['data-field', 'data-field'],
  ['closeDate', 'closeDate'],
  ['dealSumOfMaria', 'dealXxxOfXxxxx'],
  ['o_field_widget js-12345', 'o_field_widget js-00000'],
  ['user-mnovak', 'user-xxxxxx'],
  ['fieldman', 'xxxxxxxx'],
  ['HTMLForm', 'XXXXForm'],
])('of the name %s the words that are known stay: %s', (name, told) =>
  expect(partlyBlanked(name, new Set([...KNOWN, 'o']))).toBe(told),
);

describe('whatever the text', () => {
  const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), fc.lorem());

  test('nothing of it is left', () => {
    fc.assert(
      fc.property(text, (said) => {
        expect(blanked(said)).toMatch(/^[Xx0·\p{Sc} !#$%&'()*+,\-./:;=?@[\]^_{|}~]*$/u);
        expect(isBlanked(blanked(said), new Set())).toBe(true);
      }),
    );
  });

  test('what is left of a name is known, and told again it is the same', () => {
    fc.assert(
      fc.property(text, (name) => {
        const told = partlyBlanked(name, KNOWN);
        expect(isBlanked(told, KNOWN)).toBe(true);
        expect(partlyBlanked(told, KNOWN)).toBe(told);
      }),
    );
  });
});

test.each(['Maria', 'xxxx novak', 'Xxxx 7', 'xx\nAcme', 'dealSum'])('%s was not blanked', (text) => {
  expect(isBlanked(text, KNOWN)).toBe(false);
});

test('each recipe knows its own words', () => {
  for (const recipe of recipes) expect(knownBy(recipe).has(recipe.crm)).toBe(true);
  expect(knownBy(sample).has('keelson')).toBe(false);
});
