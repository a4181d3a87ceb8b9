import { describe, expect, it } from 'vitest';
import { hostMatches, matchAddress, pagesOf } from '@/lib/crm/address';
import { recipes } from '@/lib/crm/recipes/registry';

/** Addresses as they are on running pages, with what each recipe must say of them. A new recipe adds its own here. */
const EXAMPLES: { crm: string; kind: string; url: string; id: string | null }[] = [
  {
    crm: 'espocrm',
    kind: 'deal',
    url: 'http://127.0.0.1:8081/#Opportunity/view/6b0403b039313b072',
    id: '6b0403b039313b072',
  },
  { crm: 'espocrm', kind: 'deal', url: 'https://host.example/crm/#Opportunity/view/ab12', id: 'ab12' },
  {
    crm: 'espocrm',
    kind: 'deal',
    url: 'https://host.example/crm/?x=1#Opportunity/view/ab12?y=2',
    id: 'ab12',
  },
  { crm: 'espocrm', kind: 'deal', url: 'https://host.example/#Opportunity/view/ab12/tab=1', id: 'ab12' },
  { crm: 'sample', kind: 'deal', url: 'http://127.0.0.1:4173/deals/10005?tie=none', id: '10005' },
  { crm: 'sample', kind: 'deal', url: 'http://localhost:4173/deals/10002/', id: '10002' },
];

/** Addresses of the same CRMs that are no page which Sideline reads. */
const OTHERS = [
  'http://127.0.0.1:8081/#Opportunity',
  'http://127.0.0.1:8081/#Opportunity/edit/6b0403b039313b072',
  'http://127.0.0.1:8081/#Account/view/6b0403b039313b072',
  'http://127.0.0.1:8081/#Opportunity/view/',
  'http://127.0.0.1:4173/deals/10002/edit',
  'about:blank',
  'not an address',
];

describe('the address of a page', () => {
  it.each(EXAMPLES)('$url is claimed by $crm as $kind and by nobody else', ({ crm, kind, url, id }) => {
    const claims = recipes.flatMap((recipe) =>
      recipe.pages.flatMap((page) =>
        page.urls.some((shape) => matchAddress(shape, url)) ? [`${recipe.crm} ${page.kind}`] : [],
      ),
    );
    expect(claims).toEqual([`${crm} ${kind}`]);
    const recipe = recipes.find((one) => one.crm === crm);
    expect(recipe && pagesOf(recipe, url)[0]?.id).toBe(id);
  });

  it('has an example of every kind of page of every recipe', () => {
    const kinds = recipes.flatMap((recipe) => recipe.pages.map((page) => `${recipe.crm} ${page.kind}`));
    expect([...new Set(EXAMPLES.map(({ crm, kind }) => `${crm} ${kind}`))].sort()).toEqual(
      [...new Set(kinds)].sort(),
    );
  });

  it.each(OTHERS)('%s is claimed by nobody', (url) => {
    expect(recipes.filter((recipe) => pagesOf(recipe, url).length > 0)).toEqual([]);
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
    expect(matchAddress(shape, url)).toEqual(expected);
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
