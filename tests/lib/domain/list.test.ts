import { describe, expect, it } from 'vitest';
import { ownersOf, type RowReading } from '@/lib/domain/list';
import type { ReadField } from '@/lib/domain/reading';
import type { Rep } from '@/lib/domain/rep';

const row = (key: string, owner: Partial<ReadField> | null): RowReading => ({
  key,
  id: key,
  fields: owner === null ? {} : { owner: { state: 'read', value: '', how: 'test', ...owner } },
  empty: [],
});

const ana: Rep = {
  id: 'r-1',
  name: 'Ana Nowak',
  aliases: [{ site: 's', name: 'Ana Nowak', userId: '7' }],
  onTeam: true,
  firstSeen: '2026-11-24T10:00:00+01:00',
};

const seen = (rows: RowReading[], reps: Rep[] = [], site = 's') => {
  const { owners, nobody } = ownersOf(rows, reps, site);
  return {
    owners: owners.map(({ key, name, rep, rows: theirs }) => ({
      key,
      name,
      rep,
      rows: theirs.map((one) => one.key),
    })),
    nobody: nobody.map((one) => one.key),
  };
};

describe('the owners of a list', () => {
  it('are told apart by user id, else by name in whatever spelling', () => {
    const rows = [
      row('1', { value: 'Ana Nowak', userId: '7' }),
      row('2', { value: 'Ana Nowak', userId: '8' }),
      row('3', { value: 'Bruno Müller' }),
      row('4', { value: 'BRUNO MULLER' }),
      row('5', { value: 'Ana Nowak', userId: '7' }),
    ];
    expect(seen(rows).owners).toEqual([
      { key: '7', name: 'Ana Nowak', rep: null, rows: ['1', '5'] },
      { key: '8', name: 'Ana Nowak', rep: null, rows: ['2'] },
      { key: 'name bruno muller', name: 'Bruno Müller', rep: null, rows: ['3', '4'] },
    ]);
  });

  it('are the people known on this site, and only on this one', () => {
    const rows = [row('1', { value: 'A. Nowak', userId: '7' }), row('2', { value: 'Ana Nowak' })];
    expect(seen(rows, [ana]).owners).toEqual([
      { key: 'rep r-1', name: 'Ana Nowak', rep: 'r-1', rows: ['1', '2'] },
    ]);
    expect(seen(rows, [ana], 'other').owners.map(({ rep }) => rep)).toEqual([null, null]);
  });

  it('are nobody where the owner is not there or not certain', () => {
    const rows = [
      row('1', null),
      row('2', { value: 'Ana', state: 'unsure' }),
      row('3', { value: 'Ana', state: 'ambiguous', alternatives: ['Ana', 'Anna'] }),
    ];
    expect(seen(rows)).toEqual({ owners: [], nobody: ['1', '2', '3'] });
  });
});
