import { expect, test } from 'vitest';
import { DESCRIPTION_LIMITS, type Description } from '@/lib/crm/description';
import { descriptionIn } from '@/lib/messages/server/described';

const HONEST: Description = {
  crm: 'sample',
  recipeVersion: 3,
  page: 0,
  tried: { amount: [{ matched: 0, visible: null, found: 0 }] },
  structure: '<div>',
};

test('what the script gives back is taken as it is', () => {
  expect(descriptionIn(HONEST)).toEqual(HONEST);
  expect(descriptionIn({ ...HONEST, page: null, tried: {} })).not.toBeNull();
});

const tried = HONEST.tried.amount;

test.each<[string, unknown]>([
  ['nothing', undefined],
  ['null', null],
  ['a text', '<div>'],
  ['too much', { ...HONEST, structure: 'x'.repeat(DESCRIPTION_LIMITS.structure + 1) }],
  ['more than belongs there', { ...HONEST, text: 'Maria' }],
  ['a field that is none', { ...HONEST, tried: { maria: tried } }],
  [
    'words where counts belong',
    { ...HONEST, tried: { amount: [{ matched: 'Maria', visible: 0, found: 0 }] } },
  ],
  [
    'a value beside the counts',
    { ...HONEST, tried: { amount: [{ matched: 0, visible: 0, found: 0, raw: 'Maria' }] } },
  ],
  ['endless locators', { ...HONEST, tried: { amount: Array.from({ length: 100 }, () => tried?.[0]) } }],
  ['a page that is no number', { ...HONEST, page: '0' }],
  ['a count that is none', { ...HONEST, recipeVersion: -1 }],
])('%s is refused', (_, given) => expect(descriptionIn(given)).toBeNull());
