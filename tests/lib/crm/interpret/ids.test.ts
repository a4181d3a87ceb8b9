import { describe, expect, it } from 'vitest';
import { wholeId } from '@/lib/crm/interpret/ids';
import { interpret } from '@/lib/crm/interpret/read';
import { interpretRows } from '@/lib/crm/interpret/rows';
import type { Recipe } from '@/lib/crm/recipe';
import { evidenceOf } from './evidence-of';

const SETTING = { today: '2026-11-24', numberFormat: null };

describe('an id of Salesforce', () => {
  // Published with the algorithm.
  it.each([
    ['500x000000003TR', '500x000000003TRAAY'],
    ['a0D30000001n7Pi', 'a0D30000001n7PiEAI'],
    ['0019000000B98de', '0019000000B98deAAB'],
    ['ABCDEFGHIJKLMNO', 'ABCDEFGHIJKLMNO555'],
  ])('in 15 characters is completed: %s', (short, whole) => {
    expect(wholeId(short, { ids: '15-or-18' })).toBe(whole);
  });

  it('in 18 characters stays, and so does what is no such id', () => {
    for (const id of ['500x000000003TRAAY', '500x-0000000-TR', '1234', null])
      expect(wholeId(id, { ids: '15-or-18' })).toBe(id);
  });

  it('is nothing that other CRMs have', () => {
    expect(wholeId('500x000000003TR', {})).toBe('500x000000003TR');
  });
});

describe('the ids of a page', () => {
  const page = { object: 'Deal', urls: [], roots: [], ties: [], fields: {} };
  const recipe: Recipe = {
    crm: 'espocrm',
    name: 'Test',
    version: 1,
    hosts: [],
    marks: [],
    ids: '15-or-18',
    pages: [
      { ...page, kind: 'deal' },
      { ...page, kind: 'list', rows: { row: 'tr', id: [], fields: {} } },
    ],
  };

  it('are completed on a record and in the rows of a list', () => {
    const deal = evidenceOf({}, { recordId: '500x000000003TR' });
    expect(interpret(deal, recipe, SETTING)?.fields.recordId?.value).toBe('500x000000003TRAAY');
    const rows = [{ key: '500x000000003TR', id: '500x000000003TR', fields: {} }];
    const list = interpretRows({ ...deal, page: 1 }, rows, recipe, SETTING);
    expect(list?.rows.map((row) => row.id)).toEqual(['500x000000003TRAAY']);
  });
});
