import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { identityOf, ownerOf } from '@/lib/domain/deal';
import type { Deal, DealIdentity } from '@/lib/domain/deal';
import { dealAfter, dealAnswered, sameDeal, whoIs, withAlias } from '@/lib/domain/identity';
import type { ReadField } from '@/lib/domain/reading';
import type { Alias, Rep } from '@/lib/domain/rep';
import { dealSchema, repSchema } from '@/lib/domain/schemas';

const ACME: DealIdentity = { name: 'Acme renewal', account: 'Acme', createdDate: '2026-01-05' };
const OTHER: DealIdentity = { name: 'Pumps', account: 'Borealis', createdDate: '2024-07-01' };

describe('whether it is the same deal', () => {
  test.each<[string, DealIdentity, string]>([
    ['all three differ', OTHER, 'different'],
    ['two were read and both differ', { ...OTHER, createdDate: null }, 'different'],
    ['name and created date differ, no account', { ...OTHER, account: null }, 'different'],
    ['only the name was read', { ...OTHER, account: null, createdDate: null }, 'unknown'],
    ['nothing was read', { name: null, account: null, createdDate: null }, 'unknown'],
    ['it was renamed', { ...ACME, name: 'Acme expansion' }, 'same'],
    ['only the created date is equal', { ...OTHER, createdDate: '2026-01-05' }, 'same'],
    ['the created date is a day off, by time zone', { ...OTHER, createdDate: '2026-01-06' }, 'same'],
    ['the created date is two days off', { ...OTHER, createdDate: '2026-01-07' }, 'different'],
    ['the words differ in case and accents', { ...OTHER, name: 'ACME  Rénewal' }, 'same'],
  ])('%s', (_what, read, verdict) => {
    expect(sameDeal(ACME, read)).toBe(verdict);
    expect(sameDeal(read, ACME)).toBe(verdict);
  });

  test('only what stands on the page as it is tells a deal', () => {
    const field = (value: string, state: ReadField['state']): ReadField => ({ state, value, how: '' });
    const fields = {
      name: field('A', 'read'),
      account: field('B', 'unsure'),
      createdDate: field('2026-01-05', 'inferred'),
    };
    expect(identityOf({ fields })).toEqual({ name: 'A', account: null, createdDate: null });
  });
});

describe('a deal through readings and answers', () => {
  const key = 's|o|1';
  const known = dealAfter(null, { key, rep: 'r1', identity: ACME }, 1);

  test('the first reading makes it', () => {
    expect(known).toEqual({
      key,
      rep: 'r1',
      ownerSaid: null,
      identity: ACME,
      doubt: null,
      from: 0,
      asked: [],
    });
  });

  test('what was not read stays as it was', () => {
    const read = { key, rep: null, identity: { name: 'Acme expansion', account: null, createdDate: null } };
    expect(dealAfter(known, read, 2)).toEqual({ ...known, identity: { ...ACME, name: 'Acme expansion' } });
  });

  test('another deal under its key is doubted, and the known one is left as it was', () => {
    const doubted = dealAfter(known, { key, rep: 'r2', identity: OTHER }, 7);
    expect(doubted).toEqual({ ...known, doubt: { identity: OTHER, rep: 'r2', from: 7 } });
    const partly = { name: 'Pumps II', account: null, createdDate: null };
    expect(dealAfter(doubted, { key, rep: 'r2', identity: partly }, 9).doubt).toEqual({
      identity: { ...OTHER, name: 'Pumps II' },
      rep: 'r2',
      from: 7,
    });
  });

  test('a doubt ends by itself when the known deal is read again', () => {
    const doubted = dealAfter(known, { key, rep: 'r2', identity: OTHER }, 7);
    expect(dealAfter(doubted, { key, rep: 'r1', identity: ACME }, 8)).toEqual(known);
  });

  test('"the same" takes over what was read; "another" begins anew where the doubt began', () => {
    const doubted = dealAfter({ ...known, ownerSaid: 'r9' }, { key, rep: 'r2', identity: OTHER }, 7);
    expect(dealAnswered(doubted, true)).toEqual({ ...known, rep: 'r2', identity: OTHER });
    expect(dealAnswered(doubted, false)).toEqual({ ...known, rep: 'r2', identity: OTHER, from: 7 });
    expect(dealAnswered(known, false)).toBe(known);
  });

  test('what the manager said holds until a page shows the owner', () => {
    const said: Deal = { ...known, rep: null, ownerSaid: 'r3' };
    expect(ownerOf(said)).toBe('r3');
    expect(ownerOf(dealAfter(said, { key, rep: null, identity: ACME }, 2))).toBe('r3');
    expect(ownerOf(dealAfter(said, { key, rep: 'r1', identity: ACME }, 2))).toBe('r1');
    expect(ownerOf({ ...known, ownerSaid: 'r3' })).toBe('r3');
  });

  test('readings in any order keep a deal of the right shape, and never lose a field that was known', () => {
    const part = (...values: string[]) => fc.constantFrom(...values, null);
    const identity = fc.record({
      name: part('a', 'b'),
      account: part('x', 'y'),
      createdDate: part('2026-01-01', '2026-05-05'),
    });
    const read = fc.record({ key: fc.constant(key), rep: part('r1', 'r2'), identity });
    fc.assert(
      fc.property(fc.array(read), (reads) => {
        let deal: Deal | null = null;
        reads.forEach((one, order) => {
          const before: Deal | null = deal;
          deal = dealAfter(before, one, order + 1);
          expect(dealSchema.parse(deal)).toEqual(deal);
          if (before?.identity.name) expect(deal.identity.name).not.toBeNull();
          if (deal.doubt && before) expect(deal.identity).toEqual(before.identity);
        });
      }),
    );
  });
});

