import { expect, test } from 'vitest';
import { Cover, COVER_AFTER } from '@/lib/state/cover';
import { handTimer } from '../../components/fakes';

function build(starts: boolean) {
  const timer = handTimer();
  return { timer, cover: new Cover(timer.later, starts) };
}

test('starts as told, is taken off and put on again by the eye', () => {
  expect(build(false).cover.covered.value).toBe(false);
  const { cover } = build(true);
  expect(cover.covered.value).toBe(true);
  cover.toggle();
  expect(cover.covered.value).toBe(false);
  cover.toggle();
  expect(cover.covered.value).toBe(true);
});

test('comes back by itself after 15 minutes without a key or a move, and not before', () => {
  const { cover, timer } = build(true);
  cover.uncover();
  expect(COVER_AFTER).toBe(900_000);
  timer.pass(COVER_AFTER - 1);
  expect(cover.covered.value).toBe(false);
  timer.pass(1);
  expect(cover.covered.value).toBe(true);
});

test('each key or move begins the time anew; while it is covered nothing waits', () => {
  const { cover, timer } = build(true);
  cover.stay();
  expect(timer.waiting()).toBe(0);
  cover.uncover();
  timer.pass(COVER_AFTER - 1);
  cover.stay();
  timer.pass(COVER_AFTER - 1);
  expect([cover.covered.value, timer.waiting()]).toEqual([false, 1]);
  cover.cover();
  expect(timer.waiting()).toBe(0);
});
