import { idIn } from '@/lib/crm/address';
import { ROW_LIMITS, type CellEvidence, type RowEvidence } from '@/lib/crm/evidence';
import type { CellsRecipe, Recipe, RowsRecipe } from '@/lib/crm/recipe';
import { namesIn } from './fields';
import { query, regionOf, type Region } from './flat-tree';
import { take, type Hit, type Place } from './found';
import { labelText } from './labels';
import { locate, searchIn, type RowSearch, type Search } from './locate';
import { cutTo, fold, isVisible } from './visible';

/** Reads the rows of a list or the cards of a board, one at a time, so that a long list never holds the page up. */

/** Where rows are read. */
export interface RowSource {
  recipe: Recipe;
  rows: RowsRecipe;
  /** The list's root, without its shadow roots: they are looked through only where no row stands outside them. */
  root: Region;
  place: Place;
}

/** What was read of a row's element, with the id and the words that it held then. */
export type RowMemory = WeakMap<Element, { id: string | null; words: string; row: RowEvidence }>;

const KEY_LIMIT = 400;

/**
 * The rows that are shown, from top to bottom, at most 5,000, with a pause before each in which the caller may leave off. A
 * row whose id and words are as they were is not read again. Never throws.
 */
export function* readRows(source: RowSource, memory: RowMemory): Generator<void, RowEvidence[]> {
  const elements = safely(() => rowsIn(source)) ?? [];
  const heads = safely(() => headsIn(source)) ?? [];
  const shared: RowSearch = { root: source.root, above: new Map(), heads };
  const found: RowEvidence[] = [];
  const known = new Map<string, number>();
  for (const element of elements.slice(0, ROW_LIMITS.list)) {
    yield;
    const row = safely(() => rowOf(element, source, shared, memory)) ?? null;
    if (row === null) continue;
    const twin = known.get(row.key) ?? 0;
    known.set(row.key, twin + 1);
    // Two rows without an id may hold the same words, and each is a row of its own. One id is one deal.
    if (twin === 0) found.push(row);
    else if (row.id === null) found.push({ ...row, key: `${row.key}#${twin}` });
  }
  return found;
}

/** A page may break the browser's own calls, and a selector of a taught recipe may be none. */
function safely<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}

function rowsIn({ root, rows }: RowSource): Element[] {
  const light = query(root, rows.row);
  return light.length > 0 ? light : query(regionOf(root.top, root.openRoot), rows.row);
}

function headsIn({ root, rows, place }: RowSource): string[] {
  const label = rows.cells?.label;
  if (typeof label !== 'object' || !('head' in label)) return [];
  return query(root, label.head).map((head) => take(head, label.take, {}, place)?.found.raw ?? '');
}

function rowOf(
  element: Element,
  { recipe, rows, root, place }: RowSource,
  shared: RowSearch,
  memory: RowMemory,
): RowEvidence | null {
  if (!isVisible(element, root.top)) return null;
  const region = regionOf(element, place.openRoot);
  const search = searchIn(region, place, shared);
  const id = rowId(rows, recipe, search);
  // The words of a shadow root are not among the text of its host.
  const words = region.order === null ? (element.textContent ?? '') : null;
  const before = memory.get(element);
  if (words !== null && before?.id === id && before.words === words) return before.row;
  const fields = fieldsOf(rows, search);
  const cells = rows.cells === undefined ? [] : cellsOf(rows.cells, search, shared.heads);
  if (id === null && namesIn(fields).length === 0 && cells.every((cell) => cell.raw === '')) return null;
  const key = id ?? cutTo(JSON.stringify([fields, cells]), KEY_LIMIT);
  const row: RowEvidence = { key, id, fields, ...(cells.length > 0 ? { cells } : {}) };
  if (words !== null) memory.set(element, { id, words, row });
  return row;
}

function rowId(rows: RowsRecipe, recipe: Recipe, search: Search): string | null {
  for (const locator of rows.id) {
    const [hit] = locate(locator, search);
    const id = hit === undefined ? null : idIn(hit.found.raw, recipe, search.place.url);
    if (id !== null) return id;
  }
  return null;
}

function fieldsOf(rows: RowsRecipe, search: Search): RowEvidence['fields'] {
  const fields: RowEvidence['fields'] = {};
  for (const name of namesIn(rows.fields)) {
    const found = (rows.fields[name]?.locators ?? []).flatMap((locator, at) =>
      locate(locator, search).map((hit) => ({ locator: at, ...short(hit) })),
    );
    if (found.length > 0) fields[name] = found;
  }
  return fields;
}

function short({ found }: Hit): Hit['found'] {
  if (found.raw.length <= ROW_LIMITS.raw) return found;
  return { ...found, raw: cutTo(found.raw, ROW_LIMITS.raw), cut: true };
}

function cellsOf(recipe: CellsRecipe, { region, place }: Search, heads: string[]): CellEvidence[] {
  const shown = query(region, recipe.cell).filter((cell) => isVisible(cell, region.top));
  return shown.slice(0, ROW_LIMITS.cells).flatMap((cell) => {
    const inner = regionOf(cell, place.openRoot);
    const label = cutTo(fold(cellLabel(cell, recipe, inner, heads)), 100);
    const value = recipe.value === undefined ? cell : query(inner, recipe.value)[0];
    const hit = value === undefined ? null : take(value, recipe.take, {}, place);
    return label === '' ? [] : [{ ...(hit === null ? { raw: '' } : short(hit)), label }];
  });
}

function cellLabel(cell: Element, { label }: CellsRecipe, region: Region, heads: string[]): string {
  if (typeof label === 'string') {
    const element = query(region, label)[0];
    return element === undefined ? '' : labelText(element, region);
  }
  if ('attribute' in label) return cell.getAttribute(label.attribute) ?? '';
  const parts = [...(cell.parentElement?.children ?? [])];
  return (parts.length === heads.length && heads[parts.indexOf(cell)]) || '';
}
