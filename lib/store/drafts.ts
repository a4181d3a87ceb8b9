import type { Draft } from '@/lib/domain/draft';
import type { NotePlace } from '@/lib/domain/note';
import { put } from './write';
import type { Done } from './commit';
import type { Write } from './write';
import { DRAFTS, placeKey } from './kinds';
import { find } from './read';
import type { Store } from './store';

/**
 * Keeps what has been typed at a place, over the draft before it; without a text there is no draft. It may be longer
 * than a note: refusing would lose it. It is sent at each pause in typing and takes no operation id: those would be
 * remembered by the thousand, and the same draft twice does no harm.
 */
export function keepDraft(store: Store, draft: Draft): Promise<Done> {
  const id = placeKey(draft.place);
  const write: Write = draft.text === '' ? { store: 'drafts', delete: id } : put(DRAFTS, draft);
  return store.commit(null, async () => ({ id, writes: [write] }));
}

export function draftAt(store: Store, place: NotePlace): Promise<Draft | null> {
  return find(store, DRAFTS, placeKey(place));
}
