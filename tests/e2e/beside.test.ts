import type { Page } from 'playwright';
import { openBesideFrom, type SidePanel } from './support/beside.ts';
import type { Opened } from './support/browser.ts';
import { clickToolbar, until } from './support/devtools.ts';
import { openDeal } from './support/job.ts';
import { go, keptDrafts, keptNotes } from './support/kept.ts';
import { waitForScreen } from './support/panel.ts';
import { expect, test } from './support/test.ts';

const notesByDeal = async (opened: Opened) =>
  (await keptNotes(opened)).map(({ text, deal }) => [text, deal?.split('|').at(-1)]).toSorted();

async function writeIn(beside: SidePanel, text: string): Promise<void> {
  await beside.click('textarea[name=note]');
  await beside.type(text);
}

/** Opens the side panel beside a deal, and collapses the framed one. */
async function besideDeal(opened: Opened, url: string): Promise<{ page: Page; beside: SidePanel }> {
  const { page, panel } = await openDeal(opened, url);
  const beside = await openBesideFrom(opened, panel);
  await beside.waitForScreen('deal');
  // Not by the pointer: for half a second the browser gives a frame that has moved no clicks.
  await panel.locator('[popovertarget=menu]').press('Enter');
  await panel.getByRole('button', { name: 'Collapse' }).press('Enter');
  return { page, beside };
}

test('it follows the tab in front, and keeps each note on the deal of that tab', async ({ crm, preset }) => {
  const { page, beside } = await besideDeal(preset, `${crm.url}/deals/10001`);
  await writeIn(beside, 'On the first');
  await beside.keep();
  await until(async () => (await keptNotes(preset)).length === 1, 'the first note');

  const other = await preset.context.newPage();
  await beside.waitForScreen('nothing');
  expect(await beside.words()).toContain('Sideline does nothing on this page until you say so.');
  expect(await beside.words()).not.toContain('On the first');
  await other.goto(`${crm.url}/deals/10002`);
  await beside.waitForRecord('10002');
  await writeIn(beside, 'On the second');
  await beside.keep();
  await until(async () => (await keptNotes(preset)).length === 2, 'the second note');
  expect(await notesByDeal(preset)).toEqual([
    ['On the first', '10001'],
    ['On the second', '10002'],
  ]);

  await page.bringToFront();
  await beside.waitForRecord('10001');
  expect(await beside.words()).not.toContain('On the second');
  await go(page, '/deals/10003');
  await beside.waitForRecord('10003');
  await page.goto('about:blank');
  await beside.waitForScreen('nothing');
  await page.goBack();
  await beside.waitForRecord('10003');
  await page.close();
  await beside.waitForRecord('10002');
});

/** Notes at each animation frame of the side panel what stands in it, each time that it is something else. */
async function watchSidePanel(beside: SidePanel): Promise<() => Promise<[number, string][]>> {
  await beside.evaluate(() => {
    const seen: [number, string][] = [];
    Object.assign(window, { seen });
    const look = () => {
      const box = document.querySelector<HTMLTextAreaElement>('textarea[name=note]');
      const words = `${document.body.textContent} ${box?.value ?? ''}`;
      if (seen.at(-1)?.[1] !== words) seen.push([Date.now(), words]);
      requestAnimationFrame(look);
    };
    chrome.tabs.onActivated.addListener(({ tabId }) => seen.push([Date.now(), `front ${tabId}`]));
    look();
  }, null);
  return () => beside.evaluate(() => (window as unknown as { seen: [number, string][] }).seen, null);
}

const FIRST = 'Words that belong to the first deal';
const SECOND = 'Words that belong to the second deal';

