import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FIELD_NAMES } from '@/lib/domain/reading';
import type { ReadField, Reading, SeenField, Sighting } from '@/lib/domain/reading';
import { sightingSchema } from '@/lib/domain/schemas';
import { sameSighting, sightingOf } from '@/lib/domain/sighting';

const WHERE = { site: 's1', deal: 's1|Opportunity|42', rep: 'r1' };

function field(value: string, more: Partial<ReadField> = {}): ReadField {
  return { state: 'read', value, how: 'attribute data-name=x', raw: `raw ${value}`, ...more };
}

function reading(fields: Reading['fields'], more: Partial<Reading> = {}): Reading {
  return {
    crm: 'espocrm',
    recipeVersion: 3,
    pageKind: 'deal',
    object: 'Opportunity',
    at: '2026-11-24T18:02:11+01:00',
    lang: 'en',
    fields,
    missing: FIELD_NAMES.filter((name) => fields[name] === undefined),
    empty: [],
    ...more,
  };
}

test('a sighting keeps value, state, currency and alternatives, and not the words of the page or how it was read', () => {
  const seen = sightingOf(
    reading({
      recordId: field('42'),
      amount: field('1200.5', { state: 'approximate', currency: 'EUR', reason: 'rounded-by-page' }),
      closeDate: field('2026-12-01', { state: 'ambiguous', alternatives: ['2026-12-01', '2026-01-12'] }),
      owner: field('Ana', { userId: 'u1' }),
    }),
    WHERE,
  );
  expect(seen).toEqual({
    ...WHERE,
    at: '2026-11-24T18:02:11+01:00',
    lastSeen: '2026-11-24T18:02:11+01:00',
    pageKind: 'deal',
    crm: 'espocrm',
    recipeVersion: 3,
    fields: {
      amount: { state: 'approximate', value: '1200.5', currency: 'EUR' },
      closeDate: { state: 'ambiguous', value: '2026-12-01', alternatives: ['2026-12-01', '2026-01-12'] },
      owner: { state: 'read', value: 'Ana' },
    },
    empty: [],
  });
  expect(sightingSchema.parse(seen)).toEqual(seen);
});

test('an unsure field is left out: it may be of the deal shown before', () => {
  const seen = sightingOf(reading({ stage: field('Won', { state: 'unsure' }), name: field('Acme') }), WHERE);
  expect(Object.keys(seen.fields)).toEqual(['name']);
});

test.each(['lastActivity', 'createdDate'] as const)(
  '%s with a time of day is refused, and not told on',
  (name) => {
    for (const value of ['2026-11-24T09:13', '2026-11-24 09:13', '24 Nov, 09:13']) {
      expect(() => sightingOf(reading({ [name]: field(value) }), WHERE)).toThrow(`${name} is not an ISO day`);
    }
    const hidden = field('2026-11-24', {
      state: 'ambiguous',
      alternatives: ['2026-11-24', '2026-11-24T09:13'],
    });
    expect(() => sightingOf(reading({ [name]: hidden }), WHERE)).toThrow('not an ISO day');
    expect(() => sightingOf(reading({ [name]: field('2026-11-24') }), WHERE)).not.toThrow();
  },
);

const base = (): Sighting =>
  sightingOf(reading({ name: field('Acme'), amount: field('10', { currency: 'EUR' }) }), WHERE);

test('the time, the recipe version and how it was read make no other sighting', () => {
  const later = { ...base(), at: '2027-01-01T00:00:00Z', lastSeen: '2027-01-01T00:00:00Z', recipeVersion: 9 };
  expect(sameSighting(base(), later)).toBe(true);
});

test.each<[string, Partial<Sighting>]>([
  ['rep', { rep: null }],
  ['page kind', { pageKind: 'list' }],
  ['deal', { deal: 's1|Opportunity|43' }],
  ['value', { fields: { ...base().fields, name: { state: 'read', value: 'Acme 2' } } }],
  ['state', { fields: { ...base().fields, name: { state: 'inferred', value: 'Acme' } } }],
  ['currency', { fields: { ...base().fields, amount: { state: 'read', value: '10', currency: 'USD' } } }],
  ['missing field', { fields: { name: { state: 'read', value: 'Acme' } } }],
  [
    'alternatives',
    { fields: { ...base().fields, name: { state: 'read', value: 'Acme', alternatives: ['a'] } } },
  ],
])('another %s is another sighting', (_what, change) => {
  expect(sameSighting(base(), { ...base(), ...change })).toBe(false);
});

test('being the same goes both ways', () => {
  const name = fc.constantFrom<Sighting['fields']>({}, { name: seen('a') }, { name: seen('b') });
  const amount = fc.constantFrom<Sighting['fields']>({}, { amount: seen('1') }, { amount: seen('1', 'EUR') });
  const some = fc.tuple(name, amount).map(([one, two]) => ({ ...base(), fields: { ...one, ...two } }));
  fc.assert(
    fc.property(some, some, (a, b) => {
      expect(sameSighting(a, a)).toBe(true);
      expect(sameSighting(a, b)).toBe(sameSighting(b, a));
      expect(sameSighting(a, b)).toBe(JSON.stringify(a) === JSON.stringify(b));
    }),
  );
});

function seen(value: string, currency?: string): SeenField {
  return { state: 'read', value, ...(currency === undefined ? {} : { currency }) };
}
