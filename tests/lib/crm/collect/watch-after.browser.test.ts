import { describe, expect, test } from 'vitest';
import { readingA, Stage, staged, valuesOf } from './staged';

describe('a field that is as it was before the move', () => {
  test('is listed until the page has been quiet for 2 s, then told again without', () => {
    const stage = readingA('a');
    stage.go('/deals/b');
    stage.redraw({ name: 'Name of b', amount: '1 b' }, 'b');
    stage.pass(300);
    expect(stage.heard()).toEqual(['moved 1', 'settled 1 Name of b, unmoved owner']);
    stage.pass(1_700);
    expect(stage.heard()).toEqual([]);
    stage.pass(300);
    expect(stage.heard()).toEqual(['settled 1 Name of b']);
  });

  test('is not listed where the new record was drawn just ahead of its address', () => {
    const stage = readingA(null);
    stage.draw('b');
    stage.go('/deals/b');
    stage.pass(300);
    expect(stage.heard()).toEqual(['moved 1', 'settled 1 Name of b']);
  });

  test('that moves meanwhile is told as it is then', () => {
    const stage = readingA('a');
    stage.go('/deals/b');
    stage.redraw({ name: 'Name of b', amount: '1 b' }, 'b');
    stage.pass(300);
    stage.redraw({ owner: 'Owner of b' });
    stage.pass(400);
    expect(stage.heard()).toEqual(['moved 1', 'settled 1 Name of b, unmoved owner', 'settled 1 Name of b']);
    expect(stage.shown?.values.owner).toBe('Owner of b');
  });

  test('is not listed where its node is new, though its value is the same', () => {
    const stage = readingA('a');
    stage.go('/deals/b');
    stage.draw('b', 'b', { ...valuesOf('b'), owner: 'Owner of a' });
    stage.pass(300);
    expect(stage.heard()).toEqual(['moved 1', 'settled 1 Name of b']);
  });
});

describe('after a reading', () => {
  test('looks come each second, and tell nothing while nothing changes', () => {
    const stage = readingA('a');
    const { looks } = stage;
    stage.pass(10_000);
    expect(stage.looks - looks).toBe(10);
    expect(stage.heard()).toEqual([]);
  });

  test('what is loaded after its record is told soon, also where looks take long', () => {
    const stage = readingA('a');
    stage.cost = 40;
    stage.go('/deals/b');
    stage.draw('b', 'b');
    stage.pass(600);
    expect(stage.heard()).toEqual(['moved 1', 'settled 1 Name of b']);
    stage.redraw({ lastActivity: 'Called Ana' });
    stage.pass(1_000);
    expect(stage.heard()).toEqual(['settled 1 Name of b']);
  });

  test('looks come less often where they take long', () => {
    const stage = readingA('a');
    stage.cost = 20;
    stage.pass(2_000);
    const { looks } = stage;
    stage.pass(40_000);
    expect((stage.looks - looks) * stage.cost).toBeLessThanOrEqual(40_000 * 0.005);
    expect(stage.looks - looks).toBeGreaterThan(5);
  });

  test('a changed value is told, under the same number', () => {
    const stage = readingA('a');
    stage.redraw({ amount: '2' });
    stage.pass(1_300);
    expect(stage.told[0]).toMatchObject({
      name: 'settled',
      seq: 0,
      evidence: { fields: { amount: [{ raw: '2' }] } },
    });
  });

  test('another record under the same address ends what was told where it is tied, until the right one is back', () => {
    const tied = readingA('a');
    tied.draw('b', 'b');
    tied.pass(2_000);
    expect(tied.heard()).toEqual(['moved 1']);
    tied.pass(60_000);
    expect(tied.heard()).toEqual(['unsure 1 Name of b, unmoved name amount owner']);
    tied.draw('a', 'a');
    tied.pass(1_000);
    expect(tied.heard()).toEqual(['settled 1 Name of a']);
  });

  test('another record under the same address waits for 2 s where it is not tied', () => {
    const untied = readingA(null);
    untied.draw('b');
    untied.pass(1_900);
    untied.go('/deals/b');
    untied.pass(2_300);
    const first = 'settled 1 Name of b, unmoved name amount owner';
    expect(untied.heard()).toEqual(['moved 1', first, 'settled 1 Name of b']);
  });

  test('a record that is taken away tells nothing, nor does it when it comes back', () => {
    const stage = readingA('a');
    const { shown } = stage;
    stage.clear();
    stage.pass(8_000);
    stage.shown = shown;
    stage.pass(8_000);
    expect(stage.heard()).toEqual([]);
  });

  test('a page of no kind is not looked at any more', () => {
    const stage = readingA('a');
    stage.go('/settings');
    stage.clear();
    stage.pass(1_000);
    const { looks } = stage;
    stage.pass(60_000);
    expect(stage.looks).toBe(looks);
    stage.go('/deals/b', true);
    stage.pass(250);
    expect(stage.heard().at(-1)).toBe('moved 2');
  });
});

