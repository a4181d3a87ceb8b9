import type { Refusal } from '@/lib/domain/refusal';
import { t, type Key } from './words';

const WORDS = {
  'not-allowed': 'refusal.notAllowed',
  'not-understood': 'refusal.notUnderstood',
  'nothing-written': 'refusal.nothingWritten',
  'too-long': 'refusal.tooLong',
  'edited-meanwhile': 'refusal.editedMeanwhile',
  'page-moved-on': 'refusal.pageMovedOn',
  'page-not-told': 'refusal.pageNotTold',
  'several-people': 'refusal.severalPeople',
  covered: 'refusal.covered',
  'not-found': 'refusal.notFound',
  'two-sites': 'refusal.twoSites',
  'in-doubt': 'refusal.inDoubt',
  'not-granted': 'refusal.notGranted',
  'not-a-site': 'refusal.notASite',
  'clock-ahead': 'refusal.clockAhead',
  'newer-database': 'refusal.newerDatabase',
  'not-saved': 'refusal.notSaved',
  storage: 'refusal.storage',
  busy: 'refusal.busy',
  'not-empty': 'refusal.notEmpty',
  interrupted: 'refusal.interrupted',
  'kept-meanwhile': 'refusal.keptMeanwhile',
  'file-not-ours': 'refusal.fileNotOurs',
  'file-cut': 'refusal.fileCut',
  'file-damaged': 'refusal.fileDamaged',
  'file-too-large': 'refusal.fileTooLarge',
  'file-too-deep': 'refusal.fileTooDeep',
  'file-unsafe': 'refusal.fileUnsafe',
  'file-newer': 'refusal.fileNewer',
  'file-wrong': 'refusal.fileWrong',
  'file-twice': 'refusal.fileTwice',
  'file-dangling': 'refusal.fileDangling',
  'file-counts': 'refusal.fileCounts',
  'no-answer': 'refusal.noAnswer',
} satisfies Record<Refusal, Key>;

/** What a refusal is in words: what happened, and what is still there. */
export function refusalWords(refusal: Refusal): string {
  return t(WORDS[refusal]);
}
