import { afterEach, describe, expect, test } from 'vitest';
import { readRows, type RowMemory, type RowSource } from '@/lib/crm/collect/rows';
import { takeLook } from '@/lib/crm/collect/look';
import type { RowEvidence } from '@/lib/crm/evidence';
import type { Recipe, RowsRecipe } from '@/lib/crm/recipe';
import { AT, closePages, field, open, openNothing, recipe } from './page';
import { Stage } from './staged';

afterEach(closePages);

const LIST = 'https://crm.example.com/deals';

const rows: RowsRecipe = {
  row: 'tbody tr',
  id: [{ by: 'css', css: 'a', take: { what: 'link' } }],
  fields: {
    name: field({ by: 'css', css: 'a' }),
    amount: field({ by: 'css', css: '[data-f="amount"]' }),
    owner: field({ by: 'css', css: '[data-f="owner"]' }),
  },
  heads: { closeDate: 'th[data-f="closeDate"]' },
  counter: [{ by: 'css', css: '.count' }],
};

function listOf(more: Partial<RowsRecipe> = {}): Recipe {
  const all = recipe({ fields: { name: field() } });
  const list = {
    kind: 'list',
    object: 'Deal',
    urls: ['/deals'],
    roots: ['main'],
    ties: [],
    fields: {},
  } as const;
  all.pages.push({ ...list, urls: ['/deals'], roots: ['main'], ties: [], rows: { ...rows, ...more } });
  return all;
}

const tr = (id: string, more = '') =>
  `<tr><td><a href="/deals/${id}">Deal ${id}</a></td><td data-f="amount">${id}0</td>${more}</tr>`;
const table = (...inner: string[]) =>
  `<main><p class="count">1-2 / 40</p><table><thead><tr><th data-f="closeDate">Closes</th></tr></thead><tbody>${inner.join('')}</tbody></table></main>`;

function lookAt(document: Document, from = listOf()) {
  return takeLook(from, { document, url: LIST, openRoot: openNothing, now: () => AT });
}

function readAll(document: Document, from = listOf(), memory: RowMemory = new WeakMap()): RowEvidence[] {
  const source = lookAt(document, from).rows;
  if (source === null) throw new Error('no rows here');
  return drain(source, memory);
}

function drain(source: RowSource, memory: RowMemory): RowEvidence[] {
  const pass = readRows(source, memory);
  for (;;) {
    const step = pass.next();
    if (step.done === true) return step.value;
  }
}

const raws = (row: RowEvidence | undefined) =>
  Object.fromEntries(Object.entries(row?.fields ?? {}).map(([name, found]) => [name, found[0]?.raw]));

test('a look at a list says what it says of itself, and where its rows are', () => {
  const look = lookAt(open(table(tr('1'), tr('2'))));
  expect(look.evidence).toMatchObject({
    page: 1,
    rooted: true,
    fields: {},
    list: { counter: [{ locator: 0, raw: '1-2 / 40' }], heads: { closeDate: 'Closes' } },
  });
  expect(look.rows).not.toBeNull();
  expect(lookAt(open('<p>…</p>')).rows).toBeNull();
});

test('a count that stands in a shadow root is found where the rows stand in one, too', () => {
  const counterOf = (html: string) => {
    const page = open(`<main><x-list></x-list>${html}</main>`);
    const shadow = page.querySelector('x-list')?.attachShadow({ mode: 'open' });
    if (shadow) shadow.innerHTML = '<p class="count">50+</p><div><x-rows></x-rows></div>';
    const inner = shadow?.querySelector('x-rows')?.attachShadow({ mode: 'open' });
    if (inner) inner.innerHTML = `<table><tbody>${tr('1')}</tbody></table>`;
    return lookAt(page).evidence.list?.counter;
  };
  expect(counterOf('')).toEqual([{ locator: 0, raw: '50+' }]);
  // Else the whole page is looked through only for a count that most lists do not have.
  expect(counterOf(`<table><tbody>${tr('1')}</tbody></table>`)).toEqual([]);
});

