import { describe, expect, test } from 'vitest';
import { readingA, Stage, valuesOf } from './staged';

describe('quiet', () => {
  test('is the same values in two looks 150 ms apart', () => {
    const stage = new Stage();
    stage.draw('a', 'a');
    stage.start();
    expect(stage.looks).toBe(1);
    stage.pass(149);
    expect(stage.heard()).toEqual([]);
    stage.pass(1);
    expect(stage.looks).toBe(2);
    expect(stage.heard()).toEqual(['settled 0 Name of a']);
  });

  test('is not while values still come in', () => {
    const stage = new Stage();
    stage.draw('a', 'a', { name: 'N' });
    stage.start();
    for (const amount of ['1', '2', '3', '4']) {
      stage.redraw({ amount });
      stage.pass(150);
    }
    expect(stage.heard()).toEqual([]);
    stage.pass(150);
    expect(stage.heard()).toEqual(['settled 0 N']);
  });
});

describe('a move', () => {
  test('is told at once, before anything is looked at', () => {
    const stage = readingA('a');
    stage.go('/deals/b');
    expect(stage.heard()).toEqual(['moved 1']);
  });

  test('is found within 250 ms where the browser does not tell of it', () => {
    const stage = readingA('a');
    stage.go('/deals/b', true);
    expect(stage.heard()).toEqual([]);
    stage.pass(250);
    expect(stage.heard()).toEqual(['moved 1']);
  });

  test('is not what leaves the record the same: a tab, a filter, an anchor', () => {
    const stage = readingA('a');
    stage.go('/deals/a?tab=2#notes');
    stage.pass(3_000);
    expect(stage.heard()).toEqual([]);
  });

  test('reads the new record as soon as it is there and quiet', () => {
    const stage = readingA('a');
    stage.go('/deals/b');
    stage.pass(400);
    stage.draw('b', 'b');
    stage.pass(300);
    expect(stage.heard()).toEqual(['moved 1', 'settled 1 Name of b']);
  });

  test('200 times in 5 s ends on the last record and never tells of another', () => {
    const stage = readingA('r0');
    for (let i = 1; i <= 200; i++) {
      stage.go(`/deals/r${i}`);
      stage.pass(25);
      stage.draw(`r${i}`, `r${i}`);
    }
    stage.pass(1_000);
    const heard = stage.heard();
    expect(heard.filter((one) => !one.startsWith('moved'))).toEqual(['settled 200 Name of r200']);
  });
});

describe('a tie', () => {
  test('that names another record is never agreed with, however long it is quiet', () => {
    const stage = readingA('a');
    stage.go('/deals/b');
    stage.pass(60_000);
    expect(stage.heard()).toEqual(['moved 1', 'unsure 1 Name of a, unmoved name amount owner']);
  });

  test('that names another record counts more than values that changed', () => {
    const stage = readingA('a');
    stage.go('/deals/b');
    stage.draw('c', 'c');
    stage.pass(60_000);
    expect(stage.heard()).toEqual(['moved 1', 'unsure 1 Name of c, unmoved name amount owner']);
  });

  test('is enough after any number of moves', () => {
    const stage = readingA('a');
    for (const id of ['b', 'c', 'd']) stage.go(`/deals/${id}`);
    stage.draw('d', 'd');
    stage.pass(300);
    expect(stage.heard()).toEqual(['moved 1', 'moved 2', 'moved 3', 'settled 3 Name of d']);
  });

  test('is waited for where pages of this kind have shown one before', () => {
    const stage = readingA('a');
    stage.go('/deals/b');
    stage.draw('b', null);
    stage.pass(4_000);
    expect(stage.heard()).toEqual(['moved 1']);
    stage.redraw({}, 'b');
    stage.pass(300);
    expect(stage.heard()).toEqual(['settled 1 Name of b']);
  });

  test.each([
    ['/deals/006Kj00000AbCdE', '006Kj00000AbCdEIAV', true],
    ['/deals/006Kj00000AbCdEIAV', '006Kj00000AbCdE', true],
    ['/deals/006Kj00000AbCdE', '006Kj00000AbCdeIAV', false],
    ['/deals/7', '/Opportunity/edit/7', true],
    ['/deals/7', '/app#Opportunity/view/7', true],
    ['/deals/7', '/Opportunity/edit/77', false],
    ['/deals/7', '17', false],
  ])('for %s is %s: %s', (url, tie, agrees) => {
    const stage = new Stage({ url });
    stage.draw('a', tie);
    stage.start();
    stage.pass(1_000);
    expect(stage.heard()).toEqual(agrees ? ['settled 0 Name of a'] : []);
  });

  test('alone is a reading of a page where nothing could be read, once it has been quiet for 2 s', () => {
    const stage = new Stage();
    stage.draw('a', 'a', {});
    stage.start();
    stage.pass(1_900);
    expect(stage.heard()).toEqual([]);
    stage.pass(200);
    expect(stage.heard()).toEqual(['settled 0 nothing']);
  });
});

