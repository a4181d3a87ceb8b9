import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { factsOf, type FactName } from '@/lib/domain/facts';
import {
  FIELD_NAMES,
  FIELD_STATES,
  type FieldName,
  type SeenField,
  type Sighting,
} from '@/lib/domain/reading';
import { addDays } from '@/lib/domain/time';

const TODAY = '2026-11-24';
const inDays = (days: number) => addDays(TODAY, days);

type Values = Partial<Record<FieldName, string | SeenField | null>>;

/** null is empty; what is not named was not on the page. */
function sighting(deal: string, values: Values, seen = TODAY): Sighting {
  const fields: Sighting['fields'] = {};
  for (const name of FIELD_NAMES) {
    const value = values[name];
    if (typeof value === 'string') fields[name] = { state: 'read', value };
    else if (value) fields[name] = value;
  }
  return {
    deal,
    site: 'site',
    rep: 'ana',
    at: `${seen}T08:00:00+01:00`,
    lastSeen: `${seen}T09:00:00+01:00`,
    pageKind: 'deal',
    crm: 'test',
    recipeVersion: 1,
    fields,
    empty: FIELD_NAMES.filter((name) => values[name] === null),
  };
}

const factOf = (is: FactName, sightings: Sighting[]) =>
  factsOf(sightings, TODAY).facts.find((fact) => fact.is === is);

const OPEN = { status: 'open', stage: 'Proposal' };

test('where nothing was seen there is no fact and no zero', () => {
  expect(factsOf([], TODAY)).toEqual({ seen: 0, oldest: null, facts: [], untold: [] });
});

test('the facts of a person, each with its rows', () => {
  const deals = [
    sighting('a', { ...OPEN, name: 'Pump', closeDate: inDays(-3), nextStep: null }, inDays(-9)),
    sighting('b', { ...OPEN, name: 'Press', closeDate: TODAY, nextStep: 'Call' }),
    sighting('c', { status: 'won', name: 'Valve', closeDate: inDays(-30), nextStep: null }),
  ];
  const pump = { deal: 'a', name: 'Pump', seen: inDays(-9) };
  const press = { deal: 'b', name: 'Press', seen: TODAY };
  expect(factsOf(deals, TODAY)).toEqual({
    seen: 3,
    oldest: 9,
    facts: [
      {
        is: 'open',
        rows: [
          { ...pump, value: 'Proposal' },
          { ...press, value: 'Proposal' },
        ],
        of: 3,
        unread: 0,
      },
      { is: 'closeDatePassed', rows: [{ ...pump, value: inDays(-3) }], of: 2, unread: 0 },
      { is: 'nextStepEmpty', rows: [{ ...pump, value: null }], of: 2, unread: 0 },
    ],
    untold: [],
  });
});

describe('what was not read for certain is not counted, and said', () => {
  test('a status', () => {
    const seen = [
      sighting('a', OPEN),
      sighting('b', {}),
      sighting('c', { status: { state: 'ambiguous', value: 'won' } }),
    ];
    expect(factOf('open', seen)).toMatchObject({ rows: [{ deal: 'a' }], of: 1, unread: 2 });
    expect(factsOf(seen.slice(1), TODAY).facts).toEqual([]);
    expect(factsOf(seen.slice(1), TODAY).untold).toContainEqual({ is: 'open', unread: 2 });
  });

  test('a close date', () => {
    const seen = [
      sighting('a', { ...OPEN, closeDate: inDays(-1) }),
      sighting('b', OPEN),
      sighting('c', {
        ...OPEN,
        closeDate: { state: 'ambiguous', value: inDays(-1), alternatives: [inDays(-1)] },
      }),
      sighting('d', { ...OPEN, closeDate: { state: 'inferred', value: inDays(-2) } }),
    ];
    expect(factOf('closeDatePassed', seen)).toMatchObject({
      rows: [{ deal: 'a' }, { deal: 'd' }],
      of: 2,
      unread: 2,
    });
  });

  test('a next step that the page does not show, as against an empty one', () => {
    const seen = [sighting('a', { ...OPEN, nextStep: null }), sighting('b', OPEN)];
    expect(factOf('nextStepEmpty', seen)).toMatchObject({ rows: [{ deal: 'a' }], of: 1, unread: 1 });
    expect(factsOf(seen.slice(1), TODAY).untold).toContainEqual({ is: 'nextStepEmpty', unread: 1 });
  });
});

test('an empty close date has not passed, and a deal that is not open is in no count but the first', () => {
  const seen = [
    sighting('a', { ...OPEN, closeDate: null }),
    sighting('b', { status: 'lost', closeDate: inDays(-5) }),
  ];
  expect(factOf('closeDatePassed', seen)).toMatchObject({ rows: [], of: 1, unread: 0 });
  expect(factOf('open', seen)).toMatchObject({ rows: [{ deal: 'a' }], of: 2 });
});

test('a look from a day that is still to come is not that old', () => {
  expect(factsOf([sighting('a', OPEN, inDays(4))], TODAY).oldest).toBe(0);
});

test('every count stands on what was seen: never more than the deals, and none without sight', () => {
  const value = fc.constantFrom('open', 'won', 'soon', inDays(-2), inDays(2));
  const field = fc.record<SeenField>({ state: fc.constantFrom(...FIELD_STATES), value });
  const values = fc.dictionary(fc.constantFrom(...FIELD_NAMES), fc.option(field));
  fc.assert(
    fc.property(fc.array(values, { maxLength: 8 }), (deals) => {
      const { seen, facts, untold } = factsOf(
        deals.map((one, at) => sighting(`${at}`, one)),
        TODAY,
      );
      for (const { rows, of, unread } of facts) {
        expect(of).toBeGreaterThan(0);
        expect(rows.length).toBeLessThanOrEqual(of);
        expect(of + unread).toBeLessThanOrEqual(seen);
      }
      for (const { unread } of untold) expect(unread).toBeGreaterThan(0);
      if (seen === 0) expect([...facts, ...untold]).toEqual([]);
    }),
  );
});
