import { COLUMNS, type Column } from './columns.ts';
import { localDay } from './days.ts';
import type { ListAmount } from './list-amount.ts';
import type { Span } from './scheduler.ts';
import type { Shadow } from './shadow.ts';

/**
 * All that the query string of the sample CRM can switch, parsed in one place. The page and the server both read it;
 * tests/crm/README.md lists the switches for people.
 */
export interface Switches {
  /** The day that counts as today, `YYYY-MM-DD`; all dates are relative to it. */
  today: string;
  /** Language tag of the words, and of all below that is not given. */
  lang: string;
  /** Language tag that dates and numbers are written in. */
  format: string;
  /** What the document declares as its `lang`; empty: nothing. */
  declare: string;
  /** How long the page comes after its address, drawn for each navigation. The old page stays on screen until then. */
  slow: Span;
  /** What the delays are drawn from. */
  seed: number;
  /** What all delays are multiplied by at the start. */
  scale: number;
  /** In which order the pages of fast navigations arrive. */
  order: 'normal' | 'swap' | 'stuck' | 'late';
  /** Whether a deal's page comes with its owner, before its owner, or with an empty place for one. */
  owner: 'shown' | 'late' | 'blank';
  /** Whether the document shows the id of its record. */
  tie: 'id' | 'none';
  /** Whether a deal's page is built anew or patched into the nodes of the one before. */
  nodes: 'new' | 'reuse';
  /** What becomes of a page that is left: it goes, or stays in the document without display, or `aria-hidden` off screen. */
  keep: 'none' | 'hidden' | 'aria';
  /** Whether a deal opens beside its list, which keeps its address (`1`) or moves to the deal's (`path`). */
  preview: 'none' | '1' | 'path';
  /** In which shadow roots the fields stand. */
  shadow: Shadow;
  /** Whether each page that comes takes out of `body` what the CRM did not put there. */
  teardown: boolean;
  /** Whether a modal dialog stands over the first page. */
  modal: boolean;
  /** Whether the document holds the rows near the viewport, all of them, or the first and more as the end comes near. */
  rows: 'window' | 'all' | 'lazy';
  /** How many deals lists and boards are about; null: all that there are. */
  count: number | null;
  /** The columns of lists, in order, and the fields of cards; null: the usual ones. */
  cols: readonly Column[] | null;
  /** Whether rows and cards tell the ids of their deals. */
  ids: 'shown' | 'none';
  /** How lists and boards write amounts. */
  listAmount: ListAmount;
  /** Whether the deals at `/deals` are a list or a board. */
  view: 'list' | 'board';
  /** Whether deal pages open as a form. */
  edit: boolean;
  hostile: boolean;
  storm: boolean;
  /** By the server: the Content-Security-Policy of the page. */
  csp: keyof typeof POLICIES | 'none';
  /** By the server: `Cross-Origin-Embedder-Policy: require-corp`. */
  coep: boolean;
  /** By the server: whether the browser may hold the page when it is left, and bring it back as it was. */
  held: boolean;
}

/** How long a page takes where it has to come late and nothing says how late. */
export const DEFAULT_LATENESS: Span = { min: 400, max: 400 };
/** The same where the time is to be drawn. */
export const DEFAULT_SPAN: Span = { min: 300, max: 1_500 };

/** The policies that the page can be served under. */
export const POLICIES = {
  strict: "default-src 'self'",
  /** No more than the page needs, and no text becomes markup or script. */
  trusted:
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; " +
    "require-trusted-types-for 'script'; trusted-types 'none'",
} as const;

const AT_ONCE: Span = { min: 0, max: 0 };
const LATENESS_OF = { normal: AT_ONCE, swap: DEFAULT_LATENESS, stuck: DEFAULT_LATENESS, late: DEFAULT_SPAN };

/** Reads the switches from a query string. What is unknown or malformed counts as not given. */
export function readSwitches(search: string): Switches {
  const query = new URLSearchParams(search);
  const order = oneOf(query.get('order'), ['normal', 'swap', 'stuck', 'late'] as const);
  const lang = readLang(query.get('lang')) ?? 'en-US';
  return {
    today: readDay(query.get('today')) ?? localDay(new Date()),
    lang,
    format: readLang(query.get('format')) ?? lang,
    declare: query.get('declare') === '' ? '' : (readLang(query.get('declare')) ?? lang),
    slow: readSpan(query.get('slow')) ?? LATENESS_OF[order],
    seed: readNumber(query.get('seed')) ?? 1,
    scale: readNumber(query.get('scale')) ?? 1,
    order,
    owner: oneOf(query.get('owner'), ['shown', 'late', 'blank'] as const),
    tie: oneOf(query.get('tie'), ['id', 'none'] as const),
    nodes: oneOf(query.get('nodes'), ['new', 'reuse'] as const),
    keep: oneOf(query.get('keep'), ['none', 'hidden', 'aria'] as const),
    preview: oneOf(query.get('preview'), ['none', '1', 'path'] as const),
    shadow: oneOf(query.get('shadow'), ['none', 'open', 'closed', 'mixed'] as const),
    teardown: query.get('teardown') === '1',
    modal: query.get('modal') === '1',
    ...readRows(query.get('rows')),
    cols: readCols(query.get('cols')),
    ids: oneOf(query.get('ids'), ['shown', 'none'] as const),
    listAmount: oneOf(query.get('listamount'), ['exact', 'rounded', 'converted'] as const),
    view: oneOf(query.get('view'), ['list', 'board'] as const),
    edit: query.get('edit') === '1',
    hostile: query.get('hostile') === '1',
    storm: query.get('storm') === '1',
    csp: oneOf(query.get('csp'), ['none', 'strict', 'trusted'] as const),
    coep: query.get('coep') === '1',
    held: query.get('held') === '1',
  };
}

function oneOf<T extends string>(value: string | null, allowed: readonly [T, ...T[]]): T {
  return allowed.find((one) => one === value) ?? allowed[0];
}

/** `400`, `300-1500`, or an empty text for the default span; null for what is none, and for no time at all. */
function readSpan(value: string | null): Span | null {
  if (value === '') return DEFAULT_SPAN;
  const [, from, to = from] = /^(\d{1,6})(?:-(\d{1,6}))?$/.exec(value ?? '') ?? [];
  const span = { min: Number(from), max: Number(to) };
  return span.max > 0 && span.min <= span.max ? span : null;
}

/** `all`, `lazy`, `500` or both, as `500,lazy`. A number alone means that all of so many stand in the document. */
function readRows(value: string | null): Pick<Switches, 'rows' | 'count'> {
  const parts = value?.split(',') ?? [];
  const count = Number(parts.find((one) => /^[1-9]\d{0,4}$/.test(one)) ?? 0);
  const rows = (['window', 'all', 'lazy'] as const).find((one) => parts.includes(one));
  return { rows: rows ?? (count > 0 ? 'all' : 'window'), count: count > 0 ? count : null };
}

function readCols(value: string | null): readonly Column[] | null {
  const names = new Set(value?.split(','));
  const columns = [...names].flatMap((name) => COLUMNS.find((column) => column === name) ?? []);
  return columns.length > 0 ? columns : null;
}

function readNumber(value: string | null): number | null {
  return value !== null && /^\d{1,9}(\.\d{1,6})?$/.test(value) ? Number(value) : null;
}

function readDay(value: string | null): string | null {
  if (value === null || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return null;
  return Number.isNaN(Date.parse(value)) ? null : value;
}

function readLang(value: string | null): string | null {
  if (value === null || !/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(value)) return null;
  return value;
}
