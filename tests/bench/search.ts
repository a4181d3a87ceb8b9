import { rmSync } from 'node:fs';
import type { Page } from 'playwright';
import { openBrowser } from '../e2e/support/browser.ts';
import { stopBackground, until } from '../e2e/support/devtools.ts';
import { workspace } from '../e2e/support/panel.ts';
import { figureOf, median, type Figures, type Part } from './figures.ts';
import { measured } from './measured.ts';

/** What a search over 20,000 notes takes, from the question of a screen to its answer, in the extension itself. */

const RUNS = 5;
const SEARCHES = 20;
/** Two words each, as somebody types them; the second time round another pair. */
const ASKS = ['budget friday', 'price legal', 'zurich', 'ana offer', 'no such words'];

/** Records by store, as search-rows.measure.ts lays them down. */
type Rows = Record<string, object[]>;

async function fill(page: Page, rows: Rows): Promise<void> {
  for (const [store, all] of Object.entries(rows)) {
    for (let from = 0; from < all.length; from += 500) {
      // oxlint-disable-next-line no-await-in-loop -- a part after another
      await page.evaluate(
        async ([name, text]) => {
          const opening = indexedDB.open('sideline');
          const db = await new Promise<IDBDatabase>((done, lost) => {
            opening.onsuccess = () => done(opening.result);
            opening.onerror = () => lost(new Error('The database does not open'));
          });
          const writing = db.transaction(name, 'readwrite');
          for (const row of JSON.parse(text) as object[]) writing.objectStore(name).put(row);
          await new Promise((done) => (writing.oncomplete = done));
          db.close();
        },
        [store, JSON.stringify(all.slice(from, from + 500))] as const,
      );
    }
  }
}

/** Milliseconds from the question to the answer, as the page's own clock sees them. */
function search(page: Page, words: string): Promise<{ took: number; count: number }> {
  return page.evaluate(async (wanted) => {
    const ask = { words: wanted, rep: null, deal: null, kind: null, before: null };
    const at = new Date().toISOString();
    const start = performance.now();
    const message = { from: 'screen', name: 'view', session: null, view: 'find', ask, at };
    const answer: unknown = await chrome.runtime.sendMessage(message);
    const took = performance.now() - start;
    const { ok, value } = answer as { ok: boolean; value: { count: number } };
    if (!ok) throw new Error('The search was refused');
    return { took, count: value.count };
  }, words);
}

export const searchPart: Part = {
  name: 'search',
  run: async (): Promise<Figures> => {
    const rows = await measured<Rows>('search-rows');
    const opened = await openBrowser({ package: 'preset/chrome-mv3' });
    try {
      const isWelcome = () => opened.context.pages().some((page) => page.url().endsWith('#welcome'));
      await until(isWelcome, 'the first page');
      const page = await workspace(opened, '#people');
      await search(page, '');
      await fill(page, rows);
      // Welcome asks nothing by itself: another screen would wake the background before the search does.
      const quiet = await workspace(opened, '#welcome');
      for (const other of opened.context.pages()) if (other !== quiet) await other.close();
      const cold: number[] = [];
      const warm: number[] = [];
      for (let run = 0; run < RUNS; run++) {
        await stopBackground(opened);
        const first = await search(quiet, ASKS[run % ASKS.length] ?? '');
        cold.push(first.took);
        const each: number[] = [];
        for (let turn = 0; turn < SEARCHES; turn++) {
          each.push((await search(quiet, ASKS[turn % ASKS.length] ?? '')).took);
        }
        warm.push(median(each));
      }
      const { count } = await search(quiet, '');
      if (count < 20_000) throw new Error(`Only ${count} notes were searched`);
      return {
        'notes.search.ms': figureOf(warm, 'ms', 'at most 16: 20,000 notes, question to answer'),
        'notes.search.cold.ms': figureOf(cold, 'ms', 'at most 300: the background just stopped'),
      };
    } finally {
      await opened.close();
      rmSync(opened.folder, { recursive: true, force: true });
    }
  },
};
