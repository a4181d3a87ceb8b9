import { beforeEach, describe, expect, it } from 'vitest';
import { besideOf, greetBeside, type Beside } from '@/lib/messages/server/besides';
import { penOf, takePen, type Pens } from '@/lib/messages/server/pens';

describe('the session of a side panel', () => {
  let besides: Map<string, Beside>;
  beforeEach(() => {
    besides = new Map();
    greetBeside(besides, { window: 1, document: 'd' }, 'session');
  });

  it.each([
    ['no session', null, 'd'],
    ['a session that nobody gave', 'guessed', 'd'],
    ['another document', 'session', 'other'],
    ['a document that has no name', 'session', null],
  ])('refuses %s', (_, shown, document) => {
    expect(besideOf(besides, shown, { document })).toBeNull();
  });

  it('is known by its document, and has been shown no tab', () => {
    expect(besideOf(besides, 'session', { document: 'd' })).toEqual({ window: 1, document: 'd', tab: null });
  });

  it('ends when the same window opens another, and not when another window does', () => {
    greetBeside(besides, { window: 2, document: 'e' }, 'elsewhere');
    expect(besideOf(besides, 'session', { document: 'd' })).not.toBeNull();
    greetBeside(besides, { window: 1, document: 'f' }, 'newer');
    expect(besideOf(besides, 'session', { document: 'd' })).toBeNull();
    expect(besideOf(besides, 'elsewhere', { document: 'e' })).not.toBeNull();
  });
});

describe('the pen of a tab', () => {
  let pens: Pens;
  beforeEach(() => {
    pens = { turn: 0, held: new Map() };
  });

  it("is everybody's until somebody takes it", () => {
    expect(penOf(pens, 7, 'frame')).toEqual({ here: true, turn: 0 });
  });

  it('is of the one that took it last, on that tab alone', () => {
    takePen(pens, 7, 'frame', 1_000);
    takePen(pens, 7, 'beside', 1_000);
    expect(penOf(pens, 7, 'frame').here).toBe(false);
    expect(penOf(pens, 7, 'beside').here).toBe(true);
    expect(penOf(pens, 8, 'frame').here).toBe(true);
  });

  it('rises with each turn, also where the clock stands still or the last turn was forgotten', () => {
    takePen(pens, 7, 'frame', 1_000);
    const first = penOf(pens, 7, 'frame').turn;
    takePen(pens, 7, 'beside', 900);
    const second = penOf(pens, 7, 'beside').turn;
    expect(second).toBeGreaterThan(first);
    const later: Pens = { turn: 0, held: new Map() };
    takePen(later, 7, 'frame', 2_000);
    expect(penOf(later, 7, 'frame').turn).toBeGreaterThan(second);
  });
});
