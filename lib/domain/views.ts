import type { DealKey, NoteId, RepId, SiteId } from './ids';
import type { Draft, Note, NotePlace } from './note';
import type { FieldName, ReadField, Reading } from './reading';

/**
 * Views: what one screen needs, made by the background in one go. They are plain JSON and hold words of the page and of
 * the user, never words of the interface.
 */

export interface FieldView extends ReadField {
  name: FieldName;
}

/** What was read on the page, ready to be shown. Fields to look at come first, then read ones, in the order of FIELD_NAMES. */
export interface ReadView {
  crm: string;
  crmName: string;
  lang: string;
  fields: FieldView[];
  missing: FieldName[];
}

export interface RepView {
  id: RepId;
  name: string;
  /** The manager's answer to "is this person on your team?"; null while there is none. */
  onTeam: boolean | null;
}

export type NoteView = Pick<
  Note,
  'id' | 'deal' | 'rep' | 'dealName' | 'stage' | 'text' | 'privacy' | 'at' | 'editedAt' | 'revision' | 'order'
>;

export interface NotesPage {
  notes: NoteView[];
  /** All notes of that deal or person. */
  count: number;
  /** Ask for the next page with this; null at the end. */
  before: number | null;
}

export interface DealView {
  key: DealKey;
  name: string | null;
  read: ReadView;
  /** null where the owner was not read and nobody said whose deal it is. */
  rep: RepView | null;
  /** Why "whose deal?" is asked, or null where it is not. */
  askOwner: 'missing' | 'unsure' | null;
  /** Whom the manager can name as the owner. */
  people: RepView[];
  notes: NotesPage;
  draft: Draft | null;
}

/** Which of two panels on one tab writes. */
export interface Pen {
  /** Whether it is this one. */
  here: boolean;
  /** Rises with each change: an older word never replaces a newer one. */
  turn: number;
}

/** The Here screen, bound to one tab. `seq` rises with each move of the page: an older view never replaces a newer one. */
export type HereView = {
  page: string;
  seq: number;
  /** For the browser's side panel: the tab that this is about. */
  tab?: number;
  pen?: Pen;
} &
  /** For the browser's side panel: a tab in which Sideline does nothing. */
  (
    | { is: 'nothing' }
    | { is: 'off'; origin: string; recognised: ReadView | null; looked: boolean }
    | { is: 'reading' }
    | { is: 'deal'; deal: DealView }
    /** The key is known, but name, account and created date all differ from what is kept under it. */
    | { is: 'doubted'; key: DealKey; before: string | null; now: string | null; read: ReadView }
    | { is: 'unsure'; read: ReadView | null }
    /** A page of a known CRM that is no deal. */
    | { is: 'elsewhere'; crmName: string }
    /** A site that is on, whose CRM no recipe knows. */
    | { is: 'unknown' }
  );

export interface PersonLine extends RepView {
  notes: number;
  deals: number;
  /** ISO day of the last reading that showed this person. */
  lastSeen: string | null;
}

export interface PeopleView {
  people: PersonLine[];
}

export interface PersonView {
  rep: RepView;
  notes: NotesPage;
  draft: Draft | null;
}

export interface SiteLine {
  id: SiteId;
  origins: string[];
  crmName: string | null;
  addedAt: string;
  /** False where the browser no longer grants it: nothing runs there. */
  granted: boolean;
}

export interface SettingsView {
  sites: SiteLine[];
  theme: Theme;
  notes: number;
}

export type Theme = 'computer' | 'day' | 'night';

/** For the developer page: the last readings, newest first. Not kept beyond the browser's session. */
export interface ReadingsView {
  readings: (Reading & { deal: DealKey | null; origin: string })[];
}

/** The views by name, each with what it is asked with and what it answers. */
export interface Views {
  here: { ask: Record<never, never>; answer: HereView };
  dealNotes: { ask: { deal: DealKey; before: number | null }; answer: NotesPage };
  people: { ask: Record<never, never>; answer: PeopleView };
  person: { ask: { rep: RepId; before: number | null }; answer: PersonView };
  settings: { ask: Record<never, never>; answer: SettingsView };
  readings: { ask: Record<never, never>; answer: ReadingsView };
}
export type ViewName = keyof Views;

/** The commands by name. Each is sent with an operation id, so that a retry changes nothing twice. */
export interface Commands {
  keepNote: {
    ask: { place: NotePlace; text: string; privacy: Note['privacy'] };
    answer: { note: NoteView };
  };
  editNote: {
    ask: { id: NoteId; revision: number; text: string; privacy: Note['privacy'] };
    answer: { note: NoteView };
  };
  removeNote: { ask: { id: NoteId }; answer: Record<never, never> };
  restoreNote: { ask: { id: NoteId }; answer: Record<never, never> };
  keepDraft: { ask: Draft; answer: Record<never, never> };
  /** "Is <rep> on your team?" */
  answerTeam: { ask: { rep: RepId; onTeam: boolean }; answer: Record<never, never> };
  /** "Whose deal?": a known person, or a name that is new. */
  sayOwner: {
    ask: { deal: DealKey; rep: RepId | null; name: string | null };
    answer: { rep: RepView };
  };
  /** "Is this the same deal?" */
  answerSame: { ask: { deal: DealKey; same: boolean }; answer: Record<never, never> };
  /** After the browser granted the origin. */
  turnOn: { ask: { origin: string }; answer: Record<never, never> };
  turnOff: { ask: { site: SiteId }; answer: Record<never, never> };
  setTheme: { ask: { theme: Theme }; answer: Record<never, never> };
  /** From the panel's menu: the page's own script does it. */
  place: { ask: { side: 'left' | 'right' }; answer: Record<never, never> };
  collapse: { ask: Record<never, never>; answer: Record<never, never> };
  /** "Write here", where another panel on the same tab writes. */
  writeHere: { ask: Record<never, never>; answer: Record<never, never> };
}
export type CommandName = keyof Commands;

/** Why something was refused. The words for each are in lib/text. */
export type Refusal =
  | 'not-allowed'
  | 'not-understood'
  | 'nothing-written'
  | 'too-long'
  | 'edited-meanwhile'
  | 'page-moved-on'
  /** Said by the panel itself: the page covers it. */
  | 'covered'
  | 'not-found'
  | 'not-granted'
  | 'not-a-site'
  | 'clock-ahead'
  | 'newer-database'
  | 'not-saved'
  | 'storage'
  /** Said by the client, after its last retry. */
  | 'no-answer';

export type Answer<T> = { ok: true; value: T } | { ok: false; refusal: Refusal; standing?: NoteView };
