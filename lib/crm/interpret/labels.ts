import { labelLines, type LabelField } from './labels/lexicon';
import { languageOf, once, remembered } from './locale';
import { wordKey } from './word-table';

export type { LabelField } from './labels/lexicon';

/** What a label stands beside. `look-alike`: something that is easily taken for a field and is none. */
export type LabelMeaning = LabelField | 'look-alike';

/**
 * The field of a deal that a label names, in the words of CRMs in some 60 languages. The whole label has to be known: case,
 * accents, width, marks of direction and a colon or asterisk beside it do not matter, one more word does.
 *
 * The words of `lang` go first, then the English ones: pages are translated in part. A word of another language counts only
 * where all languages that have it agree, and without `lang` English is one of them.
 * @param lang as the page declares it (`de`, `pt_BR`, `zh-Hant-TW`)
 * @returns null for words that no language has, and for those that languages disagree on
 */
export function fieldOfLabel(text: string, lang?: string): LabelMeaning | null {
  const key = labelKey(text);
  const declared = lang === undefined ? null : languageOf(lang);
  if (declared === null) return agreed(meanings().get(key));
  const own = lexicon().get(new Intl.Locale(declared).language)?.get(key);
  return own ?? lexicon().get('en')?.get(key) ?? agreed(meanings().get(key));
}

/**
 * All labels of a field, lower case, as they are written: for finding a value by the label beside it. Words that mean
 * something else in another language are left out.
 */
export function labelsOf(field: LabelField): readonly string[] {
  return labelsByField(field);
}

type Table = Map<string, LabelMeaning>;

/** The words of each language, whatever its script. */
const lexicon = once(() => {
  const tables = new Map<string, Table>();
  for (const { lang, meaning, words } of labelLines()) {
    const { language } = new Intl.Locale(lang);
    const table = tables.get(language) ?? new Map<string, LabelMeaning>();
    tables.set(language, table);
    for (const word of words) table.set(labelKey(word), meaning === 'not' ? 'look-alike' : meaning);
  }
  return tables;
});

/** What each word means in any language. */
const meanings = once(() => {
  const all = new Map<string, Set<LabelMeaning>>();
  for (const table of lexicon().values()) {
    for (const [key, meaning] of table) all.set(key, (all.get(key) ?? new Set<LabelMeaning>()).add(meaning));
  }
  return all;
});

const labelsByField = remembered((field): readonly string[] => {
  const words = labelLines().flatMap((line) => (line.meaning === field ? line.words : []));
  return [...new Set(words)].filter((word) => fieldOfLabel(word) === field);
});

function agreed(said: ReadonlySet<LabelMeaning> | undefined): LabelMeaning | null {
  const [only] = said ?? [];
  return said?.size === 1 ? (only ?? null) : null;
}

/** Labels stand with a colon, and with an asterisk where the field has to be filled in. */
export function labelKey(text: string): string {
  return wordKey(text).replace(/^[\s*]+|[\s*:]+$/g, '');
}
