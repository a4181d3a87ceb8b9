import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { ANCHORS } from '../crm/sample/anchors.ts';
import { truthOf } from '../crm/sample/data.ts';
import type { Opened } from './support/browser.ts';
import { clickToolbar, stopBackground, until } from './support/devtools.ts';
import { everythingKept } from './support/inside.ts';
import { keepNote, openDeal, showAllNotes } from './support/job.ts';
import { keptNotes } from './support/kept.ts';
import { findPanel, waitForScreen, workspace } from './support/panel.ts';
import { expect, test } from './support/test.ts';

const OWNER = truthOf(ANCHORS.complete).owner ?? '';
const NOTES = ['Gives way on price', 'Call after the board met'];

async function exportFile(settings: Page): Promise<{ name: string; path: string }> {
  const [download] = await Promise.all([
    settings.waitForEvent('download'),
    settings.getByRole('button', { name: 'Export everything' }).click(),
  ]);
  return { name: download.suggestedFilename(), path: await download.path() };
}

/** Two clicks and a word typed. */
async function erase(settings: Page): Promise<void> {
  await settings.getByRole('button', { name: 'Erase everything' }).click();
  const dialog = settings.getByRole('dialog');
  const sure = dialog.getByRole('button', { name: 'Erase everything' });
  await expect(sure).toBeDisabled();
  await dialog.getByRole('textbox').pressSequentially('erase');
  await sure.click();
  await expect(settings.locator('.toast')).toContainText('Everything was erased');
  await expect(settings.getByRole('heading', { level: 1 })).toContainText('Get the most out of each person');
}

/** All stores but the counters. */
async function recordsKept(opened: Opened): Promise<Record<string, unknown[]>> {
  const { meta: _, ops, ...kinds } = await everythingKept(opened);
  return { ...kinds, ops: ops ?? [] };
}

test('everything goes out into a file, is erased, and comes back from the file as it was', async ({
  crm,
  preset,
}) => {
  const { page, panel } = await openDeal(preset, `${crm.url}/deals/${ANCHORS.complete}`);
  for (const words of NOTES) await keepNote(panel, words);
  const settings = await workspace(preset, '#settings');
  await settings.getByRole('button', { name: 'Export everything' }).waitFor();
  // What was done, and what the recipes found here: neither means anything elsewhere.
  const { ops: _ops, health: _health, ...before } = await recordsKept(preset);
  const file = await exportFile(settings);
  expect(file.name).toMatch(/^sideline-\d{4}-\d\d-\d\d\.json$/);
  expect(JSON.parse(readFileSync(file.path, 'utf8'))).toMatchObject({
    sideline: 1,
    counts: { reps: 1, deals: 1, notes: 2 },
  });

  await erase(settings);
  for (const [kind, records] of Object.entries(await recordsKept(preset))) expect(records, kind).toEqual([]);
  await until(() => findPanel(page) === null, 'the panel to be taken out');
  await page.close();

  await settings.goto(`${preset.origin}/workspace.html#settings`);
  await settings.locator('input[type=file]').setInputFiles(file.path);
  await expect(settings.locator('#data')).toContainText('1 person, 1 deal, 2 notes');
  expect((await everythingKept(preset))['notes']).toEqual([]);
  await settings.getByRole('button', { name: 'Import what is in the file' }).click();
  await expect(settings.locator('.toast')).toContainText('Everything in the file is here now');
  await expect(settings.getByText('2 notes in this browser profile.')).toBeVisible();
  const { ops: _later, health: _fresh, ...after } = await recordsKept(preset);
  expect(after).toEqual(before);

  const again = await preset.context.newPage();
  await again.goto(`${crm.url}/deals/${ANCHORS.complete}`);
  // The panel stands open, as it did when the file was made.
  const later = await waitForScreen(again, 'deal');
  await showAllNotes(later);
  await expect(later.locator('.notes-open .note-words')).toHaveText(NOTES.toReversed());
  await expect(later.locator('.rep-strip-name')).toHaveText(OWNER);

  // What is here is never mixed with a file.
  await settings.bringToFront();
  await settings.locator('input[type=file]').setInputFiles(file.path);
  await expect(settings.getByRole('alert')).toContainText('Something is kept here already');
});

