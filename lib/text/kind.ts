import type { NoteKind } from '@/lib/domain/note';
import { t, type Key } from './words';

const WORDS = {
  note: 'kind.note',
  'for-1on1': 'kind.forOneOnOne',
  promise: 'kind.promise',
  praise: 'kind.praise',
} satisfies Record<NoteKind, Key>;

/** What a kind of note is called. */
export function kindWords(kind: NoteKind): string {
  return t(WORDS[kind]);
}
