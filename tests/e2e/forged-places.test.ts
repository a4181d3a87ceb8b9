import type { Frame, Page } from 'playwright';
import { ANCHORS } from '../crm/sample/anchors.ts';
import type { Opened } from './support/browser.ts';
import { clickToolbar, until } from './support/devtools.ts';
import { everyPageMessage, nested, shownPage, tellAll, type ShownPage } from './support/forged-page.ts';
import { everythingKept, inWorldOf, sessionMemory } from './support/inside.ts';
import { keepNote, openDeal, turnOn } from './support/job.ts';
import { findPanel, waitForScreen, workspace } from './support/panel.ts';
import { expect, test } from './support/test.ts';

/** What our script may say of a page that is on, said from where it may not be said. */

const NOTE = 'Kept while it was on';

/** Each kind of message and what it was answered. */
async function sayAll(opened: Opened, page: Page, shown: ShownPage): Promise<Record<string, unknown>> {
  const messages = everyPageMessage(shown);
  const run = await inWorldOf(opened, page);
  return answersTo(messages, (await run(tellAll(opened.id, messages))) as unknown[]);
}

const answersTo = (messages: { name: string }[], answers: unknown[]): Record<string, unknown> =>
  Object.fromEntries(messages.map(({ name }, at) => [name, answers[at]]));

const nothingFor = (shown: ShownPage) =>
  answersTo(
    everyPageMessage(shown),
    everyPageMessage(shown).map(() => 'null'),
  );

test('from a page whose site was turned off nothing is taken, and it is told no more than to be quiet', async ({
  crm,
  granted,
}) => {
  const { page, panel } = await turnOn(granted, `${crm.url}/deals/${ANCHORS.complete}`);
  await keepNote(panel, NOTE);
  const shown = await shownPage(granted, page);
  // Found while the script still stands there: its world outlives it.
  const run = await inWorldOf(granted, page);
  const settings = await workspace(granted, '#settings');
  await settings.getByRole('button', { name: /^Turn off/ }).click();
  await expect(settings.locator('[data-site]')).toHaveCount(0);
  await until(() => findPanel(page) === null, 'the panel to be taken out');
  const before = await everythingKept(granted);
  const messages = everyPageMessage(shown);
  const answers = answersTo(messages, (await run(tellAll(granted.id, messages))) as unknown[]);
  const quiet = JSON.stringify({ on: false, once: false, recipe: null, layout: null, words: null });
  expect(answers).toEqual({ ...nothingFor(shown), started: quiet });
  expect(await everythingKept(granted)).toEqual(before);
  expect((await sessionMemory(granted))['tabs']).toEqual([]);
});

test('from a page that was looked at once, on a site that is off, nothing is kept', async ({
  crm,
  shipped,
}) => {
  const page = await shipped.context.newPage();
  await page.goto(`${crm.url}/deals/${ANCHORS.complete}`);
  await page.locator('[data-view="deal"]').waitFor();
  await clickToolbar(shipped, page);
  const off = await waitForScreen(page, 'off');
  const shown = await shownPage(shipped, page);
  const before = await everythingKept(shipped);
  const answers = await sayAll(shipped, page, shown);
  const { settled, unsure, rows, layout, mount, started } = answers;
  expect({ settled, unsure, rows, layout }).toEqual({
    settled: '{"next":null}',
    unsure: '{"next":null}',
    rows: '{}',
    layout: '{}',
  });
  expect(mount).toMatch(/^\{"token":"[\da-f-]{36}"\}$/);
  expect(started).toContain('"on":false,"once":false');
  expect(await everythingKept(shipped)).toEqual(before);
  expect(before).toMatchObject({ sightings: [], deals: [], reps: [], health: [], sites: [], settings: [] });
  await expect(off.locator('textarea')).toHaveCount(0);
});

