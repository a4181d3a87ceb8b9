import { afterEach, describe, expect, test } from 'vitest';
import { isBlanked, knownBy } from '@/lib/crm/blank';
import { describePage } from '@/lib/crm/collect/describe';
import type { OpenRoot } from '@/lib/crm/collect/flat-tree';
import { DESCRIPTION_LIMITS } from '@/lib/crm/description';
import { AT, closePages, field, open, openNothing, recipe, URL_OF_DEAL } from './page';

afterEach(closePages);

const deal = recipe({
  fields: {
    name: field({ by: 'css', css: 'h1' }, { by: 'title' }),
    amount: field({ by: 'attribute', attribute: 'data-f', name: 'amount' }),
    owner: field({ by: 'label', words: ['owner'] }),
    stage: field({ by: 'css', css: '??' }),
  },
});

const described = (html: string, openRoot: OpenRoot = openNothing) =>
  describePage(deal, { document: open(html), url: URL_OF_DEAL, openRoot, now: () => AT });

const structure = (html: string) => described(`<main>${html}</main>`).structure.split('\n').slice(1);

test('it says what each locator named, how much of it is shown, and whether it gave a value', () => {
  const { crm, recipeVersion, page, tried } = described(
    `<title>Pump</title><main><h1>Pump</h1><h1 hidden>Old</h1><i data-f="amount" hidden>5</i>
     <div><label>Owner</label><a>Ana</a></div></main>`,
  );
  expect({ crm, recipeVersion, page }).toEqual({ crm: 'test', recipeVersion: 1, page: 0 });
  expect(tried).toEqual({
    name: [
      { matched: 2, visible: 1, found: 1 },
      { matched: null, visible: null, found: 1 },
    ],
    amount: [{ matched: 1, visible: 0, found: 0 }],
    owner: [{ matched: null, visible: null, found: 1 }],
    stage: [{ matched: null, visible: null, found: 0 }],
  });
});

test('the structure has the elements, the names of attributes, and of text its length alone', () => {
  expect(
    structure(
      `<div class="row user-maria" data-f="amount" data-dealSum="Acme 7" title="Acme" style="top: 1px">
         <span>Acme renewal</span> €84,250<input value="7000" name="amount" type="text" placeholder="Sum of Acme">
       </div>`,
    ),
  ).toEqual([
    ' <div class="row user-xxxxx" data-f="amount" data-xxxxxxx="Xxxx 0" title="Xxxx" style>',
    '  <span>',
    '   "Xxxx xxxxxxx"',
    '  "€00,000"',
    '  <input value="0000" name="amount" type="text" placeholder="Xxx xx Xxxx">',
  ]);
});

test('even words that are known do not stay in what a person wrote', () => {
  expect(structure(`<a href="/deals/amount" aria-label="Amount owner">Amount</a>`)).toEqual([
    ' <a href="/xxxxx/xxxxxx" aria-label="Xxxxxx xxxxx">',
    '  "Xxxxxx"',
  ]);
});

test('scripts, styles and what is hidden are named and not told', () => {
  expect(
    structure(
      `<script>secret()</script><style>.maria {}</style><section hidden><p>Old deal</p></section><!-- Maria --><svg><title>Maria</title></svg>`,
    ),
  ).toEqual([' <script> #hidden', ' <style> #hidden', ' <section hidden> #hidden', ' <svg>']);
});

test('shadow roots are looked into, closed ones too', () => {
  const page = open('<main><x-card></x-card></main>');
  const root = page.querySelector('x-card')?.attachShadow({ mode: 'closed' });
  const cell = page.createElement('dd');
  cell.textContent = 'Maria';
  root?.append(cell);
  const openRoot: OpenRoot = (element) => (element.localName === 'x-card' ? (root ?? null) : null);
  const { structure: told } = describePage(deal, {
    document: page,
    url: URL_OF_DEAL,
    openRoot,
    now: () => AT,
  });
  expect(told.split('\n').slice(1)).toEqual([' <x-card> #shadow', '  <dd>', '   "Xxxxx"']);
});

test('without the region there is no structure, and on another page nothing', () => {
  expect(described('<p>Loading</p>')).toMatchObject({ page: 0, structure: '' });
  const other = describePage(deal, {
    document: open('<main>Maria</main>'),
    url: 'https://crm.example.com/home',
    openRoot: openNothing,
    now: () => AT,
  });
  expect(other).toEqual({ crm: 'test', recipeVersion: 1, page: null, tried: {}, structure: '' });
});

describe('a page that is made to be endless', () => {
  test.each([
    ['deep', '<div>'.repeat(2_000)],
    ['wide', '<p>Maria</p>'.repeat(5_000)],
    ['both', `<ul>${`<li>${'<b>Maria</b>'.repeat(50)}</li>`.repeat(50)}</ul>`.repeat(50)],
    ['in one name', `<div class="${'maria '.repeat(50_000)}">${'Maria '.repeat(100_000)}</div>`],
    ['in names', `<div ${Array.from({ length: 5_000 }, (_, at) => `maria${at}="Maria"`).join(' ')}></div>`],
  ])('%s: what is told of it stays small and blank', (_, html) => {
    const { structure: told } = described(`<main>${html}</main>`);
    expect(told.length).toBeLessThanOrEqual(DESCRIPTION_LIMITS.structure);
    expect(told).toContain('…');
    expect(isBlanked(told, knownBy(deal))).toBe(true);
  });
});

test('a page that breaks the calls of the browser is told as far as it can be', () => {
  const { structure: told } = described(
    '<main><p>one</p><form><input name="childNodes"><input name="attributes"></form></main>',
  );
  expect(told).toMatch(/^<main>\n <p>\n {2}"xxx"/);
});
