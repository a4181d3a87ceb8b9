import { afterEach, describe, expect, test } from 'vitest';
import type { Recipe } from '@/lib/crm/recipe';
import { closePages, field, look, open, openNothing, recipe } from './page';
import { readingA, Stage, staged } from './staged';

/** What is left standing of a record when the next one comes is told as unsure, also where it stood there only for a moment. */

afterEach(closePages);

/** The head of a record is drawn; its owner follows. */
const head = (id: string) => ({ name: `Name of ${id}`, amount: `1 ${id}` });

/** The deal pages of the stage, with a preview over its list. */
const previews: Recipe = {
  ...staged,
  pages: [
    ...staged.pages.slice(0, 1).map((page) => ({ ...page, urls: ['/deals'], record: [] })),
    ...staged.pages,
  ],
};

describe('what is left', () => {
  test('of an answer that came late is unsure under the right one', () => {
    const stage = readingA('a');
    stage.go('/deals/b');
    stage.go('/deals/c');
    stage.draw('b', 'b');
    stage.pass(500);
    stage.redraw(head('c'), 'c');
    stage.pass(500);
    expect(stage.heard()).toEqual(['moved 1', 'moved 2', 'settled 2 Name of c, unmoved owner']);
    stage.redraw({ owner: 'Owner of c' });
    stage.pass(500);
    expect(stage.heard()).toEqual(['settled 2 Name of c']);
  });

  test.each([null, 'a'])('of a record whose owner came after the move is unsure (tie: %s)', (tie) => {
    const stage = readingA(tie);
    stage.go('/deals/b');
    stage.pass(200);
    stage.redraw({ lastActivity: 'Called Ana' });
    stage.pass(300);
    stage.redraw(head('b'), tie === null ? null : 'b');
    stage.pass(500);
    expect(stage.heard()).toEqual(['moved 1', 'settled 1 Name of b, unmoved owner lastActivity']);
  });

  test.each([null, 'a'])(
    'of a record is unsure also where it came between a look and the move (tie: %s)',
    (tie) => {
      const stage = readingA(tie);
      stage.redraw({ lastActivity: 'Called Ana' });
      stage.go('/deals/b');
      stage.redraw(head('b'), tie === null ? null : 'b');
      stage.pass(500);
      expect(stage.heard()).toEqual(['moved 1', 'settled 1 Name of b, unmoved owner lastActivity']);
    },
  );

  test('of what was drawn in the background is unsure', () => {
    const stage = readingA('a');
    stage.hide();
    stage.go('/deals/b');
    stage.go('/deals/c');
    stage.draw('b', 'b');
    stage.redraw(head('c'), 'c');
    stage.show();
    stage.pass(500);
    expect(stage.heard().at(-1)).toBe('settled 2 Name of c, unmoved name amount owner');
    stage.redraw({ owner: 'Owner of c' });
    stage.pass(2_500);
    expect(stage.heard().at(-1)).toBe('settled 2 Name of c');
  });

  test('of a preview that was gone before it was told is unsure', () => {
    const stage = new Stage({ url: '/deals', recipe: previews });
    stage.start();
    stage.pass(1_000);
    stage.preview('a');
    stage.pass(1_050);
    stage.heard();
    stage.redraw(head('b'), 'b');
    stage.pass(500);
    expect(stage.heard()).toEqual(['settled 1 Name of b, unmoved owner']);
  });

  test('of a preview that none has looked at is unsure once the tab is shown', () => {
    const stage = new Stage({ url: '/deals', recipe: previews });
    stage.isHidden = true;
    stage.preview('a');
    stage.start();
    stage.pass(4_000);
    stage.show(true);
    stage.redraw(head('b'), 'b');
    stage.pass(500);
    expect(stage.heard()).toEqual(['moved 1', 'settled 1 Name of b, unmoved owner']);
  });

  test('of a preview that was drawn anew in the background is unsure', () => {
    const stage = new Stage({ url: '/deals', recipe: previews });
    stage.preview('a');
    stage.start();
    stage.pass(4_000);
    stage.hide();
    stage.preview('a');
    stage.heard();
    stage.show(true);
    stage.redraw(head('b'), 'b');
    stage.pass(500);
    expect(stage.heard()).toEqual(['moved 1', 'settled 1 Name of b, unmoved owner']);
  });

  test('stays unsure where it was drawn anew in the background', () => {
    const stage = readingA('a');
    stage.go('/deals/b');
    stage.redraw(head('b'), 'b');
    stage.pass(300);
    expect(stage.heard()).toEqual(['moved 1', 'settled 1 Name of b, unmoved owner']);
    stage.hide();
    stage.redraw({ ...head('b'), owner: 'Owner of a' });
    stage.show();
    stage.pass(500);
    expect(stage.heard()).toEqual([]);
    stage.pass(2_000);
    expect(stage.heard()).toEqual(['settled 1 Name of b']);
  });

  test('stays unsure when the recipe changes', () => {
    const stage = new Stage();
    stage.draw('a', 'a');
    const watcher = stage.start();
    stage.pass(4_000);
    stage.go('/deals/b');
    stage.redraw(head('b'), 'b');
    stage.pass(300);
    stage.heard();
    watcher.use({ ...staged, version: 2 });
    stage.pass(300);
    expect(stage.heard().at(-1)).toBe('settled 1 Name of b, unmoved owner');
  });
});

