import { expect, test } from 'vitest';
import { whoIs, whoIsNamed } from '@/lib/domain/identity';
import type { Rep } from '@/lib/domain/rep';

const rep = (id: string, name: string, ...aliases: Rep['aliases']): Rep => ({
  id,
  name,
  aliases,
  onTeam: true,
  firstSeen: '2026-11-24T10:00:00+01:00',
});
const read = (name: string, userId: string | null = null) => ({ site: 's1', name, userId });

test('a person whom the manager named is found when a page first shows that name', () => {
  const ana = rep('ana', 'Ana Nowak');
  expect(whoIs([ana], read('ANA NOWAK', 'u1'))).toEqual({ is: 'known', rep: ana });
  expect(whoIs([ana], read('Ana Novak'))).toEqual({ is: 'new' });
  expect(whoIs([ana, rep('two', 'ana nowak')], read('Ana Nowak')).is).toBe('ambiguous');
});

test('one who was read elsewhere under that name is not joined with a stranger of the same name', () => {
  const elsewhere = rep('ana', 'Ana Nowak', { site: 's2', name: 'Ana Nowak', userId: null });
  expect(whoIs([elsewhere], read('Ana Nowak'))).toEqual({ is: 'new' });
});

test('a name that is typed finds a person by the name shown or any spelling, and never guesses', () => {
  const ana = rep('ana', 'Ana Nowak', read('Nowak, Ana'));
  const bo = rep('bo', 'Bo Lind');
  expect(whoIsNamed([ana, bo], 'nowak, ána')).toEqual({ is: 'known', rep: ana });
  expect(whoIsNamed([ana, bo], 'Bo')).toEqual({ is: 'new' });
  expect(whoIsNamed([bo, rep('b2', 'BO LIND')], 'Bo Lind')).toEqual({ is: 'ambiguous', among: ['bo', 'b2'] });
});
