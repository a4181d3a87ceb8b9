import { afterEach, describe, expect, test } from 'vitest';
import { pagesOf } from '@/lib/crm/address';
import type { Recipe } from '@/lib/crm/recipe';
import { closePages, field, look, open, openNothing, recipe } from './page';
import { Stage, staged } from './staged';

/** Several kinds of page under one address: what is on screen tells them apart. */

afterEach(closePages);

const LIST = 'https://crm.example.com/deals';

const shared: Recipe = recipe({
  urls: ['/deals'],
  roots: ['aside'],
  record: [{ by: 'css', css: 'a', take: { what: 'link' } }],
  fields: { name: field({ by: 'css', css: 'h2' }) },
});
shared.pages.push(
  ...recipe({ fields: { name: field({ by: 'css', css: 'h1' }) } }).pages,
  { kind: 'list', object: 'Deal', urls: ['/deals'], roots: ['table'], ties: [], fields: {} },
  { kind: 'board', object: 'Deal', urls: ['/deals'], roots: ['.board'], ties: [], fields: {} },
);

const at = (html: string, url = LIST) => look(open(html), shared, openNothing, url).evidence;

describe('a look', () => {
  test.each([
    ['the list', '<table><tr><td>A</td></tr></table>', { page: 2, rooted: true }],
    ['the board', '<div class="board">A</div>', { page: 3, rooted: true }],
    ['the board, the list being hidden', '<table hidden></table><p class="board">A</p>', { page: 3 }],
    [
      'the first kind that needs no record, while nothing has come',
      '<p>…</p>',
      { page: 2, rooted: false, recordId: null },
    ],
  ])('finds %s', (_name, html, expected) => {
    expect(at(html)).toMatchObject(expected);
  });

  test('finds a preview over the list, with the id that stands in it as its record and its tie', () => {
    const preview = '<aside><h2>Pump</h2><a href="/deals/d-7">Open</a></aside>';
    expect(at(`<table><tr><td>A</td></tr></table>${preview}`)).toMatchObject({
      page: 0,
      rooted: true,
      recordId: 'd-7',
      ties: [{ locator: 0, raw: '/deals/d-7' }],
      fields: { name: [{ raw: 'Pump' }] },
    });
  });

  test.each([
    ['is not drawn yet', '<aside><h2>Pump</h2></aside>'],
    ['is of something else', '<aside><h2>Ana</h2><a href="/people/7">Open</a></aside>'],
    ['was closed', '<aside hidden><h2>Pump</h2><a href="/deals/d-7">Open</a></aside>'],
  ])('finds the list while a preview %s', (_name, preview) => {
    expect(at(`<table><tr><td>A</td></tr></table>${preview}`)).toMatchObject({ page: 2, fields: {} });
  });
});

test('an id may be told by how it begins', () => {
  const typed: Recipe = recipe({ urls: ['/r/{id:006}/view'] });
  expect(pagesOf(typed, 'https://a.example/r/006x1/view')).toMatchObject([{ index: 0, id: '006x1' }]);
  expect(pagesOf(typed, 'https://a.example/r/001x1/view')).toEqual([]);
});

describe('a watch', () => {
  /** The deal pages of the stage, with a preview over its list. */
  const previews: Recipe = {
    ...staged,
    pages: [
      ...staged.pages.slice(0, 1).map((page) => ({ ...page, urls: ['/deals'], record: [] })),
      ...staged.pages,
    ],
  };
  const onList = () => {
    const stage = new Stage({ url: '/deals', recipe: previews });
    stage.start();
    stage.pass(1_000);
    stage.heard();
    return stage;
  };

  test('tells a move when a preview opens, when another comes in its place, and when it closes', () => {
    const stage = onList();
    stage.preview('a');
    stage.pass(3_000);
    expect(stage.heard()).toEqual(['moved 1', 'settled 1 Name of a']);
    stage.preview('b');
    stage.pass(3_000);
    expect(stage.heard()).toEqual(['moved 2', 'settled 2 Name of b']);
    stage.clear();
    stage.pass(3_000);
    expect(stage.heard()).toEqual(['moved 3', 'settled 3 nothing']);
  });

  test('is unsure of what the preview before showed, until it has stood for long', () => {
    const stage = onList();
    stage.preview('a');
    stage.pass(3_000);
    stage.heard();
    stage.redraw({ name: 'Name of b', amount: '1 b' }, 'b');
    stage.pass(1_500);
    expect(stage.heard()).toEqual(['moved 2', 'settled 2 Name of b, unmoved owner']);
    stage.redraw({ owner: 'Owner of b' });
    stage.pass(1_500);
    expect(stage.heard()).toEqual(['settled 2 Name of b']);
  });

  test('never tells a preview that is not quiet', () => {
    const stage = onList();
    for (const one of ['a', 'b', 'c', 'd']) {
      stage.preview(one);
      stage.pass(120);
    }
    stage.pass(1_000);
    expect(stage.heard()).toEqual(['moved 1', 'settled 1 Name of d']);
  });
});
