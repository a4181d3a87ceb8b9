import type { Frame, Page } from 'playwright';
import type { Opened } from './browser.ts';
import { until } from './devtools.ts';

/** What the panel and the workspace show, read as a person would find it. */

/** One field of the deal card. */
export interface CardField {
  state: string;
  value: string;
  currency: string | null;
  how: string | null;
}

/**
 * The panel in a page. It stands in a closed shadow root, so no selector finds it: the browser's list of frames does.
 * @throws after 10 s without one.
 */
export async function panelFrame(page: Page): Promise<Frame> {
  await until(() => findPanel(page) !== null, 'the panel');
  const frame = findPanel(page);
  if (frame === null) throw new Error('The panel went away');
  return frame;
}

/** The panel in a page, or null: nothing is waited for. */
export function findPanel(page: Page): Frame | null {
  return page.frames().find((frame) => !frame.isDetached() && isPanel(frame.url())) ?? null;
}

function isPanel(url: string): boolean {
  return /^(chrome|moz)-extension:\/\/[^/]+\/panel\.html/.test(url);
}

/** Waits for the panel to show one of its screens, for example `deal`, `off`, `reading`, `unsure`. */
export async function waitForScreen(page: Page, screen: string): Promise<Frame> {
  let shown = await panelFrame(page);
  await until(async () => {
    shown = findPanel(page) ?? shown;
    return (await screenOf(shown)) === screen;
  }, `the panel to show "${screen}"`);
  await inReach(page, shown);
  return shown;
}

/**
 * Waits until the pointer lands in the panel: a frame that was made just now is in the page before the browser knows where it
 * stands, and a click there goes to the page under it. One that is put away, covered or in a tab behind is not waited for.
 */
async function inReach(page: Page, panel: Frame): Promise<void> {
  try {
    const place = await (await panel.frameElement()).boundingBox();
    const isBehind = await page.evaluate(() => document.visibilityState === 'hidden');
    if (place === null || isBehind) return;
    await panel.evaluate(() => {
      const reach = Object.assign(window, { reached: false });
      addEventListener('pointermove', () => (reach.reached = true), { once: true, capture: true });
    });
    for (let turn = 0; turn < 20; turn++) {
      await page.mouse.move(place.x + 3 + (turn % 2), place.y + 3);
      const reached = () => (window as unknown as { reached?: boolean }).reached === true;
      if (await panel.evaluate(reached)) return;
      await new Promise((go) => setTimeout(go, 50));
    }
  } catch {
    // It went away meanwhile: whoever uses it finds out.
  }
}

/** The screen that a panel shows now; null while it shows none. */
export async function screenOf(frame: Frame): Promise<string | null> {
  try {
    return await frame.evaluate(() => document.querySelector('main')?.getAttribute('data-screen') ?? null);
  } catch (error) {
    // Mounted anew between the look and the question.
    if (frame.isDetached() || /detached|destroyed|navigat/i.test(String(error))) return null;
    throw error;
  }
}

/** Every field of the deal card, by the design's name; `missing` ones have that state and no value. */
export async function readCard(frame: Frame): Promise<Record<string, CardField>> {
  const fields = await frame.locator('[data-field]').evaluateAll((nodes) =>
    nodes.map((node) => ({
      name: node.getAttribute('data-field') ?? '',
      state: node.getAttribute('data-state') ?? '',
      value: node.getAttribute('data-value') ?? '',
      currency: node.getAttribute('data-currency'),
      how: node.getAttribute('data-how'),
    })),
  );
  return Object.fromEntries(fields.map(({ name, ...field }) => [name, field]));
}

/** Opens the workspace in a tab of its own, for example at `#/people`. */
export async function workspace({ context, origin }: Opened, hash = ''): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${origin}/workspace.html${hash}`);
  return page;
}
