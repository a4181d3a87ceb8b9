import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldName } from '@/lib/domain/fold';

test.each([
  ['Ana Souza', 'ANA SOUZA', 'case'],
  ['José Peña', 'Jose Pena', 'accents'],
  ['Jose\u0301', 'José', 'a combining accent and a composed letter'],
  ['Groß', 'GROSS', 'ß and SS'],
  ['İpek', 'ipek', 'the dotted capital I of Turkish'],
  ['Işıl', 'ISIL', 'the dotless i of Turkish'],
  ['  Ana \u00a0\t Souza\n', 'ana souza', 'white space of all kinds'],
  ['Ａｎａ', 'Ana', 'full width letters'],
  ['ﾀﾅｶ', 'タナカ', 'half width katakana'],
  ['ΓΙΏΡΓΟΣ', 'γιωργος', 'the final sigma'],
  ['Алёна', 'АЛЕНА', 'Cyrillic marks'],
  ['An\u00adna\u200b\u202a', 'anna', 'invisible characters'],
])('%j and %j are one name: %3$s', (a, b) => {
  expect(foldName(a)).toBe(foldName(b));
});

test.each([
  ['田中 太郎', '田中 太郎'],
  ['がく', 'がく'],
  ['नीतू', 'नीतू'],
  ['สมชาย ใจดี', 'สมชาย ใจดี'],
])('%j stays as it is', (name, folded) => {
  expect(foldName(name)).toBe(folded);
});

test('a mark that makes another letter keeps two names apart', () => {
  expect(foldName('かく')).not.toBe(foldName('がく'));
  expect(foldName('Ana')).not.toBe(foldName('Anna'));
});

test('folding twice changes nothing more', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      const folded = foldName(name);
      expect(foldName(folded)).toBe(folded);
    }),
    { numRuns: 1_000 },
  );
});
