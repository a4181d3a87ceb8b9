import { describe, expect, test, vi } from 'vitest';
import type * as agree from '@/lib/crm/collect/agree';
import { play, SWITCHES } from './session';

/** The rule broken in three ways. Were one of them not caught, the invariant test would prove nothing. */

type Rule = (typeof agree)['quietNeeded'];

const mutant = vi.hoisted(() => ({ rule: null as Rule | null }));

vi.mock('@/lib/crm/collect/agree', async (load) => {
  const real = await load<typeof agree>();
  return { ...real, quietNeeded: (...of: Parameters<Rule>) => (mutant.rule ?? real.quietNeeded)(...of) };
});

const { QUIET, quietNeeded } = await vi.importActual<typeof agree>('@/lib/crm/collect/agree');

/** At once: the first look has not been quiet at all, which the watch counts as -1. */
const AT_ONCE = -1;
const nameOf = (nodes: agree.History['before']) => nodes.name?.[0]?.value;

const mutants: Record<string, Rule> = {
  'the address alone, whatever is on screen': ({ evidence }) => (evidence.rooted ? QUIET : null),
  'the heading alone, whatever else is on screen': ({ nodes }, { before }) =>
    nodes.name !== undefined && nameOf(nodes) !== nameOf(before) ? QUIET : null,
  'no quiet: one look is enough': (look, history) => (quietNeeded(look, history) === null ? null : AT_ONCE),
};

/** How many switches it takes until a value is told of another deal than its own; null where 10,000 do not suffice. */
function switchesUntilCaught(): number | null {
  for (let seed = 1; seed * SWITCHES <= 10_000; seed++)
    if (play(seed).wrong.length > 0) return seed * SWITCHES;
  return null;
}

describe('a mutant that believes', () => {
  test.each(Object.entries(mutants))('%s, is caught within 10,000 switches', (_name, rule) => {
    mutant.rule = rule;
    expect(switchesUntilCaught()).not.toBeNull();
  });
});
