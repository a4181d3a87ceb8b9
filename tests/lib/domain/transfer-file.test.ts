import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EXPORT_KINDS, FILE_BYTES, PART_BYTES, PART_RECORDS, WrongFile } from '@/lib/domain/transfer';
import type { ExportKind } from '@/lib/domain/transfer';
import { filePieces, partsOf, readFile } from '@/lib/domain/transfer-file';

const HEAD = { version: 2, exportedAt: '2026-11-24T18:02:11+01:00' };
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function fileText(records: Partial<Record<ExportKind, unknown[]>>): string {
  const texts = Object.fromEntries(
    EXPORT_KINDS.map((kind) => [kind, (records[kind] ?? []).map((record) => JSON.stringify(record))]),
  );
  return [...filePieces(HEAD, texts as Record<ExportKind, string[]>)].join('');
}

/** The refusal of a file, or null where it is taken. */
function refusalOf(file: string | Uint8Array): string | null {
  try {
    const read = readFile(typeof file === 'string' ? bytes(file) : file);
    for (const part of partsOf(read)) expect(part.items.length).toBeGreaterThan(0);
    return null;
  } catch (error) {
    if (error instanceof WrongFile) return error.refusal;
    throw error;
  }
}

const SMALL = fileText({ reps: [{ id: 'ana', name: 'Ana "the \\ key" Nowak' }], notes: [{ id: 'n1' }] });
const with_ = (more: string): string => SMALL.replace('{"sideline":1,', `{"sideline":1,${more},`);

