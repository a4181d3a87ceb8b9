import type { Ask } from './ask';
import type { Commitment, PromiseTerms } from './commitment';
import type { CommitmentId, DealKey, NoteId, RepId, SiteId } from './ids';
import type { Draft } from './draft';
import type { Facts } from './facts';
import type { Lost } from './health';
import type { Note } from './note';
import type { ListView, RowsPage } from './list-views';
import type { NumberFormat } from './number-format';
import type { Refusal } from './refusal';
import type { FieldName, ReadField, Reading } from './reading';
import type { KnownStage, StageKind } from './stage';
import type { ExportPart, ExportPlace, FileHead, Part } from './transfer';

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
  /** Those among the missing that the page shows with nothing in them. */
  empty: FieldName[];
}

export interface RepView {
  id: RepId;
  name: string;
  /** The manager's answer to "is this person on your team?"; null while there is none. */
  onTeam: boolean | null;
}

export interface NoteView extends Omit<Note, 'removedAt'> {
  /** Where it is a promise. */
  promise: PromiseView | null;
}

export type PromiseView = Pick<Commitment, 'who' | 'due' | 'keptOn'>;

export interface NotesPage {
  notes: NoteView[];
  /** All notes of that deal or person. */
  count: number;
  /** Ask for the next page with this; null at the end. */
  before: number | null;
}

/** A note in a list of notes on several people. */
export interface FoundNote extends NoteView {
  repName: string | null;
}

/** What a search found: a page of notes, the newest first, and the people whose names have all its words. */
export interface FoundView extends Omit<NotesPage, 'notes'> {
  notes: FoundNote[];
  people: RepView[];
}

/** Something promised and not kept yet. */
export type PromiseLine = Pick<Commitment, 'id' | 'who' | 'what' | 'due' | 'privacy' | 'deal' | 'dealName'>;

export interface DealView {
  key: DealKey;
  name: string | null;
  read: ReadView;
  /** What used to be read on such pages, and is not any more. */
  lost: Lost;
  /** null where the owner was not read and nobody said whose deal it is. */
  rep: RepView | null;
  /** Why "whose deal?" is asked, or null where it is not. */
  askOwner: 'missing' | 'unsure' | null;
  /** Whom the manager can name as the owner. */
  people: RepView[];
  /** Of what its owner and the manager promised each other, the one with the earliest day. */
  promise: PromiseLine | null;
  /** Its stage, as far as it was read for certain. */
  stage: KnownStage | null;
  /** What to ask the rep about it, the first to be shown open. */
  asks: Ask[];
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
    | { is: 'list'; list: ListView }
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
  /** What is promised and not kept yet, the earliest day first. */
  promises: PromiseLine[];
  /** With the first page of notes; null with the later ones. */
  facts: Facts | null;
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
  /** How numbers and days are written where a page does not tell; null: nobody said. */
  numberFormat: NumberFormat | null;
  /** Whether private text is covered when the workspace opens. */
  startsCovered: boolean;
  /** Whether the words on the first private note have been said. */
  privateTold: boolean;
}

export type Theme = 'computer' | 'day' | 'night';

/** For the developer page: the last readings, newest first. Not kept beyond the browser's session. */
export interface ReadingsView {
  readings: (Reading & { deal: DealKey | null; origin: string })[];
}

/** What is looked for among the notes; null leaves a filter out. */
export interface FindAsk {
  words: string;
  rep: RepId | null;
  deal: DealKey | null;
  kind: Note['kind'] | null;
  before: number | null;
}

/** The views by name, each with what it is asked with and what it answers. */
export interface Views {
  here: { ask: Record<never, never>; answer: HereView };
  dealNotes: { ask: { deal: DealKey; before: number | null }; answer: NotesPage };
  /** The rows of the list on screen that are one owner's; null: those that are nobody's. */
  listRows: { ask: { owner: string | null; after: number }; answer: RowsPage };
  /** A bug report on how the deal on screen is read, with nothing in it that anybody wrote. */
  report: { ask: { deal: DealKey }; answer: { text: string } };
  people: { ask: Record<never, never>; answer: PeopleView };
  person: { ask: { rep: RepId; before: number | null }; answer: PersonView };
  /** All notes, or those that a search finds. */
  find: { ask: FindAsk; answer: FoundView };
  settings: { ask: Record<never, never>; answer: SettingsView };
  readings: { ask: Record<never, never>; answer: ReadingsView };
  /** The next part of everything that is kept. */
  exportPart: { ask: { after: ExportPlace | null }; answer: ExportPart };
}
export type ViewName = keyof Views;

