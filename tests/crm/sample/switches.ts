import { localDay } from './days.ts';

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
  /** Milliseconds between the new URL and its page. The old page stays on screen until then. */
  slow: number;
  /** In which order the pages of fast navigations arrive. */
  order: 'normal' | 'swap' | 'stuck';
  /** Whether the document shows the id of its record. */
  tie: 'id' | 'none';
  /** Whether a deal's page is built anew or patched into the nodes of the one before. */
  nodes: 'new' | 'reuse';
  /** Whether the list holds the rows near the viewport or all of them. */
  rows: 'window' | 'all';
  /** Whether deal pages open as a form. */
  edit: boolean;
  hostile: boolean;
  storm: boolean;
  /** By the server: the Content-Security-Policy of the page. */
  csp: 'none' | 'strict';
  /** By the server: `Cross-Origin-Embedder-Policy: require-corp`. */
  coep: boolean;
}

/** How long a page takes where an order other than normal is asked for and no `slow` is given, in ms. */
export const DEFAULT_LATENESS = 400;

/** Reads the switches from a query string. What is unknown or malformed counts as not given. */
export function readSwitches(search: string): Switches {
  const query = new URLSearchParams(search);
  const order = oneOf(query.get('order'), ['normal', 'swap', 'stuck'] as const);
  const slow = Number(query.get('slow') ?? 0);
  const lang = readLang(query.get('lang')) ?? 'en-US';
  return {
    today: readDay(query.get('today')) ?? localDay(new Date()),
    lang,
    format: readLang(query.get('format')) ?? lang,
    declare: query.get('declare') === '' ? '' : (readLang(query.get('declare')) ?? lang),
    slow: Number.isFinite(slow) && slow > 0 ? slow : order === 'normal' ? 0 : DEFAULT_LATENESS,
    order,
    tie: oneOf(query.get('tie'), ['id', 'none'] as const),
    nodes: oneOf(query.get('nodes'), ['new', 'reuse'] as const),
    rows: oneOf(query.get('rows'), ['window', 'all'] as const),
    edit: query.get('edit') === '1',
    hostile: query.get('hostile') === '1',
    storm: query.get('storm') === '1',
    csp: oneOf(query.get('csp'), ['none', 'strict'] as const),
    coep: query.get('coep') === '1',
  };
}

function oneOf<T extends string>(value: string | null, allowed: readonly [T, ...T[]]): T {
  return allowed.find((one) => one === value) ?? allowed[0];
}

function readDay(value: string | null): string | null {
  if (value === null || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return null;
  return Number.isNaN(Date.parse(value)) ? null : value;
}

function readLang(value: string | null): string | null {
  if (value === null || !/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(value)) return null;
  return value;
}
