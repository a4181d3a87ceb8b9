import { describe, expect, it } from 'vitest';
import type { Evidence } from '@/lib/crm/evidence';
import { interpret } from '@/lib/crm/interpret/read';
import { seenIn } from '@/lib/crm/interpret/seen';
import { espocrm } from '@/lib/crm/recipes/espocrm';
import { evidenceOf } from './evidence-of';

function seen(evidence: Evidence, recipe = espocrm) {
  const reading = interpret(evidence, recipe, { today: '2026-11-24', numberFormat: null });
  if (!reading) throw new Error('This evidence should give a reading');
  return seenIn(evidence, recipe, reading);
}

describe('what a reading says of its recipe', () => {
  it('is for each field of the page whether it was read, empty, not understood or not there', () => {
    const all = seen(
      evidenceOf({
        name: 'Retrofit line 4',
        amount: 'about seven or so',
        closeDate: '26 Dec',
        stage: 'None',
      }),
    );
    expect(all).toMatchObject({ name: 'read', amount: 'unparsed', closeDate: 'read', owner: 'absent' });
    expect(all).not.toHaveProperty('recordId');
  });

  it('is nothing of a page whose name was not read for certain', () => {
    expect(seen(evidenceOf({ amount: '€5' }))).toEqual({});
    expect(seen(evidenceOf({ name: 'Retrofit', amount: '€5' }, { unmoved: ['name'] }))).toEqual({});
  });

  it('is nothing of what may be left over, nor of what is missing beside it', () => {
    const all = seen(
      evidenceOf({ name: 'Retrofit', amount: '€5', closeDate: 'soon' }, { unmoved: ['amount', 'closeDate'] }),
    );
    expect(all).toEqual({ name: 'read' });
  });

  it('is nothing of dots, which pages write while they load', () => {
    expect(seen(evidenceOf({ name: 'Retrofit', amount: '…', account: '...' }))).not.toHaveProperty('amount');
  });

  it('tells what the page shows with nothing in it from what it does not show', () => {
    const all = seen(evidenceOf({ name: 'Retrofit', amount: 'None' }, { empty: ['nextStep'] }));
    expect(all).toMatchObject({ amount: 'empty', account: 'absent' });
  });

  it('is nothing of activities that are all still to come', () => {
    const all = seen(evidenceOf({ name: 'Retrofit', lastActivity: [{ raw: '30 Dec 2026 08:00' }] }));
    expect(all).not.toHaveProperty('lastActivity');
  });

  it('is nothing of a status that was taken from the stage', () => {
    const [first, ...others] = espocrm.pages;
    if (!first) throw new Error('The recipe has a page');
    const status = { parser: 'status', locators: [{ by: 'css', css: '.status' }] } as const;
    const withStatus = {
      ...first,
      fields: { ...first.fields, status: { ...status, locators: [...status.locators] } },
    };
    const recipe = { ...espocrm, pages: [withStatus, ...others] };
    const all = seen(evidenceOf({ name: 'Retrofit', stage: 'Negotiation' }), recipe);
    expect(all.stage).toBe('read');
    expect(all).not.toHaveProperty('status');
    expect(seen(evidenceOf({ name: 'Retrofit', status: 'Open' }), recipe).status).toBe('read');
  });

  it('is nothing on a page that the recipe does not have', () => {
    const evidence = evidenceOf({ name: 'Retrofit' });
    const reading = interpret(evidence, espocrm, { today: '2026-11-24', numberFormat: null });
    if (!reading) throw new Error('This evidence should give a reading');
    expect(seenIn({ ...evidence, page: 99 }, espocrm, reading)).toEqual({});
  });
});
