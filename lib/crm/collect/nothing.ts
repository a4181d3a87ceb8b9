import type { FieldRecipe, Locator } from '@/lib/crm/recipe';
import { query } from './flat-tree';
import { matches, type ElementLocator, type Search } from './locate';
import { controlValue, isControl, isVisible, visibleText } from './visible';

/** Whether a page shows a field with nothing in it. That is more than not finding a value: most pages lack some field. */

const MAX_TRIED = 20;
const WORDS_LIMIT = 60;

/**
 * A visible mark of the recipe that says so in words, or a visible control of the field that is blank. An element without
 * words is neither: pages draw such ones before their data comes. Never throws: what cannot be sought shows nothing.
 */
export function showsNothing(field: FieldRecipe, search: Search): boolean {
  return (
    (field.nothing ?? []).some((css) => soughtSafely(() => isSaid(css, search))) ||
    field.locators.some((locator) => soughtSafely(() => isBlankControl(locator, search)))
  );
}

/** A selector of a taught recipe may be none, and a page may break the browser's own calls. */
function soughtSafely(seek: () => boolean): boolean {
  try {
    return seek();
  } catch {
    return false;
  }
}

/** Dots alone are what pages write while they load. */
function isSaid(css: string, { region, place }: Search): boolean {
  const all = { without: [], labels: false, except: null };
  return query(region, css)
    .slice(0, MAX_TRIED)
    .some(
      (mark) =>
        isVisible(mark) && /[\p{L}\p{Nd}—–-]/u.test(visibleText(mark, place.openRoot, WORDS_LIMIT, all)),
    );
}

function isBlankControl(locator: Locator, { region }: Search): boolean {
  if (!isByElement(locator) || (locator.take?.what ?? 'text') !== 'text') return false;
  return matches(locator, region).some((found) => isControl(found) && isBlank(found) && isVisible(found));
}

function isByElement(locator: Locator): locator is ElementLocator {
  return locator.by === 'attribute' || locator.by === 'css';
}

/** A box to tick has no words whether or not it is ticked, and a day half typed reads as none. */
function isBlank(control: Element): boolean {
  if (controlValue(control)?.trim() !== '') return false;
  return !control.matches(
    'input:is([type="password"], [type="hidden"], [type="checkbox"], [type="radio"], [type="button"], [type="submit"], [type="reset"], [type="image"], [type="file"]), :invalid',
  );
}
