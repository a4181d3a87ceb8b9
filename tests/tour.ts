import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame, Page } from 'playwright';
import { ANCHORS } from './crm/sample/anchors.ts';
import { truthOf } from './crm/sample/data.ts';
import { serveSample } from './crm/sample/server.ts';
import { openBrowser, type Opened } from './e2e/support/browser.ts';
import { clickToolbar, until } from './e2e/support/devtools.ts';
import { findPanel, readCard, waitForScreen, type CardField } from './e2e/support/panel.ts';
import { requestsThatLeft } from './e2e/support/watch.ts';

/** The main job, step by step, where nobody can look: each step says what the panel showed and is held against the truth. */

const FOLDER = '.output/tour';
const DEAL = ANCHORS.complete;
const EXAMPLE = 'Example, nothing here is real';
const NOTE = 'Asked for the revised offer by Friday. Ask who else signs.';

/** @throws at the first step that did not happen. */
export async function tour(): Promise<void> {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  const crm = await serveSample();
  // Nobody can answer the browser's own question here, so the browser has granted this one origin before Sideline comes.
  const opened = await openBrowser({ package: 'chrome-mv3', grant: [`${crm.url}/*`] });
  try {
    await walk(opened, `${crm.url}/deals/${DEAL}`);
  } finally {
    await opened.close();
    await crm.close();
  }
  const left = requestsThatLeft(opened, [new URL(crm.url).host]);
  rmSync(opened.folder, { recursive: true, force: true });
  check(left.length === 0, `Requests left the browser: ${left.join(', ')}`);
  say('Nothing left the browser during the tour.');
  console.log(`Screenshots: ${FOLDER}`);
}

async function walk(opened: Opened, url: string): Promise<void> {
  const page = await opened.context.newPage();
  await page.goto(url);
  await page.locator('[data-view="deal"]').waitFor();
  check(findPanel(page) === null, 'A panel stands in a page that nobody turned on');
  await step(page, 'not-turned-on', `Opened ${url}. Sideline is not turned on here and shows nothing.`);
  await turnOn(opened, page);
  const panel = await readDeal(page);
  await keepNote(page, panel);
  await askQuestion(page, url);
  await lookAtExample(opened);
  await opened.restart();
  const again = await opened.context.newPage();
  await again.goto(url);
  const found = await waitForScreen(again, 'deal');
  await waitForNote(found);
  await step(
    again,
    'note-found-again',
    `Closed the browser and opened it again. The note is there: "${NOTE}"`,
  );
}

async function turnOn(opened: Opened, page: Page): Promise<void> {
  await clickToolbar(opened, page);
  const off = await waitForScreen(page, 'off');
  const use = off.getByRole('button', { name: 'Use Sideline on this site' });
  await use.waitFor();
  await until(async () => Object.keys(await readCard(off)).length > 0, 'the one look at the page');
  const heading = await off.locator('main h2').first().innerText();
  await step(page, 'one-look', `Pressed the toolbar button. The panel says: "${heading}"`);
  await use.click();
  await waitForScreen(page, 'deal');
  await step(page, 'turned-on', 'Pressed "Use Sideline on this site". The site is turned on.');
}

async function readDeal(page: Page): Promise<Frame> {
  const panel = await waitForScreen(page, 'deal');
  await panel.locator('details.reading > summary').click();
  const truth = { ...truthOf(DEAL) };
  const card = await readCard(panel);
  for (const name of NAMES) checkField(name, card[name], truth[name], truth.currency);
  await step(
    page,
    'deal',
    `Read the deal:\n${NAMES.map((name) => `     ${line(name, card[name])}`).join('\n')}`,
  );
  const rep = await panel.locator('.rep-strip-name').innerText();
  check(rep === truth.owner, `The rep is ${truth.owner}, the panel says ${rep}`);
  await step(page, 'rep', `Its rep: ${rep}`);
  return panel;
}

const NAMES = [
  'recordId',
  'name',
  'account',
  'owner',
  'amount',
  'stage',
  'status',
  'closeDate',
  'nextStep',
  'lastActivity',
  'createdDate',
] as const;

function checkField(
  name: string,
  field: CardField | undefined,
  truth: string | null,
  currency: string | null,
): void {
  check(field !== undefined, `The panel does not list ${name}`);
  if (truth === null)
    return check(field?.state === 'missing', `${name} is not on the page, the panel says ${field?.value}`);
  check(field?.value === truth, `${name} is "${truth}", the panel says "${field?.value}"`);
  if (name === 'amount')
    check(field?.currency === currency, `The currency is ${currency}, not ${field?.currency}`);
}

function line(name: string, field: CardField | undefined): string {
  if (field === undefined || field.state === 'missing') return `${name.padEnd(14)} missing`;
  return `${name.padEnd(14)} ${field.value}${field.currency ? ` ${field.currency}` : ''} (${field.state}, ${field.how})`;
}

async function keepNote(page: Page, panel: Frame): Promise<void> {
  await panel.locator('textarea[name=note]').fill(NOTE);
  await panel.getByRole('button', { name: 'Keep note' }).click();
  await waitForNote(panel);
  await step(page, 'note-kept', `Kept a note: "${NOTE}"`);
}

/** A deal whose next step is empty: the panel has a question for its rep, says why, and puts it into the box. */
async function askQuestion(page: Page, url: string): Promise<void> {
  await page.goto(url.replace(DEAL, ANCHORS.noNextStep));
  const panel = await waitForScreen(page, 'deal');
  const ask = panel.locator('details.ask').first();
  const question = await ask.locator('.ask-words').innerText();
  const reason = await ask.locator('.ask-why').innerText();
  check(reason === 'Next step is empty.', `The reason is "${reason}"`);
  await ask.getByRole('button', { name: /^Ask/ }).click();
  const typed = await panel.locator('textarea[name=note]').inputValue();
  check(typed.startsWith(question), `The box holds "${typed}"`);
  await step(
    page,
    'question',
    `A question with its reason: "${question}" "${reason}" Ask put it into the box.`,
  );
  await panel.locator('textarea[name=note]').fill('');
}

/** Eight people who do not exist: for whoever has no CRM at hand. */
async function lookAtExample(opened: Opened): Promise<void> {
  const page = await opened.context.newPage();
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(`${opened.origin}/workspace.html#welcome`);
  await page.getByRole('link', { name: 'Look around' }).click();
  const people = page.locator('.table-who');
  await people.nth(7).waitFor();
  const banner = await page.locator('.banner').innerText();
  check(banner.includes(EXAMPLE), `The banner says "${banner}"`);
  await step(page, 'example-team', `The example team: ${await people.count()} people under "${EXAMPLE}".`);
  await page.getByRole('button', { name: 'Leave' }).click();
  await page.getByRole('link', { name: 'Look around' }).waitFor();
  await page.close();
}

async function waitForNote(panel: Frame): Promise<void> {
  await panel.locator('.note', { hasText: NOTE }).waitFor({ timeout: 10_000 });
}

let steps = 0;

function say(words: string): void {
  steps += 1;
  console.log(`${String(steps).padStart(2)}. ${words}`);
}

async function step(page: Page, name: string, words: string): Promise<void> {
  say(words);
  await page.screenshot({ path: join(FOLDER, `${String(steps).padStart(2, '0')}-${name}.png`) });
}

function check(holds: boolean, words: string): void {
  if (!holds) throw new Error(words);
}