describe('without a tie', () => {
  test('an owner who was unsure and comes after the next move does not make the old page the new one', () => {
    const stage = readingA(null);
    stage.go('/deals/b');
    stage.redraw(head('b'));
    stage.pass(300);
    expect(stage.heard()).toEqual(['moved 1', 'settled 1 Name of b, unmoved owner']);
    stage.go('/deals/c');
    stage.redraw({ owner: 'Owner of b' });
    stage.pass(4_000);
    expect(stage.heard()).toEqual(['moved 2']);
    stage.draw('c');
    stage.pass(300);
    expect(stage.heard()).toEqual(['settled 2 Name of c']);
  });

  test('a late answer over a record that was just read is not believed before 2 s', () => {
    const stage = readingA(null);
    stage.go('/deals/b');
    stage.draw('b');
    stage.pass(400);
    stage.draw('a');
    stage.pass(1_500);
    stage.draw('b');
    stage.pass(4_000);
    expect(stage.heard()).toEqual(['moved 1', 'settled 1 Name of b']);
  });

  test('what is left of an answer that came late, between the last look at a list and the move, must be quiet for 2 s', () => {
    const stage = new Stage({ url: '/deals' });
    stage.start();
    stage.pass(1_000);
    stage.draw('a');
    stage.go('/deals/b');
    stage.redraw(head('b'));
    stage.heard();
    stage.pass(1_000);
    expect(stage.heard()).toEqual([]);
    stage.redraw({ owner: 'Owner of b' });
    stage.pass(2_300);
    expect(stage.heard()).toEqual(['settled 1 Name of b']);
  });

  test('a record that waits for its 2 s is not believed the moment that it is drawn anew', () => {
    const stage = new Stage({ url: '/deals' });
    stage.start();
    stage.pass(2_000);
    stage.draw('a');
    stage.go('/deals/b');
    stage.pass(1_000);
    stage.heard();
    stage.draw('a');
    stage.pass(100);
    stage.draw('b');
    stage.pass(100);
    expect(stage.heard()).toEqual([]);
    stage.pass(200);
    expect(stage.heard()).toEqual(['settled 1 Name of b']);
  });

  test('a record that was being drawn when the list was left is not believed before 2 s', () => {
    const stage = new Stage({ url: '/deals' });
    stage.start();
    stage.pass(1_000);
    stage.heard();
    stage.draw('a', null, { name: 'Name of a' });
    stage.pass(1_000);
    stage.go('/deals/b');
    stage.redraw({ amount: '1 a' });
    stage.pass(1_500);
    expect(stage.heard()).toEqual(['moved 1']);
  });
});

test('a preview that opens over a list is sure at once: nothing was there before', () => {
  const page = open(
    '<main><h1>Deals</h1></main><aside hidden><a href="/deals/d-7">Open</a><h2>Pump</h2></aside>',
  );
  const overList = recipe({
    urls: ['/deals'],
    roots: ['aside'],
    record: [{ by: 'css', css: 'a', take: { what: 'link' } }],
    fields: { name: field({ by: 'css', css: 'h2' }) },
  });
  overList.pages.push(...recipe().pages);
  overList.pages.push({
    kind: 'list',
    object: 'Deal',
    urls: ['/deals'],
    roots: ['main'],
    ties: [],
    fields: {},
  });
  const stage = new Stage({
    url: '/deals',
    recipe: overList,
    look: (of, url) => look(page, of, openNothing, url),
  });
  stage.start();
  stage.pass(1_000);
  page.querySelector('aside')?.removeAttribute('hidden');
  stage.heard();
  stage.pass(1_500);
  expect(stage.heard()).toEqual(['moved 1', 'settled 1 Pump']);
});
