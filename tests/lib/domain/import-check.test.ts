import { describe, expect, test } from 'vitest';
import { startImportCheck } from '@/lib/domain/import-check';
import { NOTE_LIMIT } from '@/lib/domain/note';
import { EXPORT_KINDS, WrongFile } from '@/lib/domain/transfer';
import type { Counts, ExportedRecords, ExportKind } from '@/lib/domain/transfer';

const AT = '2026-11-24T18:02:11+01:00';
const DEAL = 's1|Opportunity|42';

type Records = { [K in ExportKind]: ExportedRecords[K][] };

function whole(): Records {
  const standing = { rep: 'ana', deal: DEAL, dealName: 'Acme renewal', at: AT, removedAt: null };
  return {
    sites: [
      { id: 's1', origins: ['https://crm.example'], on: true, crm: 'espocrm', tenant: null, addedAt: AT },
    ],
    reps: [
      {
        id: 'ana',
        name: 'Ana Nowak',
        aliases: [{ site: 's1', name: 'Ana Nowak', userId: null }],
        onTeam: true,
        firstSeen: AT,
      },
    ],
    deals: [
      {
        key: DEAL,
        rep: 'ana',
        ownerSaid: null,
        identity: { name: 'Acme renewal', account: null, createdDate: null },
        doubt: null,
        from: 0,
        asked: [],
      },
    ],
    sightings: [
      {
        order: 1,
        deal: DEAL,
        site: 's1',
        rep: 'ana',
        at: AT,
        lastSeen: AT,
        pageKind: 'deal',
        crm: 'espocrm',
        recipeVersion: 1,
        fields: { lastActivity: { state: 'read', value: '2026-11-20' } },
        empty: ['nextStep'],
      },
    ],
    notes: [
      {
        ...standing,
        id: 'n1',
        order: 2,
        stage: null,
        kind: 'promise',
        asked: null,
        text: 'words',
        privacy: 'private',
        editedAt: null,
        revision: 0,
      },
    ],
    commitments: [
      {
        ...standing,
        id: 'n1',
        note: 'n1',
        order: 3,
        who: 'rep',
        due: null,
        what: 'words',
        privacy: 'private',
        keptOn: null,
      },
    ],
    drafts: [
      {
        place: { deal: null, rep: 'ana' },
        text: 'half',
        privacy: 'private',
        kind: 'note',
        asked: null,
        promise: null,
      },
    ],
    settings: [{ name: 'theme', value: 'night' }],
  };
}

const countsOf = (records: Record<ExportKind, unknown[]>): Counts =>
  Object.fromEntries(EXPORT_KINDS.map((kind) => [kind, records[kind].length]));

/** The refusal of records, or null where they are taken. */
function refusalOf(records: Record<ExportKind, unknown[]>, counts = countsOf(records)): string | null {
  const check = startImportCheck();
  try {
    for (const kind of EXPORT_KINDS) check.add(kind, records[kind]);
    check.end(counts);
    return null;
  } catch (error) {
    if (error instanceof WrongFile) return error.refusal;
    throw error;
  }
}

test('what fits is taken as it is', () => {
  const records = whole();
  const check = startImportCheck();
  for (const kind of EXPORT_KINDS) expect(check.add(kind, records[kind])).toEqual(records[kind]);
  expect(refusalOf(records)).toBeNull();
});

test('a record of an older version gets what came later', () => {
  const { kind: _kind, asked: _asked, ...older } = whole().notes[0] ?? {};
  expect(startImportCheck().add('notes', [older])).toMatchObject([{ kind: 'note', asked: null }]);
});

