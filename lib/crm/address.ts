/**
 * Which page of a CRM an address is. Used in the page and in the background alike, so it is small and imports types only.
 *
 * A shape is a path, then perhaps `?` and a query, then perhaps `#` and a hash, for example `/deals/{id}`,
 * `/#Opportunity/view/{id}` or `/web#model=crm.lead&id={id}`. `{id}` is the record's id, `*` any one segment or value.
 * A path or a hash route matches segment by segment to its end, a query or a hash made of parameters in any order. What a
 * shape does not name may be anything; `{id:006}` is an id that begins so; the path `/` of a shape that goes on with a query or a hash names nothing, because
 * people install their CRM in subfolders.
 */
import type { PageRecipe, Recipe } from './recipe';

/** Without `|`, white space and control characters: what `dealKey` refuses is no id here either. */
// eslint-disable-next-line no-control-regex
const ID = /^[^\s|/\u0000-\u001f\u007f]{1,128}$/;

/** What a shape says of an address: the record's id, null where the shape has none, or null where it does not match. */
export function matchAddress(shape: string, url: string): { id: string | null } | null {
  const address = URL.parse(url);
  return address === null ? null : match(shape, address);
}

function match(shape: string, address: URL): { id: string | null } | null {
  const [front, hash] = cut(shape, '#');
  const [path, query] = cut(front, '?');
  const ids: string[] = [];
  const agrees =
    ((path === '/' && shape !== '/') || segmentsAgree(path, address.pathname, ids)) &&
    (!query || parametersAgree(query, address.search.slice(1), ids)) &&
    (!hash || hashAgrees(hash, address.hash.slice(1), ids));
  return agrees && ids.every((id) => ID.test(id)) ? { id: ids[0] ?? null } : null;
}

/** A page that an address may be. */
export interface PageAt {
  page: PageRecipe;
  /** Its place among the recipe's pages. */
  index: number;
  /** The record's id in the address, or null where its shape has none. */
  id: string | null;
}

/** The kinds of page that an address may be in this CRM, in the recipe's order; of one kind the first shape that fits. */
export function pagesOf(recipe: Recipe, url: string): PageAt[] {
  const address = URL.parse(url);
  if (address === null) return [];
  return recipe.pages.flatMap((page, index) => {
    for (const shape of page.urls) {
      const found = match(shape, address);
      if (found) return [{ page, index, id: found.id }];
    }
    return [];
  });
}

/** The id that a page gives of a deal: as it stands, or in the address of the deal's page. */
export function idIn(raw: string, recipe: Recipe, url: string): string | null {
  if (!/[/#?]/.test(raw)) return raw;
  const target = URL.parse(raw, url)?.href ?? '';
  return pagesOf(recipe, target).find(({ page, id }) => page.kind === 'deal' && id !== null)?.id ?? null;
}

/** Whether a host, with or without its port, is meant by a pattern: `*`, `*.example.com` (its subdomains) or one host. */
export function hostMatches(pattern: string, host: string): boolean {
  const name = host.toLowerCase().replace(/:\d+$/, '');
  const wanted = pattern.toLowerCase();
  if (wanted === '*') return true;
  return wanted.startsWith('*.') ? name.endsWith(wanted.slice(1)) : name === wanted;
}

function hashAgrees(shape: string, hash: string, ids: string[]): boolean {
  if (/^[^/]*=/.test(shape)) return parametersAgree(shape, hash, ids);
  return segmentsAgree(shape, hash.replace(/\?.*$/, ''), ids);
}

function segmentsAgree(shape: string, path: string, ids: string[]): boolean {
  const wanted = segments(shape);
  const found = segments(path);
  return (
    wanted.length === found.length && wanted.every((one, at) => partAgrees(one, decoded(found[at]), ids))
  );
}

function parametersAgree(shape: string, text: string, ids: string[]): boolean {
  const found = new URLSearchParams(text);
  return [...new URLSearchParams(shape)].every(([name, wanted]) => partAgrees(wanted, found.get(name), ids));
}

function partAgrees(wanted: string, found: string | null, ids: string[]): boolean {
  if (found === null || (found === '' && wanted !== '')) return false;
  if (wanted.startsWith('{id')) return found.startsWith(wanted.slice(4, -1)) && ids.push(found) > 0;
  return wanted === '*' || wanted === found;
}

/** The segments of a path, whatever slashes stand at its end. */
function segments(path: string): string[] {
  let end = path.length;
  while (end > 0 && path[end - 1] === '/') end--;
  return path.slice(path.startsWith('/') ? 1 : 0, end).split('/');
}

function cut(text: string, at: string): [before: string, after: string] {
  const index = text.indexOf(at);
  return index < 0 ? [text, ''] : [text.slice(0, index), text.slice(index + 1)];
}

/** Null where the escapes are broken: such a segment is no id. */
function decoded(segment: string | undefined): string | null {
  try {
    return decodeURIComponent(segment ?? '');
  } catch {
    return null;
  }
}
