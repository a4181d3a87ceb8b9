import { describe, expect, it } from 'vitest';
import type { Evidence } from '@/lib/crm/evidence';
import { interpret, type ReadSetting } from '@/lib/crm/interpret/read';
import { candidates, recognises } from '@/lib/crm/interpret/recognise';
import type { Recipe } from '@/lib/crm/recipe';
import { espocrm } from '@/lib/crm/recipes/espocrm';
import { recipes } from '@/lib/crm/recipes/registry';
import { FIELD_NAMES } from '@/lib/domain/reading';
import { evidenceOf } from './evidence-of';

const SETTING: ReadSetting = { today: '2026-11-24', numberFormat: null };

function read(evidence: Evidence, setting = SETTING) {
  const reading = interpret(evidence, espocrm, setting);
  if (!reading) throw new Error('This evidence should give a reading');
  return reading;
}

const DEAL = evidenceOf({
  name: 'Retrofit line 4',
  account: 'Kestrel & Daughters',
  owner: [{ raw: 'Ingrid Vale', link: '/#User/view/u7' }],
  amount: '€84,250.50',
  stage: 'Negotiation',
  closeDate: '26 Dec',
  lastActivity: [{ raw: '30 Nov 08:00' }, { raw: '03 Jan 11:15' }, { raw: '17 Nov 09:00' }],
  createdDate: 'Today 09:13',
});

