import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame, Page, Route } from 'playwright';
import { packageFolder, type Opened } from './support/browser.ts';
import { until } from './support/devtools.ts';
import { everythingKept, inWorldOf } from './support/inside.ts';
import { keepNote, openPanel, showAllNotes } from './support/job.ts';
import { panelFrame, waitForScreen } from './support/panel.ts';
import { expect, test } from './support/test.ts';

/** Words that stand nowhere but in what is kept. */
const CANARY = {
  note: 'zqkeptnote says that Ana signs',
  edited: 'zqeditednote says that Ana waits',
  person: 'zqpersonnote on the rep alone',
  draft: 'zqdraft never kept as a note',
  owner: 'Zqowner Nobody',
};

/** What came over the line to the script in the page: answers to what it asked, and what it was told. */
interface Channel {
  answers: { asked: string; answer: unknown }[];
  told: unknown[];
}

/**
 * Opens a page in which everything is recorded that our script there is sent, from its first message on: the page's own script is
 * held back until the recorder stands in our script's world, which it joins when the page is complete.
 */
async function openRecorded(opened: Opened, page: Page, url: string): Promise<void> {
  let release = () => {};
  const held = new Promise<void>((go) => (release = go));
  const hold = async (route: Route) => {
    await held;
    await route.continue();
  };
  await page.route('**/assets/app.ts', hold, { times: 1 });
  await page.goto(url, { waitUntil: 'commit' });
  const background = await opened.background();
  let tabId = -1;
  // The browser's list of tabs may learn of the address a little after the page does.
  await until(async () => {
    tabId = await background.evaluate(async (address) => {
      const tabs = await chrome.tabs.query({});
      return tabs.find((one) => one.url === address)?.id ?? -1;
    }, url);
    return tabId !== -1;
  }, 'the tab to be listed under its address');
  await background.evaluate(async (tab) => {
    await chrome.scripting.executeScript({ target: { tabId: tab }, injectImmediately: true, func: record });
    function record() {
      const channel: { answers: unknown[]; told: unknown[] } = { answers: [], told: [] };
      Object.assign(globalThis, { channel });
      const send = chrome.runtime.sendMessage.bind(chrome.runtime) as (message: unknown) => Promise<unknown>;
      chrome.runtime.sendMessage = async (message: unknown) => {
        const answer = await send(message);
        channel.answers.push({ asked: (message as { name: string }).name, answer });
        return answer;
      };
      chrome.runtime.onMessage.addListener((message) => void channel.told.push(message));
    }
  }, tabId);
  release();
  await page.locator('[data-view="deal"]').waitFor();
}

async function recorded(opened: Opened, page: Page): Promise<Channel> {
  const run = await inWorldOf(opened, page);
  return JSON.parse(String(await run('return JSON.stringify(globalThis.channel)'))) as Channel;
}

async function go(page: Page, panel: Frame, id: string): Promise<void> {
  await page.evaluate((path) => window.__sample?.go(path), `/deals/${id}`);
  await panel.locator(`[data-field=recordId][data-value="${id}"]`).waitFor({ state: 'attached' });
}

/** Everything that makes the background write, read and show: notes on a deal and a person, edits, undo, drafts, an owner. */
async function work(page: Page, panel: Frame): Promise<void> {
  await keepNote(panel, CANARY.note);
  await showAllNotes(panel);
  await panel.getByRole('button', { name: /^Edit the note/ }).click();
  await panel.locator('.note-edit textarea').fill(CANARY.edited);
  await panel.getByRole('button', { name: 'Save' }).click();
  await panel.locator('.note-words', { hasText: CANARY.edited }).waitFor();
  await panel.getByRole('button', { name: /^Delete the note/ }).click();
  await panel.getByRole('button', { name: 'Undo' }).click();
  await panel.locator('.note-words', { hasText: CANARY.edited }).waitFor();
  await panel.locator('textarea[name=note]').fill(CANARY.draft);
  await go(page, panel, '10005');
  await panel.locator('.ask-card select').selectOption('new');
  await panel.locator('.ask-card input').fill(CANARY.owner);
  await panel.locator('.ask-card input').press('Enter');
  await panel.locator('.rep-strip-name', { hasText: CANARY.owner }).waitFor();
  await panel.locator('.rep-strip-name').click();
  await waitForScreen(page, 'person');
  await keepNote(panel, CANARY.person);
  await panel.locator('nav .tab').first().click();
  await go(page, panel, '10001');
}

