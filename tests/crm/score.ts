import { foldName } from '@/lib/domain/fold';
import type { RowReading } from '@/lib/domain/list';
import type { FieldName, ReadField, Reading } from '@/lib/domain/reading';

/** Holds what was read on a page against what a careful person says that it shows. */

/** An amount as a page shows it. */
export interface TrueAmount {
  /** A plain decimal. */
  value: string;
  /** ISO code; null where the page does not settle it. */
  currency: string | null;
  /** The page rounds or converts it. */
  about?: boolean;
}

export type TrueFields = Partial<Record<Exclude<FieldName, 'amount' | 'recordId'>, string | null>> & {
  amount?: TrueAmount | null;
};

export interface TrueRow extends TrueFields {
  id: string | null;
}

/** What stands in a `.truth.json`. */
export type Truth =
  | {
      kind: 'deal';
      recordId: string | null;
      fields: TrueFields;
      empty?: FieldName[];
      stages?: string[];
      /** What a person finds out and no recipe reads: it counts as missing, and no test asks for it. */
      unread?: FieldName[];
    }
  | { kind: 'list' | 'board'; rows: TrueRow[]; shown: number; of: number | null; atLeast?: number }
  /** `unsaved`: a deal that is being made; once it is saved, the same page has its address. */
  | { kind: 'other'; unsaved?: boolean };

/**
 * - `right`: read, and it is what the page shows
 * - `marked`: approximate, inferred or ambiguous, and what the page shows is inside what is claimed
 * - `missing`: shown and not read, or unsure
 * - `wrong`: anything else that is claimed
 */
export type Verdict = 'right' | 'marked' | 'missing' | 'wrong';

export interface Judged {
  field: string;
  verdict: Verdict;
  /** What was read, and what the page shows. */
  read: string;
  shown: string;
}

/**
 * Judges each field that the truth speaks of. `null` there says that the page does not show it: then nothing may be claimed.
 */
export function judge(fields: Reading['fields'], truth: TrueFields): Judged[] {
  return Object.keys(truth).flatMap((name): Judged[] => {
    const field = fields[name as FieldName];
    const shown = truth[name as keyof TrueFields] ?? null;
    if (shown === null && (field === undefined || isSaidCarefully(name, field))) return [];
    const verdict = shown === null ? 'wrong' : verdictOf(name, field, shown);
    return [{ field: name, verdict, read: saidBy(field), shown: JSON.stringify(shown) }];
  });
}

/** A stage that names no end is taken as open, and said to be taken so; a person may not want to say. */
function isSaidCarefully(name: string, field: ReadField): boolean {
  return field.state === 'unsure' || (name === 'status' && field.state === 'inferred');
}

function verdictOf(name: string, field: ReadField | undefined, shown: string | TrueAmount): Verdict {
  if (field === undefined || field.state === 'unsure') return 'missing';
  const claimed = field.state === 'ambiguous' ? (field.alternatives ?? [field.value]) : [field.value];
  if (typeof shown === 'string') {
    const isInside =
      claimed.some((value) => isSame(name, value, shown)) ||
      (field.reason === 'text-was-cut' && foldName(shown).startsWith(foldName(field.value)));
    return isInside ? (field.state === 'read' ? 'right' : 'marked') : 'wrong';
  }
  const isInside = claimed.some((value) => Number(value) === Number(shown.value));
  if (!isInside) return 'wrong';
  if (field.state === 'read') {
    if (shown.about) return 'wrong';
    return (field.currency ?? null) === shown.currency ? 'right' : 'wrong';
  }
  return field.currency === undefined || field.currency === shown.currency || shown.currency === null
    ? 'marked'
    : 'wrong';
}

const DAYS = ['closeDate', 'lastActivity', 'createdDate'];

function isSame(name: string, value: string, shown: string): boolean {
  return DAYS.includes(name) ? value === shown : foldName(value) === foldName(shown);
}

const saidBy = (field: ReadField | undefined): string =>
  field === undefined
    ? 'nothing'
    : `${field.state} ${field.value}${field.currency ? ` ${field.currency}` : ''}${field.alternatives ? ` of ${field.alternatives.join(' or ')}` : ''}, ${field.how}`;

/** Judges the rows of a list or board: each row's fields, and whether each row is there once, with its id. */
export function judgeRows(rows: readonly RowReading[], truth: readonly TrueRow[]): Judged[] {
  const left = [...rows];
  const judged = truth.flatMap((shown): Judged[] => {
    const { id, ...fields } = shown;
    const at = left.findIndex((row) =>
      id !== null && row.id !== null ? isSameRow(row.id, id) : isNamed(row, fields),
    );
    const [row] = at < 0 ? [] : left.splice(at, 1);
    const name = fields.name ?? id ?? '';
    const found: Judged = {
      field: 'row',
      verdict:
        row === undefined
          ? 'missing'
          : row.id === null || id === null || isSameRow(row.id, id)
            ? 'right'
            : 'wrong',
      read: row === undefined ? 'nothing' : String(row.id),
      shown: `${id} ${name}`,
    };
    const rest = judge(row?.fields ?? {}, { ...NOT_SHOWN, ...fields });
    return [found, ...rest.map((one) => ({ ...one, shown: `${one.shown} in ${name}` }))];
  });
  const extra = left.map((row): Judged => ({
    field: 'row',
    verdict: 'wrong',
    read: `${row.id} ${row.fields.name?.value}`,
    shown: 'no such row',
  }));
  return [...judged, ...extra];
}

/** What a row shows stands in its truth; of the rest of these nothing may be claimed. */
const NOT_SHOWN: TrueFields = {
  name: null,
  account: null,
  owner: null,
  amount: null,
  stage: null,
  closeDate: null,
};

const isSameRow = (one: string, other: string): boolean =>
  one === other || (Math.min(one.length, other.length) === 15 && one.slice(0, 15) === other.slice(0, 15));

const isNamed = (row: RowReading, { name, amount }: TrueFields): boolean =>
  (row.fields.name === undefined ? (name ?? null) === null : row.fields.name.value === name) &&
  (amount === null ||
    amount === undefined ||
    row.fields.amount === undefined ||
    Number(row.fields.amount.value) === Number(amount.value));
