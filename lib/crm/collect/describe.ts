import { blanked, knownBy, partlyBlanked, type Known } from '@/lib/crm/blank';
import { DESCRIPTION_LIMITS, type Description, type Tried } from '@/lib/crm/description';
import type { Locator, Recipe } from '@/lib/crm/recipe';
import { namesIn } from './fields';
import { flatChildren, isElement, isText, query, rootOf, type OpenRoot, type Region } from './flat-tree';
import { guarded, takeLook, type Page } from './look';
import { shownOf, wholeOf } from './shown';
import { cutTo, fold, isVisible } from './visible';

/**
 * What a bug report tells of a page, made in the page, so that no word of it leaves it. Everything that is not known to be
 * structure is blanked: text, what attributes say, names that hold more than words of structure.
 */

const TEXT_LIMIT = 60;
const VALUE_LIMIT = 80;
const NAME_LIMIT = 60;
/** So many of the elements that a locator names are asked whether they are shown. */
const ASKED = 100;
/** Their content says nothing of how the page is built. */
const CLOSED = new Set(['script', 'style', 'noscript', 'template', 'svg', 'iframe', 'object', 'canvas']);
/** What programs write and no person: of these the words that are known may stay. */
const NAMING = /^(class|id|name|role|type|for|slot|part|is|aria-(current|selected|hidden|expanded)|data-.*)$/;

/** Describes the page that is shown now. Never throws: what cannot be looked at is not told. */
export function describePage(recipe: Recipe, page: Page): Description {
  const place = { document: page.document, url: page.url, openRoot: guarded(page.openRoot) };
  const shown = shownOf(recipe, wholeOf(place), place);
  const { evidence } = takeLook(recipe, page);
  const description: Description = {
    crm: recipe.crm,
    recipeVersion: recipe.version,
    page: shown?.index ?? null,
    tried: {},
    structure: shown?.root ? structureOf(shown.root, knownBy(recipe)) : '',
  };
  const fields = shown?.page.fields ?? {};
  for (const name of namesIn(fields)) {
    const locators = fields[name]?.locators ?? [];
    description.tried[name] = locators.map((locator, at) => ({
      ...countsOf(locator, shown?.root ?? null),
      found: (evidence.fields[name] ?? []).filter((one) => one.locator === at).length,
    }));
  }
  return description;
}

function countsOf(locator: Locator, region: Region | null): Omit<Tried, 'found'> {
  const css = cssOf(locator);
  if (css === null || region === null) return { matched: null, visible: null };
  try {
    const matched = query(region, css);
    const visible = matched.slice(0, ASKED).filter((element) => isVisible(element)).length;
    return { matched: matched.length, visible };
  } catch {
    return { matched: null, visible: null };
  }
}

function cssOf(locator: Locator): string | null {
  if (locator.by === 'css') return locator.css;
  if (locator.by === 'attribute') return `[${CSS.escape(locator.attribute)}="${CSS.escape(locator.name)}"]`;
  return locator.by === 'role' ? `[role="${CSS.escape(locator.role)}"]` : null;
}

interface Writing {
  lines: string[];
  /** How much may still be written. */
  chars: number;
  elements: number;
  known: Known;
  openRoot: OpenRoot;
}

/** The elements of a region in the flat tree, one a line, deeper ones further in. */
export function structureOf({ top, openRoot }: Pick<Region, 'top' | 'openRoot'>, known: Known): string {
  const { structure, elements } = DESCRIPTION_LIMITS;
  const writing: Writing = { lines: [], chars: structure - 1, elements, known, openRoot };
  try {
    write(top, writing, 0, null);
  } catch {
    // A page that breaks the browser's own calls: what is told of it ends here.
  }
  return writing.lines.join('\n');
}

/** @returns false where nothing more fits */
function line(writing: Writing, depth: number, words: string): boolean {
  const whole = `${' '.repeat(Math.min(depth, DESCRIPTION_LIMITS.depth))}${words}`;
  const fits = whole.length + 3 <= writing.chars;
  // One line is always left for the dots.
  if (fits || writing.lines.at(-1) !== '…') writing.lines.push(fits ? whole : '…');
  writing.chars = fits ? writing.chars - whole.length - 1 : 0;
  return fits;
}

/** @param above the element around it, which is shown */
function write(element: Element, writing: Writing, depth: number, above: Element | null): void {
  if (writing.elements-- <= 0 || depth > DESCRIPTION_LIMITS.depth) return void line(writing, depth, '…');
  const isShown = isVisible(element, above);
  const tag = `${tagOf(element, writing)}${isShown ? '' : ' #hidden'}`;
  // What stands in something hidden is mostly another record, or a menu.
  if (!line(writing, depth, tag) || !isShown || CLOSED.has(element.localName)) return;
  let children = 0;
  for (const child of flatChildren(element, writing.openRoot)) {
    const text = isText(child) ? fold(child.data) : '';
    if (!isElement(child) && text === '') continue;
    if (++children > DESCRIPTION_LIMITS.children) return void line(writing, depth + 1, '…');
    if (isElement(child)) write(child, writing, depth + 1, element);
    else if (!line(writing, depth + 1, `"${told(text, TEXT_LIMIT, blanked)}"`)) return;
  }
}

function tagOf(element: Element, { known, openRoot }: Writing): string {
  const attributes = [...element.attributes].map(({ name, value }) => ` ${attributeOf(name, value, known)}`);
  const shadow = rootOf(element, openRoot) === null ? '' : ' #shadow';
  const tag = told(element.localName, NAME_LIMIT, (name) => partlyBlanked(name, known));
  return `<${tag}${attributes.join('')}>${shadow}`;
}

/** Of what a person can have written not even known words stay, only how long it is. */
function attributeOf(name: string, value: string, known: Known): string {
  const partly = (words: string): string => partlyBlanked(words, known);
  const label = told(name, NAME_LIMIT, partly);
  if (value === '' || name === 'style') return label;
  return `${label}="${told(value, VALUE_LIMIT, NAMING.test(name) ? partly : blanked)}"`;
}

function told(text: string, limit: number, blank: (text: string) => string): string {
  return text.length > limit ? `${blank(cutTo(text, limit))}…` : blank(text);
}