/** Ids of what is kept: a page that saw one could tell that there is something. */
async function idsKept(opened: Opened): Promise<string[]> {
  const kept = await everythingKept(opened);
  const records = ['sites', 'reps', 'deals', 'notes'].flatMap((store) => kept[store] ?? []);
  return records
    .flatMap((one) => ['id', 'key', 'rep'].map((key) => Reflect.get(Object(one), key) as unknown))
    .filter((id) => typeof id === 'string');
}

/** All keys in what was sent, at any depth, without the recipe and the words in the page, which are public. */
function keysOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(keysOf);
  return Object.entries(value).flatMap(([key, inner]) => [key, ...(PUBLIC.has(key) ? [] : keysOf(inner))]);
}

const PUBLIC = new Set(['recipe', 'next', 'words']);

/** What the package says in a page, as it ships: the only words that may be sent there. */
function wordsShipped(): string[] {
  const path = join(packageFolder('chrome-mv3'), '_locales/en/messages.json');
  const messages = JSON.parse(readFileSync(path, 'utf8')) as Record<string, { message: string }>;
  return Object.entries(messages).flatMap(([key, { message }]) => (key.startsWith('page_') ? [message] : []));
}

const KEYS = [
  'words',
  'on',
  'once',
  'recipe',
  'layout',
  'next',
  'token',
  'to',
  'name',
  'focus',
  'side',
  'width',
  'open',
  'tab',
];

function expectNothingKept(channel: Channel, ids: string[]): void {
  const all = JSON.stringify(channel);
  for (const words of Object.values(CANARY)) {
    expect(all).not.toContain(words.split(' ')[0]);
    expect(all).not.toContain(words);
  }
  for (const id of ids) expect(all).not.toContain(id);
  const keys = new Set(keysOf([channel.answers.map(({ answer }) => answer), channel.told]));
  expect([...keys].filter((key) => !KEYS.includes(key))).toEqual([]);
  for (const { asked, answer } of channel.answers) {
    const { words } = answer as { words?: Record<string, string> };
    expect(Object.values(words ?? {}).toSorted()).toEqual(
      asked === 'started' ? wordsShipped().toSorted() : [],
    );
  }
}

test('nothing that is kept ever reaches the script in the page', async ({ crm, preset }) => {
  test.setTimeout(120_000);
  const page = await preset.context.newPage();
  const url = `${crm.url}/deals/10001`;
  await openRecorded(preset, page, url);
  await work(page, await openPanel(preset, page));
  const first = await recorded(preset, page);
  expect(first.answers.map(({ asked }) => asked)).toEqual(
    expect.arrayContaining(['started', 'mount', 'moved', 'settled', 'layout']),
  );
  expect(first.told).toContainEqual({ to: 'page', name: 'alive' });

  // A second visit, when all of it lies in the database from the start.
  await openRecorded(preset, page, `${url}?lang=en-US`);
  const panel = await panelFrame(page);
  await panel.locator('.note-words', { hasText: CANARY.edited }).waitFor();
  await go(page, panel, '10005');
  await go(page, panel, '10001');
  await until(
    async () => (await recorded(preset, page)).answers.length > 5,
    'the second visit to be recorded',
  );
  const ids = await idsKept(preset);
  expect(ids.length).toBeGreaterThan(6);
  for (const channel of [first, await recorded(preset, page)]) expectNothingKept(channel, ids);
});
