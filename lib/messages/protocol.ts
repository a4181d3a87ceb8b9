import type { Evidence, RowEvidence } from '@/lib/crm/evidence';
import type { Recipe } from '@/lib/crm/recipe';
import type { OperationId } from '@/lib/domain/ids';
import type { Draft } from '@/lib/domain/draft';
import type { Layout, PageWords } from '@/lib/domain/site';
import type {
  Answer,
  CommandName,
  Commands,
  HereView,
  Pen,
  Theme,
  ViewName,
  Views,
} from '@/lib/domain/views';

/**
 * Every message there is, by direction. `from` names the sender's kind and is checked against who really sent it.
 * Nothing that is stored ever travels to the page: see ToPage.
 */

/** The content script to the background. `page` is random for each document; `seq` rises with each move. */
export type FromPage =
  /** The script has started in this document. */
  | { from: 'page'; name: 'started'; page: string; url: string }
  /** The address has changed: what was read before is no longer true. */
  | { from: 'page'; name: 'moved'; page: string; seq: number; url: string }
  /** Address and page agree and are quiet. */
  | { from: 'page'; name: 'settled'; page: string; seq: number; evidence: Evidence }
  /** Rows of the list that was settled, each as it stands now; at most 500. `list` is what the list says of itself. */
  | { from: 'page'; name: 'rows'; page: string; seq: number; list: Evidence; rows: RowEvidence[] }
  /** They did not come to agree within 5 s. */
  | { from: 'page'; name: 'unsure'; page: string; seq: number; evidence: Evidence }
  /** This document is no longer on screen. */
  | { from: 'page'; name: 'left'; page: string }
  /** The page does not let the panel's frame live, and the user asked for the browser's side panel. */
  | { from: 'page'; name: 'beside'; page: string }
  /** The panel is to be shown: asks for a one-time token. */
  | { from: 'page'; name: 'mount'; page: string }
  /** The user moved, resized, opened or collapsed the panel. */
  | { from: 'page'; name: 'layout'; page: string; layout: Layout };

/** What the background answers the content script. `on: false` means: be quiet here, take yourself out. */
export interface PageAnswers {
  started: {
    on: boolean;
    /** The recipe to read with, or null where none fits this address. */
    recipe: Recipe | null;
    layout: Layout | null;
    /** Mounted by a click on a site that is off: look once, show what was recognised. */
    once: boolean;
    /** What the small tab says; null where it is not to stand. */
    words: PageWords | null;
  };
  /** The recipe to try on the new address, or null where the one in use stays. */
  moved: { recipe: Recipe | null };
  /** `next`: this recipe did not agree, try that one. */
  settled: { next: Recipe | null };
  unsure: { next: Recipe | null };
  rows: Record<never, never>;
  mount: { token: string | null };
  layout: Record<never, never>;
  left: Record<never, never>;
  beside: Record<never, never>;
}

/**
 * The background to the content script: layout orders, and to stop or to tell again. Nothing else, ever. (The script of a bug
 * report is no content script: it is run when it is asked for, and handed this site's recipe alone.)
 */
export type ToPage =
  | { to: 'page'; name: 'toggle'; focus: boolean }
  | { to: 'page'; name: 'open'; focus: boolean }
  | { to: 'page'; name: 'collapse' }
  | { to: 'page'; name: 'side'; side: 'left' | 'right' }
  /** The frame said hello: it lives. */
  | { to: 'page'; name: 'alive' }
  /** The frame loaded again: mount it anew. */
  | { to: 'page'; name: 'remount' }
  /** What was told of the rows of this list is not known any more: tell them again. */
  | { to: 'page'; name: 'rows-again' }
  /** The site was turned off: take everything out. */
  | { to: 'page'; name: 'stop' };

/** A screen (panel or workspace) to the background. `session` comes from `hello`; the workspace needs none. */
export type FromScreen =
  | { from: 'screen'; name: 'hello'; token: string; ancestors: string[]; at: string }
  /** The browser's side panel, and the window that it stands in. */
  | { from: 'screen'; name: 'beside'; window: number; at: string }
  | { from: 'screen'; name: 'view'; session: string | null; view: ViewName; ask: unknown; at: string }
  | {
      from: 'screen';
      name: 'command';
      session: string | null;
      command: CommandName;
      operation: OperationId;
      ask: unknown;
      at: string;
    };

export type HelloAnswer = Answer<{ session: string; off: boolean; theme: Theme }>;
export type ViewAnswer<N extends ViewName> = Answer<Views[N]['answer']>;
export type CommandAnswer<N extends CommandName> = Answer<Commands[N]['answer']>;

/** The background to a screen, over the port that the screen opened. */
export type ToScreen =
  /** Something was kept: ask your views again. */
  | { to: 'screen'; name: 'changed'; revision: number; kinds: string[] }
  /** The page in this panel's tab has moved or settled. The view comes with it, so that it can be painted at once. */
  | { to: 'screen'; name: 'here'; view: HereView }
  /** Another panel shows the same tab: which of the two writes. */
  | { to: 'screen'; name: 'pen'; pen: Pen }
  /** What was typed, or with no text what became a note, at a place that this panel shows and another wrote at. */
  | { to: 'screen'; name: 'draft'; draft: Draft }
  | { to: 'screen'; name: 'theme'; theme: Theme }
  /** The user's key: private text is covered, or uncovered. */
  | { to: 'screen'; name: 'cover' }
  /** Everything was erased: forget what is shown, and what was typed. */
  | { to: 'screen'; name: 'erased' }
  /** Show nothing from now on: the site was turned off, or the page is gone. */
  | { to: 'screen'; name: 'blank' };

/** The port's name is this, followed by the session of a panel, or nothing for the workspace. */
export const SCREEN_PORT = 'screen:';
