import type { DealKey, NoteId, PromptId, RepId } from './ids';

/** Who may see a note. `private` is the manager's alone; `shareable` may be shown to the rep. */
export type Privacy = 'private' | 'shareable';

/**
 * What a note is for: to remember, to bring up in the next 1:1, something that one of the two promised, or praise. A note
 * of the kind `promise` has a commitment beside it.
 */
export const NOTE_KINDS = ['note', 'for-1on1', 'promise', 'praise'] as const;
export type NoteKind = (typeof NOTE_KINDS)[number];

/** The longest note that is kept, in UTF-16 units. Longer ones are refused, never cut. */
export const NOTE_LIMIT = 20_000;

/** A note jotted beside a deal or a rep. */
export interface Note {
  id: NoteId;
  /** The deal it was written beside, or null for a note on a person. */
  deal: DealKey | null;
  rep: RepId | null;
  /** The deal's name when it was written: what the note was about stays readable when the deal is renamed or gone. */
  dealName: string | null;
  /** The deal's stage when it was written. */
  stage: string | null;
  kind: NoteKind;
  /** The question that it answers, where it was begun with Ask. */
  asked: PromptId | null;
  text: string;
  privacy: Privacy;
  /** The page's clock with its offset when it was first kept. */
  at: string;
  editedAt: string | null;
  /** Rises by one with each edit: an edit of an older state is refused. */
  revision: number;
  /** The order of writing, which holds when the clock does not. */
  order: number;
  /** Removed, but can still be undone; null for a note that stands. */
  removedAt: string | null;
}

/** Where a note or a draft belongs. At least one of the two is set. */
export interface NotePlace {
  deal: DealKey | null;
  rep: RepId | null;
}
