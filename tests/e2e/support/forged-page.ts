import type { Page } from 'playwright';
import type { Evidence, RowEvidence } from '@/lib/crm/evidence';
import { sample } from '@/lib/crm/recipes/sample';
import type { FromPage } from '@/lib/messages/protocol';
import type { Opened } from './browser.ts';
import { until } from './devtools.ts';
import { sessionMemory } from './inside.ts';

/** What a page whose process was taken over could send in the name of our script in it: well-formed, but for what a test breaks. */

/** What the background knows of the page in a tab, without which nothing that is said of it is taken. */
export interface ShownPage {
  page: string;
  seq: number;
  origin: string;
  recipePage: number | null;
}

/** What the background knows of a page that it has read. */
export async function shownPage(opened: Opened, page: Page): Promise<ShownPage> {
  let known: (ShownPage & { is: string; url: string }) | undefined;
  await until(async () => {
    const { tabs = [] } = await sessionMemory(opened);
    known = tabs.map(([, state]) => state as NonNullable<typeof known>).find(({ url }) => url === page.url());
    return known?.is === 'settled';
  }, 'the background to have read the page');
  if (known === undefined) throw new Error('The background has forgotten the page');
  return { page: known.page, seq: known.seq, origin: known.origin, recipePage: known.recipePage };
}

/** Evidence as our script would send it of this page, with nothing in it. */
export function evidenceOf({ origin, recipePage }: ShownPage, more: object = {}): Evidence {
  return {
    crm: sample.crm,
    recipeVersion: sample.version,
    origin,
    marked: true,
    tenant: null,
    page: recipePage,
    recordId: null,
    rooted: true,
    ties: [],
    fields: {},
    empty: [],
    unmoved: [],
    lang: 'en',
    title: 'Forged',
    at: Date.now(),
    offset: 0,
    ...more,
  };
}

/** A row of which nothing but the name is told. */
export function rowNamed(name: string, more: object = {}): RowEvidence {
  return { key: name, id: null, fields: { name: [{ locator: 0, raw: name }] }, ...more };
}

export function settledOf(shown: ShownPage, more: object = {}): FromPage {
  const { page, seq } = shown;
  return { from: 'page', name: 'settled', page, seq, evidence: evidenceOf(shown, more) };
}

/** @param list what is another in the evidence of the list */
export function rowsOf(shown: ShownPage, rows: unknown[], list: object = {}): FromPage {
  const { page, seq } = shown;
  const evidence = evidenceOf(shown, { list: { counter: [], heads: {} }, ...list });
  return { from: 'page', name: 'rows', page, seq, list: evidence, rows: rows as RowEvidence[] };
}

/** One well-formed message of every kind about a page. The types make it whole. */
export function everyPageMessage(shown: ShownPage): FromPage[] {
  const { page, seq, origin } = shown;
  const evidence = evidenceOf(shown, {
    recordId: '10002',
    fields: { name: [{ locator: 0, raw: 'Forged' }] },
    stages: ['Forged one', 'Forged two'],
  });
  const layout = { side: 'left', width: 360, open: true, tab: 0.1 } as const;
  const all: { [N in FromPage['name']]: Extract<FromPage, { name: N }> } = {
    settled: { from: 'page', name: 'settled', page, seq, evidence },
    unsure: { from: 'page', name: 'unsure', page, seq, evidence },
    rows: rowsOf(shown, [rowNamed('Forged')]) as Extract<FromPage, { name: 'rows' }>,
    layout: { from: 'page', name: 'layout', page, layout },
    mount: { from: 'page', name: 'mount', page },
    beside: { from: 'page', name: 'beside', page },
    moved: { from: 'page', name: 'moved', page, seq: seq + 1, url: `${origin}/deals` },
    started: { from: 'page', name: 'started', page: 'forged', url: `${origin}/deals` },
    left: { from: 'page', name: 'left', page },
  };
  return Object.values(all);
}

/** As many arrays in each other. */
export function nested(levels: number): unknown {
  return JSON.parse('['.repeat(levels) + ']'.repeat(levels));
}

/** Code that sends each message to Sideline and gives what came back: the answer as JSON, or how it failed. */
export function tellAll(id: string, messages: readonly unknown[]): string {
  return `
    const answers = [];
    for (const message of JSON.parse(${JSON.stringify(JSON.stringify(messages))})) {
      try { answers.push(JSON.stringify(await chrome.runtime.sendMessage('${id}', message)) ?? 'nothing'); }
      catch (error) { answers.push('error: ' + error.message); }
    }
    return answers;`;
}