describe('after 5 s', () => {
  test('looks come each half second, and a page that agrees at last is told', () => {
    const stage = readingA('a');
    stage.go('/deals/b');
    stage.pass(5_500);
    const { looks } = stage;
    stage.pass(5_000);
    expect(stage.looks - looks).toBe(10);
    stage.draw('b', 'b');
    stage.pass(1_000);
    expect(stage.heard().at(-1)).toBe('settled 1 Name of b');
  });
});

describe('a tab in the background', () => {
  test('is neither looked at nor polled, and is taken up where it is when it comes back', () => {
    const stage = readingA('a');
    stage.hide();
    stage.pass(250);
    const { looks } = stage;
    stage.go('/deals/b', true);
    stage.draw('b', 'b');
    stage.pass(600_000);
    expect(stage.looks).toBe(looks);
    expect(stage.pending).toBe(0);
    expect(stage.heard()).toEqual([]);
    stage.show();
    expect(stage.heard()).toEqual(['moved 1']);
    stage.pass(2_300);
    expect(stage.heard()).toEqual(['settled 1 Name of b, unmoved name amount owner', 'settled 1 Name of b']);
  });

  test('does not count its time as waiting', () => {
    const stage = readingA('a');
    stage.go('/deals/b');
    stage.pass(1_000);
    stage.hide();
    stage.pass(60_000);
    stage.show();
    stage.pass(4_900);
    expect(stage.heard()).toEqual(['moved 1']);
    stage.pass(300);
    expect(stage.heard()).toEqual(['unsure 1 Name of a, unmoved name amount owner']);
  });

  test('that comes back from the browser’s memory is told anew', () => {
    const stage = readingA('a');
    stage.show(true);
    expect(stage.heard()).toEqual(['moved 1']);
    stage.pass(300);
    expect(stage.heard()).toEqual(['settled 1 Name of a']);
  });
});

describe('another recipe', () => {
  test('reads the same address anew, under the same number', () => {
    const stage = new Stage();
    stage.draw('a', 'a');
    const watcher = stage.start();
    stage.pass(500);
    watcher.use({ ...staged, version: 2 });
    stage.pass(300);
    expect(stage.heard()).toEqual(['settled 0 Name of a', 'settled 0 Name of a']);
  });

  test('that is equal changes nothing', () => {
    const stage = new Stage();
    stage.draw('a', 'a');
    const watcher = stage.start();
    stage.pass(500);
    watcher.use(structuredClone(staged));
    stage.pass(5_000);
    expect(stage.heard()).toEqual(['settled 0 Name of a']);
  });

  test('is waited for without a look', () => {
    const stage = new Stage({ recipe: null });
    stage.draw('a');
    const watcher = stage.start();
    stage.pass(2_000);
    expect(stage.looks).toBe(0);
    watcher.use(staged);
    stage.pass(300);
    expect(stage.heard()).toEqual(['settled 0 Name of a']);
  });

  test('that comes after moves that nobody saw needs a tie or 2 s', () => {
    const stage = new Stage({ recipe: null });
    stage.draw('a');
    const watcher = stage.start();
    stage.go('/deals/b');
    watcher.use(staged);
    stage.pass(1_800);
    expect(stage.heard()).toEqual(['moved 1']);
    stage.draw('b');
    stage.pass(3_000);
    expect(stage.heard()).toEqual(['settled 1 Name of b']);
  });
});

test('one look can be had at any time, whether or not the page agrees', () => {
  const stage = new Stage({ recipe: null });
  stage.draw('a', 'other');
  expect(stage.start().lookNow(staged).fields.name).toEqual([{ locator: 0, raw: 'Name of a' }]);
});

test('a watch that is ended detaches everything and tells nothing more', () => {
  const stage = readingA('a');
  stage.stop.abort();
  expect(stage.pending).toBe(0);
  expect(stage.attached).toBe(false);
  stage.go('/deals/b');
  stage.pass(60_000);
  expect(stage.heard()).toEqual([]);
});

test('a watch that is ended before it starts attaches nothing', () => {
  const stage = new Stage();
  stage.stop.abort();
  stage.start();
  expect(stage.pending).toBe(0);
  expect(stage.attached).toBe(false);
});
