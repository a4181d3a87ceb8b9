import { STAGE_KINDS, type StageKind } from '@/lib/domain/stage';
import { wordLines, type WordLine } from '../word-table';
import { ASIA } from './asia';
import { EAST } from './east';
import { WEST } from './west';

/** A kind that a name can tell. */
export type NamedKind = Exclude<StageKind, 'own'>;

/**
 * All lines of the tables, written as in ../word-table.ts: the stages that CRMs come with, as their translations call them,
 * and what teams often call theirs. Here alone stands how won and lost are called; what means one of them on one CRM and
 * something else elsewhere stands in its recipe. No word has two kinds, in whatever languages.
 */
export function stageLines(): WordLine<NamedKind>[] {
  const kinds = STAGE_KINDS.filter((kind) => kind !== 'own');
  return [WEST, EAST, ASIA].flatMap((table) => wordLines(table, kinds));
}
