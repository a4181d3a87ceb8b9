import { afterEach, describe, expect, test } from 'vitest';
import { closePages, field, look, open, read, readIn, recipe } from './page';

afterEach(closePages);

describe('a locator by attribute', () => {
  const cell = `<main><div class="cell" data-name="amount"><label data-name="amount">Amount (EUR)</label>
    <div class="field" data-name="amount"> €1,250,000.00 </div></div></main>`;

  test('takes the value where cell, label and value carry the same name, and the label with it', () => {
    const { evidence } = look(
      open(cell),
      recipe({ fields: { amount: field({ by: 'attribute', attribute: 'data-name', name: 'amount' }) } }),
    );
    expect(evidence.fields.amount).toEqual([{ locator: 0, raw: '€1,250,000.00', label: 'Amount (EUR)' }]);
  });

  test('leaves the label out where one element holds label and value', () => {
    const html = '<main><div data-f="stage"><label>Stage</label><span>Won</span></div></main>';
    expect(read(html, { by: 'attribute', attribute: 'data-f', name: 'stage' })).toEqual(['Won']);
  });

  test('is narrowed to the region that it stands in', () => {
    const html = `<main><p class="log"><b data-f="owner">Log author</b></p><p class="card"><b data-f="owner">Ana</b></p></main>`;
    expect(read(html, { by: 'attribute', attribute: 'data-f', name: 'owner', inside: '.card' })).toEqual([
      'Ana',
    ]);
  });

  test('is narrowed to the part of it that is the value', () => {
    const html = `<main><div data-f="owner"><em>Owner</em><span class="value">Ana</span></div></main>`;
    expect(read(html, { by: 'attribute', attribute: 'data-f', name: 'owner', inside: '.value' })).toEqual([
      'Ana',
    ]);
  });

  test('copes with a name that is no plain word', () => {
    const html = `<main><b data-f='sfdc:RecordField."Deal".Amount]'>5</b></main>`;
    expect(
      read(html, { by: 'attribute', attribute: 'data-f', name: 'sfdc:RecordField."Deal".Amount]' }),
    ).toEqual(['5']);
  });
});

describe('a locator by css', () => {
  test('takes the first visible match that has a value', () => {
    const html = `<main><b class="v" hidden>old</b><b class="v"></b><b class="v">new</b><b class="v">more</b></main>`;
    expect(read(html, { by: 'css', css: '.v' })).toEqual(['new']);
  });

  test('takes all, at most 20, where all are wanted', () => {
    const html = `<main>${Array.from({ length: 30 }, (_, i) => `<i>${i}</i>`).join('')}</main>`;
    const found = read(html, { by: 'css', css: 'i', take: { all: true } });
    expect(found).toHaveLength(20);
    expect(found[19]).toBe('19');
  });

  test('finds nothing with a selector that is none', () => {
    expect(read('<main>x</main>', { by: 'css', css: 'div[[' })).toEqual([]);
  });

  test('leaves out the parts that are not the value', () => {
    const html = `<main><p class="v"><span class="badge">3</span>Ana <button>Edit</button></p></main>`;
    expect(read(html, { by: 'css', css: '.v', take: { without: ['.badge', 'button'] } })).toEqual(['Ana']);
  });

  test('never looks outside the record', () => {
    expect(read('<b class="v">elsewhere</b><main>x</main>', { by: 'css', css: '.v' })).toEqual([]);
  });
});

