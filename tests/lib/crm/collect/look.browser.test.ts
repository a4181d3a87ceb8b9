import { afterEach, describe, expect, test } from 'vitest';
import { takeLook } from '@/lib/crm/collect/look';
import { EVIDENCE_LIMITS } from '@/lib/crm/evidence';
import { FIELD_NAMES } from '@/lib/domain/reading';
import { AT, closePages, field, look, open, openNothing, recipe, URL_OF_DEAL } from './page';

afterEach(closePages);

const deal = recipe(
  {
    roots: ['.host', 'main'],
    ties: [{ by: 'attribute', attribute: 'data-what', name: 'id' }],
    fields: {
      name: field({ by: 'css', css: 'h1' }, { by: 'title', before: ' | CRM' }),
      amount: field({ by: 'attribute', attribute: 'data-f', name: 'amount' }),
      owner: field({ by: 'label', words: ['owner'] }),
    },
  },
  ['meta[name="crm"]'],
);

const page = `<html lang="de-AT"><head><title>Pump | CRM</title><meta name="crm" content="1"></head><body>
  <p data-what="id">d-1</p><main><h1>Pump</h1><input data-f="amount" value="500">
  <div><label>Owner</label><a href="/u/7">Ana</a></div></main></body></html>`;

test('a look says what the recipe found, and where the page stands', () => {
  expect(look(open(page), deal).evidence).toEqual({
    crm: 'test',
    recipeVersion: 1,
    origin: 'https://crm.example.com',
    marked: true,
    tenant: null,
    page: 0,
    recordId: 'd-1',
    rooted: true,
    ties: [{ locator: 0, raw: 'd-1' }],
    fields: {
      name: [
        { locator: 0, raw: 'Pump' },
        { locator: 1, raw: 'Pump' },
      ],
      amount: [{ locator: 0, raw: '500' }],
      owner: [{ locator: 0, raw: 'Ana', link: '/u/7', label: 'Owner' }],
    },
    empty: [],
    unmoved: [],
    lang: 'de-AT',
    title: 'Pump | CRM',
    at: AT,
    offset: -new Date(AT).getTimezoneOffset(),
  });
});

test('two looks at the same page are equal, and a typed character makes them differ', () => {
  const document = open(page);
  const first = look(document, deal);
  expect(look(document, deal)).toEqual(first);
  const input = document.querySelector('input');
  if (input !== null) input.value = '5000';
  expect(look(document, deal).signature).not.toBe(first.signature);
});

test('the signature leaves the clock and the rest of the document out', () => {
  const document = open(page);
  const first = look(document, deal);
  document.body.append('new');
  const later = takeLook(deal, { document, url: URL_OF_DEAL, openRoot: openNothing, now: () => AT + 5_000 });
  expect(later.signature).toBe(first.signature);
});

test('a look changes nothing', async () => {
  const document = open(page);
  const host = document.createElement('x-y');
  document.querySelector('main')?.append(host);
  host.attachShadow({ mode: 'open' }).innerHTML = '<slot></slot>';
  const before = document.documentElement.outerHTML;
  const records: MutationRecord[] = [];
  const observer = new MutationObserver((seen) => records.push(...seen));
  observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  look(document, deal);
  records.push(...observer.takeRecords());
  expect(records).toEqual([]);
  expect(document.documentElement.outerHTML).toBe(before);
});

describe('the region of the record', () => {
  const amountIn = (html: string) => look(open(html), deal).evidence.fields.amount?.map((found) => found.raw);

  test('is the one that is visible of several that the CRM keeps', () => {
    const host = (amount: number, how: string) =>
      `<div class="host" ${how}><b data-f="amount">${amount}</b></div>`;
    expect(amountIn(host(1, 'style="display:none"') + host(2, 'aria-hidden="true"') + host(3, ''))).toEqual([
      '3',
    ]);
    expect(amountIn(`<section hidden>${host(1, '')}</section>${host(2, '')}`)).toEqual(['2']);
  });

  test('is the first selector that has a visible match', () => {
    expect(
      amountIn('<main><b data-f="amount">1</b></main><div class="host"><b data-f="amount">2</b></div>'),
    ).toEqual(['2']);
    expect(
      amountIn(
        '<main><b data-f="amount">1</b></main><div class="host" hidden><b data-f="amount">2</b></div>',
      ),
    ).toEqual(['1']);
  });

  test('stays visible where the body is folded and the app stands above it', () => {
    const html = `<style>html,body{height:0;overflow:hidden} .app{position:fixed;inset:0}</style>
      <div style="height:0;overflow:hidden"><div class="app"><main><b data-f="amount">1</b></main></div></div>`;
    expect(amountIn(html)).toEqual(['1']);
  });

  test('is missing, with all fields, where it is not on the page', () => {
    const { evidence } = look(open('<b data-f="amount">1</b>'), deal);
    expect(evidence.rooted).toBe(false);
    expect(evidence.fields).toEqual({});
  });
});

