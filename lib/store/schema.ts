import type { DBSchema } from 'idb';
import type { CommitmentId, DealKey, NoteId, OperationId, RepId, SiteId } from '@/lib/domain/ids';
import type { SettingName } from '@/lib/domain/settings';

/** The database of all that people wrote and of sightings. The background alone opens it. */
export const DATABASE = 'sideline';

/** Raised with each migration; tests/lib/store/frozen then gets a database of that version. */
export const VERSION = 3;

/**
 * A stored record is its index keys in plain and a body that went through the codec. Index keys are random ids, deal
 * keys and order numbers, never names or words, so that a sealed database tells nothing in its indexes.
 */
export interface StoredSite {
  id: SiteId;
  body: unknown;
}

export interface StoredRep {
  id: RepId;
  body: unknown;
}

export interface StoredDeal {
  key: DealKey;
  /** The owner, so that the deals of a person are found. Absent where nobody knows. */
  rep?: RepId;
  body: unknown;
}

/** `order` is the key; it is drawn before the record is written, because a sealed body is bound to its key. */
export interface StoredSighting {
  order: number;
  deal: DealKey;
  rep?: RepId;
  body: unknown;
}

/** A removed note loses `deal` and `rep` and gets `removed`: indexes and counts then hold standing notes only. */
export interface StoredNote {
  id: NoteId;
  order: number;
  deal?: DealKey;
  rep?: RepId;
  /** Its order again. */
  removed?: number;
  body: unknown;
}

/** The same as of notes: what was removed is in no index of deals and reps. */
export interface StoredCommitment {
  id: CommitmentId;
  order: number;
  deal?: DealKey;
  rep?: RepId;
  removed?: number;
  body: unknown;
}

/** The folded words of the notes whose order falls into one stretch, so that a search need not load the notes. */
export interface StoredSegment {
  number: number;
  body: unknown;
}

export interface StoredDraft {
  place: string;
  body: unknown;
}

export interface StoredSetting {
  name: SettingName;
  body: unknown;
}

/** What a recipe finds, by site and kind of page. */
export interface StoredHealth {
  id: string;
  body: unknown;
}

/** An operation that was done: its retry gets the same outcome and writes nothing. */
export interface StoredOperation {
  id: OperationId;
  /** The revision of the commit that did it. */
  order: number;
  /** Days since 1970, so that old ones are found. */
  day: number;
  body: unknown;
}

/** The two counters that every commit moves. */
export interface StoredCounters {
  name: 'counters';
  /** Rises by one with each commit. */
  revision: number;
  /** The last order number given. */
  order: number;
}

/** Stands while a file is taken in: whatever lies beside it is half of something, and is taken back. */
export interface StoredImport {
  name: 'importing';
  /** What stood before, as it lay there. */
  sites: StoredSite[];
  settings: StoredSetting[];
}

export interface SidelineDB extends DBSchema {
  meta: { key: string; value: StoredCounters | StoredImport };
  ops: { key: OperationId; value: StoredOperation; indexes: { byDay: number } };
  sites: { key: SiteId; value: StoredSite };
  reps: { key: RepId; value: StoredRep };
  deals: { key: DealKey; value: StoredDeal; indexes: { byRep: RepId } };
  sightings: {
    key: number;
    value: StoredSighting;
    indexes: { byDeal: [DealKey, number]; byRep: [RepId, number] };
  };
  notes: {
    key: NoteId;
    value: StoredNote;
    indexes: { byDeal: [DealKey, number]; byRep: [RepId, number]; byRemoved: number };
  };
  commitments: {
    key: CommitmentId;
    value: StoredCommitment;
    indexes: { byDeal: [DealKey, number]; byRep: [RepId, number]; byRemoved: number };
  };
  segments: { key: number; value: StoredSegment };
  drafts: { key: string; value: StoredDraft };
  settings: { key: SettingName; value: StoredSetting };
  health: { key: string; value: StoredHealth };
}

/** The stores that hold what repositories keep; `changed` messages name them. */
export type KindName =
  | 'sites'
  | 'reps'
  | 'deals'
  | 'sightings'
  | 'notes'
  | 'commitments'
  | 'segments'
  | 'drafts'
  | 'settings'
  | 'health';

export type StoredRecord = SidelineDB[KindName]['value'];

type WithoutBody<R> = R extends StoredRecord ? Omit<R, 'body'> : never;
/** A stored record's index keys. */
export type StoredKeys = WithoutBody<StoredRecord>;