describe('a file is refused, with the reason,', () => {
  test.each<[string, string | Uint8Array, string]>([
    ['that is empty', '', 'file-not-ours'],
    ['that is not JSON', 'Dear diary', 'file-not-ours'],
    ['that is JSON of something else', '{"name":"package"}', 'file-not-ours'],
    ['that is a list', '[{"sideline":1}]', 'file-not-ours'],
    ['whose form has no number', SMALL.replace('"sideline":1', '"sideline":"one"'), 'file-not-ours'],
    ['packed by gzip', new Uint8Array([0x1f, 0x8b, 8, 0, 0, 0, 0, 0]), 'file-not-ours'],
    ['packed by zip', bytes('PK\u0003\u0004....'), 'file-not-ours'],
    ['that is a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), 'file-not-ours'],
    ['in UTF-16', new Uint8Array([0xff, 0xfe, 0x7b, 0, 0x22, 0]), 'file-not-ours'],
    ['that breaks off', SMALL.slice(0, -40), 'file-cut'],
    ['that breaks off within words', SMALL.slice(0, SMALL.indexOf('Nowak')), 'file-cut'],
    ['with something between', SMALL.replace('"kinds"', '"kinds" oops'), 'file-damaged'],
    ['with something behind', `${SMALL}}`, 'file-damaged'],
    ['of a newer form', SMALL.replace('"sideline":1', '"sideline":2'), 'file-newer'],
    ['with a key that is not known', with_('"more":1'), 'file-wrong'],
    ['without a version', SMALL.replace('"version":2,', ''), 'file-wrong'],
    ['without a moment', SMALL.replace(HEAD.exportedAt, 'yesterday'), 'file-wrong'],
    ['of a kind that is not known', SMALL.replace('"reps":[', '"pets":['), 'file-wrong'],
    ['whose records are no list', SMALL.replace(/"drafts":\[\]/, '"drafts":{}'), 'file-wrong'],
    ['that holds less than it says', SMALL.replace('"notes":1', '"notes":2'), 'file-counts'],
    ['that holds more than it says', SMALL.replace('"notes":1', '"notes":0'), 'file-counts'],
  ])('%s', (_, file, refusal) => {
    expect(refusalOf(file)).toBe(refusal);
  });

  test.each(['__proto__', 'constructor', 'prototype', '\\u005f_proto__'])(
    'with the key %s, wherever it stands',
    (key) => {
      expect(refusalOf(with_(`"${key}":{"x":1}`))).toBe('file-unsafe');
      expect(refusalOf(SMALL.replace('{"id":"n1"', `{"${key}":{"x":1},"id":"n1"`))).toBe('file-unsafe');
      expect(refusalOf(SMALL.replace('"n1"', `[[{"${key}":1}]]`))).toBe('file-unsafe');
      expect('x' in {}).toBe(false);
    },
  );

  test('but not for such words in a text', () => {
    expect(refusalOf(SMALL.replace('"n1"', '"__proto__ {[\\"constructor"'))).toBeNull();
  });

  test('that is ten thousand or a million deep', () => {
    for (const depth of [17, 10_000, 1_000_000]) {
      expect(refusalOf(with_(`"x":${'['.repeat(depth)}${']'.repeat(depth)}`))).toBe('file-too-deep');
      expect(refusalOf(with_(`"x":${'{"a":'.repeat(depth)}`))).toBe('file-too-deep');
    }
  });

  test('with a million keys that are not known, in the file or in a record', () => {
    const keys = Array.from({ length: 1_000_000 }, (_, at) => `"k${at}":1`).join(',');
    expect(refusalOf(with_(keys))).toBe('file-wrong');
    expect(refusalOf(SMALL.replace('"id":"n1"', `"id":"n1",${keys}`))).toBe('file-wrong');
  });

  test('that is too large, before anything of it is read', () => {
    const huge = { length: FILE_BYTES + 1 } as Uint8Array;
    expect(() => readFile(huge)).toThrow(expect.objectContaining({ refusal: 'file-too-large' }));
  });

  test('of fifty million letters in one text', () => {
    expect(refusalOf(SMALL.replace('n1', 'x'.repeat(50_000_000)))).toBe('file-wrong');
  });

  test('with one wrong byte anywhere', () => {
    const right = bytes(SMALL);
    for (let at = 14; at < right.length; at++) {
      const wrong = right.slice();
      wrong[at] = 0xff;
      expect(refusalOf(wrong), `byte ${at}`).toBe('file-damaged');
    }
  });

  test('cut at any place', () => {
    const whole = SMALL.trimEnd();
    for (let length = 0; length < whole.length; length++)
      expect(refusalOf(whole.slice(0, length)), `${length}`).toMatch(/^file-(cut|not-ours)$/);
    expect(refusalOf(whole)).toBeNull();
  });
});

describe('a file', () => {
  test('written from any records is read as the same, also with a byte order mark', () => {
    const record = fc.dictionary(
      fc.string().filter((key) => !['__proto__', 'constructor', 'prototype'].includes(key)),
      fc.oneof(fc.string({ unit: 'binary' }), fc.integer(), fc.boolean(), fc.constant(null)),
    );
    fc.assert(
      fc.property(fc.array(record), fc.array(record), (reps, settings) => {
        const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
        const text = fileText({ reps, settings });
        for (const file of [bytes(text), bytes(`\ufeff${text}`)]) {
          const { head, kinds } = readFile(file);
          expect(head).toMatchObject({ ...HEAD, counts: { reps: reps.length, settings: settings.length } });
          expect([kinds.reps, kinds.settings, kinds.notes]).toEqual([plain(reps), plain(settings), []]);
        }
      }),
    );
  });

  test('of an older Sideline, which had fewer kinds, is taken', () => {
    const older = SMALL.replace(',"commitments":0', '').replace(/,\s*"commitments":\[\]/, '');
    expect(older).not.toContain('commitments');
    expect(readFile(bytes(older)).kinds.commitments).toEqual([]);
  });

  test('travels in parts that a message can carry, each of one kind, nothing left out and in order', () => {
    const notes = Array.from({ length: 5_000 }, (_, at) => ({ id: `n${at}`, text: 'é'.repeat(at % 700) }));
    const drafts = [{ text: 'x'.repeat(600_000) }, { text: 'y'.repeat(600_000) }];
    const parts = [...partsOf(readFile(bytes(fileText({ notes, drafts }))))];
    for (const { items } of parts) {
      expect(bytes(JSON.stringify(items)).length).toBeLessThanOrEqual(PART_BYTES + 1);
      expect(items.length).toBeLessThanOrEqual(PART_RECORDS);
    }
    const of = (kind: ExportKind) => parts.flatMap((part) => (part.kind === kind ? part.items : []));
    expect(of('notes')).toEqual(notes);
    expect(of('drafts')).toEqual(drafts);
    expect(parts.filter(({ kind }) => kind === 'drafts')).toHaveLength(2);
  });
});
