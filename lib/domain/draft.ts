import type { PromiseTerms } from './commitment';
import type { PromptId } from './ids';
import type { NoteKind, NotePlace, Privacy } from './note';

/** What has been typed and not kept yet. One for each place. */
export interface Draft {
  place: NotePlace;
  text: string;
  privacy: Privacy;
  kind: NoteKind;
  asked: PromptId | null;
  /** Chosen for a promise; kept while another kind is chosen, so that changing one's mind loses nothing. */
  promise: PromiseTerms | null;
}
