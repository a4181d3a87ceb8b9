import type { Commitment } from './commitment';
import type { Deal } from './deal';
import type { Draft } from './draft';
import type { Note } from './note';
import type { Sighting } from './reading';
import type { Rep } from './rep';
import type { Site } from './site';

/**
 * Everything that is kept, as it travels between the database and one file of the user's: in parts between the background
 * and the workspace, and as one JSON object in the file. Search words are made anew on import, and the ids of operations
 * mean nothing elsewhere; neither travels. What was deleted does not either, though it could still be undone.
 */

/** The kinds of what travels, in the order of the file: whatever is named by a later one stands before it. */
export const EXPORT_KINDS = [
  'sites',
  'reps',
  'deals',
  'sightings',
  'notes',
  'commitments',
  'drafts',
  'settings',
] as const;
export type ExportKind = (typeof EXPORT_KINDS)[number];

/** One record of each kind, as it stands in the file. */
export interface ExportedRecords {
  sites: Site;
  reps: Rep;
  deals: Deal;
  sightings: Sighting & { order: number };
  notes: Note;
  commitments: Commitment;
  drafts: Draft;
  /** The name of a setting, and its value as the schema of that name has it. */
  settings: { name: string; value: unknown };
}

export type Counts = Partial<Record<ExportKind, number>>;

/** What a file says of itself. */
export interface FileHead {
  /** The version of the file's form. */
  sideline: number;
  /** The version of the database that it was made from. */
  version: number;
  /** ISO with offset. */
  exportedAt: string;
  counts: Counts;
}

export const FILE_FORMAT = 1;

/** Records of one kind, as many as one message may hold. */
export interface Part {
  kind: ExportKind;
  items: unknown[];
}

/** Where an export stands: after the record with this key; null at the beginning of the kind. */
export interface ExportPlace {
  kind: ExportKind;
  key: string | number | null;
}

/** One message of an export. */
export interface ExportPart extends Part {
  /** Where to go on; null at the end. */
  next: ExportPlace | null;
  /** The database's revision with these records: where it differs between two parts, they do not belong together. */
  revision: number;
  version: number;
  /** Records in this part that could not be read, and therefore are not in it. */
  unreadable: number;
}

/** JSON of a part's records, in bytes: with its frame it stays under the 1 MB that one message may hold. */
export const PART_BYTES = 900_000;
/** How many records a part holds at most. */
export const PART_RECORDS = 2_000;
/** JSON of one record, in bytes. The longest draft with every letter escaped stays below. */
export const RECORD_BYTES = 700_000;
/** A file above this is refused before it is read. Ten years of a large team stay below. */
export const FILE_BYTES = 200_000_000;

/**
 * Why a file is not taken. Nothing was written.
 * - `file-not-ours`: it does not begin as Sideline's files do
 * - `file-cut`: its end is missing
 * - `file-damaged`: not UTF-8, or not JSON
 * - `file-unsafe`: it has a key that would change how objects behave (`__proto__` and its like)
 * - `file-wrong`: something in it is not of the shape that Sideline writes
 * - `file-twice`: two records have one id, or one place in the order
 * - `file-dangling`: something names a person, a deal or a note that is not in it
 * - `file-counts`: there are more or fewer records than it says itself
 */
export type FileRefusal =
  | 'file-not-ours'
  | 'file-cut'
  | 'file-damaged'
  | 'file-too-large'
  | 'file-too-deep'
  | 'file-unsafe'
  | 'file-newer'
  | 'file-wrong'
  | 'file-twice'
  | 'file-dangling'
  | 'file-counts';

export class WrongFile extends Error {
  readonly refusal: FileRefusal;
  constructor(refusal: FileRefusal) {
    super(refusal);
    this.name = 'WrongFile';
    this.refusal = refusal;
  }
}

/** The length of a record's JSON in bytes of UTF-8. */
export function bytesOf(record: unknown): number {
  return new TextEncoder().encode(JSON.stringify(record)).length;
}
