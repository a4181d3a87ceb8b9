/**
 * Identifiers. All are opaque strings; only `dealKey` has an inside, and only this file knows it.
 */

/** Random, given to a rep at the first reading. Everything kept points to it; names and logins are only aliases. */
export type RepId = string;

/** Random, given to one CRM installation when it is first turned on. */
export type SiteId = string;

/** Random, given to a note when it is first written. */
export type NoteId = string;

/** Random, or that of the note it was promised in. */
export type CommitmentId = string;

/** Names one of the questions in prompts.ts, for good: it is kept with the notes that answer it. */
export type PromptId = string;

/** Random, made by whoever asks for a change, so that a retry changes nothing twice. */
export type OperationId = string;

/** Which deal, for good: site, object and record id, as that CRM compares them. Never a name. */
export type DealKey = string;

const SEPARATOR = '|';

/**
 * Builds the key of a deal.
 * @throws when a part is empty or holds the separator: a key that could be read two ways must not exist.
 */
export function dealKey(site: SiteId, object: string, recordId: string): DealKey {
  for (const part of [site, object, recordId]) {
    if (part === '' || part.includes(SEPARATOR)) throw new Error(`Not a part of a deal key: "${part}"`);
  }
  return [site, object, recordId].join(SEPARATOR);
}

/** The parts of a deal key, or null where the string is no such key. */
export function dealKeyParts(key: DealKey): { site: SiteId; object: string; recordId: string } | null {
  const [site, object, recordId, more] = key.split(SEPARATOR);
  if (!site || !object || !recordId || more !== undefined) return null;
  return { site, object, recordId };
}
