import { rmSync } from 'node:fs';
import type { Frame, Page } from 'playwright';
import { serveSample } from '../crm/sample/server.ts';
import { openBrowser, type Opened } from '../e2e/support/browser.ts';
import { clickToolbar, until } from '../e2e/support/devtools.ts';
import { waitForScreen } from '../e2e/support/panel.ts';
import { figureOf, type Figures, type Part } from './figures.ts';

/** How soon the panel shows the next deal, once the page has been quiet for two looks. */

const MOVES = 20;
const FRAME = 1000 / 60;

/** Notes the page's clock at each second equal look, as the evidence carries it. */
async function watchLooks(opened: Opened): Promise<void> {
  const background = await opened.background();
  await background.evaluate(() => {
    const looks: number[] = [];
    Object.assign(globalThis, { benchLooks: looks });
    chrome.runtime.onMessage.addListener((message: { name?: string; evidence?: { at: number } }) => {
      if (message.name === 'settled' && message.evidence) looks.push(message.evidence.at);
    });
  });
}

async function lastLook(opened: Opened): Promise<number> {
  const background = await opened.background();
  return background.evaluate(() => {
    const looks: unknown = Reflect.get(globalThis, 'benchLooks');
    return Array.isArray(looks) ? Number(looks.at(-1)) : Number.NaN;
  });
}

/** Notes in the panel when each deal was painted, by record id: the frame after the one that changed the document. */
async function watchPaints(panel: Frame): Promise<void> {
  await panel.evaluate(() => {
    const paints: Record<string, number> = {};
    Object.assign(globalThis, { benchPaints: paints });
    const look = () => {
      const id = document
        .querySelector('main[data-screen=deal] [data-field=recordId]')
        ?.getAttribute('data-value');
      if (id && !(id in paints)) {
        paints[id] = 0;
        requestAnimationFrame(() => (paints[id] = performance.timeOrigin + performance.now()));
      }
    };
    new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true });
    look();
  });
}

async function paintOf(panel: Frame, id: string): Promise<number> {
  return panel.evaluate((record) => {
    const paints: unknown = Reflect.get(globalThis, 'benchPaints');
    return typeof paints === 'object' && paints !== null ? Number(Reflect.get(paints, record) ?? 0) : 0;
  }, id);
}

/** Moves inside the CRM's own app, as its links do. */
async function move(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
  }, path);
}

export const navigationPart: Part = {
  name: 'navigation',
  run: async (): Promise<Figures> => {
    const crm = await serveSample();
    const opened = await openBrowser({ package: 'preset/chrome-mv3' });
    try {
      const page = await opened.context.newPage();
      await page.goto(`${crm.url}/deals/10101`);
      await clickToolbar(opened, page);
      const panel = await waitForScreen(page, 'deal');
      await watchLooks(opened);
      await watchPaints(panel);
      const frames: number[] = [];
      for (let step = 1; step <= MOVES; step++) {
        const id = String(10_101 + step);
        await move(page, `/deals/${id}`);
        await until(async () => (await paintOf(panel, id)) > 0, `deal ${id} in the panel`);
        frames.push(((await paintOf(panel, id)) - (await lastLook(opened))) / FRAME);
      }
      return {
        'page.navigation.frames': figureOf(
          frames,
          'frames',
          'at most 2, second equal look to paint, 60 a second',
        ),
      };
    } finally {
      await opened.close();
      await crm.close();
      rmSync(opened.folder, { recursive: true, force: true });
    }
  },
};
