import { cs } from './words-cs.ts';
import { de } from './words-de.ts';
import { en, type Language, type Word } from './words-en.ts';
import { ja } from './words-ja.ts';

export type { Word } from './words-en.ts';

/** The languages that the sample CRM speaks. A further one is one more file and its line here. */
export const LANGUAGES: Record<string, Language> = { en: { words: en, stages: {} }, de, cs, ja };

/** Gives a word, with what stands in braces replaced by the values of those names. */
export type Say = (word: Word, values?: Record<string, string>) => string;

/** The words of a language tag by its first part, English where it has none. */
export function wordsOf(lang: string): Say {
  const { words } = languageOf(lang);
  return (word, values = {}) => words[word].replace(/\{(\w+)\}/g, (braces, name) => values[name] ?? braces);
}

/** What a language calls a stage, which is given by its English name; a stage that it does not know stays as it is. */
export function stageIn(lang: string, stage: string): string {
  const { stages } = languageOf(lang);
  // A stage may be called as what objects are made of.
  return (Object.hasOwn(stages, stage) && stages[stage]) || stage;
}

function languageOf(lang: string): Language {
  return LANGUAGES[lang.split('-')[0] ?? ''] ?? { words: en, stages: {} };
}
