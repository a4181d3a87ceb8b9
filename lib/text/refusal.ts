import type { Refusal } from '@/lib/domain/views';
import { t, type Key } from './words';

const WORDS = {
  'not-allowed': 'refusal.notAllowed',
  'not-understood': 'refusal.notUnderstood',
  'nothing-written': 'refusal.nothingWritten',
  'too-long': 'refusal.tooLong',
  'edited-meanwhile': 'refusal.editedMeanwhile',
  'page-moved-on': 'refusal.pageMovedOn',
  covered: 'refusal.covered',
  'not-found': 'refusal.notFound',
  'not-granted': 'refusal.notGranted',
  'not-a-site': 'refusal.notASite',
  'clock-ahead': 'refusal.clockAhead',
  'newer-database': 'refusal.newerDatabase',
  'not-saved': 'refusal.notSaved',
  storage: 'refusal.storage',
  'no-answer': 'refusal.noAnswer',
} satisfies Record<Refusal, Key>;

/** What a refusal is in words: what happened, and what is still there. */
export function refusalWords(refusal: Refusal): string {
  return t(WORDS[refusal]);
}
