import { idIn, pagesOf, type PageAt } from '@/lib/crm/address';
import type { Found } from '@/lib/crm/evidence';
import type { Locator, PageRecipe, Recipe } from '@/lib/crm/recipe';
import { lightRegion, query, regionOf, type Region } from './flat-tree';
import type { Place } from './found';
import { locate, searchIn, type Search } from './locate';
import { isVisible } from './visible';

/** Which of a recipe's pages is on screen, and where. */

/** Hidden tabs of a console are few; a look must not hold the page up. */
const MAX_ROOTS = 100;

/** Whether a page of this kind shows one record. */
export function hasFields(page: PageRecipe | null): boolean {
  return page !== null && Object.keys(page.fields).length > 0;
}

/** The whole page, most of which is looked through only for what the light tree does not hold. */
export interface Whole {
  light: Region;
  /** With all shadow roots; found when it is first asked for. */
  composed: () => Region;
}

export function wholeOf(place: Place): Whole | null {
  // Null on a document without any element, whatever its type says.
  const top: Element | null = place.document.documentElement;
  if (top === null) return null;
  let composed: Region | null = null;
  return {
    light: lightRegion(top, place.openRoot),
    composed: () => (composed ??= regionOf(top, place.openRoot)),
  };
}

/** The first selector with a visible match wins: old records that a CRM keeps are hidden. Without roots: the page. */
export function rootIn(whole: Whole, page: PageRecipe): Region | null {
  try {
    // Where nothing is sought the shadow roots need not be found: on a long list that costs more than all else.
    if (page.roots.length === 0) return hasFields(page) ? whole.composed() : whole.light;
    const root = visibleRoot(page.roots, whole.light) ?? visibleRoot(page.roots, whole.composed());
    if (root === undefined) return null;
    return hasFields(page) ? regionOf(root, whole.light.openRoot) : lightRegion(root, whole.light.openRoot);
  } catch {
    // A selector that is none, or a page that breaks the browser's own calls: there is no root.
    return null;
  }
}

function visibleRoot(roots: string[], region: Region): Element | undefined {
  for (const css of roots) {
    const root = query(region, css)
      .slice(0, MAX_ROOTS)
      .find((element) => isVisible(element));
    if (root !== undefined) return root;
  }
  return undefined;
}

/** A page that the address may be, with its root, and what names the record in it. */
export interface Shown extends PageAt {
  root: Region | null;
  record: Found[];
}

function isShown({ shows }: PageRecipe, search: Search): boolean {
  return shows === undefined || shows.some((locator) => locate(locator, search).length > 0);
}

/** Of the pages that the address may be the first that is on screen; while none is, the first that the address can be alone. */
export function shownOf(recipe: Recipe, whole: Whole | null, place: Place): Shown | null {
  const may = pagesOf(recipe, place.url);
  for (const at of may) {
    const root = whole === null ? null : rootIn(whole, at.page);
    if (root === null || !isShown(at.page, searchIn(root, place))) continue;
    if (at.page.record === undefined) return { ...at, root, record: [] };
    const record = hitsOf(at.page.record, searchIn(root, place)).map((hit) => hit.found);
    const id = record[0] === undefined ? null : idIn(record[0].raw, recipe, place.url);
    if (id !== null) return { ...at, id, root, record };
  }
  const [first] = may.filter(({ page }) => page.record === undefined);
  return first === undefined ? null : { ...first, root: null, record: [] };
}

/** What several locators find, each find with the number of its locator. */
export function hitsOf(locators: Locator[], search: Search): { node: Node; found: Found }[] {
  return locators.flatMap((locator, at) =>
    locate(locator, search).map(({ node, found }) => ({ node, found: { locator: at, ...found } })),
  );
}