/** Runs code in our own world in a frame of the page, and gives what it answers. */
async function inFrame(opened: Opened, page: Page, messages: object[]): Promise<unknown[]> {
  const background = await opened.background();
  return background.evaluate(
    async ([url, json]) => {
      const [tab] = (await chrome.tabs.query({})).filter((one) => one.url === url);
      const target = { tabId: tab?.id ?? -1, allFrames: true };
      const answers = await chrome.scripting.executeScript({ target, args: [json], func: say });
      return answers.find(({ frameId }) => frameId !== 0)?.result ?? [];
      async function say(all: string) {
        if (window === window.top) return null;
        const said: string[] = [];
        for (const message of JSON.parse(all))
          said.push(JSON.stringify(await chrome.runtime.sendMessage(message)) ?? 'nothing');
        return said;
      }
    },
    [page.url(), JSON.stringify(messages)] as const,
  );
}

test('from a frame of the page nothing is taken, though it knows all that the page itself would say', async ({
  crm,
  preset,
}) => {
  const { page, panel } = await openDeal(preset, `${crm.url}/deals/${ANCHORS.complete}`);
  await keepNote(panel, NOTE);
  const shown = await shownPage(preset, page);
  const inner = `${crm.url}/deals/${ANCHORS.euro}`;
  await page.evaluate(
    (src) => document.body.append(Object.assign(document.createElement('iframe'), { src })),
    inner,
  );
  await page.frameLocator('body > iframe').locator('[data-view="deal"]').waitFor();
  const before = await everythingKept(preset);
  const messages = everyPageMessage(shown);
  expect(answersTo(messages, await inFrame(preset, page, messages))).toEqual(nothingFor(shown));
  expect(await everythingKept(preset)).toEqual(before);
  expect(await shownPage(preset, page)).toEqual(shown);
  await expect(panel.locator('[data-field=recordId]')).toHaveAttribute('data-value', ANCHORS.complete);
  await expect(panel.locator('.note-words')).toHaveText(NOTE);
});

/** From now on what describes the page gives back what this code makes of the honest description. */
async function describeAs(opened: Opened, page: Page, code: string): Promise<void> {
  const run = await inWorldOf(opened, page);
  await run(`
    const honest = globalThis.honestDescriber ??= globalThis.sidelineDescribes;
    const forged = (recipe) => { const said = honest(recipe); return ${code}; };
    Object.defineProperty(globalThis, 'sidelineDescribes', { get: () => forged, set: () => {}, configurable: true });`);
}

/** Asks for the bug report as the panel does. */
async function askReport(opened: Opened, panel: Frame): Promise<unknown> {
  const { sessions = [], tabs = [] } = await sessionMemory(opened);
  const deal: unknown = Reflect.get(Object(tabs[0]?.[1]), 'deal');
  const session = sessions[0]?.[0];
  const ask = { from: 'screen', name: 'view', session, view: 'report', ask: { deal } };
  return panel.evaluate(
    (message) => chrome.runtime.sendMessage({ ...message, at: new Date().toISOString() }),
    ask,
  );
}

test('a description of the page that is too large, too deep or of another shape is no part of a bug report', async ({
  crm,
  preset,
}) => {
  const { page, panel } = await openDeal(preset, `${crm.url}/deals/${ANCHORS.complete}`);
  const told = { ok: true, value: { text: expect.stringContaining('structure, every text replaced') } };
  expect(await askReport(preset, panel)).toEqual(told);
  const before = await everythingKept(preset);
  const wrong: Record<string, string> = {
    'too large': "{ ...said, structure: '<p>'.repeat(10_000) }",
    'too deep': `{ ...said, tried: ${JSON.stringify(nested(1_000))} }`,
    'no text': '{ ...said, structure: [said.structure] }',
    'more than belongs there': '{ ...said, title: document.title }',
    'a field that is none': '{ ...said, tried: { notes: [] } }',
    'words of the page': '{ ...said, structure: document.title }',
    'words where counts belong':
      '{ ...said, tried: { name: [{ matched: document.title, visible: 0, found: 0 }] } }',
    'of another CRM': "{ ...said, crm: 'hubspot' }",
    nothing: 'undefined',
    'a failure that tells': 'Promise.reject(new Error(document.title))',
  };
  for (const [what, code] of Object.entries(wrong)) {
    await describeAs(preset, page, code);
    expect(await askReport(preset, panel), what).toEqual({ ok: false, refusal: 'page-not-told' });
  }
  await describeAs(preset, page, 'said');
  expect(await askReport(preset, panel)).toEqual(told);
  expect(await everythingKept(preset)).toEqual(before);
});
