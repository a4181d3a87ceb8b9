import { describe, expect, it } from 'vitest';
import type { Evidence, RowEvidence } from '@/lib/crm/evidence';
import { interpretRows } from '@/lib/crm/interpret/rows';
import type { Recipe } from '@/lib/crm/recipe';
import { evidenceOf } from './evidence-of';

const recipe: Recipe = {
  crm: 'espocrm',
  name: 'Test',
  version: 1,
  hosts: ['*'],
  marks: [],
  pages: [
    {
      kind: 'list',
      object: 'Opportunity',
      urls: ['/list'],
      roots: [],
      ties: [],
      fields: {},
      rows: {
        row: 'tr',
        id: [],
        fields: {
          name: { parser: 'text', locators: [{ by: 'css', css: 'a' }] },
          amount: { parser: 'money', locators: [{ by: 'css', css: 'b' }] },
          closeDate: { parser: 'date', locators: [{ by: 'css', css: 'i' }] },
          stage: { parser: 'text', locators: [{ by: 'css', css: 'u' }] },
        },
      },
    },
  ],
};

const SETTING = { today: '2026-11-24', numberFormat: null };
const list = (more: Partial<Evidence> = {}): Evidence =>
  evidenceOf({}, { recordId: null, list: { counter: [], heads: {} }, ...more });
const row = (id: string | null, fields: Record<string, string>, cells?: [string, string][]): RowEvidence => ({
  key: id ?? JSON.stringify(fields),
  id,
  fields: Object.fromEntries(Object.entries(fields).map(([name, raw]) => [name, [{ locator: 0, raw }]])),
  ...(cells && { cells: cells.map(([label, raw]) => ({ label, raw })) }),
});
const read = (rows: RowEvidence[], more: Partial<Evidence> = {}) =>
  interpretRows(list(more), rows, recipe, SETTING);
const values = (rows: RowEvidence[], more: Partial<Evidence> = {}) =>
  read(rows, more)?.rows.map(({ fields }) =>
    Object.fromEntries(
      Object.entries(fields).map(([name, field]) => [
        name,
        [field.state, field.value, field.currency].filter((part) => part !== undefined).join(' '),
      ]),
    ),
  );

describe('the rows of a list', () => {
  it('are read like records, each with its own id', () => {
    expect(values([row('7', { name: 'Pump', amount: '€1,250.00' })], { lang: 'en-IE' })).toEqual([
      { recordId: 'read 7', name: 'read Pump', amount: 'read 1250 EUR' },
    ]);
    expect(read([row('a|b', { name: 'Pump' })])?.rows[0]?.id).toBeNull();
    expect(read([row(null, { name: 'Pump' })])?.rows[0]?.id).toBeNull();
  });

  it('settle together how the page writes numbers and days', () => {
    const one = row('1', { name: 'A', amount: '1.234 €', closeDate: '03/04/2026' });
    expect(values([one])?.[0]).toMatchObject({
      amount: expect.stringMatching(/^ambiguous/),
      closeDate: expect.stringMatching(/^ambiguous/),
    });
    const other = row('2', { name: 'B', amount: '35.000,00 €', closeDate: '23/04/2026' });
    expect(values([one, other])?.[0]).toMatchObject({
      amount: 'read 1234 EUR',
      closeDate: 'read 2026-04-03',
    });
  });

  it('take the currency from the head of their column', () => {
    const more = { lang: 'en-IE', list: { counter: [], heads: { amount: 'Amount (EUR €)' } } };
    expect(values([row('1', { name: 'A', amount: '1,250.00' })], more)?.[0]).toMatchObject({
      amount: 'read 1250 EUR',
    });
  });

  it('are approximate where the list rounds', () => {
    expect(values([row('1', { name: 'A', amount: '$7.00K' })], { lang: 'en-US' })?.[0]?.amount).toMatch(
      /^approximate 7000/,
    );
  });

  it('tell their status from the stage', () => {
    expect(values([row('1', { name: 'A', stage: 'Closed Won' })])?.[0]).toMatchObject({ status: 'read won' });
  });

  it('name the columns that are not there', () => {
    const one = row('1', { name: 'A', amount: '5' });
    expect(read([one])?.absent).toEqual(['account', 'owner', 'stage', 'closeDate']);
    const headed = { list: { counter: [], heads: { stage: 'Stage' } } };
    expect(read([one], headed)?.absent).toEqual(['account', 'owner', 'closeDate']);
  });

  it('are counted by the first way that says anything', () => {
    const counter = [
      { locator: 1, raw: '80' },
      { locator: 0, raw: '1-2 / 210' },
    ];
    expect(read([], { list: { counter, heads: {} } })?.count).toEqual({ of: 210, atLeast: null });
  });

  it('are no rows of another CRM, or of a page that has none', () => {
    expect(read([], { crm: 'other' })).toBeNull();
    expect(read([], { page: null })).toBeNull();
    expect(read([], { page: 7 })).toBeNull();
  });
});

describe('cells that only their label names', () => {
  it('are read in whatever language the label is', () => {
    const german = row('1', {}, [
      ['Opportunity-Name', 'Pumpe'],
      ['Betrag', '1.250,00 €'],
      ['Schlusstermin', '03.04.2026'],
      ['Phase', 'Verhandlung'],
    ]);
    expect(values([german], { lang: 'de' })?.[0]).toMatchObject({
      name: 'read Pumpe',
      amount: 'read 1250 EUR',
      closeDate: 'read 2026-04-03',
      stage: 'read Verhandlung',
    });
  });

  it('are there although they are empty, and say so', () => {
    const empty = row('1', {}, [
      ['Opportunity Name', 'Pump'],
      ['Amount', ''],
    ]);
    const reading = read([empty], { lang: 'en' });
    expect(reading?.rows[0]?.empty).toEqual(['amount']);
    expect(reading?.absent).not.toContain('amount');
  });

  it('that mean something else are passed over', () => {
    const other = row('1', {}, [
      ['Created By', 'Ana'],
      ['Expected Revenue', '$ 5.00'],
      ['<script>', 'x'],
    ]);
    expect(Object.keys(values([other], { lang: 'en' })?.[0] ?? {})).toEqual(['recordId']);
  });

  it('may have words for labels that this CRM alone has', () => {
    const cells = { cell: 'td', label: 'b', words: { owner: ['owner alias'] } };
    const own = structuredClone(recipe);
    for (const page of own.pages) if (page.rows) page.rows.cells = cells;
    const alias = row('1', {}, [['Owner Alias', 'alind']]);
    const owner = (from: Recipe) =>
      interpretRows(list(), [alias], from, SETTING)?.rows[0]?.fields.owner?.value;
    expect(owner(own)).toBe('alind');
    expect(owner(recipe)).toBeUndefined();
  });
});
