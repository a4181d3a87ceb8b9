import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ASKS_AT_MOST, choose, REST_DAYS, type AskedOf } from '@/lib/domain/ask';
import type { AskedPrompt } from '@/lib/domain/deal';
import { PROMPTS, type KnownPromptId } from '@/lib/domain/prompts';
import {
  FIELD_NAMES,
  FIELD_STATES,
  type FieldName,
  type FieldState,
  type ReadField,
} from '@/lib/domain/reading';
import { STAGE_KINDS, type StageKind } from '@/lib/domain/stage';
import { addDays } from '@/lib/domain/time';

const TODAY = '2026-11-24';
const inDays = (days: number) => addDays(TODAY, days);

type Values = { [N in FieldName]?: string | null | undefined };

/** A reading of an open deal about which there is nothing to ask; null is empty, undefined is not on the page. */
function reading(values: Values = {}, states: Partial<Record<FieldName, FieldState>> = {}): AskedOf {
  const all: Values = {
    status: 'open',
    name: 'Pump',
    account: 'Acme',
    amount: '5000',
    nextStep: 'Send the offer',
    closeDate: inDays(60),
    lastActivity: inDays(-3),
    createdDate: inDays(-40),
    ...values,
  };
  const fields: AskedOf['fields'] = {};
  for (const name of FIELD_NAMES) {
    const value = all[name];
    if (typeof value === 'string') fields[name] = { state: states[name] ?? 'read', value, how: 'a test' };
  }
  return { fields, empty: FIELD_NAMES.filter((name) => all[name] === null) };
}

const ids = (from: AskedOf, asked: AskedPrompt[] = []) =>
  choose(from, TODAY, asked).map(({ prompt }) => prompt);
const asked = (prompt: KnownPromptId, day: string): AskedPrompt => ({
  prompt,
  at: `${day}T09:00:00+01:00`,
  note: 'a note',
});

test('there are thirteen, each with an id of its own', () => {
  expect(PROMPTS).toHaveLength(13);
  expect(new Set(PROMPTS.map(({ id }) => id)).size).toBe(13);
});

test('without a reason there is no question', () => {
  expect(ids(reading())).toEqual([]);
  expect(ids({ fields: {}, empty: [] })).toEqual([]);
});

describe('each question is asked on its cause and not beside it', () => {
  const table: [KnownPromptId, Values, Values[]][] = [
    ['nextStepEmpty', { nextStep: null }, [{ nextStep: undefined }, { nextStep: null, status: 'won' }]],
    [
      'closeDatePassed',
      { closeDate: inDays(-1) },
      [{ closeDate: TODAY }, { closeDate: inDays(-1), status: 'lost' }],
    ],
    ['activityLongAgo', { lastActivity: inDays(-15) }, [{ lastActivity: inDays(-14) }]],
    ['activityEmpty', { lastActivity: null }, [{ lastActivity: undefined }]],
    ['closeDateSoon', { closeDate: inDays(14) }, [{ closeDate: inDays(15) }, { closeDate: inDays(-1) }]],
    ['closeDateSoon', { closeDate: TODAY }, [{ closeDate: 'soon' }]],
    ['closeDateEmpty', { closeDate: null }, [{ closeDate: undefined }]],
    ['amountEmpty', { amount: null }, [{ amount: undefined }, { amount: '0' }]],
    ['accountEmpty', { account: null }, [{ account: undefined }]],
    ['closeDateFar', { closeDate: inDays(366) }, [{ closeDate: inDays(365) }]],
    ['openLong', { createdDate: inDays(-181) }, [{ createdDate: inDays(-180) }, { createdDate: null }]],
    ['lost', { status: 'lost' }, [{ status: 'won' }, { status: undefined }]],
    ['won', { status: 'won' }, [{ status: 'lost' }, { status: 'open' }]],
  ];

  test.each(table)('%s', (id, cause, beside) => {
    expect(ids(reading(cause))).toEqual([id]);
    for (const values of beside) expect(ids(reading(values))).not.toContain(id);
  });

  test('stageEarly: only of a stage that is known to be early, on an open deal that is to close within 14 days', () => {
    const early = (values: Values, kind: StageKind | null, said = false) =>
      ids({ ...reading(values), stage: kind && { name: 'Erstgespräch', kind, said } });
    expect(early({ closeDate: inDays(14) }, 'qualified')).toEqual(['stageEarly', 'closeDateSoon']);
    expect(early({ closeDate: TODAY }, 'new')).toContain('stageEarly');
    for (const kind of STAGE_KINDS.filter((one) => one !== 'new' && one !== 'qualified'))
      expect(early({ closeDate: inDays(3) }, kind)).not.toContain('stageEarly');
    expect(early({ closeDate: inDays(15) }, 'new')).not.toContain('stageEarly');
    expect(early({ closeDate: inDays(-1) }, 'new')).not.toContain('stageEarly');
    expect(early({ closeDate: inDays(3), status: 'won' }, 'new')).not.toContain('stageEarly');
    expect(early({ closeDate: inDays(3) }, null)).not.toContain('stageEarly');
    const [first] = choose(
      { ...reading({ closeDate: inDays(3) }), stage: { name: 'Erstgespräch', kind: 'new', said: false } },
      TODAY,
      [],
    );
    expect(first?.cause).toEqual({ is: 'early', field: 'stage', value: 'Erstgespräch', days: 3 });
  });

  test('no prompt is without a line above', () => {
    const told = [...table.map(([id]) => id), 'stageEarly'];
    expect(new Set(told)).toEqual(new Set(PROMPTS.map(({ id }) => id)));
  });
});

