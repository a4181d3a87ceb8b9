import { describe, expect, it, test } from 'vitest';
import { knownBy } from '@/lib/crm/blank';
import type { Description } from '@/lib/crm/description';
import { addressShape } from '@/lib/crm/interpret/address-shape';
import { interpret } from '@/lib/crm/interpret/read';
import { reportOf } from '@/lib/crm/interpret/report';
import type { Recipe } from '@/lib/crm/recipe';
import { espocrm } from '@/lib/crm/recipes/espocrm';
import { recipes } from '@/lib/crm/recipes/registry';
import { healthId, type Health } from '@/lib/domain/health';
import { evidenceOf } from './evidence-of';

const shape = (url: string, recipe: Recipe = espocrm, id: string | null = null) =>
  addressShape(url, { recipe, known: knownBy(recipe), id });

describe('the shape of an address', () => {
  it.each([
    ['https://crm.acme.example:8443/#Opportunity/view/65f0a1', '/#Opportunity/view/{id}'],
    ['https://acme.example/maria/crm/#Opportunity/view/mallory', '/*/*/#Opportunity/view/*'],
    ['https://acme.example/?maria=novak&id=7&view=x#Opportunity', '/?xxxxx&id&view#Opportunity'],
    ['https://acme.example/#Opportunity/list?name=Maria', '/#Opportunity/list?name'],
    ['https://acme.example/#access_token=Maria', '/#xxxxxx_xxxxx'],
    ['https://maria:novak@acme.example/Jos%C3%A9', '/*'],
    ['not an address', ''],
  ])('%s is told as %s', (url, told) => expect(shape(url)).toBe(told));

  it('has the id where the record is named, whatever it looks like', () => {
    expect(shape('https://acme.example/#Opportunity/view/mallory', espocrm, 'mallory')).toBe(
      '/#Opportunity/view/{id}',
    );
  });

  it('keeps nothing of a host, a name or a number, for any recipe', () => {
    for (const recipe of recipes) {
      const told = shape('https://acme.example/maria/42/a?novak=1&2026#peter/17?x=1', recipe);
      expect(told).not.toMatch(/acme|example|maria|novak|peter|[1-9]/);
    }
  });
});

const evidence = evidenceOf({
  name: 'Retrofit line 4',
  account: 'Kestrel & Daughters',
  owner: [{ raw: 'Ingrid Vale', link: '/#User/view/u7' }],
  stage: 'Negotiation',
});
const found = interpret(evidence, espocrm, { today: '2026-11-24', numberFormat: null });
if (!found) throw new Error('This evidence should give a reading');
const reading = found;

const description: Description = {
  crm: 'espocrm',
  recipeVersion: espocrm.version,
  page: 0,
  tried: { amount: [{ matched: 1, visible: 0, found: 0 }] },
  structure: '<div class="panel">\n "Xxxx"',
};
const health: Health = {
  id: healthId('site', 0),
  crm: 'espocrm',
  recipeVersion: espocrm.version,
  fields: {
    amount: {
      lastRead: '2026-11-20',
      on: ['a', 'b'],
      row: ['c', 'd', 'e'].map((deal) => ({ deal, how: 'absent' })),
      longest: 0,
    },
    stage: { lastRead: '2026-11-24', on: ['a', 'b'], row: [], longest: 0 },
  },
};
const all = {
  recipe: espocrm,
  description,
  health,
  reading,
  url: 'https://crm.acme.example/#Opportunity/view/6b0403b039313b072',
  browser: 'Chrome 141',
  version: '0.1.0',
};

test('a report tells where and how was looked, field by field, and how the page is built', () => {
  const lines = reportOf(all).split('\n');
  expect(lines.slice(0, 6)).toEqual([
    'Sideline 0.1.0, Chrome 141',
    `recipe: espocrm, version ${espocrm.version}`,
    'page: deal Opportunity, number 0',
    'address: /#Opportunity/view/{id}',
    '',
    'fields',
  ]);
  expect(lines).toContain('  amount: missing; no longer found, last read 2026-11-20');
  expect(lines.find((line) => line.includes('amount') && line.includes('matched'))).toMatch(
    /^ {4}\w.*: 1 matched, 0 visible, 0 with a value$/,
  );
  expect(lines).toContain('  stage: read; last read 2026-11-24');
  expect(lines).toContain('  owner: read; never read');
  expect(lines.slice(-3)).toEqual(['structure, every text replaced', '<div class="panel">', ' "Xxxx"']);
});

test('no value, no host and no key is in it', () => {
  const report = reportOf(all);
  for (const word of [
    'Retrofit',
    'Kestrel',
    'Ingrid',
    'Vale',
    'Negotiation',
    'acme',
    '6b0403b039313b072',
    'u7',
  ])
    expect(report).not.toContain(word);
});

test('what was kept for another version of the recipe says nothing', () => {
  const older = { ...health, recipeVersion: espocrm.version - 1 };
  expect(reportOf({ ...all, health: older })).toContain('amount: missing; never read');
});

test('a page without its region, or that is none of the recipe, is told as such', () => {
  expect(reportOf({ ...all, description: { ...description, structure: '' } })).toMatch(
    /none: the region was not found$/,
  );
  expect(reportOf({ ...all, description: { ...description, page: null, tried: {} } })).toContain(
    'page: none',
  );
});
