import type { DealKey, NoteId, PromptId, RepId } from './ids';
import type { FieldName, Reading } from './reading';

/** What tells a deal from another that was given the same key. null where it was not read. */
export interface DealIdentity {
  name: string | null;
  account: string | null;
  /** ISO day. */
  createdDate: string | null;
}

/** What a reading says about which deal it is and whose. */
export interface DealRead {
  key: DealKey;
  /** null where the owner was not read for certain. */
  rep: RepId | null;
  identity: DealIdentity;
}

/** What is known of a deal beside its sightings. */
export interface Deal {
  key: DealKey;
  /** The owner as last read. */
  rep: RepId | null;
  /** The manager's answer to "whose deal?", until a page shows the owner. */
  ownerSaid: RepId | null;
  /** As last read. */
  identity: DealIdentity;
  /** A reading that looks like another deal under this key, until the manager says. Its notes are hidden as long. */
  doubt: Doubt | null;
  /** What is kept with a lower order belongs to a former deal of this key. 0 where there was none. */
  from: number;
  /** The questions that were asked about it, the newest of each: they rest a while. */
  asked: AskedPrompt[];
}

/** A question that became a note. */
export interface AskedPrompt {
  prompt: PromptId;
  /** ISO with offset. */
  at: string;
  /** The note that holds the answer. */
  note: NoteId;
}

export interface Doubt {
  identity: DealIdentity;
  rep: RepId | null;
  /** The order at which the doubt arose. */
  from: number;
}

/** Whose deal it is, as far as anybody said. */
export function ownerOf(deal: Deal): RepId | null {
  return deal.ownerSaid ?? deal.rep;
}

/** What of a reading tells which deal it is. Only what stands on the page as it is: a guessed year is no identity. */
export function identityOf(reading: Pick<Reading, 'fields'>): DealIdentity {
  const read = (name: FieldName): string | null => {
    const field = reading.fields[name];
    return field?.state === 'read' ? field.value : null;
  };
  return { name: read('name'), account: read('account'), createdDate: read('createdDate') };
}