describe('refused is', () => {
  const changed = (kind: ExportKind, change: object) => {
    const records = whole();
    return { ...records, [kind]: records[kind].map((record) => ({ ...record, ...change })) };
  };

  test.each<[string, ExportKind, object, string]>([
    ['a key that is not known', 'notes', { colour: 'red' }, 'file-wrong'],
    ['a number for words', 'notes', { text: 7 }, 'file-wrong'],
    ['a note that is longer than notes can be', 'notes', { text: 'x'.repeat(NOTE_LIMIT + 1) }, 'file-wrong'],
    ['a blank note', 'notes', { text: ' ' }, 'file-wrong'],
    ['a note on nothing', 'notes', { deal: null, rep: null }, 'file-wrong'],
    ['a note without a place in the order', 'notes', { order: 0 }, 'file-wrong'],
    ['a note of no moment', 'notes', { at: 'soon' }, 'file-wrong'],
    ['an order beyond what numbers hold', 'notes', { order: 2 ** 60 }, 'file-wrong'],
    ['an id that no message carries', 'reps', { id: 'x'.repeat(201) }, 'file-wrong'],
    ['a person without a name', 'reps', { name: '' }, 'file-wrong'],
    ['a key that is no key of a deal', 'deals', { key: 'acme' }, 'file-wrong'],
    ['an address that is no site', 'sites', { origins: ['javascript:alert(1)'] }, 'file-wrong'],
    ['an address with a path', 'sites', { origins: ['https://crm.example/x'] }, 'file-wrong'],
    ['a sighting without an order', 'sightings', { order: undefined }, 'file-wrong'],
    ['a sighting of another site than its deal', 'sightings', { site: 's2' }, 'file-wrong'],
    [
      'a time of day of what a rep did',
      'sightings',
      { fields: { lastActivity: { state: 'read', value: '2026-11-20T09:13' } } },
      'file-wrong',
    ],
    ['a setting that is not known', 'settings', { name: 'sync' }, 'file-wrong'],
    ['a setting of a value that it cannot have', 'settings', { value: 'pink' }, 'file-wrong'],
    ['a draft at no place', 'drafts', { place: { deal: null, rep: null } }, 'file-wrong'],
    ['a deal of a person who is not there', 'deals', { rep: 'bo' }, 'file-dangling'],
    ['a deal said to be of one who is not there', 'deals', { ownerSaid: 'bo' }, 'file-dangling'],
    ['a sighting of a deal that is not there', 'sightings', { deal: 's1|o|7' }, 'file-dangling'],
    ['a sighting of a person who is not there', 'sightings', { rep: 'bo' }, 'file-dangling'],
    ['a note on a deal that is not there', 'notes', { deal: 's1|o|7' }, 'file-dangling'],
    ['a note on a person who is not there', 'notes', { rep: 'bo' }, 'file-dangling'],
    ['a promise in a note that is not there', 'commitments', { note: 'n7' }, 'file-dangling'],
    ['a promise of a deal that is not there', 'commitments', { deal: 's1|o|7' }, 'file-dangling'],
    ['a draft on a person who is not there', 'drafts', { place: { deal: null, rep: 'bo' } }, 'file-dangling'],
    ['one place in the order for two', 'commitments', { order: 2 }, 'file-twice'],
  ])('%s', (_, kind, change, refusal) => {
    expect(refusalOf(changed(kind, change))).toBe(refusal);
  });

  test.each(EXPORT_KINDS)('the same id twice among %s', (kind) => {
    const records = whole();
    const [first] = records[kind] as object[];
    const again = 'order' in Object(first) ? { ...first, order: 9 } : first;
    // A sighting's order is its id.
    const twice = kind === 'sightings' ? first : again;
    expect(refusalOf({ ...records, [kind]: [first, twice] })).toBe('file-twice');
  });

  test.each(EXPORT_KINDS)('another number of %s than the file says', (kind) => {
    const records = whole();
    expect(refusalOf(records, { ...countsOf(records), [kind]: 2 })).toBe('file-counts');
    const { [kind]: _, ...others } = countsOf(records);
    expect(refusalOf(records, others)).toBe('file-counts');
  });

  test.each([null, 7, 'note', [], [[]], { id: {} }])('%j for a record of any kind', (thing) => {
    for (const kind of EXPORT_KINDS)
      expect(refusalOf({ ...whole(), [kind]: [thing] }), kind).toBe('file-wrong');
  });

  test('without a word of the record in the error', () => {
    const check = startImportCheck();
    const note = { ...whole().notes[0], text: 'Canary', more: 'Canary' };
    expect(() => check.add('notes', [note])).toThrow(/^file-wrong$/);
  });
});
