import type { ListCount, Owner } from './list';
import type { FieldName, ReadField } from './reading';

/** A list or board, as far as it was seen. */
export interface ListView {
  crmName: string;
  kind: 'list' | 'board';
  seen: number;
  count: ListCount;
  /** Whose deals it shows. */
  owners: OwnerLine[];
  /** How many rows are nobody's, as far as the list tells. */
  nobody: number;
  absent: FieldName[];
}

export type OwnerLine = Omit<Owner, 'rows' | 'userId'> & { deals: number };

/** Some rows of a list, in the order in which they were seen. */
export interface RowsPage {
  rows: { key: string; fields: (ReadField & { name: FieldName })[] }[];
  /** Ask for the next rows with this; null at the end. */
  after: number | null;
}
