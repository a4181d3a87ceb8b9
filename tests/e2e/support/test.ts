import { rm } from 'node:fs/promises';
import { test as base } from '@playwright/test';
import type { Page } from 'playwright';
import { serveSample } from '../../crm/sample/server.ts';
import type { Served } from '../../crm/serve-folder.ts';
import { openBrowser, type Opened, type OpenOptions } from './browser.ts';
import { until } from './devtools.ts';
import { requestsThatLeft, watchErrors } from './watch.ts';

/**
 * The worlds that a test can start from. Each opens its own browser with a fresh profile, and each fails a test in which the
 * extension sent a request or reported an error.
 */
interface Worlds {
  /** The sample CRM, served on loopback. */
  crm: Served;
  /** Hosts besides the sample CRM's that the test serves itself, for example `localhost:8080`. */
  served: string[];
  /** Errors of the extension so far. A test that provokes one on purpose empties the list. */
  errors: string[];
  /** Opens a browser as told; for what the three below do not cover. Closed with the test. */
  open: (options: OpenOptions) => Promise<Opened>;
  /** The shipped package as it is installed: nothing is granted. */
  shipped: Opened;
  /** The shipped package; the browser has granted the sample CRM's origin, and Sideline has not been turned on there yet. */
  granted: Opened;
  /** The preset package: on at every site. */
  preset: Opened;
}

const isWelcome = (page: Page) => page.url().endsWith('/workspace.html#welcome');

export const SHIPPED = 'chrome-mv3';
export const PRESET = 'preset/chrome-mv3';

export const test = base.extend<Worlds>({
  crm: async ({}, use) => {
    const crm = await serveSample();
    await use(crm);
    await crm.close();
  },
  served: async ({}, use) => {
    await use([]);
  },
  errors: async ({}, use) => {
    await use([]);
  },
  open: async ({ crm, served, errors }, use) => {
    const all: Opened[] = [];
    await use(async (options) => {
      const opened = await openBrowser({
        ...options,
        onStart: (context) => void watchErrors(context, errors),
      });
      all.push(opened);
      // A fresh install opens its first page by itself, and must not do so over what the test looks at.
      if (options.folder === undefined)
        await until(() => opened.context.pages().some(isWelcome), 'the first page');
      return opened;
    });
    for (const opened of all) await opened.close();
    const hosts = [new URL(crm.url).host, ...served];
    const left = all.flatMap((opened) => requestsThatLeft(opened, hosts));
    for (const { folder } of all) await rm(folder, { recursive: true, force: true });
    test.expect(left, 'requests that the extension sent').toEqual([]);
    test.expect(errors, 'errors of the extension').toEqual([]);
  },
  shipped: async ({ open }, use) => {
    await use(await open({ package: SHIPPED }));
  },
  granted: async ({ open, crm }, use) => {
    // The browser answers a request without a prompt only for exactly the pattern that it granted before.
    await use(await open({ package: SHIPPED, grant: [`${crm.url}/*`] }));
  },
  preset: async ({ open }, use) => {
    await use(await open({ package: PRESET }));
  },
});

export const expect = test.expect;
