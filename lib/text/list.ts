import type { ListView, RowsPage } from '@/lib/domain/list-views';
import { fieldValue } from './reading';
import { count, list, number, t } from './words';

/** How a list or a board is said. */

/** "142 of 210 seen, scroll on": how much of the list was seen. */
export function seenWords({ seen, count: { of, atLeast } }: ListView): string {
  const words = number(seen);
  if (of !== null && seen >= of) return count('list.allSeen', seen);
  if (of !== null) return t('list.ofSeen', { seen: words, of: number(of) });
  if (atLeast !== null && seen < atLeast) return t('list.atLeastSeen', { seen: words, of: number(atLeast) });
  return t('list.seen', { seen: words });
}

/** The columns that a list has not got, within a sentence. */
export function absentWords({ absent, kind }: ListView): string {
  const fields = list(absent.map((name) => t(`fieldWithin.${name}`)));
  return kind === 'board' ? t('list.boardLacks', { fields }) : t('list.lacks', { fields });
}

type Row = RowsPage['rows'][number];

/** What stands beside a row's name: amount, stage, close date, as far as the list shows them. */
export function rowDetail(row: Row, today: string): string {
  const shown = ROW_FIELDS.flatMap((name) => row.fields.filter((field) => field.name === name));
  return list(shown.map((field) => fieldValue(field, today)));
}

const ROW_FIELDS = ['amount', 'stage', 'closeDate'] as const;

/** The name of a row's deal. */
export function rowName({ fields }: Row): string {
  return fields.find((field) => field.name === 'name')?.value ?? t('facts.nameless');
}
