import { browser } from 'wxt/browser';
import type { DealKey, SiteId } from '@/lib/domain/ids';
import type { Reading } from '@/lib/domain/reading';
import type { Frames } from '@/lib/messages/server/frames';

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
  reading: Reading | null;
  deal: DealKey | null;
}

export interface KeptReading {
  reading: Reading;
  deal: DealKey | null;
  origin: string;
}

export interface Memory extends Frames {
  tabs: Map<number, TabState>;
  readings: KeptReading[];
  /** The tabs that show the example team. */
  examples: Set<number>;
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
    examples: new Set(left?.examples),
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
