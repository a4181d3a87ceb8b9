import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { dayOf } from '@/lib/crm/interpret/dates';
import { languageOf } from '@/lib/crm/interpret/locale';
import { amountOf } from '@/lib/crm/interpret/money';
import { interpret } from '@/lib/crm/interpret/read';
import { inert } from '@/lib/crm/interpret/text';
import { espocrm } from '@/lib/crm/recipes/espocrm';
import { FIELD_NAMES, type FieldName, type Reading } from '@/lib/domain/reading';
import { evidenceOf } from './evidence-of';

/** What a page may hold to harm who reads it. */
const POISON = [
  '<img src=x onerror="alert(1)">',
  '<script>alert(1)</script>',
  'javascript:alert(1)',
  ' data:text/html,<b>1</b>',
  '\u202e\u202d\u2066\u2069\u200f\u061c',
  '\u0000\u0007\u001b[31m\u007f\u0085',
  '\ud800',
  '\udc00\ud800',
  `a${'\u0301\u0489\u20dd'.repeat(200)}`,
  '\ufdfa'.repeat(300),
  '1'.repeat(5_000),
  '1,'.repeat(3_000),
  '1 '.repeat(3_000),
  '('.repeat(3_000),
  '12/12/'.repeat(1_000),
  '. '.repeat(3_000),
  ','.repeat(4_500),
  '９'.repeat(300),
  '__proto__',
  'constructor',
  '26 Dec',
  '€1.234,50',
  ' ',
];

const texts = fc
  .array(fc.oneof(fc.constantFrom(...POISON), fc.string({ unit: 'binary', maxLength: 20 })), { maxLength: 5 })
  .map((parts) => parts.join(''));

function read(
  raw: string,
  more: { label?: string; machine?: string; link?: string } = {},
  lang = '',
): Reading {
  const names = FIELD_NAMES.filter((name) => name !== 'recordId');
  const fields: Partial<Record<FieldName, { raw: string }[]>> = {};
  for (const name of names) fields[name] = [{ raw, ...more }];
  const evidence = evidenceOf(fields, { lang, title: raw });
  const reading = interpret(evidence, espocrm, { today: '2026-11-24', numberFormat: null });
  if (!reading) throw new Error('This evidence should give a reading');
  return reading;
}

describe('a page that means harm', () => {
  it('gives text that is inert and short, or nothing', () => {
    fc.assert(
      fc.property(texts, texts, texts, (raw, other, lang) => {
        const reading = read(raw, { label: other, machine: other, link: other }, lang);
        for (const said of stringsIn(reading)) {
          expect(said.length).toBeLessThanOrEqual(300);
          expect(said.isWellFormed()).toBe(true);
          expect(said).not.toMatch(/\p{Cc}|\p{Bidi_Control}|[\u200b\u2060-\u2064\ufeff]/u);
          expect(said).not.toMatch(/\p{M}{9}/u);
        }
        expect(reading.fields.amount?.value ?? '0').toMatch(/^-?\d+(\.\d+)?$/);
        expect(reading.fields.closeDate?.value ?? '2026-01-01').toMatch(/^\d{4}-\d{2}-\d{2}$/);
      }),
      { numRuns: 150 },
    );
  });

  it('keeps markup and addresses as the words that they are', () => {
    for (const words of ['<img src=x onerror="alert(1)">', 'javascript:alert(1)'])
      expect(read(words).fields.name).toMatchObject({ state: 'read', value: words });
  });

  it('heaps no marks on a letter, and takes none from those who write with them', () => {
    expect(inert(`a${'\u0301'.repeat(50)}b`)).toBe(`a${'\u0301'.repeat(8)}b`);
    for (const words of ['नमस्ते', 'ကျွန်ုပ်', 'ស្ត្រី', 'שָׁלוֹם', 'Việt'.normalize('NFD')])
      expect(inert(words)).toBe(words);
  });
});

describe('the work that a text makes', () => {
  const long = POISON.filter((text) => text.length > 1);

  it.each(long)('has an end: %#', (text) => {
    const [some, much] = [20_000, 1_000_000].map((size) => text.repeat(Math.ceil(size / text.length)));
    const looksAt = (raw = ''): number[] => looks(() => read(raw, { label: raw, machine: raw }, raw));
    // what is learnt once is learnt before counting
    looksAt(some);
    expect(total(looksAt(much))).toBe(total(looksAt(some)));
  });

  it('is, for an amount and a day, hardly more than making it inert', () => {
    const amount = { lang: null, decimal: null, codes: [] };
    const day = { lang: null, dayOrder: null, today: '2026-11-24', yearless: 'nearest' } as const;
    for (const text of long.filter((one) => one.length > 200)) {
      const once = total(looks(() => inert(text)));
      expect(total(looks(() => amountOf(text, amount))), text.slice(0, 9)).toBeLessThan(once + 1_000);
      expect(total(looks(() => dayOf(text, day))), text.slice(0, 9)).toBeLessThan(once + 1_000);
    }
  });

  it('is none for a language without end', () => {
    expect(languageOf(`de-x-${'a-'.repeat(50_000)}a`)).toBeNull();
  });
});

/** The length of each text that a regular expression, a loop over its characters or normalising is given. */
function looks(work: () => unknown): number[] {
  const sizes: number[] = [];
  let within = false;
  const noted = <T extends unknown[], R>(text: string, call: (...args: T) => R, ...args: T): R => {
    if (within) return call(...args);
    within = true;
    sizes.push(text.length);
    try {
      return call(...args);
    } finally {
      within = false;
    }
  };
  const spies = [
    ...(['replace', 'match', 'normalize', 'toLowerCase', 'split'] as const).map((name) => {
      const original = String.prototype[name] as (...args: unknown[]) => unknown;
      return vi.spyOn(String.prototype, name).mockImplementation(function (this: string, ...args: unknown[]) {
        return noted(this, () => original.apply(this, args)) as never;
      });
    }),
    ...(['exec', 'test'] as const).map((name) => {
      const original = RegExp.prototype[name] as (text: string) => unknown;
      return vi.spyOn(RegExp.prototype, name).mockImplementation(function (this: RegExp, text: string) {
        return noted(text, () => original.call(this, text)) as never;
      });
    }),
  ];
  try {
    work();
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
  return sizes;
}

function total(sizes: number[]): number {
  return sizes.reduce((sum, size) => sum + size, 0);
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}
