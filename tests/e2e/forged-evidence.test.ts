import type { Frame, Page } from 'playwright';
import { ANCHORS } from '../crm/sample/anchors.ts';
import type { Opened } from './support/browser.ts';
import { clickToolbar, until } from './support/devtools.ts';
import {
  nested,
  rowNamed,
  rowsOf,
  settledOf,
  shownPage,
  tellAll,
  type ShownPage,
} from './support/forged-page.ts';
import { everythingKept, inWorldOf } from './support/inside.ts';
import { openDeal } from './support/job.ts';
import { waitForScreen } from './support/panel.ts';
import { expect, test } from './support/test.ts';

/** A page whose process was taken over speaks in the name of our script: what it may not say is refused whole. */

/** A message that is one thing away from one that is taken, by what is wrong with it. */
type Wrong = Record<string, unknown>;

const found = (raw: unknown) => [{ locator: 0, raw }];
const many = (n: number) => Array.from({ length: n }, (_, at) => rowNamed(`Forged ${at}`));
/** Rows that are in order one by one, and together too much for one message. */
const heavy = () =>
  many(400).map((row) => ({ ...row, id: row.key + 'i'.repeat(180), key: `${row.key} ${'k'.repeat(580)}` }));
/** Later than any day of a calendar that the browser has. */
const NEVER = 8_640_000_000_000_001;

function wrongRows(shown: ShownPage): Wrong {
  const row = (more: object) => rowsOf(shown, [rowNamed('Honest'), rowNamed('Forged', more)]);
  const list = (more: object) => rowsOf(shown, [rowNamed('Forged')], more);
  return {
    'no row': rowsOf(shown, []),
    '501 rows': rowsOf(shown, many(501)),
    'more than a message may hold': rowsOf(shown, heavy()),
    'rows that are none': { ...rowsOf(shown, []), rows: 'Forged' },
    'a row that is none': rowsOf(shown, [rowNamed('Honest'), 'Forged']),
    'a row that lacks its key': row({ key: undefined }),
    'a key that is a number': row({ key: 7 }),
    'a key without a letter': row({ key: '' }),
    'a key without end': row({ key: 'k'.repeat(601) }),
    'an id that is an object': row({ id: { id: '1' } }),
    'more than belongs into a row': row({ notes: 'Forged' }),
    'a field that is none': row({ fields: { notes: found('Forged') } }),
    'a field 1,000 levels deep': row({ fields: { name: found(nested(1_000)) } }),
    'cells 1,000 levels deep': row({ cells: nested(1_000) }),
    '21 finds of one field': row({ fields: { name: Array.from({ length: 21 }, () => found('F')).flat() } }),
    'words without end': row({ fields: { name: found('W'.repeat(301)) } }),
    '61 cells': row({ cells: Array.from({ length: 61 }, () => ({ label: 'Name', raw: 'F' })) }),
    'a cell with words without end': row({ cells: [{ label: 'Name', raw: 'W'.repeat(301) }] }),
    'a counter that is a text': list({ list: { counter: '7', heads: {} } }),
    'a counter 1,000 levels deep': list({ list: { counter: nested(1_000), heads: {} } }),
    '401 counters': list({
      list: { counter: Array.from({ length: 401 }, () => found('7')).flat(), heads: {} },
    }),
    'a head that is none': list({ list: { counter: [], heads: { notes: 'Notes' } } }),
    'a head without end': list({ list: { counter: [], heads: { name: 'W'.repeat(301) } } }),
    'a moment that never is': list({ at: NEVER }),
  };
}

