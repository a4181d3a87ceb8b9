import type { FieldName } from '@/lib/domain/reading';
import { EAST_ASIAN } from './east-asian';
import { GERMANIC } from './germanic';
import { ROMANCE } from './romance';
import { SEMITIC_INDIC } from './semitic-indic';
import { SLAVIC } from './slavic';
import { URALIC_TURKIC } from './uralic-turkic';

/** The fields that a page writes a label beside. A record's id stands in the address. */
export type LabelField = Exclude<FieldName, 'recordId'>;

/** One line of a table: what some words of one language are the label of. */
export interface LabelLine {
  /** BCP 47: a language, for Chinese with its script. */
  lang: string;
  /** `not`: of something that is easily taken for a field and is none, such as the weighted amount or who created it. */
  field: LabelField | 'not';
  words: string[];
}

const FIELDS: Record<LabelLine['field'], true> = {
  name: true,
  account: true,
  owner: true,
  amount: true,
  stage: true,
  status: true,
  closeDate: true,
  nextStep: true,
  lastActivity: true,
  createdDate: true,
  not: true,
};

/**
 * All lines of the tables. In a table a language stands on a line of its own, and below it what its words mean:
 *
 *     de
 *     amount = betrag|wert
 *
 * Words are in lower case. A field may have several lines. No word stands twice in one language.
 * @throws where a line names no field or stands below no language
 */
export function labelLines(): LabelLine[] {
  return [GERMANIC, ROMANCE, SLAVIC, URALIC_TURKIC, SEMITIC_INDIC, EAST_ASIAN].flatMap(linesOf);
}

function linesOf(table: string): LabelLine[] {
  let lang = '';
  return table
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [field = '', words] = line.split(' = ');
      if (words === undefined) {
        lang = field;
        return [];
      }
      if (lang === '' || !isField(field)) throw new Error(`Not a line of labels: ${line}`);
      return [{ lang, field, words: words.split('|') }];
    });
}

function isField(word: string): word is LabelLine['field'] {
  return Object.hasOwn(FIELDS, word);
}
