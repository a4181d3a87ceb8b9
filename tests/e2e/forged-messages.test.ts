import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import type { Opened } from './support/browser.ts';
import { everyScreenMessage, makeOtherExtension, type Known } from './support/forged.ts';
import { everyPageMessage, shownPage } from './support/forged-page.ts';
import { everythingKept, inWorldOf, sessionMemory } from './support/inside.ts';
import { keepNote, openDeal } from './support/job.ts';
import { PRESET, expect, test } from './support/test.ts';

const NOTE = 'Only a screen of ours may ask for this';

/** Ids as only the background knows them. */
async function trueIds(opened: Opened): Promise<Known> {
  const kept = await everythingKept(opened);
  const { sessions = [] } = await sessionMemory(opened);
  const first = (store: string, key: string) => String(Reflect.get(Object(kept[store]?.[0]), key));
  return {
    session: String(sessions[0]?.[0]),
    deal: first('deals', 'key'),
    rep: first('reps', 'id'),
    note: first('notes', 'id'),
    site: first('sites', 'id'),
  };
}

/** Sends each message to Sideline and tells what came back: the answer, or how it failed. Then opens its ports. */
function attack(id: string, messages: unknown[], ports: string[]): string {
  return `
    const answers = [];
    for (const message of ${JSON.stringify(messages)}) {
      try { answers.push(JSON.stringify(await chrome.runtime.sendMessage('${id}', message)) ?? 'nothing'); }
      catch (error) { answers.push('error: ' + error.message); }
    }
    globalThis.heardOnPorts = [];
    for (const name of ${JSON.stringify(ports)}) {
      try {
        const port = chrome.runtime.connect('${id}', { name });
        port.onMessage.addListener((message) => globalThis.heardOnPorts.push(message));
        await new Promise((done) => port.onDisconnect.addListener(() => { void chrome.runtime.lastError; done(); }));
        answers.push('closed');
      } catch (error) { answers.push('error: ' + error.message); }
    }
    return answers;`;
}

async function expectNothing(
  opened: Opened,
  before: unknown,
  panel: Awaited<ReturnType<typeof openDeal>>['panel'],
) {
  expect(await everythingKept(opened)).toEqual(before);
  await expect(panel.locator('.note-words')).toHaveText(NOTE);
}

test('our own script in a page, sending what only a screen may send, is answered nothing', async ({
  crm,
  preset,
}) => {
  const { page, panel } = await openDeal(preset, `${crm.url}/deals/10001`);
  await keepNote(panel, NOTE);
  const known = await trueIds(preset);
  const before = await everythingKept(preset);
  const messages = everyScreenMessage(known);
  const run = await inWorldOf(preset, page);
  const answers = await run(attack(preset.id, messages, ['screen:', `screen:${known.session}`, 'other']));
  expect(answers).toEqual([...messages.map(() => 'null'), 'closed', 'closed', 'closed']);
  await expectNothing(preset, before, panel);
});

test('our own script in a page may say no more than its own messages, and is told nothing that is kept', async ({
  crm,
  preset,
}) => {
  const { page, panel } = await openDeal(preset, `${crm.url}/deals/10001`);
  await keepNote(panel, NOTE);
  const before = await everythingKept(preset);
  const at = new Date().toISOString();
  const malformed: unknown[] = [
    null,
    'here',
    [],
    { from: 'page' },
    { from: 'page', name: 'here', page: 'x' },
    { from: 'page', name: 'mount', page: 'a page that is not shown' },
    { from: 'page', name: 'mount', page: 'x', session: null, view: 'here', at },
    { from: 'background', name: 'view', view: 'here', ask: {} },
    { to: 'screen', name: 'blank' },
    { to: 'page', name: 'stop' },
    { from: 'page', name: 'moved', page: 'x'.repeat(400_000), seq: 9, url: crm.url },
  ];
  const run = await inWorldOf(preset, page);
  const answers = await run(attack(preset.id, malformed, []));
  expect(answers).toEqual(malformed.map(() => 'null'));
  await expectNothing(preset, before, panel);
});

test('another extension is answered nothing, from its page or from its script in the same web page', async ({
  crm,
  open,
}) => {
  const other = makeOtherExtension();
  const folder = mkdtempSync(join(tmpdir(), 'sideline-'));
  const both = `${join(folder, 'package')},${other.folder}`;
  const args = [`--load-extension=${both}`, `--disable-extensions-except=${both}`];
  const opened = await open({ package: PRESET, folder, args });
  const { page, panel } = await openDeal(opened, `${crm.url}/deals/10001`);
  await keepNote(panel, NOTE);
  const known = await trueIds(opened);
  const before = await everythingKept(opened);
  const messages = [...everyScreenMessage(known), ...everyPageMessage(await shownPage(opened, page))];
  const forged = attack(opened.id, messages, ['screen:', `screen:${known.session}`]);
  const refused = Array.from({ length: messages.length }, () =>
    expect.stringContaining('Receiving end does not exist'),
  );

  const theirs = await opened.context.newPage();
  await theirs.goto(`chrome-extension://${other.id}/page.html`);
  const fromPage = await evaluateCode(theirs, forged);
  expect(fromPage).toEqual([...refused, 'closed', 'closed']);

  const run = await inWorldOf({ context: opened.context, origin: `chrome-extension://${other.id}` }, page);
  expect(await run(forged)).toEqual([...refused, 'closed', 'closed']);
  await expectNothing(opened, before, panel);
  rmSync(other.folder, { recursive: true });
});

/** Extension pages refuse code from text in themselves; the browser's debugger may run it there. */
async function evaluateCode(page: Page, code: string): Promise<unknown> {
  const session = await page.context().newCDPSession(page);
  const expression = `(async () => { ${code} })()`;
  const answer = await session.send('Runtime.evaluate', {
    expression,
    awaitPromise: true,
    returnByValue: true,
  });
  return answer.result.value;
}

test('a web page has no way to send the extension anything', async ({ crm, preset }) => {
  const { page, panel } = await openDeal(preset, `${crm.url}/deals/10001`);
  await keepNote(panel, NOTE);
  const ways = await page.evaluate(() => {
    const runtime: unknown = (globalThis as { chrome?: { runtime?: unknown } }).chrome?.runtime;
    return [typeof runtime, 'sidelineIsHere' in globalThis];
  });
  expect(ways).toEqual(['undefined', false]);
});
