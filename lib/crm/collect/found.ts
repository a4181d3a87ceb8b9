import { EVIDENCE_LIMITS, type Found } from '@/lib/crm/evidence';
import type { Take } from '@/lib/crm/recipe';
import { query, regionOf, upwards, type OpenRoot } from './flat-tree';
import { controlValue, cutTo, fold, machineControlValue, visibleText, type Skip } from './visible';

/** Turns an element into what is sent of it. */

/** One find and where it stands, so that a later look can tell whether it is still the same. */
export interface Hit {
  node: Node;
  found: Omit<Found, 'locator'>;
}

/** What all locators of one look share. */
export interface Place {
  document: Document;
  /** The page's address: links are resolved against it. */
  url: string;
  openRoot: OpenRoot;
}

const LINK_LIMIT = 300;
const MACHINE_LIMIT = 100;
const MACHINE =
  '[datetime], [data-value], input[type="date"], input[type="datetime-local"], input[type="number"]';

/** Folded and cut words, or null where there are none. */
export function words(text: string): Omit<Found, 'locator'> | null {
  const folded = fold(text.slice(0, EVIDENCE_LIMITS.raw * 8));
  if (folded === '') return null;
  const raw = cutTo(folded, EVIDENCE_LIMITS.raw);
  return raw.length < folded.length || text.length > EVIDENCE_LIMITS.raw * 8 ? { raw, cut: true } : { raw };
}

/** The value of an element as the recipe wants it, or null where there is none. */
export function take(element: Element, how: Take | undefined, skip: Partial<Skip>, place: Place): Hit | null {
  const link = linkOf(element, place);
  const text = rawOf(element, how, skip, link, place);
  const found = words(partOf(text ?? '', how));
  if (found === null) return null;
  if (link !== null) found.link = link;
  const machine = machineOf(element, how, place);
  if (machine !== null) found.machine = machine;
  return { node: element, found };
}

/** The part of a value that a recipe wants. */
function partOf(text: string, how: Take | undefined): string {
  const { word, after, before } = how ?? {};
  let part = text;
  if (word !== undefined) part = text.split(/\s+/).find((one) => one.startsWith(word)) ?? '';
  if (after !== undefined) part = part.includes(after) ? part.slice(part.indexOf(after) + after.length) : '';
  if (before !== undefined) part = part.includes(before) ? part.slice(0, part.lastIndexOf(before)) : '';
  return part;
}

function rawOf(
  element: Element,
  how: Take | undefined,
  skip: Partial<Skip>,
  link: string | null,
  place: Place,
): string | null {
  const what = how?.what ?? 'text';
  if (what === 'link') return link;
  if (what === 'text') {
    const all: Skip = { without: how?.without ?? [], labels: false, except: null, ...skip };
    return visibleText(element, place.openRoot, EVIDENCE_LIMITS.raw, all);
  }
  const value = element.getAttribute(what.attribute);
  if (value === null || controlValue(element) === '' || /^\s*(javascript|data|vbscript):/i.test(value))
    return null;
  return value;
}

/** The address that a value leads to, as path, query and hash of this origin, or null. Never a script. */
function linkOf(element: Element, place: Place): string | null {
  const anchor = anchorOf(element, place.openRoot);
  const href = anchor?.getAttribute('href') ?? null;
  if (href === null) return null;
  const declared = place.document.querySelector('base[href]')?.getAttribute('href') ?? '';
  const base = URL.parse(declared, place.url) ?? URL.parse(place.url);
  const target = base === null ? null : URL.parse(href, base.href);
  if (target === null || base === null || target.origin !== new URL(place.url).origin) return null;
  if (target.protocol !== 'https:' && target.protocol !== 'http:') return null;
  return cutTo(target.pathname + target.search + target.hash, LINK_LIMIT);
}

function anchorOf(element: Element, openRoot: OpenRoot): Element | null {
  let levels = 0;
  for (const above of upwards(element)) {
    if (above.matches('a[href]')) return above;
    if (++levels > 4) break;
  }
  return query(regionOf(element, openRoot), 'a[href]')[0] ?? null;
}

function machineOf(element: Element, how: Take | undefined, place: Place): string | null {
  const without = how?.without ?? [];
  for (const part of query(regionOf(element, place.openRoot), MACHINE)) {
    if (without.some((css) => part.closest(css) !== null)) continue;
    const value =
      part.getAttribute('datetime') ?? machineControlValue(part) ?? part.getAttribute('data-value') ?? '';
    if (value.trim() !== '') return cutTo(fold(value), MACHINE_LIMIT);
  }
  return null;
}
