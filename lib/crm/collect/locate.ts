import { EVIDENCE_LIMITS } from '@/lib/crm/evidence';
import type { Beside, Locator } from '@/lib/crm/recipe';
import { isWithin, query, regionOf, upwards, type Region } from './flat-tree';
import { take, words, type Hit, type Place } from './found';
import { byLabel, indexLabels, labelOf, labelText, plainLabel, type LabelIndex } from './labels';
import { isVisible } from './visible';

/** A locator that has found nothing among so many matches finds nothing: a look must not hold the page up. */
const MAX_TRIED = 100;

/** Runs the locators of one look. The label index is made when the first locator asks for it. */
export interface Search {
  place: Place;
  region: Region;
  labels: LabelIndex | null;
  /** The words that its locators name labels by, as far as they are known: one walk through the page serves them all. */
  sought: ReadonlySet<string>;
  /** Of a row: what its list has in common. */
  row: RowSearch | null;
}

/** A row is known to be shown, its values have no labels of their own, and its column's name is sought once for all its cards. */
export interface RowSearch {
  root: Region;
  above: Map<Element, Map<Locator, Hit[]>>;
  /** The words at the heads of the columns, where cells have them for labels. */
  heads: string[];
}

export function searchIn(region: Region, place: Place, row: RowSearch | null = null): Search {
  return { place, region, labels: null, sought: new Set(), row };
}

/**
 * What one locator finds in a region: the first visible match that has a value, or, where all are wanted, at most 20.
 * Never throws: a selector of a taught recipe may be none, and a form whose control is called `childNodes` breaks
 * the browser's own calls. Both mean: not found.
 */
export function locate(locator: Locator, search: Search): Hit[] {
  try {
    return run(locator, search);
  } catch {
    return [];
  }
}

export type ElementLocator = Extract<Locator, { by: 'attribute' | 'css' | 'role' }>;

function run(locator: Locator, search: Search): Hit[] {
  switch (locator.by) {
    case 'attribute':
    case 'css':
    case 'role':
      return fromElements(locator, matches(locator, search.region), search);
    case 'label':
      return fromLabels(locator, search);
    case 'above':
      return fromAbove(locator, search);
    case 'meta':
      return fromMeta(locator.name, search.place.document);
    case 'title':
      return fromTitle(locator, search.place.document);
  }
}

/** The elements that a locator names, whether they hold anything or not. */
export function matches(locator: ElementLocator, region: Region): Element[] {
  if (locator.by === 'css') {
    const found = query(region, locator.css).slice(0, MAX_TRIED);
    const { beside } = locator;
    return beside === undefined ? found : found.filter((element) => standsBeside(element, beside, region));
  }
  if (locator.by === 'role') return byRole(locator.role, locator.state, region).slice(0, MAX_TRIED);
  return byAttribute(locator, region);
}

function standsBeside(element: Element, { box, part, words, isNot }: Beside, { openRoot }: Region): boolean {
  const around = nearest(element, box);
  if (around === null) return isNot === true;
  const inside = regionOf(around, openRoot);
  const said = query(inside, part).some((one) => words.includes(plainLabel(labelText(one, inside))));
  return said !== (isNot === true);
}

function limitOf(locator: { take?: { all?: boolean } }): number {
  return locator.take?.all === true ? EVIDENCE_LIMITS.matches : 1;
}

function fromElements(locator: ElementLocator, elements: Element[], search: Search): Hit[] {
  const hits: Hit[] = [];
  for (const element of elements) {
    if (!isVisible(element, shownBox(search))) continue;
    const hit = take(element, locator.take, { labels: locator.by === 'attribute' }, search.place);
    if (hit === null) continue;
    const isText = (locator.take?.what ?? 'text') === 'text';
    const label = isText && search.row === null ? labelOf(element, search.region) : null;
    if (label !== null) hit.found.label = label;
    hits.push(hit);
    if (hits.length >= limitOf(locator)) break;
  }
  return hits;
}

const shownBox = ({ row, region }: Search): Element | null => (row === null ? null : region.top);

function fromAbove(locator: Extract<Locator, { by: 'above' }>, { place, region, row }: Search): Hit[] {
  const box = row === null ? null : nearest(region.top, locator.box);
  if (row === null || box === null) return [];
  const known = row.above.get(box) ?? new Map<Locator, Hit[]>();
  row.above.set(box, known);
  const before = known.get(locator);
  if (before !== undefined) return before;
  const { named, css, take: how } = locator;
  const scope = named === undefined ? regionOf(box, place.openRoot) : row.root;
  const namesake = named === undefined ? '*' : `[${named}="${CSS.escape(box.getAttribute(named) ?? '')}"]`;
  const found = query(scope, css).filter((element) => element.closest(namesake) !== null);
  const hits = fromElements({ by: 'css', css, ...(how && { take: how }) }, found, searchIn(scope, place));
  known.set(locator, hits);
  return hits;
}

