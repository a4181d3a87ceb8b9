import type { Opened } from './browser.ts';
import { stopBackground, until } from './devtools.ts';

/** Holds the background at one moment of its work, by its database: it waits there, and can be stopped, as nobody could by timing. */

/** What the worker is told; it lives in the background as long as this life of it. */
interface Held {
  held: boolean;
  letGo: () => void;
}

/**
 * Makes the background wait at its nth use of the database from now on, or where `stores` is given at its first use of those.
 * `afterWrite` makes it wait once it has written to that store: the disk has it, and the background never hears of that.
 */
export async function holdAt(
  opened: Opened,
  point: { nth: number } | { stores: string[] } | { afterWrite: string },
): Promise<void> {
  const background = await opened.background();
  await background.evaluate((wanted) => {
    const real = IDBDatabase.prototype.transaction;
    const state: Held = { held: false, letGo: () => undefined };
    Object.assign(globalThis, { holding: state });
    const hold = (db: IDBDatabase, stores: string[]) => {
      IDBDatabase.prototype.transaction = real;
      const lock = real.call(db, stores, 'readwrite');
      let over = false;
      // A transaction lives as long as it is asked something.
      const ask = () => {
        if (!over) lock.objectStore(stores[0] ?? '').get('nothing').onsuccess = ask;
      };
      ask();
      Object.assign(state, { held: true, letGo: () => (over = true) });
    };
    let count = 0;
    IDBDatabase.prototype.transaction = function (names, mode, options) {
      const used = typeof names === 'string' ? [names] : [...names];
      count += 1;
      if ('nth' in wanted && count === wanted.nth) hold(this, [...this.objectStoreNames]);
      if ('stores' in wanted && used.some((name) => wanted.stores.includes(name))) hold(this, wanted.stores);
      const transaction = real.call(this, names, mode, options);
      const writes = mode === 'readwrite' && 'afterWrite' in wanted && used.includes(wanted.afterWrite);
      // The first to listen, so that whoever made the write is not told.
      const silence = (done: Event) => {
        done.stopImmediatePropagation();
        state.held = true;
      };
      if (writes) transaction.addEventListener('complete', silence);
      return transaction;
    };
  }, point);
}

/** Whether the background waits where it was told to. */
export async function isHeld(opened: Opened): Promise<boolean> {
  const background = await opened.background();
  return background.evaluate(() => (globalThis as unknown as { holding?: Held }).holding?.held ?? false);
}

/** Lets the background go on. */
export async function letGo(opened: Opened): Promise<void> {
  const background = await opened.background();
  await background.evaluate(() => (globalThis as unknown as { holding?: Held }).holding?.letGo());
}

/** Stops the background as soon as it waits where it was told to, or not at all where `over` comes first. @returns whether it was */
export async function stopWhenHeld(opened: Opened, over: () => Promise<boolean>): Promise<boolean> {
  let held = false;
  await until(async () => (held = await isHeld(opened)) || (await over()), 'the background to be held');
  if (held) await stopBackground(opened);
  return held;
}
