import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { interpret } from '@/lib/crm/interpret/read';
import { saysNothing } from '@/lib/crm/interpret/text';
import type { Evidence } from '@/lib/crm/evidence';
import { espocrm } from '@/lib/crm/recipes/espocrm';
import { FIELD_NAMES } from '@/lib/domain/reading';
import { evidenceOf } from './evidence-of';

const emptyOf = (evidence: Evidence) =>
  interpret(evidence, espocrm, { today: '2026-11-24', numberFormat: null })?.empty;

const NAME = { name: 'Pump' };

describe('a field is empty', () => {
  it('where the page shows it with nothing in it', () => {
    expect(emptyOf(evidenceOf(NAME, { empty: ['nextStep', 'amount'] }))).toEqual(['amount', 'nextStep']);
  });

  it.each(['-', '--', '—', 'None', 'none', 'Kein(e)'])('where the page says %s in its place', (raw) => {
    expect(emptyOf(evidenceOf({ ...NAME, account: raw, amount: raw }))).toEqual(['account', 'amount']);
  });
});

describe('a field is not empty', () => {
  it('where nothing of it is on the page', () => {
    expect(emptyOf(evidenceOf(NAME))).toEqual([]);
  });

  it('where something stands there that could not be read', () => {
    expect(emptyOf(evidenceOf({ ...NAME, closeDate: 'soon', amount: 'TBD' }))).toEqual([]);
  });

  it.each(['...', '…', '.', ''])('where the page says %s, as it does while it loads', (raw) => {
    expect(emptyOf(evidenceOf({ ...NAME, account: raw }))).toEqual([]);
  });

  it('while the name is not there or may be that of the record before', () => {
    expect(emptyOf(evidenceOf({ account: '—' }, { empty: ['nextStep'] }))).toEqual([]);
    expect(
      emptyOf(evidenceOf({ ...NAME, account: '—' }, { empty: ['nextStep'], unmoved: ['name'] })),
    ).toEqual([]);
  });

  it('where it may still be that of the record before', () => {
    expect(emptyOf(evidenceOf({ ...NAME, account: '—' }, { unmoved: ['account'] }))).toEqual([]);
    expect(emptyOf(evidenceOf(NAME, { empty: ['nextStep'], unmoved: ['owner'] }))).toEqual([]);
  });

  it('where it has a value, whatever else the page says', () => {
    expect(emptyOf(evidenceOf({ ...NAME, account: 'Acme' }, { empty: ['account'] }))).toEqual([]);
  });
});

it('what is empty is missing, and of this page, whatever the evidence says', () => {
  const words = fc.constantFrom('—', '...', '', 'None', 'Acme', '€5', '2026-12-01', 'Closed Won');
  const some = fc.subarray([...FIELD_NAMES]);
  const fields = fc.dictionary(fc.constantFrom(...FIELD_NAMES), words);
  fc.assert(
    fc.property(fields, some, some, (found, empty, unmoved) => {
      const evidence = evidenceOf(found, { empty, unmoved });
      const reading = interpret(evidence, espocrm, { today: '2026-11-24', numberFormat: null });
      expect(reading?.missing).toEqual(expect.arrayContaining(reading?.empty ?? []));
      expect(reading?.empty).not.toContain('recordId');
    }),
  );
});

it('tells words for nothing from no words', () => {
  expect(['—', '--', 'None'].map((text) => saysNothing(text, ['none']))).toEqual([true, true, true]);
  expect(['', '...', '…', 'Nonesuch', '-1'].map((text) => saysNothing(text, ['none']))).not.toContain(true);
});
