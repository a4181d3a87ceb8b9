/// <reference types="vite/client" />
import { afterEach, describe, expect, test } from 'vitest';
import { commands } from 'vitest/browser';
import { takeLook, type Page } from '@/lib/crm/collect/look';
import { EVIDENCE_LIMITS, type Evidence } from '@/lib/crm/evidence';
import { interpret } from '@/lib/crm/interpret/read';
import { recognises } from '@/lib/crm/interpret/recognise';
import type { Recipe } from '@/lib/crm/recipe';
import { recipes } from '@/lib/crm/recipes/registry';
import type { Reading } from '@/lib/domain/reading';
import { closePages, open, openNothing } from '../lib/crm/collect/page';
import { Stage } from '../lib/crm/collect/staged';

/**
 * What every recipe must hold, over every page fixture. A fixture is `fixtures/<crm>/<page>.html`, its first line a
 * comment with `{"url", "lang", "today", "evidence"}`; the reading that it must give stands beside it as `.json`.
 * `VITE_UPDATE_FIXTURES=1` writes those readings anew, to be read over by a person.
 */

const pages = import.meta.glob<string>('./fixtures/*/*.html', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const readings = import.meta.glob<Reading>('./fixtures/*/*.json', { import: 'default', eager: true });
const isRecording = import.meta.env.VITE_UPDATE_FIXTURES === '1';
const TODAY = '2026-11-24';

interface Fixture {
  path: string;
  crm: string;
  html: string;
  url: string;
  lang: string;
  today: string;
}

const fixtures: Fixture[] = Object.entries(pages).map(([path, html]) => {
  const [, crm = ''] = /^\.\/fixtures\/([^/]+)\//.exec(path) ?? [];
  const [, head = ''] = /^<!--(.*?)-->/.exec(html) ?? [];
  const { url, lang, today = TODAY } = JSON.parse(head);
  return { path, crm, html: html.slice(html.indexOf('-->') + 3), url, lang, today };
});

afterEach(closePages);

function render(fixture: Fixture): Document {
  const document = open(fixture.html.replace(/^\s*<!doctype html>/i, ''));
  document.documentElement.lang = fixture.lang;
  return document;
}

function pageOf(document: Document, fixture: Fixture, url = fixture.url): Page {
  return { document, url, openRoot: openNothing, now: () => Date.parse(`${fixture.today}T12:00:00Z`) };
}

function recipeOf(fixture: Fixture): Recipe {
  const recipe = recipes.find((one) => one.crm === fixture.crm);
  if (recipe === undefined) throw new Error(`no recipe is called ${fixture.crm}`);
  return recipe;
}

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
    const claiming = recipes.filter((one) => recognises(takeLook(one, page).evidence, one));
    expect(claiming.map((one) => one.crm)).toEqual([fixture.crm]);
  });

  test('reads as it is written', async () => {
    const reading = readingOf(takeLook(recipe, pageOf(render(fixture), fixture)).evidence, fixture);
    const file = fixture.path.replace(/\.html$/, '.json');
    if (isRecording)
      await commands.writeFile(file.replace('./', 'tests/crm/'), `${JSON.stringify(reading, null, 2)}\n`);
    else expect(reading).toEqual(readings[file] ?? `a reading in ${file}`);
  });

  test('gives the same twice, and is as it was', () => {
    const document = render(fixture);
    const records: MutationRecord[] = [];
    const observer = new MutationObserver((seen) => records.push(...seen));
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    const before = document.documentElement.outerHTML;
    const first = takeLook(recipe, pageOf(document, fixture));
    expect(takeLook(recipe, pageOf(document, fixture))).toEqual(first);
    expect([...records, ...observer.takeRecords()]).toEqual([]);
    expect(document.documentElement.outerHTML).toBe(before);
  });

  test('gives nothing but what its address says where the page is empty', () => {
    const { evidence } = takeLook(recipe, pageOf(open(''), fixture));
    expect(evidence).toMatchObject({ marked: false, rooted: false, ties: [], fields: {} });
    const reading = readingOf(evidence, fixture);
    expect(Object.keys(reading?.fields ?? {}).filter((name) => name !== 'recordId')).toEqual([]);
  });

  test('gives inert, short words where the page is poisoned', () => {
    const document = render(fixture);
    poison(document);
    const { evidence } = takeLook(recipe, pageOf(document, fixture));
    expect(new TextEncoder().encode(JSON.stringify(evidence)).length).toBeLessThanOrEqual(
      EVIDENCE_LIMITS.bytes,
    );
    const found = [evidence.ties, ...Object.values(evidence.fields)].flat();
    const words = found.filter((one) => one.raw.includes('onerror'));
    expect(words.every((one) => one.cut === true)).toBe(true);
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

  test('is refused under the address of another record', () => {
    const document = render(fixture);
    const look = (one: Recipe, url: string) => takeLook(one, pageOf(document, fixture, url));
    const stage = new Stage({ url: fixture.url, recipe, look });
    stage.start();
    stage.pass(4_000);
    const first = stage.told.splice(0).map((one) => one.name);
    const { recordId, fields } = look(recipe, fixture.url).evidence;
    // A page that has not come in yet is not read under its own address either.
    expect(first).toEqual(Object.keys(fields).length > 0 ? ['settled'] : []);
    stage.go(fixture.url.replace(`${recordId}`, `9${recordId}`));
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
