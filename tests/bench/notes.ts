import { rmSync } from 'node:fs';
import type { Page } from 'playwright';
import { openBrowser } from '../e2e/support/browser.ts';
import { stopBackground } from '../e2e/support/devtools.ts';
import { workspace } from '../e2e/support/panel.ts';
import { history, type History } from './big/history.ts';
import { figureOf, median, type Figures, type Part } from './figures.ts';

/** What keeping a note takes with five years of notes there, against a plain `put` in the same browser. */

const RUNS = 5;
const SAVES = 20;

/**
 * Lays down the notes as lib/store does without a lock: index keys in plain, the note as the body. The background is stopped
 * while the page writes, and opens what it finds.
 */
async function fill(page: Page, { reps, deals, notes }: History): Promise<void> {
  await put(
    page,
    'reps',
    reps.map((rep) => ({ id: rep.id, body: rep })),
  );
  await put(
    page,
    'deals',
    deals.map((deal) => ({ key: deal.key, rep: deal.rep, body: deal })),
  );
  const stored = notes.map((note) => ({
    id: note.id,
    order: note.order,
    deal: note.deal,
    rep: note.rep,
    body: note,
  }));
  for (let from = 0; from < stored.length; from += 5_000)
    await put(page, 'notes', stored.slice(from, from + 5_000));
  const counters = { name: 'counters', revision: notes.length, order: notes.length };
  await put(page, 'meta', [counters]);
}

async function put(page: Page, store: string, records: object[]): Promise<void> {
  await page.evaluate(
    async ([into, rows]) => {
      const db = await new Promise<IDBDatabase>((found, lost) => {
        const opening = indexedDB.open('sideline');
        opening.onsuccess = () => found(opening.result);
        opening.onerror = () => lost(opening.error);
      });
      await new Promise<void>((done, lost) => {
        const transaction = db.transaction(into, 'readwrite');
        for (const row of rows) transaction.objectStore(into).put(row);
        transaction.oncomplete = () => done();
        transaction.onabort = () => lost(transaction.error);
      });
      db.close();
    },
    [store, records] as const,
  );
}

/**
 * Milliseconds of each of some saves, from the workspace's message to the answer. They are notes on a person: one on a deal is kept
 * only for the panel beside that deal, and by the same way.
 * @throws where one is refused
 */
function saveNotes(page: Page, reps: readonly string[]): Promise<number[]> {
  return page.evaluate(async (all) => {
    const took: number[] = [];
    for (const [index, rep] of all.entries()) {
      const ask = { place: { deal: null, rep }, text: `Kept by the bench ${index}`, privacy: 'private' };
      const message = {
        from: 'screen',
        name: 'command',
        session: null,
        command: 'keepNote',
        operation: crypto.randomUUID(),
        ask,
        at: new Date().toISOString().replace(/\.\d+Z$/, '+00:00'),
      };
      const start = performance.now();
      const answer: { ok?: boolean } | null = await chrome.runtime.sendMessage(message);
      took.push(performance.now() - start);
      if (!answer?.ok) throw new Error(`Not kept: ${JSON.stringify(answer)}`);
    }
    return took;
  }, reps);
}

/** Milliseconds of each of some plain puts of the same size into a database with as many rows, and as durable. */
function plainPuts(page: Page, count: number, rows: number): Promise<number[]> {
  return page.evaluate(
    async ([puts, before]) => {
      const db = await new Promise<IDBDatabase>((found, lost) => {
        const opening = indexedDB.open('bench-plain', 1);
        opening.onupgradeneeded = () => opening.result.createObjectStore('rows', { keyPath: 'id' });
        opening.onsuccess = () => found(opening.result);
        opening.onerror = () => lost(opening.error);
      });
      const write = (values: object[]) =>
        new Promise<void>((done, lost) => {
          const transaction = db.transaction('rows', 'readwrite', { durability: 'strict' });
          for (const value of values) transaction.objectStore('rows').put(value);
          transaction.oncomplete = () => done();
          transaction.onabort = () => lost(transaction.error);
        });
      const row = (id: string) => ({ id, text: 'Kept by the bench', at: new Date().toISOString() });
      await write(Array.from({ length: before }, (_, index) => row(`row-${index}`)));
      const took: number[] = [];
      for (let index = 0; index < puts; index++) {
        const start = performance.now();
        await write([row(crypto.randomUUID())]);
        took.push(performance.now() - start);
      }
      db.close();
      return took;
    },
    [count, rows] as const,
  );
}

export const notesPart: Part = {
  name: 'notes',
  run: async (): Promise<Figures> => {
    const big = history();
    const opened = await openBrowser({ package: 'chrome-mv3' });
    try {
      // A page that asks for little again after each save: the save itself is to be measured.
      const page = await workspace(opened, '#readings');
      await page.locator('h1').first().waitFor();
      for (const other of opened.context.pages()) if (other !== page) await other.close();
      await stopBackground(opened);
      await fill(page, big);
      const saves: number[] = [];
      const puts: number[] = [];
      for (let run = 0; run < RUNS; run++) {
        const reps = big.reps.slice(0, SAVES).map(({ id }) => id);
        saves.push(median(await saveNotes(page, reps)));
        puts.push(median(await plainPuts(page, SAVES, run === 0 ? big.notes.length : 0)));
      }
      const notes = big.notes.length.toLocaleString('en');
      return {
        'notes.save.ms': figureOf(saves, 'ms', `at most 3 times notes.put.ms, ${notes} notes there`),
        'notes.put.ms': figureOf(puts, 'ms', 'a plain IndexedDB put, as durable, as many rows'),
        'notes.save.ratio': figureOf(
          saves.map((ms, run) => ms / (puts[run] ?? Number.NaN)),
          'ratio',
          'at most 3',
        ),
      };
    } finally {
      await opened.close();
      rmSync(opened.folder, { recursive: true, force: true });
    }
  },
};
