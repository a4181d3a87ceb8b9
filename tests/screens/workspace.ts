import type { Page } from 'playwright';
import type { Opened } from '../e2e/support/browser.ts';
import { workspace } from '../e2e/support/panel.ts';
import { draw } from './draw.ts';
import { command } from './say.ts';

/** The workspace at the three widths that it is drawn for. */

const WIDTHS = [1280, 1920, 360] as const;

async function drawPage(page: Page, name: string): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: width === 360 ? 800 : 900 });
    await draw(page, `workspace-${width}-${name}`);
  }
}

export async function workspaceScreens(opened: Opened): Promise<void> {
  const page = await workspace(opened, '#welcome');
  const open = async (hash: string, ready: string, name: string) => {
    await page.evaluate((to) => {
      location.hash = to;
    }, hash);
    await page.locator(ready).first().waitFor();
    await drawPage(page, name);
  };
  await open('#welcome', '.one-job', 'welcome');
  await open('#people', '.named', 'people-empty');
  await open('#notes', '.found', 'notes-empty');
  await open('#settings', '.detail h1', 'settings-empty');
  const rep = await fill(page);
  await open('#people', '.table', 'people');
  await open(`#person/${rep}`, '.notes-open', 'person');
  await open('#notes', '.notes-open', 'notes');
  await open('#settings', '.detail h1', 'settings');
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.getByRole('button', { name: 'Erase everything' }).click();
  await drawPage(page, 'settings-erase');
  await page.keyboard.press('Escape');
  const example = await workspace(opened, '?example#people');
  await example.locator('.table-who').first().waitFor();
  await drawPage(example, 'example-people');
  await example.setViewportSize({ width: 1280, height: 900 });
  await example.getByRole('link', { name: /Bruno Müller$/ }).click();
  await example.locator('.notes-open').waitFor();
  await drawPage(example, 'example-person');
  await example.evaluate(() => (location.hash = '#notes'));
  await example.locator('.found .note').first().waitFor();
  await drawPage(example, 'example-notes');
}

const PEOPLE = ['Ana Nowak', 'Bruno Müller', 'Mei Tanaka', 'Maximiliane von Hohenstein-Wittgenstein'];
const NOTES = [
  ['note', 'private', 'Asks good questions, then answers them herself. Count to three with her next time.'],
  ['for-1on1', 'private', 'Ask what she wants to be better at by the summer.'],
  ['praise', 'shareable', 'Strong opening on the Acme call: let the buyer describe the cost first.'],
  ['promise', 'shareable', 'a word with the CFO of Nordwind'],
] as const;

async function fill(page: Page): Promise<string> {
  let first = '';
  for (const name of PEOPLE) {
    const { rep } = await command(page, 'addPerson', { name });
    first ||= rep.id;
    for (const [kind, privacy, text] of NOTES)
      await command(page, 'keepNote', {
        place: { deal: null, rep: rep.id },
        text,
        privacy,
        kind,
        asked: null,
        promise: kind === 'promise' ? { who: 'manager', due: '2026-11-27' } : null,
      });
  }
  return first;
}