function nearest(element: Element, css: string): Element | null {
  for (const above of upwards(element)) if (above.matches(css)) return above;
  return null;
}

/**
 * CRMs put the same name on the cell, its label and its value: labels are passed over, and of two that hold one
 * another the inner one counts. `inside` is a region that the named element stands in, or the part of it that is the
 * value.
 */
function byAttribute(locator: Extract<Locator, { by: 'attribute' }>, region: Region): Element[] {
  const css = `[${CSS.escape(locator.attribute)}="${CSS.escape(locator.name)}"]`;
  const { inside } = locator;
  const named = query(region, css).filter((element) => !element.matches('label, dt, th, legend'));
  const chosen = inside === undefined ? named : narrow(named, css, inside, region);
  const shown = chosen.slice(0, MAX_TRIED).filter((element) => isVisible(element));
  return shown.filter((outer) => !shown.some((inner) => inner !== outer && isWithin(inner, outer)));
}

function narrow(named: Element[], css: string, inside: string, region: Region): Element[] {
  const boxes = query(region, inside).slice(0, MAX_TRIED);
  const within = named.slice(0, MAX_TRIED).filter((element) => boxes.some((box) => isWithin(element, box)));
  return within.length > 0 ? within : query(region, `${css} >>> ${inside}`);
}

const IMPLICIT_ROLES: Record<string, string> = {
  heading: 'h1, h2, h3, h4, h5, h6',
  link: 'a[href]',
  button: 'button',
  listitem: 'li',
  option: 'option',
};

/** `state` is `aria-current=step`, or a state that is on: `selected`, `aria-checked`. */
function byRole(role: string, state: string | undefined, region: Region): Element[] {
  const implicit = IMPLICIT_ROLES[role];
  const css = `[role="${CSS.escape(role)}"]`;
  const found = query(region, implicit === undefined ? css : `${css}, :is(${implicit}):not([role])`);
  if (state === undefined) return found;
  const [name = '', wanted] = state.split('=');
  const attribute = name.startsWith('aria-') ? name : `aria-${name}`;
  return found.filter((element) => {
    const value = element.getAttribute(attribute);
    return wanted === undefined ? value !== null && value !== 'false' : value === wanted;
  });
}

function fromLabels(locator: Extract<Locator, { by: 'label' }>, search: Search): Hit[] {
  const { region, place } = search;
  const words = new Set(locator.words.map(plainLabel));
  if (search.labels === null || !words.isSubsetOf(search.labels.sought))
    search.labels = indexLabels(region, (search.sought = search.sought.union(words)));
  const counts = (label: Element) => standsSo(label, locator);
  const hits: Hit[] = [];
  for (const { value, label, except } of byLabel(locator.words, search.labels, region, counts)) {
    if (!isVisible(value) || hits.some((hit) => hit.node === value)) continue;
    const hit = take(value, locator.take, { labels: except !== null, except }, place);
    if (hit === null) continue;
    hit.found.label = label;
    hits.push(hit);
    if (hits.length >= limitOf(locator)) break;
  }
  return hits;
}

/** Whether an element stands inside the one and outside the other. */
function standsSo(element: Element, { inside, outside }: { inside?: string; outside?: string }): boolean {
  const within = (css: string) => nearest(element, css) !== null;
  return (inside === undefined || within(inside)) && (outside === undefined || !within(outside));
}

function fromMeta(name: string, document: Document): Hit[] {
  const quoted = CSS.escape(name);
  const meta = document.querySelector(`meta[name="${quoted}"], meta[property="${quoted}"]`);
  const found = words(meta?.getAttribute('content') ?? '');
  return meta === null || found === null ? [] : [{ node: meta, found }];
}

/** The title between `after` and `before`. A title without them is not the CRM's own: nothing is found. */
function fromTitle(locator: Extract<Locator, { by: 'title' }>, document: Document): Hit[] {
  const { title } = document;
  const start = locator.after === undefined ? 0 : title.indexOf(locator.after) + locator.after.length;
  const end = locator.before === undefined ? title.length : title.lastIndexOf(locator.before);
  const missing = locator.after !== undefined && !title.includes(locator.after);
  const found = missing || end < start ? null : words(title.slice(start, end));
  return found === null ? [] : [{ node: document, found }];
}