describe('a reading', () => {
  it('says of each field its value, its state and how it was read, and lists what is missing', () => {
    expect(read(DEAL)).toEqual({
      crm: 'espocrm',
      recipeVersion: 1,
      pageKind: 'deal',
      object: 'Opportunity',
      at: '2026-11-24T18:02:11+01:00',
      lang: '',
      fields: {
        recordId: { state: 'read', value: '6b0403b039313b072', how: 'address' },
        name: { state: 'read', value: 'Retrofit line 4', how: how('name'), raw: 'Retrofit line 4' },
        account: {
          state: 'read',
          value: 'Kestrel & Daughters',
          how: how('account'),
          raw: 'Kestrel & Daughters',
        },
        owner: {
          state: 'read',
          value: 'Ingrid Vale',
          userId: 'u7',
          how: how('assignedUser'),
          raw: 'Ingrid Vale',
        },
        amount: { state: 'read', value: '84250.5', currency: 'EUR', how: how('amount'), raw: '€84,250.50' },
        stage: { state: 'read', value: 'Negotiation', how: how('stage'), raw: 'Negotiation' },
        status: {
          state: 'inferred',
          value: 'open',
          reason: 'from-stage',
          how: `from stage, ${how('stage')}`,
          raw: 'Negotiation',
        },
        closeDate: {
          state: 'inferred',
          value: '2026-12-26',
          reason: 'year-not-on-page',
          how: how('closeDate'),
          raw: '26 Dec',
        },
        lastActivity: {
          state: 'inferred',
          value: '2026-11-17',
          reason: 'year-not-on-page',
          how: 'css .panel[data-name="history"] .cell[data-name^="date"]',
        },
        createdDate: {
          state: 'inferred',
          value: '2026-11-24',
          reason: 'relative-day',
          how: 'css .field[data-name="complexCreated"] > [data-name="createdAt"]',
        },
      },
      missing: ['nextStep'],
      empty: [],
    });
  });

  it('is the same when made twice, and survives JSON', () => {
    const before = JSON.stringify(DEAL);
    expect(JSON.parse(JSON.stringify(read(DEAL)))).toEqual(read(DEAL));
    expect(JSON.stringify(DEAL)).toBe(before);
  });

  it('holds no time of day of what people did', () => {
    expect(JSON.stringify(read(DEAL).fields)).not.toMatch(/\d{1,2}:\d{2}/);
  });

  it('of an empty page lists all as missing', () => {
    const reading = read(evidenceOf({}, { recordId: null }));
    expect(reading.fields).toEqual({});
    expect(reading.missing).toEqual([...FIELD_NAMES]);
  });

  it('takes the first locator whose value parses', () => {
    const finds = [
      { locator: 0, raw: '-' },
      { locator: 1, raw: 'Send the contract' },
    ];
    expect(read(evidenceOf({ nextStep: finds })).fields.nextStep).toMatchObject({
      value: 'Send the contract',
      how: how('cNextStep'),
    });
  });

  it.each(['None', 'Kein(e)', '-', '—', '...'])('takes "%s" as nothing', (raw) => {
    const reading = read(evidenceOf({ owner: raw, account: raw, closeDate: raw, amount: raw }));
    expect(Object.keys(reading.fields)).toEqual(['recordId']);
  });

  it.each(['Closed Won', 'Gewonnen', '受注'])('takes the stage %s as won', (stage) => {
    expect(read(evidenceOf({ stage })).fields.status).toMatchObject({
      value: 'won',
      state: 'read',
      reason: 'from-stage',
    });
  });

  it('never takes an owner from another field', () => {
    const reading = read(evidenceOf({ createdDate: 'Today', name: 'Anna', account: 'Bob', stage: 'Carl' }));
    expect(reading.missing).toContain('owner');
  });

  it('settles numbers and days by what the rest of the page shows', () => {
    const amounts = {
      amount: [
        { locator: 0, raw: '1.234 €' },
        { locator: 1, raw: '35.000,00 €' },
      ],
    };
    expect(read(evidenceOf(amounts)).fields.amount).toMatchObject({ value: '1234', state: 'read' });
    const days = { closeDate: '03/04/2027', createdDate: '25/10/2026' };
    expect(read(evidenceOf(days)).fields.closeDate).toMatchObject({ value: '2027-04-03', state: 'read' });
  });

  it('believes neither the language nor the values where they disagree', () => {
    const days = { closeDate: '03/04/2027', createdDate: '25/10/2026' };
    expect(read(evidenceOf(days, { lang: 'en-US' })).fields.closeDate).toMatchObject({
      state: 'ambiguous',
      value: '2027-04-03',
      alternatives: ['2027-04-03', '2027-03-04'],
      reason: 'day-or-month',
    });
  });

  it('takes the format that the user chose only where the page says nothing', () => {
    const evidence = { amount: '1.234 €', closeDate: '03/04/2027' };
    const chosen = { ...SETTING, numberFormat: 'de-DE' };
    expect(read(evidenceOf(evidence), chosen).fields).toMatchObject({
      amount: { value: '1234', state: 'read' },
      closeDate: { value: '2027-04-03', state: 'read' },
    });
    expect(read(evidenceOf(evidence, { lang: 'en-US' }), chosen).fields.closeDate?.value).toBe('2027-03-04');
  });

  it('marks what is still as before the address changed, and what follows from it', () => {
    const { fields } = read({ ...DEAL, unmoved: ['owner', 'stage', 'amount'] });
    const unsure = { state: 'unsure', reason: 'same-as-before-move' };
    expect(fields).toMatchObject({ owner: unsure, stage: unsure, amount: unsure, status: unsure });
    expect(fields.name?.state).toBe('read');
  });

  it('takes a day in a machine form where the words allow it', () => {
    const machine = (raw: string, datetime: string) =>
      evidenceOf({ closeDate: [{ raw, machine: datetime }] });
    expect(read(machine('03/04/2027', '2027-03-04')).fields.closeDate).toMatchObject({
      value: '2027-03-04',
      state: 'read',
    });
    expect(read(machine('2 weeks', '2026-12-08')).fields.closeDate).toMatchObject({
      value: '2026-12-08',
      state: 'read',
    });
    expect(read(machine('2027-03-04', '2020-01-01')).fields.closeDate?.value).toBe('2027-03-04');
  });

  it('never takes a future day as the last activity', () => {
    expect(read(evidenceOf({ lastActivity: [{ raw: '2026-11-25' }] })).missing).toContain('lastActivity');
    const both = evidenceOf({ lastActivity: [{ raw: '11/12/2026' }, { raw: '02/01/2026' }] });
    expect(read(both).fields.lastActivity).toMatchObject({ value: '2026-11-12', state: 'inferred' });
  });

  it('takes no activity for the last while one is not understood', () => {
    const one = evidenceOf({ lastActivity: [{ raw: 'the week of the fair' }, { raw: '2026-10-09' }] });
    expect(read(one).missing).toContain('lastActivity');
  });

  it('claims each day that may be the last activity, where days can be read in two ways', () => {
    // 11 February or 2 November, 5 August or 8 May
    const both = evidenceOf({ lastActivity: [{ raw: '2/11/2026' }, { raw: '8/5/2026' }] });
    expect(read(both).fields.lastActivity).toMatchObject({
      value: '2026-11-02',
      state: 'ambiguous',
      alternatives: ['2026-11-02', '2026-05-08', '2026-08-05'],
    });
    const later = evidenceOf({ lastActivity: [{ raw: '5/6/2026' }, { raw: '2026-10-09' }] });
    expect(read(later).fields.lastActivity).toMatchObject({ value: '2026-10-09', state: 'read' });
  });

  it('refuses evidence of another CRM and of no kind of page', () => {
    expect(interpret({ ...DEAL, crm: 'sample' }, espocrm, SETTING)).toBeNull();
    expect(interpret({ ...DEAL, page: null }, espocrm, SETTING)).toBeNull();
    expect(interpret({ ...DEAL, page: 99 }, espocrm, SETTING)).toBeNull();
  });
});