function wrongRecord(shown: ShownPage): Wrong {
  const deal = (more: object) =>
    settledOf(shown, { recordId: ANCHORS.complete, fields: { name: found('Forged') }, ...more });
  return {
    '21 stages': deal({ stages: Array.from({ length: 21 }, (_, at) => `Stage ${at}`) }),
    'stages that are a text': deal({ stages: 'Forged' }),
    'a stage that is a number': deal({ stages: ['Forged', 7] }),
    'a stage without end': deal({ stages: ['Forged', 'W'.repeat(301)] }),
    'stages 1,000 levels deep': deal({ stages: nested(1_000) }),
    'a list that is a text': deal({ list: 'Forged' }),
    'a list without a counter': deal({ list: { heads: {} } }),
    'more than a list says of itself': deal({ list: { counter: [], heads: {}, rows: [] } }),
    'a field that is none': deal({ fields: { notes: found('Forged') } }),
    'a field 1,000 levels deep': deal({ fields: { name: found(nested(1_000)) } }),
    'words without end': deal({ fields: { name: found('W'.repeat(2_001)) } }),
    '401 finds of one field': deal({
      fields: { name: Array.from({ length: 401 }, () => found('F')).flat() },
    }),
    'more than a message may hold': deal({
      fields: { name: Array.from({ length: 200 }, () => found('W'.repeat(2_000))).flat() },
    }),
    'an id without end': deal({ recordId: '1'.repeat(201) }),
    'a page before the first': deal({ page: -1 }),
    'a moment that never is': deal({ at: NEVER }),
    'a clock of no place on earth': deal({ offset: 901 }),
    'more than belongs into evidence': deal({ notes: 'Forged' }),
  };
}

/** What the panel shows and what is kept: two equal ones mean that nothing came of what was said between them. */
async function standing(opened: Opened, panel: Frame) {
  const shown = await panel.evaluate(() => document.querySelector('main')?.innerHTML);
  return { shown, kept: await everythingKept(opened) };
}

/** Says each of them as our script in the page, and tells what each was answered. */
async function sayAll(opened: Opened, page: Page, wrong: Wrong): Promise<Record<string, unknown>> {
  const run = await inWorldOf(opened, page);
  const answers = (await run(tellAll(opened.id, Object.values(wrong)))) as unknown[];
  return Object.fromEntries(Object.keys(wrong).map((what, at) => [what, answers[at]]));
}

const nothingFor = (wrong: Wrong) => Object.fromEntries(Object.keys(wrong).map((what) => [what, 'null']));

async function openList(opened: Opened, url: string): Promise<{ page: Page; panel: Frame }> {
  const page = await opened.context.newPage();
  await page.goto(url);
  await page.locator('[data-view="list"]').waitFor();
  await clickToolbar(opened, page);
  const panel = await waitForScreen(page, 'list');
  await expect(panel.getByText('All 12 seen')).toBeVisible();
  return { page, panel };
}

test('rows that are too many, too large, too deep or of another shape are refused whole, and the list stays', async ({
  crm,
  preset,
}) => {
  const { page, panel } = await openList(preset, `${crm.url}/deals?rows=12`);
  const shown = await shownPage(preset, page);
  const before = await standing(preset, panel);
  const wrong = wrongRows(shown);
  expect(await sayAll(preset, page, wrong)).toEqual(nothingFor(wrong));
  // Said last and shown: whatever the others had changed would be shown with it.
  const right = {
    'a row': rowsOf(shown, [rowNamed('Honest')], { list: { counter: found('13'), heads: {} } }),
  };
  expect(await sayAll(preset, page, right)).toEqual({ 'a row': '{}' });
  await expect(panel.locator('[data-seen]')).toHaveAttribute('data-seen', '13');
  expect(await everythingKept(preset)).toEqual(before.kept);
});

test('evidence whose stages, list or fields are too many, too large, too deep or of another shape is refused whole', async ({
  crm,
  preset,
}) => {
  const { page, panel } = await openDeal(preset, `${crm.url}/deals/${ANCHORS.complete}`);
  const shown = await shownPage(preset, page);
  const before = await standing(preset, panel);
  expect(before.kept).toMatchObject({ sightings: [{}], deals: [{}], reps: [{}], health: [{}] });
  const wrong = wrongRecord(shown);
  expect(await sayAll(preset, page, wrong)).toEqual(nothingFor(wrong));
  const unsure = Object.fromEntries(
    Object.entries(wrong).map(([what, said]) => [what, { ...(said as object), name: 'unsure' }]),
  );
  expect(await sayAll(preset, page, unsure)).toEqual(nothingFor(unsure));
  expect(await standing(preset, panel)).toEqual(before);
  // One thing away from all of them, and taken.
  const stages = ['Forged', 'W'.repeat(300)];
  const right = { stages: settledOf(shown, { recordId: ANCHORS.complete, stages }) };
  expect(await sayAll(preset, page, right)).toEqual({ stages: '{"next":null}' });
  await until(
    async () => JSON.stringify((await everythingKept(preset))['settings']).includes('Forged'),
    'the stages to be kept',
  );
});
