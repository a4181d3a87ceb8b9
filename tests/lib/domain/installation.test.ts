import { describe, expect, it } from 'vitest';
import { siteAmong, type Installation } from '@/lib/domain/installation';
import type { Site } from '@/lib/domain/site';

const ORIGIN = 'https://app.example.com';
const FRESH = { id: 'new', at: '2026-11-24T10:00:00+01:00' };
const site = (id: string, more: Partial<Site> = {}): Site => ({
  id,
  origins: [ORIGIN],
  on: true,
  crm: 'test',
  tenant: null,
  addedAt: FRESH.at,
  ...more,
});
const page = (tenant: string | null, more: Partial<Installation> = {}): Installation => ({
  origin: ORIGIN,
  crm: 'test',
  tenant,
  ...more,
});
const among = (sites: Site[], of: Installation) => {
  const { found, site: one } = siteAmong(sites, of, FRESH);
  return [one.id, one.tenant, found ? 'as kept' : 'to keep'];
};

describe('the site of a page', () => {
  it('is the one of its origin and tenant', () => {
    const both = [site('a', { tenant: '/one' }), site('b', { tenant: '/two' })];
    expect(among(both, page('/one'))).toEqual(['a', '/one', 'as kept']);
    expect(among(both, page('/two'))).toEqual(['b', '/two', 'as kept']);
  });

  it('is new where the page names a tenant that no site has', () => {
    expect(among([site('a', { tenant: '/one' })], page('/two'))).toEqual(['new', '/two', 'to keep']);
    expect(among([], page(null))).toEqual(['new', null, 'to keep']);
    expect(among([site('a')], page(null, { origin: 'https://other.example.com' }))).toEqual([
      'new',
      null,
      'to keep',
    ]);
  });

  it('becomes that of the first tenant named, and of no other', () => {
    expect(among([site('a')], page('/one'))).toEqual(['a', '/one', 'to keep']);
    expect(among([site('a', { tenant: '/one' }), site('b')], page('/two'))).toEqual(['b', '/two', 'to keep']);
  });

  it('is the first of its origin where the page names no tenant', () => {
    const both = [site('a', { tenant: '/one' }), site('b', { tenant: '/two' })];
    expect(among(both, page(null))).toEqual(['a', '/one', 'as kept']);
  });

  it('of several hosts that the manager joined is one', () => {
    const joined = site('a', { origins: [ORIGIN, 'https://my.example.com'] });
    expect(among([joined], page(null, { origin: 'https://my.example.com' }))).toEqual(['a', null, 'as kept']);
  });

  it('learns its CRM', () => {
    expect(siteAmong([site('a', { crm: null })], page(null), FRESH)).toMatchObject({
      found: false,
      site: { crm: 'test' },
    });
    expect(siteAmong([site('a')], page(null, { crm: null }), FRESH)).toMatchObject({
      found: true,
      site: { crm: 'test' },
    });
  });
});
