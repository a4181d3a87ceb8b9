import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { hostMatches, matchAddress, pagesOf } from '@/lib/crm/address';
import { recipes } from '@/lib/crm/recipes/registry';

const FIXTURES = new URL('../../crm/fixtures/', import.meta.url);

/** The addresses of the page fixtures, with the record that a person reads in each; null on a page that is no record's. */
const EXAMPLES = readdirSync(FIXTURES, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.html'))
  .map((file) => {
    const [, head = ''] = /^<!--(.*?)-->/s.exec(readFileSync(new URL(file, FIXTURES), 'utf8')) ?? [];
    const truth = JSON.parse(readFileSync(new URL(file.replace(/\.html$/, '.truth.json'), FIXTURES), 'utf8'));
    const { url }: { url: string } = JSON.parse(head);
    const { kind, recordId = null }: { kind: string; recordId?: string | null } = truth;
    return { crm: file.split('/')[0] ?? '', file, url, kind, recordId };
  });

/** Addresses of the same CRMs that are no page which Sideline reads. */
const OTHERS = [
  'http://127.0.0.1:8081/#Account/view/6b0403b039313b072',
  'http://127.0.0.1:8081/#Opportunity/view/',
  'http://127.0.0.1:4173/deals/10002/edit',
  'about:blank',
  'not an address',
];

describe('the address of a page', () => {
  it.each(EXAMPLES)('$url is, in $crm, the address of a $kind', ({ crm, url, kind, recordId }) => {
    const recipe = recipes.find((one) => one.crm === crm);
    const pages = recipe === undefined ? [] : pagesOf(recipe, url);
    const fits = pages.filter(({ page, id }) => {
      if (page.kind !== kind) return false;
      // A preview's record stands on the page, not in its address.
      return kind !== 'deal' || (page.record === undefined ? id === recordId : id === null);
    });
    // What is no deal may all the same stand at an address that could be one's.
    if (kind !== 'other') expect(fits.length).toBeGreaterThan(0);
  });

  it('is known of every kind of page of every recipe', () => {
    const known = EXAMPLES.map(({ crm, kind }) => `${crm} ${kind}`);
    const kinds = recipes.flatMap((recipe) => recipe.pages.map((page) => `${recipe.crm} ${page.kind}`));
    expect([...new Set(kinds)].filter((one) => !known.includes(one))).toEqual([]);
  });

  it.each(OTHERS)('%s is claimed by nobody', (url) => {
    expect(recipes.filter((recipe) => pagesOf(recipe, url).length > 0)).toEqual([]);
  });

  it.each([
    [
      '/contacts/{tenant}/record/0-3/{id}',
      'https://a.example/contacts/48/record/0-3/7',
      { id: '7', tenant: '48' },
    ],
    ['/contacts/{tenant}/deals', 'https://a.example/contacts/48/deals', { id: null, tenant: '48' }],
    ['/#Deal/view/{id}', 'https://a.example/#Deal/view/7', { id: '7', tenant: null }],
    ['/#Deal/view/{id}', 'https://a.example/crm/#Deal/view/7', { id: '7', tenant: '/crm' }],
    ['/#Deal/view/{id}', 'https://a.example/crm/two/index.php#Deal/view/7', { id: '7', tenant: '/crm/two' }],
    ['/#Deal/view/{id}', 'https://a.example/index.html#Deal/view/7', { id: '7', tenant: null }],
    ['/deals/{id}', 'https://a.example/deals/7', { id: '7', tenant: null }],
    ['/r/{id:006}/view', 'https://a.example/r/0061/view', { id: '0061', tenant: null }],
    ['/r/{id:006}/view', 'https://a.example/r/0011/view', null],
  ])('of shape %s at %s is of this record and installation', (shape, url, expected) => {
    expect(matchAddress(shape, url)).toEqual(expected);
  });

  it.each([
    ['/deals/{id}', 'https://a.example/deals/a%20b', null],
    ['/deals/{id}', 'https://a.example/deals/a%7Cb', null],
    ['/deals/{id}', 'https://a.example/deals/a%2Fb', null],
    ['/deals/{id}', 'https://a.example/deals/%E0%A4%A', null],
    ['/deals/{id}', `https://a.example/deals/${'9'.repeat(129)}`, null],
    ['/deals/{id}', 'https://a.example/deals/%C3%A9-1', { id: 'é-1' }],
    ['/deals', 'https://a.example/deals/', { id: null }],
    ['/deals', 'https://a.example/deals/1', null],
    ['/', 'https://a.example/', { id: null }],
    ['/', 'https://a.example/deals', null],
    ['/contacts/*/record/0-3/{id}', 'https://a.example/contacts/77/record/0-3/42?q=1#x', { id: '42' }],
    ['/contacts/*/record/0-3/{id}', 'https://a.example/contacts//record/0-3/42', null],
    [
      '/web#model=crm.lead&id={id}',
      'https://a.example/web#id=18&cids=1&model=crm.lead&view_type=form',
      { id: '18' },
    ],
    ['/web#model=crm.lead&id={id}', 'https://a.example/web#id=18&model=res.partner', null],
    [
      '/main.aspx?etn=opportunity&id={id}',
      'https://a.example/main.aspx?id=%7B0-1%7D&etn=opportunity',
      { id: '{0-1}' },
    ],
    ['/#/deals/{id}/show', 'https://a.example/app/#/deals/26/show?x=1', { id: '26' }],
    ['/#/deals/{id}', 'https://a.example/#/deals/26/show', null],
  ])('shape %s on %s gives %j', (shape, url, expected) => {
    const found = matchAddress(shape, url);
    if (expected === null) expect(found).toBeNull();
    else expect(found).toMatchObject(expected);
  });

  it.each([
    ['*', 'crm.intranet:8080', true],
    ['*.lightning.force.com', 'acme.lightning.force.com', true],
    ['*.lightning.force.com', 'ACME.Lightning.force.com:443', true],
    ['*.lightning.force.com', 'lightning.force.com', false],
    ['*.lightning.force.com', 'evil-lightning.force.com', false],
    ['*.lightning.force.com', 'acme.lightning.force.com.evil.example', false],
    ['127.0.0.1', '127.0.0.1:4173', true],
    ['localhost', 'localhost.evil.example', false],
  ])('host pattern %s on %s is %j', (pattern, host, expected) => {
    expect(hostMatches(pattern, host)).toBe(expected);
  });
});