describe('a poisoned page', () => {
  const POISON = '<img src=x onerror="alert(1)">\u202e\u0000';

  it('gives inert text, cut, with the reason', () => {
    const { fields } = read(evidenceOf({ name: POISON + 'x'.repeat(1_000_000), account: POISON }));
    expect(fields.name).toMatchObject({ state: 'approximate', reason: 'text-was-cut' });
    expect(fields.name?.value.length).toBeLessThanOrEqual(300);
    expect(fields.name?.raw?.length).toBeLessThanOrEqual(300);
    expect(fields.account).toMatchObject({ state: 'read', value: '<img src=x onerror="alert(1)">' });
    expect(JSON.stringify(fields)).not.toMatch(/\p{Cc}|\p{Bidi_C}|\\u00/u);
  });

  it('has no amount, day or owner where there is none', () => {
    const bad = '9'.repeat(100_000);
    const reading = read(evidenceOf({ amount: bad, closeDate: bad, owner: bad, lastActivity: bad }));
    expect(Object.keys(reading.fields)).toEqual(['recordId']);
  });

  it('says so when what was sent was already cut', () => {
    expect(read(evidenceOf({ name: [{ raw: 'short', cut: true }] })).fields.name?.reason).toBe(
      'text-was-cut',
    );
  });

  it.each(['a|b', 'a b', '', 'a\u202eb', 'x'.repeat(129)])('has no record id of %j', (recordId) => {
    expect(read(evidenceOf({}, { recordId })).missing).toContain('recordId');
  });
});

describe('recognising a CRM', () => {
  const hosted = (crm: string, host: string): Recipe => ({ ...espocrm, crm, hosts: [host] });

  it('tries the CRM whose host it is before those that people host themselves, at most five', () => {
    const many = ['a', 'b', 'c', 'd', 'e'].map((crm) => hosted(crm, '*'));
    const found = candidates('https://x.acme.example/#Opportunity/view/1', [
      ...many,
      hosted('acme', '*.acme.example'),
    ]);
    expect(found.map((recipe) => recipe.crm)).toEqual(['acme', 'a', 'b', 'c', 'd']);
  });

  it('tries those that know the shape of the address first', () => {
    const found = candidates('http://127.0.0.1:8081/#Opportunity/view/6b04', recipes);
    expect(found[0]?.crm).toBe('sample');
    expect(candidates('http://crm.intranet/#Opportunity/view/6b04', recipes)[0]?.crm).toBe('espocrm');
  });

  it('has no candidate for what is no address', () => {
    expect(candidates('about:blank', recipes)).toEqual([]);
    expect(candidates('nonsense', recipes)).toEqual([]);
  });

  it('needs a mark of the CRM and a kind of page', () => {
    expect(recognises(DEAL, espocrm)).toBe(true);
    expect(recognises({ ...DEAL, marked: false }, espocrm)).toBe(false);
    expect(recognises({ ...DEAL, page: null }, espocrm)).toBe(false);
    expect(recognises({ ...DEAL, crm: 'sample' }, espocrm)).toBe(false);
  });
});

function how(name: string): string {
  return `css .cell[data-name="${name}"] > .field[data-name="${name}"]`;
}
