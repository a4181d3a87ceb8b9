import { LANGUAGES, remembered } from './locale';
import { fold } from './text';

/** Words of finance and of India that `Intl` does not write; `T` is a thousand in German accounts (`5 T€`). */
const BESIDES: Record<number, string[]> = {
  3: ['t', 'tsd'],
  5: ['lac', 'lacs', 'lakh', 'lakhs'],
  6: ['mm', 'mn', 'mln', 'mio'],
  7: ['cr', 'crore', 'crores'],
  9: ['bn', 'bln', 'mrd'],
};

/** What stands in a page that says only `en`: it may be written in any of these countries. */
const ENGLISH = ['en', 'en-GB', 'en-IN'];

/**
 * What a short or long word for thousands and millions stands for, as powers of ten: `Mio.` is [6]. In the page's
 * language, else in English, else in any: several where the word means more than one (`B` is a thousand in Turkish).
 * Empty where it is no such word.
 */
export function powersOf(word: string, lang: string | null): number[] {
  const key = fold(word);
  if (!/^\p{L}/u.test(key)) return [];
  const besides = Object.entries(BESIDES).flatMap(([power, words]) =>
    words.includes(key) ? Number(power) : [],
  );
  const own = ownPowersOf(word, lang);
  if (own.length > 0) return own;
  const english = lang === null ? [] : [...powersIn(['en'], key), ...besides];
  return unique(english.length > 0 ? english : [...powersIn(LANGUAGES, key), ...besides]);
}

/** The same in the page's own language only: empty where it has no such word. */
export function ownPowersOf(word: string, lang: string | null): number[] {
  return lang === null ? [] : powersIn(lang === 'en' ? ENGLISH : [lang], fold(word));
}

function powersIn(languages: readonly string[], key: string): number[] {
  return unique(languages.flatMap((language) => wordsOf(language).get(key) ?? []));
}

function unique(powers: number[]): number[] {
  return [...new Set(powers)];
}

/** Singular (of 101, too), plural, the small plural of Slavic languages, fractions. */
const LEADS = [1, 1.01, 1.5, 2, 3, 5, 11];

/** The words of one language with their powers, read off what `Intl` writes. */
const wordsOf = remembered((lang) => {
  const words = new Map<string, number[]>();
  for (const compactDisplay of ['short', 'long'] as const) {
    const style = { notation: 'compact', compactDisplay, numberingSystem: 'latn' } as const;
    const format = new Intl.NumberFormat(lang, style);
    for (let power = 3; power <= 14; power += 1) {
      for (const lead of LEADS) {
        const amount = Math.round(lead * 10 ** power);
        addWord(words, format.formatToParts(amount), amount);
      }
    }
  }
  return words;
});

function addWord(words: Map<string, number[]>, parts: Intl.NumberFormatPart[], amount: number): void {
  const word = fold(parts.find((part) => part.type === 'compact')?.value ?? '');
  const all = (type: string): string =>
    parts.flatMap((part) => (part.type === type ? part.value : [])).join('');
  const power = Math.round(Math.log10(amount / Number(`${all('integer')}.${all('fraction')}`)));
  const before = words.get(word) ?? [];
  if (word && Number.isFinite(power) && power > 0 && !before.includes(power))
    words.set(word, [...before, power]);
}
