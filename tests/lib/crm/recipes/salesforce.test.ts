import { describe, expect, it } from 'vitest';
import { pagesOf } from '@/lib/crm/address';
import { salesforce } from '@/lib/crm/recipes/salesforce';

const kinds = (path: string) =>
  pagesOf(salesforce, `https://acme.lightning.force.com${path}`).map(({ page, id }) => `${page.kind} ${id}`);

describe('an address of Salesforce', () => {
  it.each([
    '/lightning/r/Opportunity/0065g00000Ru3KaAAJ/view',
    '/lightning/r/Opportunity/0065g00000Ru3KaAAJ/view?ws=%2Flightning%2Fr%2FAccount%2F0015g00000QbT1xAAF%2Fview',
    '/lightning/r/0065g00000Ru3KaAAJ/view',
  ])('is a deal: %s', (path) => {
    expect(kinds(path)).toEqual(['deal 0065g00000Ru3KaAAJ']);
  });

  it.each([
    '/lightning/r/0065g00000Ru3KaAAJ/related/OpportunityContactRoles/view',
    '/lightning/r/Opportunity/0065g00000Ru3KaAAJ/related/OpportunityLineItems/view',
    '/lightning/r/Account/0015g00000QbT1xAAF/view',
    '/lightning/r/0015g00000QbT1xAAF/view',
    '/lightning/r/Opportunity/a065g00000Ru3KaAAJ/view',
    '/lightning/o/Opportunity/pipelineInspection?filterName=AllOpportunities',
    '/lightning/o/Opportunity/home',
    '/lightning/o/Account/list?filterName=Recent',
  ])('is neither a deal nor a list of deals: %s', (path) => {
    expect(kinds(path)).toEqual([]);
  });
});

it('the recipe is data', () => {
  expect(JSON.parse(JSON.stringify(salesforce))).toEqual(salesforce);
});