describe('rows', () => {
  test('have the id of the page they lead to, and what stands in them', () => {
    const read = readAll(open(table(tr('1'), tr('2', '<td data-f="owner">Ana</td>'))));
    expect(read.map(({ key, id }) => [key, id])).toEqual([
      ['1', '1'],
      ['2', '2'],
    ]);
    expect(raws(read[0])).toEqual({ name: 'Deal 1', amount: '10' });
    expect(raws(read[1])).toEqual({ name: 'Deal 2', amount: '20', owner: 'Ana' });
  });

  test('that are hidden are not read, nor is what is hidden in one', () => {
    const hidden = tr('2').replace('<tr>', '<tr hidden>');
    const read = readAll(open(table(tr('1', '<td data-f="owner" hidden>Ana</td>'), hidden)));
    expect(read.map(({ id }) => id)).toEqual(['1']);
    expect(raws(read[0])).toEqual({ name: 'Deal 1', amount: '10' });
  });

  test('without an id are told apart by what stands in them, and twins are two', () => {
    const plain = (name: string) => `<tr><td data-f="amount">${name}</td></tr>`;
    const read = readAll(open(table(plain('5'), plain('7'), plain('5'))));
    expect(read.map(({ id }) => id)).toEqual([null, null, null]);
    expect(new Set(read.map(({ key }) => key)).size).toBe(3);
  });

  test('that lead to no deal have no id', () => {
    const [row] = readAll(open(table('<tr><td><a href="/people/7">Ana</a></td></tr>')));
    expect(row?.id).toBeNull();
  });

  test('of one id are one row, and a row with nothing in it is none', () => {
    expect(readAll(open(table(tr('1'), tr('1'), '<tr><td></td></tr>'))).map(({ id }) => id)).toEqual(['1']);
  });

  test('are read again where their words or their id changed, and only there', () => {
    const page = open(table(tr('1'), tr('2')));
    const memory: RowMemory = new WeakMap();
    const [first, second] = readAll(page, listOf(), memory);
    const link = page.querySelectorAll('tbody a')[1];
    link?.setAttribute('href', '/deals/9');
    const again = readAll(page, listOf(), memory);
    expect(again[0]).toBe(first);
    expect(again[1]).not.toBe(second);
    expect(again[1]?.id).toBe('9');
  });

  test('in shadow roots are read, and read each time', () => {
    const page = open('<main><table><tbody><tr><td><x-a></x-a></td></tr></tbody></table></main>');
    const shadow = page.querySelector('x-a')?.attachShadow({ mode: 'open' });
    if (shadow) shadow.innerHTML = '<a href="/deals/3">Deal 3</a><i data-f="amount">30</i>';
    const memory: RowMemory = new WeakMap();
    expect(raws(readAll(page, listOf(), memory)[0])).toEqual({ name: 'Deal 3', amount: '30' });
    const amount = shadow?.querySelector('[data-f="amount"]');
    if (amount) amount.textContent = '31';
    expect(raws(readAll(page, listOf(), memory)[0])).toEqual({ name: 'Deal 3', amount: '31' });
  });

  test('of a board take their stage from the column they stand in', () => {
    const board = listOf({
      row: '.card',
      id: [],
      fields: {
        name: field({ by: 'css', css: 'b' }),
        stage: field({ by: 'above', box: '.column', css: 'h2', take: { without: ['i'] } }),
      },
    });
    const column = (name: string, ...cards: string[]) =>
      `<div class="column"><h2>${name} <i>(${cards.length})</i></h2>${cards.map((card) => `<p class="card"><b>${card}</b></p>`).join('')}</div>`;
    const read = readAll(open(`<main>${column('New', 'A', 'B')}${column('Won', 'C')}</main>`), board);
    expect(read.map(raws)).toEqual([
      { name: 'A', stage: 'New' },
      { name: 'B', stage: 'New' },
      { name: 'C', stage: 'Won' },
    ]);
  });

  test('of a board whose heads stand apart find theirs by its name', () => {
    const board = listOf({
      row: '.card',
      id: [],
      fields: {
        stage: field({ by: 'above', box: '[data-column]', css: 'th', named: 'data-column' }),
        name: field({ by: 'css', css: 'b' }),
      },
    });
    const html = `<main><table><thead><tr><th data-column="n">Neu</th><th data-column="w">Gewonnen</th></tr></thead>
      <tbody><tr><td data-column="n"><p class="card"><b>A</b></p></td><td data-column="w"><p class="card"><b>B</b></p></td></tr></tbody></table></main>`;
    expect(readAll(open(html), board).map(raws)).toEqual([
      { stage: 'Neu', name: 'A' },
      { stage: 'Gewonnen', name: 'B' },
    ]);
  });

  test('an id may stand among class names, or behind a prefix', () => {
    const ids = (html: string, take: object) =>
      readAll(
        open(table(html)),
        listOf({ id: [{ by: 'css', css: 'tr', take: { what: { attribute: 'class' }, ...take } }] }),
      ).map(({ id }) => id);
    const html = '<tr class="card 006A1 row-7"><td data-f="amount">5</td></tr>';
    expect(ids(html, { word: '006' })).toEqual(['006A1']);
    expect(ids(html, { word: 'row-', after: 'row-' })).toEqual(['7']);
    expect(ids(html, { word: 'deal-' })).toEqual([null]);
  });

  test('with 1 MB of markup in them give short words', () => {
    const [row] = readAll(
      open(
        table(`<tr><td data-f="amount">&lt;img src=x onerror=alert(1)&gt;${'x'.repeat(1_000_000)}</td></tr>`),
      ),
    );
    expect(row?.fields.amount?.[0]).toMatchObject({ cut: true });
    expect(row?.fields.amount?.[0]?.raw).toHaveLength(300);
    expect(JSON.stringify(row).length).toBeLessThan(2_000);
  });
});

