import type { Note } from '@/lib/domain/note';
import type { KindName } from './schema';

/**
 * Why the store refused.
 * - `nothing-written`, `too-long`: the text; nothing was written
 * - `edited-meanwhile`: `standing` is the note as it is now; nothing was written
 * - `not-found`: the note, rep or deal is not there (or the note is removed)
 * - `not-saved`: not known whether it was written; to be tried again with the same operation id
 * - `newer-database`: made by a newer Sideline; nothing is read or written
 * - `blocked`: another connection keeps this version from opening
 * - `busy`: a file is being taken in, or everything erased; nothing was written
 * - `not-empty`: something is kept here already; nothing was written
 * - `two-sites`: they are not one CRM, so they are not joined; nothing was written
 * - `in-doubt`: it is still asked whether a deal is the same one; nothing was written
 * - `unreadable`: a record that the change builds on does not decode or parse; it is left as it is
 */
export type StoreRefusal =
  | 'nothing-written'
  | 'too-long'
  | 'edited-meanwhile'
  | 'not-found'
  | 'not-saved'
  | 'newer-database'
  | 'blocked'
  | 'busy'
  | 'not-empty'
  | 'two-sites'
  | 'in-doubt'
  | 'unreadable';

const MESSAGES: Record<StoreRefusal, string> = {
  'nothing-written': 'The note is blank',
  'too-long': 'The note is longer than NOTE_LIMIT',
  'edited-meanwhile': 'The note was edited meanwhile',
  'not-found': 'Not found',
  'not-saved': 'Not known whether it was saved: try again with the same operation id',
  'newer-database': 'The database was made by a newer Sideline',
  blocked: 'The database did not open: another connection holds it',
  busy: 'The database is held by an import or an erasure',
  'not-empty': 'Something is kept here already',
  'two-sites': 'The sites are not one CRM',
  'in-doubt': 'It is still asked whether a deal is the same one',
  unreadable: 'A stored record cannot be read',
};

export class StoreError extends Error {
  readonly code: StoreRefusal;
  /** Only with `edited-meanwhile`. */
  readonly standing: Note | null;

  constructor(code: StoreRefusal, more: { standing?: Note; cause?: unknown } = {}) {
    super(MESSAGES[code], { cause: more.cause });
    this.name = 'StoreError';
    this.code = code;
    this.standing = more.standing ?? null;
  }
}

/** Something wrong in the database that no caller asked about. It is told, and nothing is deleted. */
export type StoreFault =
  /** A record does not decode or parse. It is shown nowhere and stays where it is. */
  | { is: 'unreadable'; store: KindName | 'ops'; key: string | number; cause: unknown }
  /** The browser found the database damaged and began an empty one. */
  | { is: 'data-lost' };

export type Report = (fault: StoreFault) => void;