test('a question names the row that caused it, what it says and how far that is', () => {
  const found = choose(
    reading({ nextStep: null, closeDate: inDays(-12), lastActivity: inDays(-52) }),
    TODAY,
    [],
  );
  expect(found).toEqual([
    { prompt: 'nextStepEmpty', cause: { is: 'empty', field: 'nextStep', value: null, days: null } },
    { prompt: 'closeDatePassed', cause: { is: 'passed', field: 'closeDate', value: inDays(-12), days: 12 } },
    { prompt: 'activityLongAgo', cause: { is: 'ago', field: 'lastActivity', value: inDays(-52), days: 52 } },
  ]);
  expect(choose(reading({ status: 'lost' }), TODAY, [])).toEqual([
    { prompt: 'lost', cause: { is: 'ended', field: 'status', value: 'lost', days: null } },
  ]);
});

test('of two prompts about one row the earlier one is asked', () => {
  const soon = (id: KnownPromptId, days: number) =>
    ({ id, rule: { is: 'soon', field: 'closeDate', days } }) as const;
  const both = [soon('closeDateFar', 30), soon('closeDateSoon', 14)];
  const found = choose(reading({ closeDate: inDays(3) }), TODAY, [], both);
  expect(found.map(({ prompt }) => prompt)).toEqual(['closeDateFar']);
});

describe('the status', () => {
  const poor = { nextStep: null, closeDate: inDays(-9), lastActivity: inDays(-99), amount: null };

  test.each(['won', 'lost'])('%s: only its end is asked about', (status) => {
    expect(ids(reading({ ...poor, status }))).toEqual([status]);
  });

  test('not on the page: what is empty is asked about, what depends on a day is not', () => {
    expect(ids(reading({ ...poor, status: undefined }))).toEqual(['nextStepEmpty', 'amountEmpty']);
  });

  test.each(['ambiguous', 'unsure'] as const)('%s: nothing is asked', (state) => {
    for (const status of ['open', 'won', 'lost'])
      expect(ids(reading({ ...poor, status }, { status: state }))).toEqual([]);
  });
});

describe('a question that was asked', () => {
  const cause = reading({ nextStep: null });

  test.each([
    [TODAY, []],
    [inDays(1 - REST_DAYS), []],
    [inDays(-REST_DAYS), ['nextStepEmpty']],
    [inDays(-400), ['nextStepEmpty']],
    // The clock of the page was put back since.
    [inDays(3), []],
    ['some day', ['nextStepEmpty']],
  ])('on %s: asked now %j', (day, now) => {
    expect(ids(cause, [asked('nextStepEmpty', day)])).toEqual(now);
  });

  test('rests alone, and the next one with a reason takes its place', () => {
    const poor = reading({ nextStep: null, closeDate: null, lastActivity: null, amount: null });
    expect(ids(poor)).toEqual(['nextStepEmpty', 'activityEmpty', 'closeDateEmpty']);
    expect(ids(poor, [asked('activityEmpty', TODAY)])).toEqual([
      'nextStepEmpty',
      'closeDateEmpty',
      'amountEmpty',
    ]);
  });
});

describe('whatever was read', () => {
  const day = fc.integer({ min: -800, max: 800 }).map(inDays);
  const value = fc.oneof(fc.constantFrom('open', 'won', 'lost', 'soon', ''), day);
  const field = fc.record<ReadField>({
    state: fc.constantFrom(...FIELD_STATES),
    value,
    how: fc.constant(''),
  });
  const readings: fc.Arbitrary<AskedOf> = fc.record({
    fields: fc.dictionary(fc.constantFrom(...FIELD_NAMES), field),
    empty: fc.subarray([...FIELD_NAMES]),
  });
  const history = fc.array(
    fc.record<AskedPrompt>({
      prompt: fc.constantFrom(...PROMPTS.map(({ id }) => id)),
      at: day,
      note: fc.constant('n'),
    }),
  );
  const holds = (check: (from: AskedOf, before: AskedPrompt[]) => void) =>
    fc.assert(fc.property(readings, history, check), { numRuns: 1_000 });

  test('there are at most three, no two about the same row', () =>
    holds((from, before) => {
      const rows = choose(from, TODAY, before).map(({ cause }) => cause.field);
      expect(rows.length).toBeLessThanOrEqual(ASKS_AT_MOST);
      expect(new Set(rows).size).toBe(rows.length);
    }));

  test('each names a row that is in the reading, and says what stands there for certain', () =>
    holds((from, before) => {
      for (const { cause } of choose(from, TODAY, before)) {
        const row = from.fields[cause.field];
        if (cause.is === 'empty') {
          expect(row).toBeUndefined();
          expect(from.empty).toContain(cause.field);
        } else {
          expect(row?.value).toBe(cause.value);
          expect(['read', 'approximate', 'inferred']).toContain(row?.state);
        }
      }
    }));

  test('the same is chosen again, and nothing that was read is changed', () =>
    holds((from, before) => {
      const copy = structuredClone(from);
      expect(choose(copy, TODAY, structuredClone(before))).toEqual(choose(from, TODAY, before));
      expect(copy).toEqual(from);
    }));

  test('what was asked of late is not asked, and asking more never brings it up', () =>
    holds((from, before) => {
      const resting = before.filter(({ at }) => at > inDays(-REST_DAYS)).map(({ prompt }) => prompt);
      for (const prompt of ids(from, before)) expect(resting).not.toContain(prompt);
    }));
});
