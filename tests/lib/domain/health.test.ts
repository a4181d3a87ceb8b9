import fc from 'fast-check';
import { expect, test } from 'vitest';
import { healthAfter, healthId, lostIn } from '@/lib/domain/health';
import type { FieldSeen, Health } from '@/lib/domain/health';

const START: Health = { id: healthId('site', 0), crm: 'crm', recipeVersion: 1, fields: {} };
const RECIPE = { crm: 'crm', version: 1 };
const DAY = '2026-11-24';

type Step = [deal: string, as: FieldSeen];

function after(steps: readonly Step[], before = START, recipe = RECIPE): Health {
  return steps.reduce(
    (health, [deal, as]) =>
      healthAfter(health, { deal, day: DAY, recipe, seen: { name: 'read', amount: as } }),
    before,
  );
}

/** Each on a deal of its own. */
const each = (all: FieldSeen[], prefix = 'deal'): Step[] => all.map((as, at) => [`${prefix}${at}`, as]);
const KNOWN: Step[] = each(['read', 'read'], 'known');
const GONE = { gone: ['amount'], unparsed: [] };
const NOTHING = { gone: [], unparsed: [] };

test('a field that was read on two deals is gone with the third deal in a row that has none', () => {
  const two = after([...KNOWN, ...each(['absent', 'absent'])]);
  expect(lostIn(two)).toEqual(NOTHING);
  expect(lostIn(after([['third', 'absent']], two))).toEqual(GONE);
});

test('the same deal again counts once', () => {
  expect(
    lostIn(after([...KNOWN, ['a', 'absent'], ['b', 'absent'], ['a', 'absent'], ['b', 'absent']])),
  ).toEqual(NOTHING);
  expect(lostIn(after([['one', 'read'], ['one', 'read'], ...each(['absent', 'absent', 'absent'])]))).toEqual(
    NOTHING,
  );
});

test('a field that was never read, or on one deal only, is no loss', () => {
  expect(lostIn(after(each(['absent', 'absent', 'absent', 'absent'])))).toEqual(NOTHING);
  expect(lostIn(after([['one', 'read'], ...each(['absent', 'absent', 'absent'])]))).toEqual(NOTHING);
});

test('what is found and not understood is told apart', () => {
  const unparsed = after([...KNOWN, ...each(['unparsed', 'unparsed', 'unparsed'])]);
  expect(lostIn(unparsed)).toEqual({ gone: [], unparsed: ['amount'] });
  expect(lostIn(after([...KNOWN, ...each(['unparsed', 'absent', 'unparsed'])]))).toEqual(GONE);
});

test.each(['read', 'empty'] as const)('seen %s again, it is no longer lost', (as) => {
  const lost = after([...KNOWN, ...each(['absent', 'absent', 'absent'])]);
  expect(lostIn(after([['again', as]], lost))).toEqual(NOTHING);
});

test('a deal that was only slow to show it is no deal without it', () => {
  const late: Step[] = [...KNOWN, ['a', 'absent'], ['b', 'absent'], ['c', 'absent'], ['c', 'read']];
  const health = after(late);
  expect(lostIn(health)).toEqual(NOTHING);
  expect(health.fields.amount?.longest).toBe(2);
});

test('a field that only some deals have has to be missed longer than ever before', () => {
  const rare = after([...each(['absent', 'absent', 'absent', 'absent'], 'before'), ...KNOWN]);
  const four = after(each(['absent', 'absent', 'absent', 'absent']), rare);
  expect(lostIn(four)).toEqual(NOTHING);
  expect(lostIn(after([['fifth', 'absent']], four))).toEqual(GONE);
});

test.each([
  { crm: 'crm', version: 2 },
  { crm: 'other', version: 1 },
])('a recipe that was changed, or is another, starts anew: %o', (recipe) => {
  const lost = after([...KNOWN, ...each(['absent', 'absent', 'absent'])]);
  const next = after([['other', 'absent']], lost, recipe);
  expect(next).toMatchObject({ crm: recipe.crm, recipeVersion: recipe.version });
  expect(lostIn(next)).toEqual(NOTHING);
  expect(next.fields.amount).toEqual({
    lastRead: null,
    on: [],
    row: [{ deal: 'other', how: 'absent' }],
    longest: 0,
  });
});

test('fields are judged each by itself, and of what nothing is said nothing changes', () => {
  const known = after(KNOWN);
  const next = healthAfter(known, { deal: 'x', day: DAY, recipe: RECIPE, seen: { stage: 'absent' } });
  expect(next.fields.amount).toBe(known.fields.amount);
  expect(healthAfter(known, { deal: 'x', day: DAY, recipe: RECIPE, seen: {} })).toBe(known);
});

test('a day on which all is as before is written once', () => {
  const known = after(KNOWN);
  const again = { deal: 'third', recipe: RECIPE, seen: { name: 'read', amount: 'read' } } as const;
  expect(healthAfter(known, { ...again, day: DAY })).toBe(known);
  const later = healthAfter(known, { ...again, day: '2026-11-25' });
  expect(later.fields.amount?.lastRead).toBe('2026-11-25');
  expect(healthAfter(later, { ...again, day: '2026-11-25' })).toBe(later);
});

test('a field that hardly any deal has does not grow what is kept, nor is it written each time', () => {
  const long = after(each(Array.from({ length: 40 }, () => 'absent')));
  expect(long.fields.amount?.row).toHaveLength(12);
  expect(after([['one more', 'absent']], long)).toBe(long);
});

const steps = fc.array(
  fc.tuple(
    fc.integer({ min: 0, max: 20 }).map((id) => `deal${id}`),
    fc.constantFrom<FieldSeen>('read', 'empty', 'unparsed', 'absent'),
  ),
  { maxLength: 80 },
);

test('whatever is seen: a loss has three deals without it at the end, two that had it, and what is kept stays small', () => {
  fc.assert(
    fc.property(steps, (all) => {
      const health = after(all);
      const { gone, unparsed } = lostIn(health);
      const since = all.slice(all.findLastIndex(([, as]) => as === 'read' || as === 'empty') + 1);
      if (gone.length + unparsed.length > 0) {
        expect(new Set(since.map(([deal]) => deal)).size).toBeGreaterThanOrEqual(3);
        expect(
          new Set(all.flatMap(([deal, as]) => (as === 'read' ? [deal] : []))).size,
        ).toBeGreaterThanOrEqual(2);
      }
      expect(JSON.stringify(health.fields.amount ?? null).length).toBeLessThan(700);
      expect(new Set(health.fields.amount?.row.map(({ deal }) => deal)).size).toBe(
        health.fields.amount?.row.length ?? 0,
      );
      // Told twice, it says nothing new.
      const last = all.at(-1);
      if (last !== undefined) expect(after([last], health)).toBe(health);
    }),
  );
});
