import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CDPSession, Page } from 'playwright';
import { serveSample } from '../crm/sample/server.ts';
import { openBrowser } from '../e2e/support/browser.ts';
import { figureOf, median, type Figures, type Part } from './figures.ts';

/**
 * What Sideline costs the page it stands beside: the processor time of its script there, less an empty extension's, on the same
 * page in the same run, by turns.
 */

const RUNS = 5;
/** After this long the load is over, and the page has been read. Milliseconds. */
const SETTLE = 2_000;
const STORM = 6_000;
/** After this long an extension has done what it does once. Milliseconds. */
const INSTALLED = 2_000;

const PRESET = 'preset/chrome-mv3';
const EMPTY = '.output/bench/empty';

interface Cost {
  /** Milliseconds of the processor. */
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

/** One event of Chromium's trace; times in microseconds. `tdur` is the time that its thread had the processor. */
export interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  tdur?: number;
  args?: { data?: { url?: string } };
}

const SCRIPTS = new Set(['EvaluateScript', 'FunctionCall']);
const MICROTASKS = 'RunMicrotasks';

/**
 * Milliseconds of processor time that an extension's script took of a page: its evaluation, its listeners and timers, and all
 * microtasks outside of them, the page's own too, which an empty extension's run has as well. What goes on after an `await` is
 * a microtask, and the trace does not say whose. Time on the processor, since the time on the clock counts what others did
 * meanwhile, and a sampling profiler would cost as much as what it measures.
 */
export function extensionTime(events: readonly TraceEvent[]): number {
  const isOurs = ({ name, args }: TraceEvent) =>
    SCRIPTS.has(name) && (args?.data?.url ?? '').startsWith('chrome-extension:');
  const complete = events.filter(({ ph }) => ph === 'X');
  const main = complete.find(isOurs);
  const onMain = complete.filter(({ pid, tid }) => pid === main?.pid && tid === main.tid);
  let end = 0;
  let micro = 0;
  for (const event of onMain.toSorted((a, b) => a.ts - b.ts)) {
    if (event.ts < end || !(event.name === MICROTASKS || isOurs(event))) continue;
    end = event.ts + (event.dur ?? 0);
    micro += event.tdur ?? event.dur ?? 0;
  }
  return micro / 1000;
}

const CATEGORIES = ['devtools.timeline', 'v8.execute'];

/** Records the trace until it is told to end. */
async function startTrace(session: CDPSession): Promise<() => Promise<number>> {
  const events: TraceEvent[] = [];
  const take = ({ value }: { value: unknown[] }) => events.push(...(value as TraceEvent[]));
  session.on('Tracing.dataCollected', take);
  await session.send('Tracing.start', {
    traceConfig: { includedCategories: CATEGORIES },
    transferMode: 'ReportEvents',
  });
  return async () => {
    const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
    await session.send('Tracing.end');
    await complete;
    session.off('Tracing.dataCollected', take);
    return extensionTime(events);
  };
}

/** Opens a page in a new browser with one package and measures it as told. */
async function measure(
  name: string,
  url: string,
  wait: (page: Page, session: CDPSession, url: string) => Promise<number>,
): Promise<Cost> {
  const opened = await openBrowser({ package: name });
  try {
    const page = await opened.context.newPage();
    // What an extension opens when it is installed would stand before the page, and a hidden page does not paint. A fixed time,
    // since an empty extension opens nothing that could be waited for, and both must have had the same.
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
    const script = await wait(page, session, url);
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

const load = async (page: Page, session: CDPSession, url: string) => {
  const end = await startTrace(session);
  await page.goto(url);
  // The time that is measured, the same for both: what comes later in it counts too.
  await page.waitForTimeout(SETTLE);
  return end();
};

const storm = async (page: Page, session: CDPSession, url: string) => {
  await page.goto(url);
  // The load is another figure's: an empty extension gives no sign that it is over.
  await page.waitForTimeout(SETTLE);
  const end = await startTrace(session);
  // The time that is measured: the share is of it.
  await page.waitForTimeout(STORM);
  return end();
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
