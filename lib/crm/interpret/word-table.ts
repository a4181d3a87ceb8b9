import { foldName } from '@/lib/domain/fold';
import { inert } from './text';

/** One line of a table: some words of one language, and what they mean. */
export interface WordLine<Meaning extends string> {
  /** BCP 47: a language, for Chinese with its script. */
  lang: string;
  meaning: Meaning;
  words: string[];
}

/**
 * Reads a table of words. A language stands on a line of its own, and below it what its words mean:
 *
 *     de
 *     amount = betrag|wert
 *
 * Words are in lower case. A meaning may have several lines.
 * @throws where a line names none of the meanings or stands below no language
 */
export function wordLines<Meaning extends string>(
  table: string,
  meanings: readonly Meaning[],
): WordLine<Meaning>[] {
  let lang = '';
  return table
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [first = '', words] = line.split(' = ');
      if (words === undefined) {
        lang = first;
        return [];
      }
      const meaning = meanings.find((one) => one === first);
      if (lang === '' || meaning === undefined) throw new Error(`Not a line of a word table: ${line}`);
      return [{ lang, meaning, words: words.split('|') }];
    });
}

/** The form in which words are compared: without case, accents, width, marks of direction and kinds of apostrophe. */
export function wordKey(text: string): string {
  return foldName(inert(text)).replace(/[\u2018\u2019\u02bc]/g, "'");
}
