import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { pathOf } from '../../browsers.ts';
import { manifestOf, packageFolder } from './browser.ts';

/**
 * Firefox with a built package. Its automation shows the embedded panel as `about:blank`, so a test turns a site on and looks at
 * what was read in the workspace, which is a page of its own.
 */
export interface OpenedFirefox {
  browser: Browser;
  /** `moz-extension://<id>` */
  origin: string;
  /** Opens the workspace in a tab, for example at `#/settings`. */
  workspace: (hash?: string) => Promise<Page>;
  /** Opens a page of the CRM in a tab. */
  open: (url: string) => Promise<Page>;
  close: () => Promise<void>;
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
  return {
    browser,
    origin,
    workspace: (hash = '') => openTab(browser, `${origin}/workspace.html${hash}`),
    open: (url) => openTab(browser, url),
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
  await page.waitForFunction(
    (wanted) => location.href === wanted && document.readyState === 'complete',
    { timeout: 20_000 },
    url,
  );
  return page;
}
