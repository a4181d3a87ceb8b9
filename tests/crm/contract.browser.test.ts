/// <reference types="vite/client" />
import { afterEach, describe, expect, test } from 'vitest';
import { commands } from 'vitest/browser';
import { takeLook } from '@/lib/crm/collect/look';
import { EVIDENCE_LIMITS, type Evidence } from '@/lib/crm/evidence';
import { interpret } from '@/lib/crm/interpret/read';
import { candidates, recognises } from '@/lib/crm/interpret/recognise';
import type { Recipe } from '@/lib/crm/recipe';
import { recipes } from '@/lib/crm/recipes/registry';
import type { Reading } from '@/lib/domain/reading';
import { closePages, open } from '../lib/crm/collect/page';
import { Stage } from '../lib/crm/collect/staged';
import { fixtures, pageOf, recipeOf, render, type Fixture } from './fixtures';
import { rowsOf } from './pages';

/**
 * What every recipe must hold, over every page fixture (see fixtures.ts). The reading that a fixture of a record must give
 * stands beside it as `.json`; `VITE_UPDATE_FIXTURES=1` writes those readings anew, to be read over by a person.
 */

const isRecording = import.meta.env.VITE_UPDATE_FIXTURES === '1';

afterEach(closePages);

/** Read in UTC, wherever the test runs. */
function readingOf(evidence: Evidence, fixture: Fixture): Reading | null {
  return interpret({ ...evidence, offset: 0 }, recipeOf(fixture), {
    today: fixture.today,
    numberFormat: null,
  });
}

test('every recipe has a fixture, and every fixture a recipe', () => {
  const crms = recipes.map((recipe) => recipe.crm).toSorted();
  expect([...new Set(fixtures.map((fixture) => fixture.crm))].toSorted()).toEqual(crms);
});

