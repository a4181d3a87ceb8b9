import { expect, test } from 'vitest';
import { isSeen, refresher } from '@/lib/state/refresh';

function rounds() {
  const ends: (() => void)[] = [];
  const refresh = refresher(() => new Promise<void>((end) => ends.push(end)));
  const turn = async () => {
    for (let step = 0; step < 5; step++) await Promise.resolve();
  };
  return { ends, refresh, turn };
}

test('a hundred changes during one round are asked for in one more', async () => {
  const { ends, refresh, turn } = rounds();
  for (let change = 0; change < 100; change++) void refresh();
  expect(ends).toHaveLength(1);
  ends[0]?.();
  await turn();
  expect(ends).toHaveLength(2);
  ends[1]?.();
  await turn();
  expect(ends).toHaveLength(2);
});

test('a change after a round is asked for at once', async () => {
  const { ends, refresh, turn } = rounds();
  void refresh();
  ends[0]?.();
  await turn();
  void refresh();
  expect(ends).toHaveLength(2);
});

test('drafts and sightings alone change no screen', () => {
  expect(isSeen(['drafts'], true)).toBe(false);
  expect(isSeen(['sightings', 'settings'], false)).toBe(false);
  expect(isSeen(['sightings', 'settings'], true)).toBe(true);
  expect(isSeen(['sightings', 'notes'], false)).toBe(true);
});
