import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CDPSession, Page } from 'playwright';
import { serveSample } from '../crm/sample/server.ts';
import { openBrowser } from '../e2e/support/browser.ts';
import { figureOf, median, type Figures, type Part } from './figures.ts';

/**
 * What Sideline costs the page it stands beside: the time of its script there, less an empty extension's, on the same page in the
 * same run, by turns.
 */

const RUNS = 5;
/** After this long the load is over, for both. Milliseconds. */
const SETTLE = 3_000;
const STORM = 6_000;
/** After this long an extension has done what it does once. Milliseconds. */
const INSTALLED = 2_000;

const PRESET = 'preset/chrome-mv3';
const EMPTY = '.output/bench/empty';

interface Cost {
  /** Milliseconds of script. */
  script: number;
  longTasks: number;
}

/** Runs a script in every page that does nothing, in a package with a background that does nothing. */
function writeEmptyExtension(): void {
  rmSync(EMPTY, { recursive: true, force: true });
  mkdirSync(EMPTY, { recursive: true });
  const write = (name: string, text: string) => writeFileSync(join(EMPTY, name), text);
  write('nothing.js', '');
  const everywhere = ['http://*/*', 'https://*/*'];
  const manifest = {
    manifest_version: 3,
    name: 'Empty',
    version: '0.0.1',
    host_permissions: everywhere,
    background: { service_worker: 'nothing.js' },
    content_scripts: [{ matches: everywhere, js: ['nothing.js'], run_at: 'document_idle' }],
  };
  write('manifest.json', JSON.stringify(manifest));
}

interface Profile {
  nodes: { id: number; callFrame: { url: string }; children?: number[] }[];
  samples?: number[];
  timeDeltas?: number[];
}

/**
 * Milliseconds in which a script of an extension was on the stack, with all that it called. The page's own script varies more from
 * run to run than ours takes, so that a difference of totals would tell nothing.
 */
export function extensionTime({ nodes, samples = [], timeDeltas = [] }: Profile): number {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const ours = new Set<number>();
  const mark = (id: number) => {
    ours.add(id);
    for (const child of byId.get(id)?.children ?? []) mark(child);
  };
  for (const { id, callFrame } of nodes) if (callFrame.url.startsWith('chrome-extension:')) mark(id);
  const micro = samples.reduce((sum, id, index) => sum + (ours.has(id) ? (timeDeltas[index] ?? 0) : 0), 0);
  return micro / 1000;
}

async function startProfile(session: CDPSession): Promise<void> {
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', { interval: 200 });
  await session.send('Profiler.start');
}

async function endProfile(session: CDPSession): Promise<number> {
  return extensionTime((await session.send('Profiler.stop')).profile);
}

/** Opens a page in a new browser with one package and measures it as told. */
async function measure(
  name: string,
  url: string,
  wait: (page: Page, session: CDPSession) => Promise<number>,
): Promise<Cost> {
  const opened = await openBrowser({ package: name });
  try {
    const page = await opened.context.newPage();
    // What an extension opens when it is installed would stand before the page, and a hidden page does not paint.
    await page.waitForTimeout(INSTALLED);
    for (const other of opened.context.pages()) if (other !== page) await other.close();
    await page.bringToFront();
    await page.addInitScript(() => {
      const seen: number[] = [];
      Object.assign(window, { longTasks: seen });
      new PerformanceObserver((list) =>
        seen.push(...list.getEntries().map(({ duration }) => duration)),
      ).observe({
        type: 'longtask',
      });
    });
    const session = await opened.context.newCDPSession(page);
    await startProfile(session);
    await page.goto(url);
    const script = await wait(page, session);
    const longTasks = await page.evaluate(() => {
      const seen: unknown = Reflect.get(window, 'longTasks');
      return Array.isArray(seen) ? seen.length : 0;
    });
    return { script, longTasks };
  } finally {
    await opened.close();
    rmSync(opened.folder, { recursive: true, force: true });
  }
}

const load = async (page: Page, session: CDPSession) => {
  await page.waitForTimeout(SETTLE);
  return endProfile(session);
};

const storm = async (page: Page, session: CDPSession) => {
  await page.waitForTimeout(SETTLE);
  await endProfile(session);
  await startProfile(session);
  await page.waitForTimeout(STORM);
  return endProfile(session);
};

/** Ours and an empty extension's, by turns. */
async function sideBySide(url: string, wait: typeof load): Promise<{ ours: Cost[]; empty: Cost[] }> {
  const ours: Cost[] = [];
  const empty: Cost[] = [];
  for (let run = 0; run < RUNS; run++) {
    empty.push(await measure(EMPTY, url, wait));
    ours.push(await measure(PRESET, url, wait));
  }
  return { ours, empty };
}

/** What we add in each run, over the empty extension's median. */
function added({ ours, empty }: { ours: Cost[]; empty: Cost[] }): number[] {
  const base = median(empty.map(({ script }) => script));
  return ours.map(({ script }) => script - base);
}

export const pagePart: Part = {
  name: 'page',
  run: async (): Promise<Figures> => {
    writeEmptyExtension();
    const crm = await serveSample();
    try {
      const loads = await sideBySide(`${crm.url}/deals?rows=all`, load);
      const storms = await sideBySide(`${crm.url}/deals?rows=all&storm=1`, storm);
      const tasks = (costs: Cost[]) => median(costs.map(({ longTasks }) => longTasks));
      const newTasks = loads.ours.map(({ longTasks }) => longTasks - tasks(loads.empty));
      return {
        'page.load.added.ms': figureOf(added(loads), 'ms', 'at most 10 over an empty extension, 2,000 rows'),
        'page.load.longtasks.added': figureOf(newTasks, 'count', 'none over an empty extension'),
        'page.storm.share': figureOf(
          added(storms).map((ms) => ms / STORM),
          'share',
          'at most 0.005 of the time of a storm (20 of 2,000 rows a frame)',
        ),
      };
    } finally {
      await crm.close();
    }
  },
};