test('a tie that is hidden ties nothing', () => {
  const { evidence } = look(open('<p data-what="id" hidden>d-0</p><main><h1>Pump</h1></main>'), deal);
  expect(evidence.ties).toEqual([]);
});

test('an empty page and one without any element give nothing and do not throw', () => {
  const empty = open('');
  expect(look(empty, deal).evidence).toMatchObject({ rooted: false, marked: false, ties: [], fields: {} });
  empty.documentElement.remove();
  expect(look(empty, deal).evidence).toMatchObject({
    rooted: false,
    ties: [],
    fields: {},
    lang: '',
    title: '',
  });
});

test('a page that is no record says so, and tells the watcher which record is still on screen', () => {
  const { evidence, nodes } = look(open(page), deal, openNothing, 'https://crm.example.com/deals');
  expect(evidence).toMatchObject({
    page: null,
    recordId: null,
    rooted: false,
    ties: [],
    fields: {},
  });
  expect(nodes.amount?.[0]?.value).toContain('500');
});

describe('a poisoned page', () => {
  const long = 'x'.repeat(1_000_000);

  test('gives words, cut, as they are', () => {
    const html = `<main><h1></h1><b data-f="amount">${long}</b></main>`;
    const document = open(html);
    const heading = document.querySelector('h1');
    if (heading !== null) heading.textContent = '<img src=x onerror=alert(1)> \u202Egnp.exe \u0000 👩‍👩‍👧';
    const { fields } = look(document, deal).evidence;
    expect(fields.name?.[0]).toEqual({ locator: 0, raw: '<img src=x onerror=alert(1)> \u202Egnp.exe 👩‍👩‍👧' });
    expect(fields.amount).toEqual([{ locator: 0, raw: 'x'.repeat(EVIDENCE_LIMITS.raw), cut: true }]);
  });

  test('never has a character cut in two', () => {
    const { fields } = look(
      open(`<main><h1>${'x'.repeat(EVIDENCE_LIMITS.raw - 1)}👩</h1></main>`),
      deal,
    ).evidence;
    expect(fields.name?.[0]?.raw).toBe('x'.repeat(EVIDENCE_LIMITS.raw - 1));
  });

  test('stays below the size of a message, whatever its recipe finds', () => {
    const all = { by: 'css', css: 'p', take: { all: true } } as const;
    const fields = Object.fromEntries(FIELD_NAMES.map((name) => [name, field(all, all, all, all, all)]));
    const document = open(
      `<html lang="${long}"><title>${long}</title><main>${`<p>${'é"'.repeat(3_000)}</p>`.repeat(30)}</main>`,
    );
    const { evidence } = look(document, recipe({ fields, ties: [all] }));
    const size = new TextEncoder().encode(JSON.stringify(evidence)).length;
    expect(size).toBeLessThanOrEqual(EVIDENCE_LIMITS.bytes);
    for (const name of FIELD_NAMES) expect(evidence.fields[name]?.[0]?.cut).toBe(true);
  });

  test('that is very deep or very wide is read without an error and in a bounded time', () => {
    const deep = open(`<main>${'<div>'.repeat(3_000)}`);
    const every = field({ by: 'css', css: 'div' }, { by: 'attribute', attribute: 'class', name: 'x' });
    for (const div of deep.querySelectorAll('div')) div.className = 'x';
    const started = performance.now();
    expect(look(deep, recipe({ fields: { name: every } })).evidence.fields).toEqual({});
    expect(performance.now() - started).toBeLessThan(3_000);
    const wide = open(`<main><h1>${'<i>y</i>'.repeat(20_000)}</h1></main>`);
    expect(look(wide, deal).evidence.fields.name?.[0]?.cut).toBe(true);
  });
});
