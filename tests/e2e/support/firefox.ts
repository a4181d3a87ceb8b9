import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { pathOf } from '../../browsers.ts';
import { manifestOf, packageFolder } from './browser.ts';
import { until } from './devtools.ts';

/**
 * Firefox with a built package. Its automation shows the embedded panel as `about:blank`, so a test turns a site on and looks at
 * what was read in the workspace, which is a page of its own, or in the browser's sidebar.
 */
export interface OpenedFirefox {
  browser: Browser;
  /** `moz-extension://<id>` */
  origin: string;
  /** Opens the workspace in a tab, for example at `#/settings`. */
  workspace: (hash?: string) => Promise<Page>;
  /** Opens a page of the CRM in a tab. */
  open: (url: string) => Promise<Page>;
  /** Presses keys together as the user would, whoever listens to them: the browser hears them before the page does. */
  press: (...keys: readonly Key[]) => Promise<void>;
  /** Runs the body of a function in the page of the open sidebar, where `content` is its window; answers with what is returned. */
  inSidebar: (body: string) => Promise<unknown>;
  close: () => Promise<void>;
}

/** A key and where it sits, as `KeyboardEvent` has them. */
export interface Key {
  key: string;
  code: string;
}

/** Firefox gives each install a random id; a fixed one lets a test write the address. */
const UUID = '5b0d9c3e-2f0a-4c51-9a57-6a3b7c1d2e4f';

/** @param name a folder under `.output`, for example `firefox-mv3`; its manifest names the add-on's id. */
export async function openFirefox(name: string): Promise<OpenedFirefox> {
  const profile = mkdtempSync(join(tmpdir(), 'sideline-firefox-'));
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: pathOf('firefox'),
    headless: true,
    userDataDir: profile,
    args: ['-remote-allow-system-access'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [addonId(name)]: UUID }),
      // Grants without the prompt, which no automation can answer.
      'extensions.webextOptionalPermissionPrompts': false,
    },
  });
  await browser.installExtension(packageFolder(name));
  const origin = `moz-extension://${UUID}`;
  const window = await ownWindow(browser);
  return {
    browser,
    origin,
    workspace: (hash = '') => openTab(browser, `${origin}/workspace.html${hash}`),
    open: (url) => openTab(browser, url),
    press: async (...keys) => {
      await window(`(${pressKeys.toString()})(${JSON.stringify(keys)})`);
    },
    inSidebar: (body) => window(`(${inSidebar.toString()})(${JSON.stringify(body)})`),
    close: async () => {
      await browser.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

function addonId(name: string): string {
  const settings = manifestOf(name).browser_specific_settings;
  const id = /"id":"([^"]+)"/.exec(JSON.stringify(settings))?.[1];
  if (id === undefined) throw new Error(`${name}: the manifest names no add-on id`);
  return id;
}

/** `goto` on an extension's page never reports that it arrived, though it does: the page itself is asked. */
async function openTab(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage();
  const going = page.goto(url, { waitUntil: 'domcontentloaded' }).catch(() => null);
  if (!url.startsWith('moz-extension:')) await going;
  // Asked while one document goes and the next comes, the question itself may end.
  const isThere = () =>
    page
      .evaluate((wanted) => location.href === wanted && document.readyState === 'complete', url)
      .catch(() => false);
  await until(isThere, url);
  return page;
}

/** Evaluates in the browser's own window, where its keys and its sidebar are; resolves to what a promise resolves to. */
async function ownWindow(browser: Browser): Promise<(expression: string) => Promise<unknown>> {
  const { connection } = browser as unknown as { connection: Bidi };
  const { result } = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const context = result.contexts?.[0]?.context;
  return async (expression) => {
    const said = await connection.send('script.evaluate', {
      expression,
      target: { context },
      awaitPromise: true,
    });
    const { exceptionDetails, result: value } = said.result;
    if (exceptionDetails) throw new Error(exceptionDetails.text);
    return value?.value;
  };
}

/** The part of the automation's protocol that puppeteer has no word for. */
interface Bidi {
  send(
    method: string,
    ask: object,
  ): Promise<{
    result: {
      contexts?: { context: string }[];
      exceptionDetails?: { text: string };
      result?: { value?: unknown };
    };
  }>;
}

/* What follows runs in the browser's own window, which is no page. */
declare const Cc: Record<string, { createInstance(kind: unknown): Processor }>;
declare const Ci: Record<string, unknown>;
declare const SidebarController: { browser: { contentDocument: Document | null } };

interface Processor {
  beginInputTransactionForTests(view: Window): void;
  keydown(event: KeyboardEvent): void;
  keyup(event: KeyboardEvent): void;
}

interface Messages {
  addMessageListener(name: string, hear: (message: { data: unknown }) => void): void;
  loadFrameScript(url: string, later: boolean): void;
}

function pressKeys(keys: Key[]): void {
  const processor = Cc['@mozilla.org/text-input-processor;1']?.createInstance(Ci['nsITextInputProcessor']);
  processor?.beginInputTransactionForTests(window);
  for (const key of keys) processor?.keydown(new KeyboardEvent('', key));
  for (const key of keys.toReversed()) processor?.keyup(new KeyboardEvent('', key));
}

function inSidebar(body: string): Promise<unknown> {
  return new Promise((done) => {
    const held = SidebarController.browser.contentDocument?.getElementById('webext-panels-browser');
    if (!held) return done(null);
    const { messageManager } = held as unknown as { messageManager: Messages };
    const name = `said-${Math.random()}`;
    messageManager.addMessageListener(name, ({ data }) => done(data));
    const script = `sendAsyncMessage(${JSON.stringify(name)}, (() => { ${body} })())`;
    messageManager.loadFrameScript(`data:,${encodeURIComponent(script)}`, false);
  });
}