describe('a locator by label', () => {
  const locator = (...words: string[]) => ({ by: 'label', words }) as const;

  test.each([
    ['a label with for', '<label for="a">Amount</label><p>no</p><input id="a" value="500">', '500'],
    ['a label around its control', '<label>Amount: <input value="500"></label>', '500'],
    ['dt and dd', '<dl><dt>Stage</dt><dd>Won</dd><dt>Amount</dt><dd>500</dd></dl>', '500'],
    ['a table row', '<table><tr><th>Amount</th><td>500</td></tr></table>', '500'],
    ['siblings', '<div><span>Amount</span><span>500</span></div>', '500'],
    ['cousins', '<div><div><span>Amount</span></div><div><b>500</b></div></div>', '500'],
    ['a word and a bare text', '<p><b>Amount:</b> 500</p>', '500'],
    ['aria-labelledby', '<span id="l">Amount</span><p>no</p><div aria-labelledby="l">500</div>', '500'],
    ['aria-label', '<input aria-label="Amount" value="500">', '500'],
    [
      'a star in an element of its own',
      '<div><label><span>Amount</span><abbr>*</abbr></label><p>500</p></div>',
      '500',
    ],
  ])('reads the value of %s', (_, html, expected) => {
    expect(read(`<main>${html}</main>`, locator('amount'))).toEqual([expected]);
  });

  test('is kept to the parts of the page that it is said to stand in, and out of others', () => {
    const html = `<main><dl class="similar"><dt>Amount</dt><dd>31</dd></dl><section><p id="host"></p></section>
      <section><div class="other-field"><b>Amount</b><i>7</i></div></section></main>`;
    const page = open(html);
    const shadow = page.querySelector('#host')?.attachShadow({ mode: 'open' });
    if (shadow) shadow.innerHTML = '<b>Amount</b><i>500</i>';
    const amount = locator('amount');
    expect(readIn(page, { ...amount, take: { all: true } })).toEqual(['31', '500', '7']);
    expect(readIn(page, { ...amount, inside: 'section', outside: '.other-field' })).toEqual(['500']);
    expect(readIn(page, { ...amount, inside: '.similar' })).toEqual(['31']);
    expect(readIn(page, { ...amount, inside: 'dl', outside: '.similar' })).toEqual([]);
  });

  test('keeps the whole label, because it may hold the currency', () => {
    const page = open(
      '<main><div class="label">Opportunity Amount: (EUR €):</div><div>12,345.67</div></main>',
    );
    const { evidence } = look(page, recipe({ fields: { amount: field(locator('opportunity amount')) } }));
    expect(evidence.fields.amount).toEqual([
      { locator: 0, raw: '12,345.67', label: 'Opportunity Amount: (EUR €):' },
    ]);
  });

  test.each([
    '<div><div><span>Amount</span><span></span></div><div><span>Stage</span><span>Won</span></div></div>',
    '<div><label>Amount</label><label>Stage</label><p>Won</p></div>',
    '<dl><dt>Amount</dt><dt>Stage</dt><dd>Won</dd></dl>',
  ])('does not take the next value where its own is empty: %s', (html) => {
    expect(read(`<main>${html}</main>`, locator('amount'))).toEqual([]);
  });

  test('passes over a label that is hidden', () => {
    const html = `<main><div hidden><b>Amount</b><i>1</i></div><div><b>Amount</b><i>2</i></div></main>`;
    expect(read(html, locator('amount'))).toEqual(['2']);
  });
});

describe('a locator by role', () => {
  const steps = `<main><ul><li role="option" aria-selected="false">Won</li>
    <li role="option" aria-selected="true">Proposal</li></ul>
    <a role="tab" aria-current="false">A</a><a role="tab" aria-current="step">B</a><h2>Deal of Ana</h2></main>`;

  test('takes the one step that is on', () => {
    expect(read(steps, { by: 'role', role: 'option', state: 'selected' })).toEqual(['Proposal']);
    expect(read(steps, { by: 'role', role: 'tab', state: 'aria-current=step' })).toEqual(['B']);
    expect(read(steps, { by: 'role', role: 'tab', state: 'aria-current=page' })).toEqual([]);
  });

  test('knows the roles that elements have by themselves', () => {
    expect(read(steps, { by: 'role', role: 'heading' })).toEqual(['Deal of Ana']);
  });
});

describe('locators of the document', () => {
  const page = (head: string) => `<html><head>${head}</head><body><main>x</main></body></html>`;

  test('read a meta by name or property', () => {
    const html = page('<meta name="record" content=" d-1 "><meta property="og:title" content="Pump">');
    expect(read(html, { by: 'meta', name: 'record' })).toEqual(['d-1']);
    expect(read(html, { by: 'meta', name: 'og:title' })).toEqual(['Pump']);
    expect(read(html, { by: 'meta', name: 'none' })).toEqual([]);
  });

  test('read the title without what the CRM adds, and no title that is not of that form', () => {
    const html = page('<title>Deals › Pump | 2 | EspoCRM</title>');
    expect(read(html, { by: 'title', after: '› ', before: ' | EspoCRM' })).toEqual(['Pump | 2']);
    expect(read(html, { by: 'title', before: ' - Odoo' })).toEqual([]);
    expect(read(html, { by: 'title', after: 'none' })).toEqual([]);
    expect(read(html, { by: 'title' })).toEqual(['Deals › Pump | 2 | EspoCRM']);
  });
});

