import { expect, test } from '@playwright/test';
import { ANCHORS } from '../crm/sample/anchors.ts';
import { truthOf } from '../crm/sample/data.ts';
import { serveSample } from '../crm/sample/server.ts';
import { openFirefox, type Key, type OpenedFirefox } from './support/firefox.ts';

async function turnOn(firefox: OpenedFirefox, url: string): Promise<void> {
  const settings = await firefox.workspace('#settings');
  await settings.waitForSelector('form.add-site input');
  await settings.type('form.add-site input', url);
  await settings.click('form.add-site button[type=submit]');
  await settings.waitForFunction((host) => document.body.innerText.includes(host), {}, new URL(url).host);
}

test('in Firefox a site is turned on in the workspace, and then its deal is read', async () => {
  test.setTimeout(120_000);
  const crm = await serveSample();
  const firefox = await openFirefox('firefox-mv3');
  try {
    await turnOn(firefox, crm.url);

    // The deal's tab comes last: one in the background is not read.
    const readings = await firefox.workspace('#readings');
    await firefox.open(`${crm.url}/deals/${ANCHORS.complete}`);
    const shown = () =>
      readings.evaluate(() => document.querySelector('[data-readings]')?.textContent ?? '[]');
    await expect.poll(shown, { timeout: 20_000 }).not.toBe('[]');
    const reading: unknown = JSON.parse(await shown());
    const truth = truthOf(ANCHORS.complete);
    expect(Array.isArray(reading) ? reading[0] : reading).toMatchObject({
      fields: {
        name: { state: 'read', value: truth.name },
        owner: { state: 'read', value: truth.owner },
        amount: { state: 'read', value: truth.amount, currency: truth.currency },
        closeDate: { state: 'read', value: truth.closeDate },
      },
      missing: [],
    });
  } finally {
    await firefox.close();
    await crm.close();
  }
});

const ALT_SHIFT: readonly Key[] = [
  { key: 'Alt', code: 'AltLeft' },
  { key: 'Shift', code: 'ShiftLeft' },
];

test("in Firefox the key opens the browser's sidebar, which follows the tab, keeps notes, covers them, and fits", async () => {
  test.setTimeout(120_000);
  const crm = await serveSample();
  const firefox = await openFirefox('firefox-mv3');
  const text = (selector: string) =>
    firefox.inSidebar(
      `return content.document.querySelector(${JSON.stringify(selector)})?.textContent ?? 'none'`,
    );
  const shown = (selector: string) => expect.poll(() => text(selector), { timeout: 20_000 });
  try {
    await turnOn(firefox, crm.url);
    await firefox.open(`${crm.url}/deals/${ANCHORS.complete}`);
    await firefox.press(...ALT_SHIFT, { key: 'L', code: 'KeyL' });
    await shown('.note-box-label b').toBe(truthOf(ANCHORS.complete).name);
    await firefox.open(`${crm.url}/deals/${ANCHORS.euro}`);
    await shown('.note-box-label b').toBe(truthOf(ANCHORS.euro).name);

    await firefox.inSidebar(`
      const box = content.document.querySelector('textarea[name=note]');
      box.value = 'Gives way on price';
      box.dispatchEvent(new content.Event('input', { bubbles: true }));
    `);
    await shown('.once').toContain('Only you see this here');
    await firefox.inSidebar(`content.document.querySelector('.note-box [type=submit]').click()`);
    await shown('.note .covered').toBe('Gives way on price');
    await firefox.press(...ALT_SHIFT, { key: 'U', code: 'KeyU' });
    await shown('.note .covered').toBe('none');
    await shown('.note-words').toBe('Gives way on price');
    const beyond = 'return content.document.documentElement.scrollWidth - content.innerWidth';
    expect(await firefox.inSidebar(beyond)).toBe(0);

    const notes = await firefox.workspace('#notes');
    await notes.waitForSelector('.note');
    const kept = await notes.$eval('.note', (note) => note.textContent);
    expect(kept).toContain(truthOf(ANCHORS.euro).name);
  } finally {
    await firefox.close();
    await crm.close();
  }
});

test('in Firefox the example team is there in one click, in a database of its own', async () => {
  test.setTimeout(120_000);
  const firefox = await openFirefox('firefox-mv3');
  try {
    const welcome = await firefox.workspace('#welcome');
    await welcome.waitForSelector('a[href^="?example"]');
    await welcome.click('a[href^="?example"]');
    await welcome.waitForSelector('.table-who');
    expect(await welcome.$$eval('.table-who', (people) => people.length)).toBe(8);
    await welcome.waitForSelector('.banner');
    const own = await firefox.workspace('#people');
    await own.waitForSelector('.empty-words');
    expect(await own.$$eval('.table-who', (people) => people.length)).toBe(0);
  } finally {
    await firefox.close();
  }
});
