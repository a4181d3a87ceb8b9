import { FIELD_NAMES, type FieldName } from '@/lib/domain/reading';
import { wordLines, type WordLine } from '../word-table';
import { EAST_ASIAN } from './east-asian';
import { GERMANIC } from './germanic';
import { ROMANCE } from './romance';
import { SEMITIC_INDIC } from './semitic-indic';
import { SLAVIC } from './slavic';
import { URALIC_TURKIC } from './uralic-turkic';

/** The fields that a page writes a label beside. A record's id stands in the address. */
export type LabelField = Exclude<FieldName, 'recordId'>;

/**
 * All lines of the tables. No word stands twice in one language. `not` is said of labels of something that is easily taken
 * for a field and is none, such as the weighted amount or who created it.
 */
export function labelLines(): WordLine<LabelField | 'not'>[] {
  const fields = FIELD_NAMES.filter((name) => name !== 'recordId');
  const tables = [GERMANIC, ROMANCE, SLAVIC, URALIC_TURKIC, SEMITIC_INDIC, EAST_ASIAN];
  return tables.flatMap((table) => wordLines(table, [...fields, 'not'] as const));
}
