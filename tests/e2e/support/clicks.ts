import { appendFileSync, mkdirSync } from 'node:fs';
import { expect } from '@playwright/test';
import type { Locator, Page } from 'playwright';
import type { Opened } from './browser.ts';
import { clickToolbar } from './devtools.ts';
import { COUNTED, FLOWS, type FlowName } from './flows.ts';

/**
 * The one counter behind every "at most n clicks". A flow does what a person does through it and nothing else: a click, a
 * key outside a text box, typing. Pages that open or change meanwhile are counted by themselves.
 */
export class Clicks {
  clicks = 0;
  pages = 0;
  readonly #opened: Opened;

  constructor(opened: Opened) {
    this.#opened = opened;
  }

  async click(target: Locator): Promise<void> {
    this.clicks += 1;
    await target.click();
  }

  async toolbar(page: Page): Promise<void> {
    this.clicks += 1;
    await clickToolbar(this.#opened, page);
  }

  /** Something outside every page, such as the browser's own question, answered by `run`. */
  async inBrowser(run: () => Promise<unknown>): Promise<void> {
    this.clicks += 1;
    await run();
  }

  /** Types where the cursor is; it must be in a text box already. A chord that belongs to the box, such as Ctrl+Enter, too. */
  async type(box: Locator, text: string, ...chords: string[]): Promise<void> {
    await expect(box, 'the cursor stands in the box without a click').toBeFocused();
    await box.pressSequentially(text);
    for (const chord of chords) await box.press(chord);
  }
}

/** Runs one flow, holds its count against the table and lists it. */
export async function counted(
  name: FlowName,
  opened: Opened,
  flow: (by: Clicks) => Promise<void>,
): Promise<void> {
  const by = new Clicks(opened);
  const changed = () => {
    by.pages += 1;
  };
  const onNavigation = (page: Page) => {
    let at = page.url();
    page.on('framenavigated', (frame) => {
      if (frame !== page.mainFrame() || withoutHash(frame.url()) === withoutHash(at)) return;
      // The first address of a new tab is that tab, which is counted.
      if (at !== 'about:blank' && at !== '') changed();
      at = frame.url();
    });
  };
  opened.context.pages().forEach(onNavigation);
  const onPage = (page: Page) => {
    changed();
    onNavigation(page);
  };
  opened.context.on('page', onPage);
  await flow(by);
  opened.context.off('page', onPage);
  const { does, atMost, pages } = FLOWS[name];
  mkdirSync('.output/reports', { recursive: true });
  appendFileSync(COUNTED, `${JSON.stringify({ does, atMost, clicks: by.clicks, pages: by.pages })}\n`);
  expect(by.clicks, `clicks to ${does}`).toBeLessThanOrEqual(atMost);
  expect(by.pages, `pages to ${does}`).toBeLessThanOrEqual(pages);
}

function withoutHash(url: string): string {
  return url.replace(/#.*$/, '');
}