test('switched to and fro as fast as can be, it shows and files nothing of one tab beside another', async ({
  crm,
  preset,
}) => {
  const { page, beside } = await besideDeal(preset, `${crm.url}/deals/10001`);
  await writeIn(beside, FIRST);
  const other = await preset.context.newPage();
  await other.goto(`${crm.url}/deals/10002`);
  await beside.waitForRecord('10002');
  await writeIn(beside, SECOND);
  const seen = await watchSidePanel(beside);
  const background = await preset.background();
  const tabs = await background.evaluate(async () => {
    const all = await chrome.tabs.query({ url: 'http://*/*' });
    return all.map(({ id }) => id ?? 0);
  });
  const idOf = async (record: string) =>
    background.evaluate(async (ending) => {
      const all = await chrome.tabs.query({ url: 'http://*/*' });
      return all.find(({ url }) => url?.endsWith(ending))?.id ?? 0;
    }, record);
  const [first, second] = [await idOf('10001'), await idOf('10002')];
  expect(tabs.toSorted()).toEqual([first, second].toSorted());
  await background.evaluate(
    async ([one, two]) => {
      for (let turn = 0; turn < 40; turn += 1) {
        // oxlint-disable-next-line no-await-in-loop -- one switch after another, without a pause
        await chrome.tabs.update((turn % 2 ? two : one) ?? 0, { active: true });
      }
    },
    [first, second],
  );
  await page.bringToFront();
  await beside.waitForRecord('10001');
  expect(await beside.box()).toBe(FIRST);

  let front = second;
  for (const [, words] of await seen()) {
    const turned = /^front (\d+)$/.exec(words)?.[1];
    if (turned !== undefined) front = Number(turned);
    else if (front === first) expect(words).not.toContain(SECOND);
    else expect(words).not.toContain(FIRST);
  }
  await until(async () => (await keptDrafts(preset)).length === 2, 'both drafts');
  const drafts = (await keptDrafts(preset)).map(({ text, deal }) => [text, deal?.split('|').at(-1)]);
  expect(drafts.toSorted()).toEqual([
    [FIRST, '10001'],
    [SECOND, '10002'],
  ]);
});

test('of two panels on one tab the later one writes, with the words of the earlier, and each can take the pen', async ({
  crm,
  preset,
}) => {
  const { panel } = await openDeal(preset, `${crm.url}/deals/10001`);
  const box = panel.locator('textarea[name=note]');
  await box.pressSequentially('Half a sentence');
  const beside = await openBesideFrom(preset, panel);
  await beside.waitForScreen('deal');
  await until(async () => (await beside.box()) === 'Half a sentence', 'the words to have moved');
  await expect(panel.getByText('You are writing in the other panel.')).toBeVisible();
  await expect(box).toHaveCount(0);

  await writeIn(beside, ', and its end');
  await panel.getByRole('button', { name: 'Write here' }).press('Enter');
  await expect(box).toHaveValue(/Half a sentence.*, and its end|, and its end.*Half a sentence/);
  expect(await beside.box()).toBeNull();
  await box.press('End');
  await box.pressSequentially('!');
  const whole = await box.inputValue();
  await until(async () => (await keptDrafts(preset))[0]?.text === whole, 'the draft to be kept');

  await beside.press('Write here');
  await until(async () => (await beside.box()) === whole, 'the words to be back');
  await beside.close();
  await expect(box).toHaveValue(whole);
  await box.press('Control+Enter');
  await until(async () => (await keptNotes(preset)).length === 1, 'the note');
  expect((await keptNotes(preset))[0]?.text).toBe(whole);
  expect(await keptDrafts(preset)).toEqual([]);
});

test('what was typed right before the side panel was closed is there when it is opened again', async ({
  crm,
  preset,
}) => {
  const { page, beside } = await besideDeal(preset, `${crm.url}/deals/10001`);
  await writeIn(beside, FIRST);
  await beside.close();
  await until(async () => (await keptDrafts(preset))[0]?.text === FIRST, 'the draft');
  await clickToolbar(preset, page);
  await expect((await waitForScreen(page, 'deal')).locator('textarea[name=note]')).toHaveValue(FIRST);
});

test('our panel opened as a tab of its own is told nothing and shows nothing', async ({ crm, preset }) => {
  const { page } = await besideDeal(preset, `${crm.url}/deals/10001`);
  const tab = await preset.context.newPage();
  await tab.goto(`${preset.origin}/panel.html`);
  const answers = await tab.evaluate(async () => {
    const at = new Date().toISOString();
    const window = (await chrome.windows.getCurrent()).id;
    const say = (message: object) => chrome.runtime.sendMessage({ from: 'screen', at, ...message });
    return [
      await say({ name: 'beside', window }),
      await say({ name: 'view', session: null, view: 'people', ask: {} }),
    ];
  });
  expect(answers).toEqual([null, null]);
  expect(await tab.evaluate(() => document.body.childElementCount)).toBe(0);
  await page.close();
});