test('a file that is not ours, or was cut, is refused in the page, and nothing is written', async ({
  preset,
}) => {
  const settings = await workspace(preset, '#settings');
  const input = settings.locator('input[type=file]');
  const choose = (text: string) =>
    input.setInputFiles({ name: 'a.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  const before = await everythingKept(preset);
  for (const [text, words] of [
    ['{"name":"something else"}', 'This is not a Sideline file. Nothing was written.'],
    ['{"sideline":1,"version":2,"exportedAt":"2026-11-24","counts":{"no', 'The end of this file is missing.'],
    ['{"sideline":1,"__proto__":{}}', 'a name that could do harm'],
    ['{"sideline":1,"version":999,"exportedAt":"2026-11-24","counts":{},"kinds":{}}', 'a newer Sideline'],
  ] as const) {
    await choose(text);
    await expect(settings.getByRole('alert')).toContainText(words);
    await expect(settings.getByRole('button', { name: 'Import what is in the file' })).toHaveCount(0);
  }
  expect(await everythingKept(preset)).toEqual(before);
});

test('an import whose background is stopped in the middle leaves nothing of the file', async ({ preset }) => {
  const settings = await workspace(preset, '#settings');
  await settings.getByRole('button', { name: 'Export everything' }).waitFor();
  const before = await recordsKept(preset);
  const rep = { id: 'ana', name: 'Ana', aliases: [], onTeam: null, firstSeen: '2026-11-24T10:00:00Z' };
  const answers = await settings.evaluate(async (item) => {
    const at = new Date().toISOString();
    const send = (command: string, ask: unknown) =>
      chrome.runtime.sendMessage({
        from: 'screen',
        name: 'command',
        session: null,
        command,
        operation: `${command}-${Math.random()}`,
        ask,
        at,
      });
    const head = { sideline: 1, version: 2, exportedAt: at, counts: { reps: 1 } };
    const { value } = (await send('importBegin', { head })) as { value: { file: string } };
    const part = { file: value.file, number: 0, kind: 'reps', items: [item] };
    return [
      await send('importPart', { ...part, pass: 'check' }),
      await send('importEnd', { file: value.file, pass: 'check' }),
      await send('importPart', { ...part, pass: 'write' }),
      // While it is being written, nothing else is asked or changed.
      await send('setTheme', { theme: 'night' }),
    ] as unknown[];
  }, rep);
  const fine = { ok: true, value: {} };
  expect(answers).toEqual([fine, fine, fine, { ok: false, refusal: 'busy' }]);
  expect((await everythingKept(preset))['reps']).toHaveLength(1);
  await stopBackground(preset);
  await settings.reload();
  await expect(settings.getByText('0 notes in this browser profile.')).toBeVisible();
  expect(await recordsKept(preset)).toEqual(before);
});

test('erased, no site is on, no permission is left, and a panel that stood open shows nothing', async ({
  crm,
  granted,
}) => {
  const page = await granted.context.newPage();
  await page.goto(`${crm.url}/deals/${ANCHORS.complete}`);
  await page.locator('[data-view="deal"]').waitFor();
  await clickToolbar(granted, page);
  await (await waitForScreen(page, 'off')).getByRole('button', { name: 'Use Sideline on this site' }).click();
  await keepNote(await waitForScreen(page, 'deal'), NOTES[0] ?? '');
  const settings = await workspace(granted, '#settings');
  // Typed in another window, and not kept yet: it goes as well.
  const person = await workspace(granted, '#people');
  await person.getByRole('link', { name: OWNER }).click();
  await person.locator('textarea[name=note]').fill('Half a thought');
  await erase(settings);
  await until(() => findPanel(page) === null, 'the panel to be taken out');
  const left = await (
    await granted.background()
  ).evaluate(async () => ({
    scripts: await chrome.scripting.getRegisteredContentScripts(),
    origins: (await chrome.permissions.getAll()).origins ?? [],
    memory: JSON.stringify((await chrome.storage.session.get('memory'))['memory']),
  }));
  expect(left).toMatchObject({ scripts: [], origins: [] });
  expect(left.memory).not.toContain('127.0.0.1');
  expect(await keptNotes(granted)).toEqual([]);
  await person.bringToFront();
  await expect(person.locator('body')).not.toContainText(OWNER);
  await expect(person.locator('body')).not.toContainText('Half a thought');
  await person.close();
  const kept = await recordsKept(granted);
  expect(Object.values(kept).flat()).toEqual([]);
});
