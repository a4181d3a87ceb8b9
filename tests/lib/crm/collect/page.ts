import type { Recipe, PageRecipe, FieldRecipe, Locator } from '@/lib/crm/recipe';
import type { OpenRoot } from '@/lib/crm/collect/flat-tree';
import { takeLook, type Look } from '@/lib/crm/collect/look';

/** Pages and recipes for the tests of collecting. Each page is a document of its own, in a frame of the test's page. */

export const URL_OF_DEAL = 'https://crm.example.com/deals/d-1';
export const AT = Date.UTC(2026, 10, 24, 12);

const frames: HTMLIFrameElement[] = [];

/** A new document with this markup. */
export function open(html: string): Document {
  const frame = document.createElement('iframe');
  frame.style.cssText = 'width: 1000px; height: 800px; border: 0';
  document.body.append(frame);
  frames.push(frame);
  const inner = frame.contentDocument;
  if (inner === null) throw new Error('the frame has no document');
  inner.open();
  inner.write(`<!doctype html>${html}`);
  inner.close();
  return inner;
}

export function closePages(): void {
  for (const frame of frames.splice(0)) frame.remove();
}

export const openNothing: OpenRoot = () => null;

export function recipe(parts: Partial<PageRecipe> = {}, marks: string[] = []): Recipe {
  const page: PageRecipe = {
    kind: 'deal',
    object: 'Deal',
    urls: ['/deals/{id}'],
    roots: ['main'],
    ties: [],
    fields: {},
    ...parts,
  };
  return { crm: 'test', name: 'Test', version: 1, hosts: ['*'], marks, pages: [page] };
}

export function field(...locators: Locator[]): FieldRecipe {
  return { parser: 'text', locators };
}

export function look(
  page: Document,
  recipe: Recipe,
  openRoot: OpenRoot = openNothing,
  url = URL_OF_DEAL,
): Look {
  return takeLook(recipe, { document: page, url, openRoot, now: () => AT });
}

/** What one locator finds for a field of the page in `main`, as its words. */
export function read(html: string, locator: Locator): string[] {
  return readIn(open(html), locator);
}

export function readIn(page: Document, locator: Locator, openRoot: OpenRoot = openNothing): string[] {
  const { evidence } = look(page, recipe({ fields: { name: field(locator) } }), openRoot);
  return (evidence.fields.name ?? []).map((found) => found.raw);
}
