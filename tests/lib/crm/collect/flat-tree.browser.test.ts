import { afterEach, describe, expect, test } from 'vitest';
import { flatParent, query, regionOf, type OpenRoot } from '@/lib/crm/collect/flat-tree';
import { closePages, field, look, open, openNothing, readIn, recipe } from './page';

afterEach(closePages);

const amount = { by: 'css', css: '.amount' } as const;

/** Puts a shadow root with this markup on the element that the selector names. */
function shadow(page: ParentNode, css: string, html: string, mode: 'open' | 'closed' = 'open'): ShadowRoot {
  const host = page.querySelector(css);
  if (host === null) throw new Error(`no ${css}`);
  const root = host.attachShadow({ mode });
  root.innerHTML = html;
  return root;
}

describe('a page with shadow roots', () => {
  test('is read where the framework only pretends to have them', () => {
    const page = open('<main><x-deal><x-field><span class="amount">500</span></x-field></x-deal></main>');
    expect(readIn(page, amount)).toEqual(['500']);
  });

  test('is read through native roots in native roots', () => {
    const page = open('<main><x-deal></x-deal></main>');
    const outer = shadow(page, 'x-deal', '<x-field></x-field>');
    shadow(outer, 'x-field', '<span class="amount">500</span>');
    expect(readIn(page, amount)).toEqual(['500']);
  });

  test('is read where only the values are in roots', () => {
    const page = open('<main><div><label>Amount</label><x-value></x-value></div></main>');
    shadow(page, 'x-value', '<span>500</span>');
    expect(readIn(page, { by: 'label', words: ['amount'] })).toEqual(['500']);
  });

  test('is read where the record itself is in a root', () => {
    const page = open('<x-app></x-app>');
    shadow(page, 'x-app', '<main><b class="amount">500</b></main>');
    expect(readIn(page, amount)).toEqual(['500']);
  });

  test('gives the words in the order in which they are seen: a slot shows what is assigned to it', () => {
    const page = open('<main><x-deal class="amount"><b>500</b><i slot="unit">EUR</i></x-deal></main>');
    shadow(page, 'x-deal', '<slot name="unit"></slot> <em>only</em> <slot></slot>');
    expect(readIn(page, amount)).toEqual(['EUR only 500']);
  });

  test('shows what stands in a slot that is not filled', () => {
    const page = open('<main><x-deal class="amount"></x-deal></main>');
    shadow(page, 'x-deal', '<slot>nothing yet</slot>');
    expect(readIn(page, amount)).toEqual(['nothing yet']);
  });

  test('does not show a child that no slot takes', () => {
    const page = open('<main><x-deal><b class="amount">500</b></x-deal></main>');
    shadow(page, 'x-deal', '<i>other</i>');
    expect(readIn(page, amount)).toEqual([]);
  });

  test('finds what is assigned into the record from outside its tree', () => {
    const page = open('<x-app><p><b class="amount">500</b></p></x-app><b class="amount">elsewhere</b>');
    shadow(page, 'x-app', '<main><slot></slot></main>');
    expect(readIn(page, amount)).toEqual(['500']);
  });

  test('is read through closed roots of custom elements with the opener of the browser', () => {
    const page = open('<main><x-deal></x-deal></main>');
    const closed = shadow(page, 'x-deal', '<b class="amount">500</b>', 'closed');
    const opener: OpenRoot = (element) => (element.localName === 'x-deal' ? closed : null);
    expect(readIn(page, amount, opener)).toEqual(['500']);
    expect(readIn(page, amount)).toEqual([]);
  });

  test('never gives the opener anything but an element of HTML, and outlives an opener that throws', () => {
    const page = open(
      '<main><svg><g class="x-y"></g><x-y></x-y></svg><x-deal></x-deal><b class="amount">5</b></main>',
    );
    const asked: string[] = [];
    const opener: OpenRoot = (element) => {
      asked.push(element.localName);
      if (!element.matches('x-deal'))
        throw new TypeError('Error in invocation of dom.openOrClosedShadowRoot');
      throw new Error('Extension context invalidated.');
    };
    expect(readIn(page, amount, opener)).toEqual(['5']);
    expect(new Set(asked)).toEqual(new Set(['x-deal']));
  });

  test('is read by a selector that steps through roots', () => {
    const page = open('<main><x-old></x-old><x-deal></x-deal></main>');
    shadow(page, 'x-old', '<b class="amount">1</b>');
    shadow(page, 'x-deal', '<b class="amount">2</b>');
    expect(readIn(page, { by: 'css', css: 'x-deal >>> .amount' })).toEqual(['2']);
    expect(readIn(page, { by: 'css', css: 'x-deal .amount' })).toEqual([]);
  });

  test('follows a hidden host: what is in its root is hidden, too', () => {
    const page = open('<main><x-old aria-hidden="true"></x-old><x-deal></x-deal></main>');
    shadow(page, 'x-old', '<b class="amount">1</b>');
    shadow(page, 'x-deal', '<b class="amount">2</b>');
    expect(readIn(page, amount)).toEqual(['2']);
  });
});

describe('a query', () => {
  test('gives the same elements by the browser and by walking', () => {
    const html = '<p class="a"><b>1</b><i class="a"></i></p><div><p class="a b"></p></div>';
    const page = open(`<main>${html}</main>`);
    const main = page.querySelector('main');
    if (main === null) throw new Error('no main');
    const fast = regionOf(main, openNothing);
    expect(fast.order).toBeNull();
    const answers = ['.a', '*', 'main', 'p, i', 'main > p', ':not(p)'].map((css) => query(fast, css));
    main.append(page.createElement('x-y'));
    shadow(page, 'x-y', '');
    main.querySelector('x-y')?.toggleAttribute('hidden');
    const slow = regionOf(main, openNothing);
    expect(slow.order).not.toBeNull();
    const walked = ['.a', '*', 'main', 'p, i', 'main > p', ':not(p)'].map((css) =>
      query(slow, css).filter((element) => element.localName !== 'x-y'),
    );
    expect(walked).toEqual(answers);
  });

  test('leaves out a child of a host that no slot takes', () => {
    const page = open('<x-deal><b>no</b></x-deal>');
    shadow(page, 'x-deal', '<b>yes</b>');
    const found = query(regionOf(page.body, openNothing), 'b');
    expect(found.map((element) => element.textContent)).toEqual(['yes']);
  });

  test('climbs from a slotted element through its slot to the host', () => {
    const page = open('<x-app><b>500</b></x-app>');
    const root = shadow(page, 'x-app', '<main><slot></slot></main>');
    const b = page.querySelector('b');
    const slot = root.querySelector('slot');
    expect(b === null ? null : flatParent(b)).toBe(slot);
    const main = root.querySelector('main');
    expect(main === null ? null : flatParent(main)).toBe(page.querySelector('x-app'));
  });
});

test('a form whose controls are called like the browser’s own properties neither throws nor hangs', () => {
  const names = [
    'childNodes',
    'parentNode',
    'matches',
    'querySelectorAll',
    'localName',
    'getAttribute',
    'shadowRoot',
  ];
  const inputs = names.map((name) => `<input name="${name}">`).join('');
  const page = open(`<form id="f"><main><b class="amount">5</b></main>${inputs}</form>`);
  const read = () => look(page, recipe({ roots: ['form', 'main'], fields: { amount: field(amount) } }));
  expect(read).not.toThrow();
});