/** The commands by name. Each is sent with an operation id, so that a retry changes nothing twice. */
export interface Commands {
  keepNote: {
    ask: Draft;
    answer: { note: NoteView };
  };
  /** Makes a note another kind of note. */
  turnNote: { ask: { id: NoteId; kind: Note['kind'] }; answer: { note: NoteView } };
  setTerms: { ask: { id: CommitmentId } & PromiseTerms; answer: Record<never, never> };
  /** A promise was kept, or was not after all. */
  setKept: { ask: { id: CommitmentId; kept: boolean }; answer: Record<never, never> };
  editNote: {
    ask: { id: NoteId; revision: number; text: string; privacy: Note['privacy'] };
    answer: { note: NoteView };
  };
  removeNote: { ask: { id: NoteId }; answer: Record<never, never> };
  restoreNote: { ask: { id: NoteId }; answer: Record<never, never> };
  keepDraft: { ask: Draft; answer: Record<never, never> };
  /** "Is <rep> on your team?" */
  answerTeam: { ask: { rep: RepId; onTeam: boolean }; answer: Record<never, never> };
  /** What the stage of the deal on screen is. */
  setStageKind: { ask: { stage: string; kind: StageKind }; answer: Record<never, never> };
  /** Owners of deals on the list on screen, by their keys: from now on they are on the manager's team. */
  addTeam: { ask: { owners: string[] }; answer: Record<never, never> };
  /** A person who was not read anywhere, by the name that the manager gives. One who is known by it is found, not made twice. */
  addPerson: { ask: { name: string }; answer: { rep: RepView } };
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
  /** Two addresses of one CRM: what is filed under `site` is filed under `into` from now on. */
  joinSites: { ask: { site: SiteId; into: SiteId }; answer: Record<never, never> };
  setTheme: { ask: { theme: Theme }; answer: Record<never, never> };
  /** How numbers and days are written on pages that do not tell: counts from the next page on that is read. */
  setNumberFormat: { ask: { format: NumberFormat | null }; answer: Record<never, never> };
  /** Whether private text is covered when the workspace opens. */
  setStartsCovered: { ask: { covered: boolean }; answer: Record<never, never> };
  /** From the panel's menu: the page's own script does it. */
  place: { ask: { side: 'left' | 'right' }; answer: Record<never, never> };
  collapse: { ask: Record<never, never>; answer: Record<never, never> };
  /** A file goes through twice: first all of it is only checked. `file` names it in what follows. */
  importBegin: { ask: { head: FileHead }; answer: { file: string } };
  /** The parts of each pass are numbered from 0. */
  importPart: {
    ask: Part & { file: string; pass: 'check' | 'write'; number: number };
    answer: Record<never, never>;
  };
  /** The end of a pass; with `drop` what was written of the file is taken back. */
  importEnd: { ask: { file: string; pass: 'check' | 'write' | 'drop' }; answer: Record<never, never> };
  /** Everything that is kept, and all permissions. */
  eraseEverything: { ask: Record<never, never>; answer: Record<never, never> };
  /** From a workspace that shows the example team: made if it is not there, or was made on another day. */
  enterExample: { ask: Record<never, never>; answer: Record<never, never> };
  /** With the last workspace that shows it, all of it is gone. */
  leaveExample: { ask: Record<never, never>; answer: Record<never, never> };
  /** "Write here", where another panel on the same tab writes. */
  writeHere: { ask: Record<never, never>; answer: Record<never, never> };
}
export type CommandName = keyof Commands;

export type Answer<T> = { ok: true; value: T } | { ok: false; refusal: Refusal; standing?: NoteView };
