import type { Page } from 'playwright';
import type { Opened } from './browser.ts';
import { until } from './devtools.ts';

/** What only a test can see: what Sideline keeps, and the world of its script in a page. */

/** Everything in a database, by store: two equal answers mean that nothing was written between them. */
export async function everythingKept(opened: Opened, name = 'sideline'): Promise<Record<string, unknown[]>> {
  const background = await opened.background();
  return background.evaluate(async (database) => {
    const answer = <T>(request: IDBRequest<T>) =>
      new Promise<T>((done, lost) => {
        request.onsuccess = () => done(request.result);
        request.onerror = () => lost(new Error('The database does not answer'));
      });
    const db = await answer(indexedDB.open(database));
    const stores = [...db.objectStoreNames];
    const read = db.transaction(stores, 'readonly');
    const all: Record<string, unknown[]> = {};
    for (const store of stores) all[store] = await answer(read.objectStore(store).getAll());
    db.close();
    return all;
  }, name);
}

/** The databases that there are, by name. */
export async function databases(opened: Opened): Promise<string[]> {
  const background = await opened.background();
  const all = await background.evaluate(() => indexedDB.databases());
  return all.map(({ name }) => name ?? '').sort();
}

/** What the background remembers for this session of the browser: tabs, sessions of panels, how often one was mounted anew. */
export async function sessionMemory(opened: Opened): Promise<Record<string, [unknown, unknown][]>> {
  const background = await opened.background();
  return background.evaluate(async () => {
    const { memory } = await chrome.storage.session.get('memory');
    return (memory ?? {}) as Record<string, [unknown, unknown][]>;
  });
}

/** A message that reached the background, and who the browser says sent it. */
export interface HeardMessage {
  from: string;
  name: string;
  url: string;
  frame: number;
  document: string;
}

/** Begins to list every message that reaches the background; it answers as before. Lost when the background stops. */
export async function overhear(opened: Opened): Promise<() => Promise<HeardMessage[]>> {
  const background = await opened.background();
  await background.evaluate(() => {
    const heard: HeardMessage[] = [];
    Object.assign(globalThis, { heard });
    chrome.runtime.onMessage.addListener((message, sender) => {
      const { from = '', name = '' } = message;
      const { url = '', frameId = -1, documentId = '' } = sender;
      heard.push({ from, name, url, frame: frameId, document: documentId });
    });
  });
  return async () =>
    (await opened.background()).evaluate(() => (globalThis as unknown as { heard: HeardMessage[] }).heard);
}

/** Runs code in the world of an extension's script in a page, as a page that broke out of its own world would. */
export async function inWorldOf(
  { context, origin }: Pick<Opened, 'context' | 'origin'>,
  page: Page,
): Promise<(code: string) => Promise<unknown>> {
  const session = await context.newCDPSession(page);
  let world: string | null = null;
  session.on('Runtime.executionContextCreated', ({ context: made }) => {
    if (made.origin === origin && made.auxData?.['type'] === 'isolated') world = made.uniqueId;
  });
  await session.send('Runtime.enable');
  await until(() => world !== null, "the script's world in the page");
  return async (code) => {
    const answer = await session.send('Runtime.evaluate', {
      expression: `(async () => { ${code} })()`,
      uniqueContextId: world ?? '',
      awaitPromise: true,
      returnByValue: true,
    });
    if (answer.exceptionDetails)
      throw new Error(answer.exceptionDetails.exception?.description ?? 'It threw');
    return answer.result.value;
  };
}
