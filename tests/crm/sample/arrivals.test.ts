import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createArrivals, type Arrivals } from './arrivals.ts';
import { createScheduler, type Scheduler } from './scheduler.ts';
import { readSwitches } from './switches.ts';

interface Run {
  arrivals: Arrivals;
  scheduler: Scheduler;
  /** What was put on screen so far: when, which page, and `rest` for what follows a page. */
  seen: [ms: number, path: string][];
}

let start = 0;
beforeEach(() => {
  vi.useFakeTimers();
  start = Date.now();
});
afterEach(() => vi.useRealTimers());

/** Arrivals as a query has them. Everything in it waits until the test lets time pass. */
function run(query: string): Run {
  const switches = readSwitches(query);
  const scheduler = createScheduler(switches);
  const seen: Run['seen'] = [];
  const arrivals = createArrivals(switches, scheduler, {
    show: (path, part) => seen.push([Date.now() - start, part === 'page' ? path : `${path} rest`]),
    hasRest: (path) => switches.owner === 'late' && path !== 'list',
    wait: () => undefined,
  });
  return { arrivals, scheduler, seen };
}

/** Opens `a`, waits for it, then opens `b` and 50 ms later `c`, and gives what came after `a`, times from `b` on. */
function moves(query: string): Run['seen'] {
  const { arrivals, seen } = run(query);
  arrivals.ask('a');
  vi.runAllTimers();
  const then = Date.now() - start;
  const before = seen.length;
  arrivals.ask('b');
  vi.advanceTimersByTime(50);
  arrivals.ask('c');
  vi.runAllTimers();
  return seen.slice(before).map(([ms, path]) => [ms - then, path]);
}

const pathsOf = (seen: Run['seen']) => seen.map(([, path]) => path).join(' ');

describe('a page', () => {
  it('is there at once where nothing is slow', () => {
    const { arrivals, seen } = run('');
    arrivals.ask('a');
    expect([seen, arrivals.pending()]).toEqual([[[0, 'a']], 0]);
  });

  it('comes within the span, at another time for each move', () => {
    const { arrivals, seen } = run('?slow=300-1500&seed=4');
    const took = Array.from({ length: 200 }, () => {
      const before = Date.now();
      arrivals.ask('a');
      vi.runAllTimers();
      return Date.now() - before;
    });
    expect(seen.length).toBe(200);
    expect(Math.min(...took)).toBeGreaterThanOrEqual(300);
    expect(Math.max(...took)).toBeLessThanOrEqual(1_500);
    expect(Math.min(...took)).toBeLessThan(330);
    expect(Math.max(...took)).toBeGreaterThan(1_470);
    expect(new Set(took).size).toBeGreaterThan(100);
  });

  it('comes in a part of that time where the delays are scaled, also from one page to the next', () => {
    const { arrivals, scheduler, seen } = run('?slow=1000&scale=0.1');
    arrivals.ask('a');
    vi.runAllTimers();
    scheduler.scale = 0.5;
    arrivals.ask('b');
    vi.runAllTimers();
    expect(seen).toEqual([
      [100, 'a'],
      [600, 'b'],
    ]);
  });
});

describe('two fast moves', () => {
  it('show only the last', () => {
    expect(moves('?slow=200')).toEqual([[250, 'c']]);
  });

  it('show the first over the second for a while when swapped', () => {
    expect(moves('?slow=100&order=swap')).toEqual([
      [150, 'c'],
      [250, 'b'],
      [350, 'c'],
    ]);
  });

  it('leave the first under the address of the second when stuck', () => {
    expect(moves('?slow=100&order=stuck')).toEqual([
      [150, 'c'],
      [250, 'b'],
    ]);
  });

  it('show the first after the second was asked for, before or over it, and end on the second when late', () => {
    const orders = Array.from({ length: 40 }, (_, seed) => pathsOf(moves(`?order=late&seed=${seed}`)));
    expect(new Set(orders)).toEqual(new Set(['b c', 'c b c']));
  });
});

describe('many moves', () => {
  it.each(['slow=', 'order=swap&slow=', 'order=late', 'order=late&owner=late', 'slow=&owner=late'])(
    'come alike for the same seed, otherwise for another, and end on the last (%s)',
    async (query) => {
      const many = async (seed: number) => {
        const { arrivals, scheduler, seen } = run(`?${query}&seed=${seed}`);
        const from = Date.now() - start;
        for (const path of 'abcabdacbd') {
          arrivals.ask(path);
          vi.advanceTimersByTime(scheduler.draw({ min: 0, max: 900 }));
        }
        const settled = arrivals.settled();
        vi.runAllTimers();
        await settled;
        expect(arrivals.pending()).toBe(0);
        expect(seen.at(-1)?.[1]).toBe(query.includes('owner') ? 'd rest' : 'd');
        return seen.map(([ms, path]) => [ms - from, path]);
      };
      const first = await many(7);
      expect(await many(7)).toEqual(first);
      expect(await many(8)).not.toEqual(first);
    },
  );
});

describe('an owner who comes late', () => {
  it('follows the page, and the page is not settled before', async () => {
    const { arrivals, seen } = run('?slow=100&owner=late');
    arrivals.ask('a');
    const settled = arrivals.settled();
    vi.advanceTimersByTime(100);
    expect([pathsOf(seen), arrivals.pending()]).toEqual(['a', 1]);
    vi.advanceTimersByTime(100);
    await settled;
    expect(pathsOf(seen)).toBe('a a rest');
  });

  it('comes late to a page that was there at once, and not to a list', () => {
    const { arrivals, seen } = run('?owner=late');
    arrivals.ask('list');
    arrivals.ask('a');
    vi.runAllTimers();
    expect(seen).toEqual([
      [0, 'list'],
      [0, 'a'],
      [400, 'a rest'],
    ]);
  });

  it('is called off with the page, which does not come again for it', () => {
    const { arrivals, seen } = run('?slow=100&order=swap&owner=late');
    arrivals.ask('a');
    vi.advanceTimersByTime(100);
    arrivals.ask('b');
    vi.runAllTimers();
    expect(pathsOf(seen)).toBe('a b b rest');
  });

  it('never comes to another page than its own', () => {
    for (let seed = 0; seed < 40; seed += 1) {
      const paths = moves(`?order=late&owner=late&seed=${seed}`).map(([, path]) => path);
      paths.forEach((path, index) => {
        if (path.endsWith(' rest')) expect(paths[index - 1]).toBe(path.replace(' rest', ''));
      });
    }
  });
});