describe('the value of an element', () => {
  const value = (html: string) => read(`<main><div class="v">${html}</div></main>`, { by: 'css', css: '.v' });

  test('is what stands in its controls', () => {
    expect(value('<span>$</span><input value="7,000">')).toEqual(['$ 7,000']);
    expect(value('<textarea>Acme\nroll-out</textarea>')).toEqual(['Acme roll-out']);
    expect(value('<select><option>Lost</option><option selected>Won</option></select>')).toEqual(['Won']);
    expect(value('<p contenteditable>Call Ana</p>')).toEqual(['Call Ana']);
  });

  test('is what was typed, not what the markup says', () => {
    const page = open('<main><input class="v" value="old"></main>');
    const input = page.querySelector('input');
    if (input !== null) input.value = 'new';
    const { evidence } = look(page, recipe({ fields: { name: field({ by: 'css', css: '.v' }) } }));
    expect(evidence.fields.name?.[0]?.raw).toBe('new');
  });

  test('is never a password, also not as an attribute', () => {
    expect(value('<input type="password" value="secret">')).toEqual([]);
    const html = '<main><input class="v" type="password" value="secret"></main>';
    expect(read(html, { by: 'css', css: '.v' })).toEqual([]);
    expect(read(html, { by: 'css', css: '.v', take: { what: { attribute: 'value' } } })).toEqual([]);
  });

  test.each([
    '<b style="display:none">x</b>',
    '<b hidden>x</b>',
    '<b aria-hidden="true">x</b>',
    '<b style="visibility:hidden">x</b>',
    '<div style="height:0;overflow:hidden">x</div>',
    '<details><summary>seen</summary>x</details>',
    '<script>x</script>',
    '<style>x</style>',
    '<template>x</template>',
    '<svg><title>x</title><text>x</text></svg>',
  ])('leaves out what nobody sees: %s', (hidden) => {
    expect(value(`seen ${hidden}`).join().replace('seen seen', 'seen')).toBe('seen');
  });

  test('shows a visible part of a hidden box', () => {
    expect(value('<p style="visibility:hidden">no <b style="visibility:visible">yes</b></p>')).toEqual([
      'yes',
    ]);
  });

  test('keeps the words of two blocks apart and those of one line together', () => {
    expect(value('<div>Acme</div><div>GmbH</div>')).toEqual(['Acme GmbH']);
    expect(value('<b>1</b><i>2</i>')).toEqual(['12']);
  });

  test('folds white space and control characters', () => {
    expect(value('\n 1\u00a0234 \t 567\u0007x ')).toEqual(['1 234 567 x']);
  });
});

describe('what stands beside a value', () => {
  const found = (html: string, take = {}) =>
    look(open(`<main>${html}</main>`), recipe({ fields: { owner: field({ by: 'css', css: '.v', take }) } }))
      .evidence.fields.owner?.[0];

  test.each([
    ['<a class="v" href="#User/view/7">Ana</a>', '/deals/d-1#User/view/7'],
    ['<p class="v"><img alt=""><a href="/users/7?tab=1">Ana</a></p>', '/users/7?tab=1'],
    ['<a href="../people/7"><b class="v">Ana</b></a>', '/people/7'],
    ['<base href="/app/"><a class="v" href="u/7">Ana</a>', '/app/u/7'],
  ])('is the address that it leads to, of this site: %s', (html, link) => {
    expect(found(html)?.link).toBe(link);
  });

  test.each([
    'javascript:alert(1)',
    'mailto:a@example.com',
    'https://elsewhere.example.com/7',
    'data:text/html,x',
    'http://[',
  ])('is no address of another kind: %s', (href) => {
    expect(found(`<a class="v" href="${href}">Ana</a>`)).toEqual({ locator: 0, raw: 'Ana' });
  });

  test('is its machine form', () => {
    expect(found('<p class="v"><time datetime="2026-12-26">26 Dec</time></p>')?.machine).toBe('2026-12-26');
    expect(found('<input class="v" type="date" value="2026-12-26">')?.machine).toBe('2026-12-26');
    expect(found('<p class="v" data-value="7000">$7.00K</p>')?.machine).toBe('7000');
    expect(found('<p class="v">26 Dec</p>')?.machine).toBeUndefined();
  });

  test('can be the value itself: a link or an attribute', () => {
    expect(found('<a class="v" href="/users/7">Ana</a>', { what: 'link' })?.raw).toBe('/users/7');
    expect(
      found('<img class="v" width="20" height="20" alt="MD" data-tooltip="Marc Demo">', {
        what: { attribute: 'data-tooltip' },
      })?.raw,
    ).toBe('Marc Demo');
    expect(
      found('<a class="v" href=" javascript:alert(1)">x</a>', { what: { attribute: 'href' } }),
    ).toBeUndefined();
  });
});