describe('who a name is', () => {
  const alias = (name: string, userId: string | null = null, site = 's1'): Alias => ({ site, name, userId });
  const rep = (id: string, ...aliases: Alias[]): Rep => ({
    id,
    name: aliases[0]?.name ?? '',
    aliases,
    onTeam: null,
    firstSeen: '2026-11-24T18:02:11+01:00',
  });

  test('the user id counts before the name', () => {
    const people = [rep('a', alias('Ana Souza', 'u1')), rep('b', alias('Ana Lima', 'u2'))];
    expect(whoIs(people, alias('Ana Lima', 'u1'))).toMatchObject({ is: 'known', rep: { id: 'a' } });
  });

  test('without ids one folded name on one site is one person', () => {
    expect(whoIs([rep('a', alias('Ana Souza'))], alias('  ANA SÒUZA'))).toMatchObject({
      is: 'known',
      rep: { id: 'a' },
    });
  });

  test('the same name on another site is another person', () => {
    expect(whoIs([rep('a', alias('Ana', 'u1'))], alias('Ana', 'u1', 's2'))).toEqual({ is: 'new' });
  });

  test('two user ids with one name are two people', () => {
    expect(whoIs([rep('a', alias('Ana', 'u1'))], alias('Ana', 'u2'))).toEqual({ is: 'new' });
  });

  test('a name that was seen without an id is found by the first id that comes with it', () => {
    expect(whoIs([rep('a', alias('Ana'))], alias('Ana', 'u1'))).toMatchObject({
      is: 'known',
      rep: { id: 'a' },
    });
  });

  test('a name that two people have, without an id, is nobody in particular', () => {
    const people = [rep('a', alias('Ana', 'u1')), rep('b', alias('Ana', 'u2'))];
    expect(whoIs(people, alias('ana'))).toEqual({ is: 'ambiguous', among: ['a', 'b'] });
  });

  test('a new spelling is added once, and an id joins the spelling that had none', () => {
    const first = rep('a', alias('Ana'));
    const withId = withAlias(first, alias('Ana', 'u1'));
    expect(withId.aliases).toEqual([alias('Ana', 'u1')]);
    expect(withAlias(withId, alias('Ana'))).toBe(withId);
    const spelled = withAlias(withId, alias('A. Souza', 'u1'));
    expect(spelled.aliases).toEqual([alias('Ana', 'u1'), alias('A. Souza', 'u1')]);
    expect(withAlias(spelled, alias('A. Souza', 'u1'))).toBe(spelled);
    expect(repSchema.parse(spelled)).toEqual(spelled);
  });

  test('whoever was met is found again, whatever came between', () => {
    const some = fc.record({
      site: fc.constantFrom('s1', 's2'),
      name: fc.constantFrom('Ana', 'ANA', 'Ána', 'Bo'),
      userId: fc.constantFrom('u1', 'u2', 'u3', null),
    });
    fc.assert(
      fc.property(fc.array(some, { maxLength: 30 }), (met) => {
        const people: Rep[] = [];
        for (const one of met) {
          const who = whoIs(people, one);
          if (who.is === 'new') people.push(rep(`r${people.length}`, one));
          if (who.is === 'known') people.splice(people.indexOf(who.rep), 1, withAlias(who.rep, one));
        }
        for (const one of met) expect(whoIs(people, one).is).not.toBe('new');
        for (const { aliases } of people) {
          for (const site of ['s1', 's2']) {
            const ids = aliases.filter((a) => a.site === site && a.userId !== null).map((a) => a.userId);
            expect(new Set(ids).size).toBeLessThanOrEqual(1);
          }
        }
      }),
    );
  });
});