describe.each(fixtures)('$path', (fixture) => {
  const recipe = recipeOf(fixture);

  test('is claimed by its own recipe and by no other', () => {
    const page = pageOf(render(fixture), fixture);
    const claiming = candidates(fixture.url, recipes).filter((one) =>
      recognises(takeLook(one, page).evidence, one),
    );
    // A page that is no deal may be nobody's.
    const own = fixture.truth?.kind === 'other' && claiming.length === 0 ? [] : [fixture.crm];
    expect(claiming.map((one) => one.crm)).toEqual(own);
  });

  test.runIf(fixture.reading !== undefined)('reads as it is written', async () => {
    const reading = readingOf(takeLook(recipe, pageOf(render(fixture), fixture)).evidence, fixture);
    const file = fixture.path.replace(/\.html$/, '.json');
    if (isRecording)
      await commands.writeFile(file.replace('./', 'tests/crm/'), `${JSON.stringify(reading, null, 2)}\n`);
    else expect(reading).toEqual(fixture.reading);
  });

  test('gives the same twice, and is as it was', () => {
    const document = render(fixture);
    const records: MutationRecord[] = [];
    const observer = new MutationObserver((seen) => records.push(...seen));
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    const before = document.documentElement.outerHTML;
    const looks = [1, 2].map(() => takeLook(recipe, pageOf(document, fixture)));
    const [first, second] = looks.map((look) => ({ ...look, rows: rowsOf(look), nodes: look.nodes }));
    expect(second).toEqual(first);
    expect([...records, ...observer.takeRecords()]).toEqual([]);
    expect(document.documentElement.outerHTML).toBe(before);
  });

  test('gives nothing but what its address says where the page is empty', () => {
    const look = takeLook(recipe, pageOf(open(''), fixture));
    const { evidence } = look;
    expect(evidence).toMatchObject({ ties: [], fields: {} });
    expect(rowsOf(look)).toEqual([]);
    const reading = readingOf(evidence, fixture);
    expect(Object.keys(reading?.fields ?? {}).filter((name) => name !== 'recordId')).toEqual([]);
  });

  test('gives inert, short words where the page is poisoned', () => {
    const document = render(fixture);
    poison(document);
    const look = takeLook(recipe, pageOf(document, fixture));
    const { evidence } = look;
    expect(new TextEncoder().encode(JSON.stringify(evidence)).length).toBeLessThanOrEqual(
      EVIDENCE_LIMITS.bytes,
    );
    const rows = rowsOf(look);
    const found = [
      evidence.ties,
      ...[evidence, ...rows].flatMap(({ fields }) => Object.values(fields)),
    ].flat();
    for (const row of rows) expect(JSON.stringify(row).length).toBeLessThan(30_000);
    const words = found.filter((one) => one.raw.includes('onerror'));
    expect(words.every((one) => one.cut === true || one.raw.length < 300)).toBe(true);
    for (const one of found) {
      expect(one.raw.length).toBeLessThanOrEqual(EVIDENCE_LIMITS.raw);
      expect(one.link ?? '/').toMatch(/^\//);
    }
    for (const field of Object.values(readingOf(evidence, fixture)?.fields ?? {})) {
      expect(field.value).not.toMatch(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/u);
      expect(field.raw?.length ?? 0).toBeLessThanOrEqual(300);
    }
  });

  test('calls empty only what it could not read, and nothing on a page whose name has not come in', () => {
    const reading = readingOf(takeLook(recipe, pageOf(render(fixture), fixture)).evidence, fixture);
    expect(reading?.missing).toEqual(expect.arrayContaining(reading?.empty ?? []));
    if (reading?.fields.name === undefined) expect(reading?.empty ?? []).toEqual([]);
    // EspoCRM has no such field of its own: it is missing there, which is no reason to ask for it.
    if (fixture.crm === 'espocrm') expect(reading?.empty ?? []).not.toContain('nextStep');
  });

  const ofDeal = fixtures.find(
    ({ crm, truth, url }) =>
      crm === fixture.crm && truth?.kind === 'deal' && url.includes(truth.recordId ?? '\n'),
  );
  const isUnsaved = fixture.truth?.kind === 'other' && fixture.truth.unsaved === true;
  const isNoRecord = fixture.truth?.kind !== 'deal' && !isUnsaved && ofDeal !== undefined;
  test.runIf(isNoRecord)('is not read under the address of a deal', () => {
    const document = render(fixture);
    const look = (one: Recipe, url: string) => takeLook(one, pageOf(document, fixture, url));
    const stage = new Stage({ url: fixture.url, recipe, look });
    stage.start();
    stage.pass(4_000);
    stage.told.length = 0;
    stage.go(ofDeal?.url ?? '');
    stage.pass(60_000);
    const read = stage.told.filter(
      (one) => one.name === 'settled' && Object.keys(one.evidence.fields).length > 0,
    );
    expect(read).toEqual([]);
  });

  const isByAddress = fixture.truth?.kind === 'deal' && fixture.url.includes(fixture.truth.recordId ?? '\n');
  test.runIf(isByAddress)('is refused under the address of another record', () => {
    const document = render(fixture);
    const look = (one: Recipe, url: string) => takeLook(one, pageOf(document, fixture, url));
    const stage = new Stage({ url: fixture.url, recipe, look });
    stage.start();
    stage.pass(4_000);
    const first = stage.told.splice(0).map((one) => one.name);
    const { recordId, fields, ties } = look(recipe, fixture.url).evidence;
    // A page that has not come in yet is not read under its own address either, unless it says whose it is.
    const isRead = Object.keys(fields).length > 0 || ties.length > 0;
    expect(first).toEqual(isRead ? ['settled'] : []);
    stage.go(fixture.url.replace(`${recordId}`, `${recordId}9`));
    stage.pass(60_000);
    expect(stage.told.map((one) => one.name)).toEqual(['moved', 'unsure']);
  });
});

/** Long words with markup, scripts and turned text in every text, control and link. */
function poison(document: Document): void {
  const words = `<img src=x onerror=alert(1)> \u202Egnp.exe\u2066 ${'long '.repeat(2_000)}`;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
    if (node.nodeValue?.trim() !== '') node.nodeValue = `${node.nodeValue} ${words}`;
  for (const input of document.querySelectorAll('input, textarea')) if ('value' in input) input.value = words;
  for (const link of document.querySelectorAll('a[href]')) link.setAttribute('href', 'javascript:alert(1)');
}
