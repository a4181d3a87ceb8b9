/// <reference types="vite/client" />
import { afterEach, describe, expect, test } from 'vitest';
import { recipes } from '@/lib/crm/recipes/registry';
import { closePages } from '../lib/crm/collect/page';
import { fixtures, recipeOf, render, pageOf } from './fixtures';
import { judgePage } from './pages';

/** Every page fixture against what a careful person says that it shows: nothing wrong, and nothing that is shown is missed. */

afterEach(closePages);

const told = fixtures.filter((fixture) => fixture.truth !== null);

test('every fixture has a truth', () => {
  expect(fixtures.filter((fixture) => fixture.truth === null).map(({ path }) => path)).toEqual([]);
  expect(recipes.length).toBeGreaterThan(1);
});

describe.each(told)('$path', (fixture) => {
  test('is read as it is shown', () => {
    if (fixture.truth === null) return;
    const judged = judgePage(
      recipeOf(fixture),
      pageOf(render(fixture), fixture),
      fixture.truth,
      fixture.today,
    );
    const unread: readonly string[] = (fixture.truth.kind === 'deal' && fixture.truth.unread) || [];
    const faults = judged.filter(
      ({ field, verdict }) => verdict === 'wrong' || (verdict === 'missing') !== unread.includes(field),
    );
    expect(
      faults.map(({ field, verdict, read, shown }) => `${field} ${verdict}: ${read}; shown ${shown}`),
    ).toEqual([]);
  });
});
