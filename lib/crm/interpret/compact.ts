import { LANGUAGES, remembered } from './locale';
import { fold } from './text';

/**
 * What a short or long word for thousands and millions stands for, as powers of ten: `Mio.` is [6]. Several where
 * languages disagree and the page does not say its own (`B` is a thousand in Turkish). Empty where it is no such word.
 */
export function powersOf(word: string, lang: string | null): number[] {
  const key = fold(word);
  if (!/^\p{L}/u.test(key)) return [];
  const own = lang ? wordsOf(lang).get(key) : undefined;
  if (own !== undefined) return [own];
  if (lang) {
    const english = wordsOf('en').get(key);
    if (english !== undefined) return [english];
  }
  return [...new Set(LANGUAGES.flatMap((language) => wordsOf(language).get(key) ?? []))];
}

/** The words of one language with their powers, read off what `Intl` writes. */
const wordsOf = remembered((lang) => {
  const words = new Map<string, number>();
  for (const compactDisplay of ['short', 'long'] as const) {
    const format = new Intl.NumberFormat(lang, {
      notation: 'compact',
      compactDisplay,
      numberingSystem: 'latn',
    });
    for (let power = 3; power <= 14; power += 1) {
      for (const lead of [1, 2, 5])
        addWord(words, format.formatToParts(lead * 10 ** power), lead * 10 ** power);
    }
  }
  return words;
});

function addWord(words: Map<string, number>, parts: Intl.NumberFormatPart[], amount: number): void {
  const word = fold(parts.find((part) => part.type === 'compact')?.value ?? '');
  const digits = parts.filter((part) => part.type === 'integer').map((part) => part.value);
  const power = Math.round(Math.log10(amount / Number(digits.join(''))));
  if (word && Number.isFinite(power) && power > 0 && !words.has(word)) words.set(word, power);
}
