import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ANCHORS } from '../crm/sample/anchors.ts';
import { truthOf } from '../crm/sample/data.ts';
import { serveSample } from '../crm/sample/server.ts';
import { openBrowser, packageFolder } from './support/browser.ts';
import { clickToolbar } from './support/devtools.ts';
import { keepNote, openPanel, showAllNotes } from './support/job.ts';
import { findPanel, readCard, waitForScreen, workspace } from './support/panel.ts';
import { expect, test } from './support/test.ts';
import { requestsThatLeft } from './support/watch.ts';

const NOTE = 'Ask who else signs before Friday';
const CHANGED = 'Ask who else signs before Thursday';
const PERSON_NOTE = 'Likes to be asked first';

// The fixture fails this test when the browser sent a single request but to the sample CRM, or the extension one at all.
test('the whole main job, from the first click to the site turned off, sends nothing anywhere', async ({
  crm,
  granted,
}) => {
  test.setTimeout(120_000);
  const url = `${crm.url}/deals/${ANCHORS.complete}`;
  const truth = truthOf(ANCHORS.complete);
  const page = await granted.context.newPage();
  await page.goto(url);
  await page.locator('[data-view="deal"]').waitFor();
  await clickToolbar(granted, page);
  const off = await waitForScreen(page, 'off');
  await off.getByRole('button', { name: 'Use Sideline on this site' }).click();

  const panel = await waitForScreen(page, 'deal');
  const card = await readCard(panel);
  expect(card.name?.value).toBe(truth.name);
  expect(card.owner?.value).toBe(truth.owner);
  expect(card.amount).toMatchObject({ value: truth.amount, currency: truth.currency });
  await panel.getByRole('button', { name: 'Yes', exact: true }).click();

  await keepNote(panel, NOTE);
  await showAllNotes(panel);
  await panel.getByRole('button', { name: /^Edit the note/ }).click();
  await panel.locator('.note-edit textarea').fill(CHANGED);
  await panel.getByRole('button', { name: 'Save' }).click();
  await panel.locator('.note-words', { hasText: CHANGED }).waitFor();
  await panel.getByRole('button', { name: /^Delete the note/ }).click();
  await panel.getByRole('button', { name: 'Undo' }).click();
  await panel.locator('.note-words', { hasText: CHANGED }).waitFor();

  await panel.locator('.rep-strip-name').click();
  await waitForScreen(page, 'person');
  await keepNote(panel, PERSON_NOTE);

  // Next week: another start of the browser, and the panel opens on the deal that was left.
  await granted.restart();
  const again = await granted.context.newPage();
  await again.goto(url);
  const found = await waitForScreen(again, 'deal');
  await expect(found.locator('.note-words')).toHaveText(CHANGED);

  const settings = await workspace(granted, '#settings');
  await settings.getByRole('button', { name: /^Turn off/ }).click();
  await expect.poll(() => findPanel(again)).toBeNull();
  await again.reload();
  await again.locator('[data-view="deal"]').waitFor();
  expect(findPanel(again)).toBeNull();
});

test('the watch sees what a page sends elsewhere, and what an extension sends from any of its parts', async () => {
  const [crm, elsewhere] = [await serveSample(), await serveSample()];
  const leaky = mkdtempSync(join(tmpdir(), 'sideline-leaky-'));
  cpSync(packageFolder('preset/chrome-mv3'), leaky, { recursive: true });
  // Our own policy would hold these requests back: this copy has none.
  const path = join(leaky, 'manifest.json');
  writeFileSync(path, readFileSync(path, 'utf8').replace("connect-src 'none'", 'connect-src *'));
  const opened = await openBrowser({ package: leaky });
  try {
    const page = await opened.context.newPage();
    await page.goto(`${crm.url}/deals/${ANCHORS.complete}`);
    const panel = await openPanel(opened, page);
    const send = (to: string) => void fetch(to, { mode: 'no-cors' }).catch(() => undefined);
    const received: string[] = [];
    opened.context.on('request', (request) => received.push(request.url()));
    await (await opened.background()).evaluate(send, `${crm.url}/?from=background`);
    await panel.evaluate(send, `${elsewhere.url}/?from=panel`);
    await page.evaluate(send, `${elsewhere.url}/?from=page`);
    for (const part of ['background', 'panel', 'page'])
      await expect.poll(() => received.some((one) => one.endsWith(`from=${part}`)), part).toBe(true);
  } finally {
    await opened.close();
    await crm.close();
    await elsewhere.close();
  }
  const left = requestsThatLeft(opened, [new URL(crm.url).host]).map((line) => line.replace(/^.*from=/, ''));
  expect(left.toSorted()).toEqual(['background', 'page', 'panel']);
  for (const folder of [leaky, opened.folder]) rmSync(folder, { recursive: true, force: true });
});
