import type { CommitmentId, DealKey, NoteId, RepId } from './ids';
import type { Privacy } from './note';

/** Who promised: the manager, or the rep that it is about. */
export const PARTIES = ['manager', 'rep'] as const;
export type Party = (typeof PARTIES)[number];

/** What a promise says beside its words. */
export interface PromiseTerms {
  who: Party;
  /** ISO day, or null where no day was said. */
  due: string | null;
}

/** What a promise is taken for where nobody said: the manager's own, without a day. */
export const TERMS_START: PromiseTerms = { who: 'manager', due: null };

/** Who does what by when. */
export interface Commitment extends PromiseTerms {
  id: CommitmentId;
  what: string;
  rep: RepId | null;
  deal: DealKey | null;
  /** The deal's name when it was promised. */
  dealName: string | null;
  /** The note in which it was promised, whose words and privacy it follows; null for one without a note. */
  note: NoteId | null;
  privacy: Privacy;
  /** The page's clock with its offset when it was promised. */
  at: string;
  /** The ISO day on which the manager said that it was kept; null while it is open. */
  keptOn: string | null;
  order: number;
  /** Removed with its note, but can still be undone. */
  removedAt: string | null;
}
