import { expect, test } from 'vitest';
import { commands } from 'vitest/browser';
import { takeLook, type Page } from '@/lib/crm/collect/look';
import { RowWatch } from '@/lib/crm/collect/row-watch';
import type { Recipe } from '@/lib/crm/recipe';
import { recipes } from '@/lib/crm/recipes/registry';
import { atomic } from '@/lib/crm/recipes/atomic';
import { espocrm } from '@/lib/crm/recipes/espocrm';
import { addressOf, CAPTURED_ON, loadable, truthOf } from '../crm/captured';
import { fixtures, pageOf, recipeOf, render } from '../crm/fixtures';
import { judgePage } from '../crm/pages';
import type { Judged } from '../crm/score';
import { closePages, open, openNothing } from '../lib/crm/collect/page';

/** What is right and wrong over all pages, and what looking at large ones costs. */

/** How many fields are shown, and how they were read. */
interface Count {
  shown: number;
  right: number;
  marked: number;
  missing: number;
  wrong: number;
}

const nothing = (): Count => ({ shown: 0, right: 0, marked: 0, missing: 0, wrong: 0 });

function add(counts: Record<string, Count>, name: string, judged: readonly Judged[]): void {
  const count = (counts[name] ??= nothing());
  for (const { verdict } of judged) {
    count.shown++;
    count[verdict]++;
  }
}

function ofFixtures(): Record<string, Count> {
  const counts: Record<string, Count> = {};
  for (const fixture of fixtures) {
    if (fixture.truth === null) continue;
    const page = pageOf(render(fixture), fixture);
    add(
      counts,
      `${fixture.crm} ${fixture.truth.kind}`,
      judgePage(recipeOf(fixture), page, fixture.truth, fixture.today),
    );
    closePages();
  }
  return counts;
}

async function ofCaptured(): Promise<Record<string, Count> | null> {
  const shared = await commands.sharedPages();
  if (shared === null) return null;
  const counts: Record<string, Count> = {};
  for (const { files, held } of shared) {
    for (const file of files) {
      const known = truthOf(file, held);
      const recipe = recipes.find(({ crm }) => crm === known?.crm);
      if (known === null || recipe === undefined) throw new Error(`No truth on ${file.name}`);
      const now = () => Date.parse(`${CAPTURED_ON}T12:00:00Z`);
      const page = { document: open(loadable(file)), url: addressOf(file.html), openRoot: openNothing, now };
      add(counts, `${known.crm} ${known.truth.kind}`, judgePage(recipe, page, known.truth, CAPTURED_ON));
      closePages();
    }
  }
  return counts;
}

const EDGE = '<head><link id="main-stylesheet" href="client/css/espo/x.css"></head>';
const cell = (name: string, words: string) =>
  `<td class="cell" data-name="${name}"><span>${words}</span></td>`;

/** A page that the browser has laid out, as it has before a look. */
function drawn(html: string): Document {
  const document = open(html);
  document.body.getBoundingClientRect();
  for (const element of document.querySelectorAll('td, p')) element.checkVisibility();
  return document;
}

/** A list of so many rows, of 14 elements each. */
function listOf(rows: number): string {
  const row = (
    at: number,
  ) => `<tr class="list-row" data-id="d${at}">${cell('name', `Deal ${at}`)}${cell('account', 'Acme')}
    ${cell('assignedUser', 'Ana Nowak')}${cell('stage', 'Proposal')}${cell('amount', `€${at}.00`)}${cell('closeDate', '26 Dec')}</tr>`;
  const body = Array.from({ length: rows }, (_, at) => row(at)).join('');
  return `${EDGE}<body><div id="main"><div class="list" data-scope="Opportunity"><table><tbody>${body}</tbody></table></div></div></body>`;
}

/** A record among so many other elements. */
function recordIn(elements: number): string {
  const field = (name: string, words: string) =>
    `<div class="cell" data-name="${name}"><div class="field" data-name="${name}">${words}</div></div>`;
  const fields = [
    field('name', 'Pump'),
    field('amount', '€5.00'),
    field('assignedUser', 'Ana'),
    field('stage', 'Proposal'),
  ];
  const rest = Array.from({ length: elements / 2 }, (_, at) => `<p><i>${at}</i></p>`).join('');
  return `${EDGE}<body><div id="main"><div class="record"><div class="detail" data-scope="Opportunity">${fields.join('')}${rest}</div></div></div></body>`;
}

/** The same where nothing names a value but its label. */
function labelledRecordIn(elements: number): string {
  const field = (label: string, words: string) =>
    `<div><span>${label}</span><div><span>${words}</span></div></div>`;
  const rest = Array.from({ length: elements / 2 }, (_, at) => `<p><i>Said ${at}</i></p>`).join('');
  return `<body><a href="#/deals" data-discover="true">Deals</a><div role="dialog" data-state="open"><h2>Pump</h2>
    <a href="#/deals/1">Edit</a>${field('Budget', '€5.00')}${field('Stage', 'Proposal')}${rest}</div></body>`;
}

const at = (document: Document, hash: string): Page => ({
  document,
  url: `http://127.0.0.1/${hash}`,
  openRoot: openNothing,
  now: Date.now,
});

function timed(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

/** The tasks of one look at a list and of the passes that tell its rows. @returns how long each took */
function tasksOfList(document: Document, recipe: Recipe): { tasks: number[]; told: number } {
  let told = 0;
  let ahead = 0;
  const clock = { now: () => performance.now() + ahead, after: () => () => undefined };
  const rows = new RowWatch(clock, (some) => (told += some.length));
  rows.begin();
  const tasks: number[] = [];
  for (let pass = 0; pass < 2; pass++) {
    const start = performance.now();
    const { rows: source } = takeLook(recipe, at(document, '#Opportunity'));
    tasks.push(performance.now() - start);
    if (source === null) throw new Error('No rows');
    for (let more = true; more;) tasks.push(timed(() => (more = rows.work(source) === 'more')));
    ahead += 3_000;
  }
  return { tasks, told };
}

test('pages are read and looked at', async () => {
  const longest: number[] = [];
  const list: number[] = [];
  const ratios: number[] = [];
  for (let run = 0; run < 5; run++) {
    for (const elements of [5_000, 50_000]) {
      const record = drawn(recordIn(elements));
      longest.push(timed(() => takeLook(espocrm, at(record, '#Opportunity/view/d1'))));
      const labelled = at(drawn(labelledRecordIn(elements)), '#/deals/1/show');
      longest.push(timed(() => expect(takeLook(atomic, labelled).evidence.fields.amount).toHaveLength(1)));
      if (elements === 50_000) {
        const walk = timed(() => {
          let names = 0;
          for (const element of record.querySelectorAll('*')) names += element.localName.length;
          expect(names).toBeGreaterThan(0);
        });
        ratios.push(timed(() => takeLook(espocrm, at(record, '#Opportunity/view/d1'))) / walk);
      }
      const { tasks } = tasksOfList(drawn(listOf(elements / 14)), espocrm);
      longest.push(...tasks);
      closePages();
    }
    const { tasks, told } = tasksOfList(drawn(listOf(2_000)), espocrm);
    expect(told).toBe(2_000);
    list.push(tasks.reduce((sum, one) => sum + one, 0));
    longest.push(...tasks);
    closePages();
  }
  const figures = {
    fixtures: ofFixtures(),
    captured: await ofCaptured(),
    longest: Math.max(...longest),
    list,
    ratios,
  };
  await commands.writeFile('.output/bench/reading.json', JSON.stringify(figures));
});
