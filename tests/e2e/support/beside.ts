import type { CDPSession, Frame, Page } from 'playwright';
import type { Opened } from './browser.ts';
import { until } from './devtools.ts';

/**
 * The browser's own side panel. It is no page of Playwright's; the browser's debugging interface reaches it, with real keys and
 * clicks.
 */
export interface SidePanel {
  /** Runs a function in it, with what it is given as JSON. */
  evaluate: <T, A>(run: (given: A) => T | Promise<T>, given: A) => Promise<T>;
  /** The screen that it shows now; null while it shows none. */
  screen: () => Promise<string | null>;
  /** All words that stand in it, also those in the note box. */
  words: () => Promise<string>;
  /** What stands in the note box; null where there is none. */
  box: () => Promise<string | null>;
  /** Clicks the first element that a selector finds, in its middle, as a pointer does. */
  click: (selector: string) => Promise<void>;
  /** Clicks the button with these words. */
  press: (words: string) => Promise<void>;
  /** Types where the cursor is. */
  type: (text: string) => Promise<void>;
  /** Presses Ctrl+Enter. */
  keep: () => Promise<void>;
  waitForScreen: (screen: string) => Promise<void>;
  waitForRecord: (record: string) => Promise<void>;
  /** Closes it, as its own cross does. */
  close: () => Promise<void>;
}

/** Opens it from the menu of a framed panel. */
export async function openBesideFrom(opened: Opened, panel: Frame): Promise<SidePanel> {
  await panel.locator('[popovertarget=menu]').click();
  await panel.getByRole('button', { name: 'Open beside the page' }).click();
  const beside = await sidePanel(opened);
  await makeRoom(panel.page());
  return beside;
}

/** The side panel takes a third of the window, and clicks on what it takes from a page go nowhere. */
export async function makeRoom(page: Page): Promise<void> {
  await page.setViewportSize({ width: 860, height: 640 });
}

/** The side panel that is open. */
export async function sidePanel(opened: Opened): Promise<SidePanel> {
  const browser = opened.context.browser();
  if (browser === null) throw new Error('The browser is closed');
  const session = await browser.newBrowserCDPSession();
  let target: string | undefined;
  await until(async () => {
    target = (await targetsOf(session, opened)).at(-1);
    return target !== undefined;
  }, "the browser's side panel");
  return speakWith(session, target ?? '');
}

/** How many side panels stand in this browser. */
export async function countSidePanels(opened: Opened): Promise<number> {
  const session = await opened.context.browser()?.newBrowserCDPSession();
  if (!session) return 0;
  const targets = await targetsOf(session, opened);
  await session.detach();
  return targets.length;
}

async function targetsOf(session: CDPSession, { origin }: Opened): Promise<string[]> {
  const { targetInfos } = await session.send('Target.getTargets');
  return targetInfos
    .filter(({ type, url }) => type === 'page' && url === `${origin}/panel.html`)
    .map(({ targetId }) => targetId);
}

/** Playwright attaches flat sessions only to what it knows: the other kind carries messages as text. */
async function speakWith(browser: CDPSession, targetId: string): Promise<SidePanel> {
  const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: false });
  const waiting = new Map<number, (answer: Answer) => void>();
  browser.on('Target.receivedMessageFromTarget', (event) => {
    const answer = JSON.parse(event.message) as Answer;
    if (event.sessionId === sessionId && answer.id !== undefined) waiting.get(answer.id)?.(answer);
  });
  let last = 0;
  const send = (method: string, params: object): Promise<Answer> =>
    new Promise((done, lost) => {
      const id = ++last;
      waiting.set(id, done);
      const message = JSON.stringify({ id, method, params });
      browser.send('Target.sendMessageToTarget', { sessionId, message }).catch(lost);
    });
  const evaluate = async <T, A>(run: (given: A) => T | Promise<T>, given: A): Promise<T> => {
    const expression = `(${run.toString()})(${JSON.stringify(given)})`;
    const answer = await send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
    if (!answer.result || answer.result.exceptionDetails)
      throw new Error(answer.result?.exceptionDetails?.exception?.description ?? 'It did not answer');
    return answer.result.result?.value as T;
  };
  return actions(send, evaluate);
}

interface Answer {
  id?: number;
  result?: {
    result?: { value?: unknown };
    exceptionDetails?: { exception?: { description?: string } };
  };
}

function actions(
  send: (method: string, params: object) => Promise<Answer>,
  evaluate: SidePanel['evaluate'],
): SidePanel {
  const screen = () =>
    evaluate(() => document.querySelector('main')?.getAttribute('data-screen') ?? null, null);
  const clickAt = async (place: { x: number; y: number } | null, what: string) => {
    if (place === null) throw new Error(`${what} is not in the side panel`);
    const at = { ...place, button: 'left', clickCount: 1 };
    for (const type of ['mousePressed', 'mouseReleased'])
      await send('Input.dispatchMouseEvent', { ...at, type });
  };
  return {
    evaluate,
    screen,
    words: () =>
      evaluate(() => {
        const box = document.querySelector<HTMLTextAreaElement>('textarea[name=note]');
        return `${document.body.textContent} ${box?.value ?? ''}`;
      }, null),
    box: () =>
      evaluate(() => document.querySelector<HTMLTextAreaElement>('textarea[name=note]')?.value ?? null, null),
    click: async (selector) => {
      const place = await evaluate((wanted) => {
        const element = document.querySelector(wanted);
        element?.scrollIntoView({ block: 'nearest' });
        const box = element?.getBoundingClientRect();
        return box ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : null;
      }, selector);
      await clickAt(place, selector);
    },
    press: async (words) => {
      const place = await evaluate((wanted) => {
        const button = [...document.querySelectorAll('button')].find(
          (one) => one.textContent?.trim() === wanted && one.checkVisibility(),
        );
        const box = button?.getBoundingClientRect();
        return box ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : null;
      }, words);
      await clickAt(place, words);
    },
    type: async (text) => void (await send('Input.insertText', { text })),
    keep: async () => {
      const key = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13, modifiers: 2 };
      for (const type of ['rawKeyDown', 'keyUp']) await send('Input.dispatchKeyEvent', { ...key, type });
    },
    waitForScreen: (wanted) =>
      until(async () => (await screen()) === wanted, `the side panel to show "${wanted}"`),
    waitForRecord: (record) =>
      until(
        () =>
          evaluate(
            (id) => document.querySelector('[data-field=recordId]')?.getAttribute('data-value') === id,
            record,
          ),
        `the side panel to show deal ${record}`,
      ),
    close: async () => {
      // It answers nothing any more.
      void send('Runtime.evaluate', { expression: 'window.close()' });
    },
  };
}
