import { browser } from 'wxt/browser';
import type { Evidence, RowEvidence } from '@/lib/crm/evidence';
import type { DealKey, SiteId } from '@/lib/domain/ids';
import type { ListReading } from '@/lib/domain/list';
import type { NumberFormat } from '@/lib/domain/number-format';
import type { Reading } from '@/lib/domain/reading';
import type { Beside } from '@/lib/messages/server/besides';
import type { Frames } from '@/lib/messages/server/frames';
import type { Pens } from '@/lib/messages/server/pens';

/**
 * What the background must not forget when the browser stops it, and must forget when the browser closes: which document
 * a tab shows, what was read in it, and which frames may speak. Kept in `storage.session`, which no page can read.
 */

/** What the background knows of one tab's page. */
export interface TabState {
  tab: number;
  /** Random for each document. */
  page: string;
  origin: string;
  url: string;
  seq: number;
  /** Put there by the user's click through `activeTab`, on a site that is off: one look, nothing kept. */
  once: boolean;
  is: 'reading' | 'settled' | 'unsure';
  /** Recipes that were tried on this address and did not agree. */
  tried: string[];
  /** The recipe that agreed, or the site's. */
  crm: string | null;
  site: SiteId | null;
  /** How the user says that numbers and days are written where the page does not tell. */
  numberFormat: NumberFormat | null;
  /** Which of the recipe's pages was read last, counted from 0. */
  recipePage: number | null;
  /** Of the page last read. */
  tenant: string | null;
  reading: Reading | null;
  deal: DealKey | null;
  /** How many rows of a list were told; more than are held where an earlier life of the background held them. */
  listed: number;
  /** The document is no longer on screen; the panel in it may still have something to say. */
  left?: true;
}

/**
 * The list or board that a tab shows, with the rows seen so far. Not kept in `storage.session`, where thousands of rows would
 * be written with each message: a page tells its rows again to a background that has forgotten them.
 */
export interface HeldList {
  page: string;
  seq: number;
  list: Evidence;
  rows: Map<string, RowEvidence>;
  /** Null where rows came since it was made. */
  read: ListReading | null;
}

export interface KeptReading {
  reading: Reading;
  deal: DealKey | null;
  origin: string;
}

export interface Memory extends Frames {
  tabs: Map<number, TabState>;
  readings: KeptReading[];
  lists: Map<number, HeldList>;
  /** The tabs that show the example team. */
  examples: Set<number>;
  besides: Map<string, Beside>;
  pens: Pens;
}

const KEY = 'memory';

function plain(memory: Memory) {
  return {
    tabs: [...memory.tabs],
    mounts: [...memory.mounts],
    sessions: [...memory.sessions],
    remounts: [...memory.remounts],
    readings: memory.readings,
    examples: [...memory.examples],
    besides: [...memory.besides],
    pens: { turn: memory.pens.turn, held: [...memory.pens.held] },
  };
}

/** Loads what an earlier life of this background left, and writes back what changes. */
export async function recall(): Promise<{ memory: Memory; keep(): void }> {
  const left = (await browser.storage.session.get(KEY))[KEY] as ReturnType<typeof plain> | undefined;
  const memory: Memory = {
    tabs: new Map(left?.tabs),
    mounts: new Map(left?.mounts),
    sessions: new Map(left?.sessions),
    remounts: new Map(left?.remounts),
    readings: left?.readings ?? [],
    lists: new Map(),
    examples: new Set(left?.examples),
    besides: new Map(left?.besides),
    pens: { turn: left?.pens.turn ?? 0, held: new Map(left?.pens.held) },
  };
  let asked = false;
  return {
    memory,
    // Several changes in one turn are written once; the turn's end comes before the browser can stop us.
    keep() {
      if (asked) return;
      asked = true;
      queueMicrotask(() => {
        asked = false;
        void browser.storage.session.set({ [KEY]: plain(memory) });
      });
    },
  };
}