describe('without a tie', () => {
  test('the first page that opens is believed', () => {
    const stage = new Stage();
    stage.draw('a');
    stage.start();
    stage.pass(150);
    expect(stage.heard()).toEqual(['settled 0 Name of a']);
  });

  test('a page that the script came late to must first be quiet for 2 s', () => {
    const stage = new Stage({ startedLate: true });
    stage.draw('a');
    stage.start();
    stage.pass(1_900);
    expect(stage.heard()).toEqual([]);
    stage.pass(200);
    expect(stage.heard()).toEqual(['settled 0 Name of a']);
  });

  test('one move is believed when the values have changed, and not before', () => {
    const stage = readingA(null);
    stage.go('/deals/b');
    stage.pass(4_000);
    expect(stage.heard()).toEqual(['moved 1']);
    stage.draw('b');
    stage.pass(300);
    expect(stage.heard()).toEqual(['moved 1', 'settled 1 Name of b'].slice(1));
  });

  test('an old record that is taken down or filled in piece by piece is not the new one', () => {
    const stage = readingA(null);
    stage.redraw({ lastActivity: 'Call' });
    stage.pass(4_000);
    stage.heard();
    stage.go('/deals/b');
    stage.redraw({ lastActivity: 'Meeting' });
    stage.pass(1_000);
    stage.draw('a', null, { name: 'Name of a' });
    stage.pass(1_000);
    stage.draw('a', null, { ...valuesOf('a'), lastActivity: 'Mail' });
    stage.pass(1_000);
    expect(stage.heard()).toEqual(['moved 1']);
  });

  test('nor is one that is drawn anew on a page without a record, and stays', () => {
    const stage = readingA(null);
    stage.go('/deals');
    stage.draw('a');
    stage.pass(900);
    stage.go('/deals/b');
    stage.pass(9_000);
    expect(stage.heard()).not.toContain('settled 2 Name of a');
  });

  test('nor is one that a field was missing from when it was read', () => {
    const stage = new Stage();
    stage.draw('a', null, { name: 'Name of a' });
    stage.start();
    stage.pass(4_000);
    stage.go('/deals/b');
    stage.redraw({ owner: 'Owner of a' });
    stage.pass(4_000);
    expect(stage.heard()).toEqual(['settled 0 Name of a', 'moved 1']);
  });

  test('two moves without a reading between are not believed, and 5 s later the watch says so once', () => {
    const stage = readingA(null);
    stage.go('/deals/b');
    stage.pass(100);
    stage.go('/deals/c');
    stage.draw('b');
    stage.pass(60_000);
    expect(stage.heard()).toEqual(['moved 1', 'moved 2', 'unsure 2 Name of b, unmoved name amount owner']);
  });

  test('a list on which no record is left counts as a reading', () => {
    const stage = readingA(null);
    stage.go('/deals');
    stage.clear();
    stage.pass(500);
    stage.go('/deals/b');
    stage.draw('b');
    stage.pass(500);
    expect(stage.heard()).toEqual(['moved 1', 'settled 1 nothing', 'moved 2', 'settled 2 Name of b']);
  });

  test('so does a page of no kind', () => {
    const stage = readingA(null);
    stage.go('/settings');
    stage.clear();
    stage.pass(500);
    stage.go('/deals/b');
    stage.draw('b');
    stage.pass(500);
    expect(stage.heard().at(-1)).toBe('settled 2 Name of b');
  });

  test('a list on which the old record is still shown does not', () => {
    const stage = readingA(null);
    stage.go('/deals');
    stage.pass(1_000);
    stage.go('/deals/b');
    stage.pass(60_000);
    expect(stage.heard()).toEqual([
      'moved 1',
      'settled 1 nothing',
      'moved 2',
      'unsure 2 Name of a, unmoved name amount owner',
    ]);
  });

  test('a record that was already there when the list was left must first be quiet for 2 s', () => {
    const stage = new Stage({ url: '/deals' });
    stage.start();
    stage.pass(2_000);
    stage.draw('b');
    stage.go('/deals/b');
    stage.heard();
    stage.pass(2_000);
    expect(stage.heard()).toEqual([]);
    stage.pass(300);
    expect(stage.heard()).toEqual(['settled 1 Name of b']);
  });

  test('a redirect from a start page on which no record was shown is no doubt', () => {
    const stage = new Stage({ url: '/' });
    stage.start();
    stage.pass(20);
    stage.go('/deals/a');
    stage.draw('a');
    stage.pass(500);
    expect(stage.heard()).toEqual(['settled 0 nothing', 'moved 1', 'settled 1 Name of a']);
  });
});
