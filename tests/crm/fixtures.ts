/// <reference types="vite/client" />
import type { Page } from '@/lib/crm/collect/look';
import type { Recipe } from '@/lib/crm/recipe';
import { recipes } from '@/lib/crm/recipes/registry';
import type { Reading } from '@/lib/domain/reading';
import { open, openNothing } from '../lib/crm/collect/page';
import type { Truth } from './score';

/**
 * The page fixtures. One is `fixtures/<crm>/<page>.html`, its first line a comment with `{"url", "lang", "today", "evidence"}`.
 * Beside it stand what a careful person says that it shows, as `.truth.json`, and, where its whole reading is held on to, that
 * reading as `.json`.
 */
export interface Fixture {
  path: string;
  crm: string;
  html: string;
  url: string;
  lang: string;
  today: string;
  /** How well the page is known: `seen running`, `published selectors` or `URL only`. */
  evidence: string;
  truth: Truth | null;
  /** Null where it is not held on to. */
  reading: Reading | null | undefined;
}

const pages = import.meta.glob<string>('./fixtures/*/*.html', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const truths = import.meta.glob<Truth>('./fixtures/*/*.truth.json', { import: 'default', eager: true });
const readings = import.meta.glob<Reading | null>(['./fixtures/*/*.json', '!./fixtures/*/*.truth.json'], {
  import: 'default',
  eager: true,
});
const TODAY = '2026-11-24';

export const fixtures: Fixture[] = Object.entries(pages).map(([path, html]) => {
  const [, crm = ''] = /^\.\/fixtures\/([^/]+)\//.exec(path) ?? [];
  const [, head = ''] = /^<!--(.*?)-->/s.exec(html) ?? [];
  const { url, lang, today = TODAY, evidence = '' } = JSON.parse(head);
  return {
    path,
    crm,
    html: html.slice(html.indexOf('-->') + 3),
    url,
    lang,
    today,
    evidence,
    truth: truths[path.replace(/\.html$/, '.truth.json')] ?? null,
    reading: readings[path.replace(/\.html$/, '.json')],
  };
});

export function render(fixture: Fixture): Document {
  const document = open(fixture.html.replace(/^\s*<!doctype html>/i, ''));
  if (fixture.lang === '') document.documentElement.removeAttribute('lang');
  else document.documentElement.lang = fixture.lang;
  return document;
}

export function pageOf(document: Document, fixture: Fixture, url = fixture.url): Page {
  return { document, url, openRoot: openNothing, now: () => Date.parse(`${fixture.today}T12:00:00Z`) };
}

export function recipeOf(fixture: Fixture): Recipe {
  const recipe = recipes.find((one) => one.crm === fixture.crm);
  if (recipe === undefined) throw new Error(`no recipe is called ${fixture.crm}`);
  return recipe;
}