describe('a watch', () => {
  function watching(html: string) {
    const page = open(html);
    const stage = new Stage({
      url: '/deals',
      recipe: listOf(),
      look: (from, url) => takeLook(from, { document: page, url, openRoot: openNothing, now: () => AT }),
    });
    stage.start();
    return { page, stage };
  }

  test('tells the list first, then the rows that stood still', () => {
    const { stage } = watching(table(tr('1'), tr('2')));
    stage.pass(1_000);
    expect(stage.heard()).toEqual(['settled 0 nothing', 'rows 0 1 2']);
    stage.pass(10_000);
    expect(stage.heard()).toEqual([]);
  });

  test('tells a row that comes later, as its reader scrolls, and one that changed', () => {
    const { page, stage } = watching(table(tr('1')));
    stage.pass(1_000);
    stage.heard();
    page.querySelector('tbody')?.insertAdjacentHTML('beforeend', tr('2'));
    stage.scroll();
    stage.pass(400);
    expect(stage.heard()).toEqual(['rows 0 2']);
    const amount = page.querySelector('[data-f="amount"]');
    if (amount) amount.textContent = '99';
    stage.pass(2_000);
    expect(stage.heard()).toEqual(['rows 0 1']);
  });

  test.each([
    ['is hidden while what stood over it closes', 1_000],
    ['takes long to load', 20_000],
  ])('tells the rows of a list that %s', (_name, ms) => {
    const { page, stage } = watching(table(tr('1'), tr('2')).replace('<main>', '<main aria-hidden="true">'));
    stage.pass(ms);
    expect(stage.heard()).toEqual(['settled 0 nothing']);
    page.querySelector('main')?.removeAttribute('aria-hidden');
    stage.pass(2_000);
    expect(stage.heard()).toEqual(['settled 0 nothing', 'rows 0 1 2']);
  });

  test('never tells a row that changes from look to look', () => {
    const { page, stage } = watching(table(tr('1')));
    const amount = page.querySelector('[data-f="amount"]');
    for (let at = 0; at < 40; at++) {
      if (amount) amount.textContent = String(at);
      stage.pass(100);
    }
    expect(stage.heard()).toEqual(['settled 0 nothing']);
  });

  test('does not take the rows of the list before for those of the next, until they have stood for long', () => {
    const { page, stage } = watching(table(tr('1'), tr('2')));
    stage.pass(1_000);
    stage.heard();
    stage.go('/deals?filter=mine');
    stage.pass(1_500);
    expect(stage.heard()).toEqual(['moved 1', 'settled 1 nothing']);
    page.querySelector('tbody')?.insertAdjacentHTML('beforeend', tr('3'));
    stage.pass(400);
    expect(stage.heard()).toEqual(['rows 1 3']);
    stage.pass(3_000);
    expect(stage.heard()).toEqual(['rows 1 1 2']);
  });

  test('tells all rows again to whoever has forgotten them', () => {
    const page = open(table(tr('1'), tr('2')));
    const stage = new Stage({
      url: '/deals',
      recipe: listOf(),
      look: (from, url) => takeLook(from, { document: page, url, openRoot: openNothing, now: () => AT }),
    });
    const watcher = stage.start();
    stage.pass(1_000);
    stage.heard();
    watcher.tellRowsAgain();
    stage.pass(1_000);
    expect(stage.heard()).toEqual(['rows 0 1 2']);
  });

  test('tells at most 500 rows at once', () => {
    const { stage } = watching(table(...Array.from({ length: 1_201 }, (_, at) => tr(String(at)))));
    stage.pass(2_000);
    const told = stage.told.filter((one) => one.name === 'rows').map((one) => one.rows.length);
    expect(told).toEqual([500, 500, 201]);
  });
});
