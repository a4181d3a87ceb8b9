import { describe, expect, test } from 'vitest';
import type { Deal } from '@/lib/domain/deal';
import { joinedDeal, joinedKey, joinedPeople, joinedSite } from '@/lib/domain/join';
import type { Alias, Rep } from '@/lib/domain/rep';
import type { Site } from '@/lib/domain/site';

const JOINING = { site: 'gone', into: 'stays' };
const AT = '2026-11-24T18:02:11+01:00';

const site = (id: string, more: Partial<Site> = {}): Site => ({
  id,
  origins: [`https://${id}.example`],
  on: true,
  crm: 'espocrm',
  tenant: null,
  addedAt: AT,
  ...more,
});

describe('two sites that are one CRM', () => {
  test('are one with the addresses of both, since the first of them', () => {
    const gone = site('gone', { addedAt: '2026-01-01T00:00:00Z', tenant: 't1' });
    expect(joinedSite(gone, site('stays', { on: false }))).toEqual(
      site('stays', {
        origins: ['https://stays.example', 'https://gone.example'],
        addedAt: '2026-01-01T00:00:00Z',
        tenant: 't1',
      }),
    );
  });

  test.each<[string, Site, Site]>([
    ['other CRMs', site('gone', { crm: 'odoo' }), site('stays')],
    ['no recipe has agreed on either', site('gone', { crm: null }), site('stays', { crm: null })],
    ['other tenants', site('gone', { tenant: 't1' }), site('stays', { tenant: 't2' })],
    ['one and the same site', site('stays'), site('stays')],
  ])('are not joined where they are %s', (_, gone, stays) => {
    expect(joinedSite(gone, stays)).toBeNull();
  });

  test('only the keys of the one that goes change', () => {
    expect(joinedKey('gone|Deal|1', JOINING)).toBe('stays|Deal|1');
    expect(joinedKey('gone2|Deal|1', JOINING)).toBe('gone2|Deal|1');
    expect(joinedKey('stays|Deal|1', JOINING)).toBe('stays|Deal|1');
  });
});

const alias = (of: string, name: string, userId: string | null = null): Alias => ({ site: of, name, userId });
const rep = (id: string, aliases: Alias[], more: Partial<Rep> = {}): Rep => ({
  id,
  name: aliases[0]?.name ?? id,
  aliases,
  onTeam: null,
  firstSeen: AT,
  ...more,
});

describe('people of two sites that are one', () => {
  test('with one user id or one name are one person, on the team if either was', () => {
    const { changed, gone } = joinedPeople(
      [
        rep('a1', [alias('stays', 'Ana', 'u1')]),
        rep('a2', [alias('gone', 'A. Souza', 'u1')], { onTeam: true, firstSeen: '2026-01-01T00:00:00Z' }),
        rep('b1', [alias('stays', 'Bruno')], { onTeam: false }),
        rep('b2', [alias('gone', 'BRUNO'), alias('third', 'Bruno')], { onTeam: true }),
      ],
      JOINING,
    );
    expect([...gone]).toEqual([
      ['a2', 'a1'],
      ['b2', 'b1'],
    ]);
    expect(changed).toEqual([
      rep('a1', [alias('stays', 'Ana', 'u1'), alias('stays', 'A. Souza', 'u1')], {
        onTeam: true,
        firstSeen: '2026-01-01T00:00:00Z',
      }),
      rep('b1', [alias('stays', 'Bruno'), alias('third', 'Bruno'), alias('stays', 'BRUNO')], {
        onTeam: false,
      }),
    ]);
  });

  test('who was read on one alone stays, with the spelling of the site that stays', () => {
    const { changed, gone } = joinedPeople([rep('a', [alias('gone', 'Ana', 'u1')])], JOINING);
    expect(gone.size).toBe(0);
    expect(changed).toEqual([rep('a', [alias('stays', 'Ana', 'u1')])]);
  });

  test('a name never joins two user ids, and nobody is guessed among several', () => {
    const two = [rep('a1', [alias('stays', 'Ana', 'u1')]), rep('a2', [alias('gone', 'Ana', 'u2')])];
    expect(joinedPeople(two, JOINING).gone.size).toBe(0);
    const several = [
      ...two.slice(0, 1),
      rep('a3', [alias('stays', 'Ana', 'u3')]),
      rep('a4', [alias('gone', 'Ana')]),
    ];
    expect(joinedPeople(several, JOINING).gone.size).toBe(0);
    const mixed = [
      rep('a1', [alias('stays', 'Ana', 'u1')]),
      rep('a2', [alias('gone', 'Ana'), alias('gone', 'A. S.', 'u2')]),
    ];
    expect(joinedPeople(mixed, JOINING).gone.size).toBe(0);
  });

  test('two of one name on the site that goes stay two', () => {
    const { changed, gone } = joinedPeople(
      [rep('a1', [alias('gone', 'Ana', 'u1')]), rep('a2', [alias('gone', 'Ana', 'u2')])],
      JOINING,
    );
    expect(gone.size).toBe(0);
    expect(changed.map(({ id }) => id)).toEqual(['a1', 'a2']);
  });
});

const deal = (more: Partial<Deal> = {}): Deal => ({
  key: 'stays|Deal|1',
  rep: null,
  ownerSaid: null,
  identity: { name: 'Pumps', account: null, createdDate: null },
  doubt: null,
  from: 0,
  asked: [],
  ...more,
});

describe('a deal that was read on both', () => {
  test('is one, with what was read or said on either', () => {
    const identity = { name: 'Pumps', account: 'Acme', createdDate: null };
    const asked = [{ prompt: 'stageEarly', at: AT, note: 'n' }];
    expect(joinedDeal(deal({ rep: 'a' }), deal({ rep: 'b', ownerSaid: 'c', identity, asked }))).toEqual(
      deal({ rep: 'a', ownerSaid: 'c', identity, asked }),
    );
  });

  test('has each question once, as it was asked last', () => {
    const at = (time: string, note: string) => ({ prompt: 'stageEarly', at: time, note });
    const stays = deal({ asked: [at('2026-11-24T09:00:00+01:00', 'n1')] });
    const goes = deal({ asked: [at('2026-11-24T08:30:00Z', 'n2')] });
    expect(joinedDeal(stays, goes)).toMatchObject({ asked: goes.asked });
    expect(joinedDeal(goes, stays)).toMatchObject({ asked: goes.asked });
  });

  test('is none where two things that tell deals apart differ, or one was another deal once', () => {
    const other = { name: 'Valves', account: 'Borg', createdDate: null };
    const known = deal({ identity: { name: 'Pumps', account: 'Acme', createdDate: null } });
    expect(joinedDeal(known, deal({ identity: other }))).toBe('different');
    expect(joinedDeal(deal({ from: 7 }), deal())).toBe('different');
    expect(joinedDeal(deal(), deal({ from: 7 }))).toBe('different');
  });

  test('waits for the answer where it is asked of either whether it is the same', () => {
    const doubt = { identity: deal().identity, rep: null, from: 3 };
    expect(joinedDeal(deal({ doubt }), deal())).toBe('in-doubt');
    expect(joinedDeal(deal(), deal({ doubt }))).toBe('in-doubt');
  });
});
