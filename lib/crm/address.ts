/**
 * Which page of a CRM an address is. Used in the page and in the background alike, so it is small and imports types only.
 *
 * A shape is a path, then perhaps `?` and a query, then perhaps `#` and a hash, for example `/deals/{id}`,
 * `/#Opportunity/view/{id}` or `/web#model=crm.lead&id={id}`. `{id}` is the record's id, `*` any one segment or value.
 * `{tenant}` stands where one origin tells its installations apart.
 * A path or a hash route matches segment by segment to its end, a query or a hash made of parameters in any order. What a
 * shape does not name may be anything; `{id:006}` is an id that begins so; the path `/` of a shape that goes on with a query or a hash names nothing, because
 * people install their CRM in subfolders.
 */
import type { PageRecipe, Recipe } from './recipe';

/** Without `|`, white space and control characters: what `dealKey` refuses is no id here either. */
// eslint-disable-next-line no-control-regex
const ID = /^[^\s|/\u0000-\u001f\u007f]{1,128}$/;

/** What a shape says of an address. */
export interface Matched {
  /** The record's id, or null where the shape has none. */
  id: string | null;
  /** What tells one installation on this origin from another: `{tenant}`, or the folder that it lies in. */
  tenant: string | null;
}

/** What a shape says of an address, or null where it does not match. */
export function matchAddress(shape: string, url: string): Matched | null {
  const address = URL.parse(url);
  return address === null ? null : match(shape, address);
}

/** What stood at the places of a shape. */
interface Parts {
  ids: string[];
  tenant: string | null;
}

function match(shape: string, address: URL): Matched | null {
  const [front, hash] = cut(shape, '#');
  const [path, query] = cut(front, '?');
  const anywhere = path === '/' && shape !== '/';
  const parts: Parts = { ids: [], tenant: anywhere ? folderOf(address.pathname) : null };
  const agrees =
    (anywhere || segmentsAgree(path, address.pathname, parts)) &&
    (!query || parametersAgree(query, address.search.slice(1), parts)) &&
    (!hash || hashAgrees(hash, address.hash.slice(1), parts));
  const { ids, tenant } = parts;
  return agrees && ids.every((id) => ID.test(id)) ? { id: ids[0] ?? null, tenant } : null;
}

/** The folder that a page lies in, without its file; null at the top. */
function folderOf(path: string): string | null {
  const folder = path.replace(/[^/]*\.[^/]*$/, '').replace(/\/+$/, '');
  return folder === '' ? null : folder;
}

/** A page that an address may be. */
export interface PageAt extends Matched {
  page: PageRecipe;
  /** Its place among the recipe's pages. */
  index: number;
}

/** The kinds of page that an address may be in this CRM, in the recipe's order; of one kind the first shape that fits. */
export function pagesOf(recipe: Recipe, url: string): PageAt[] {
  const address = URL.parse(url);
  if (address === null) return [];
  return recipe.pages.flatMap((page, index) => {
    for (const shape of page.urls) {
      const found = match(shape, address);
      if (found) return [{ page, index, ...found }];
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

function hashAgrees(shape: string, hash: string, parts: Parts): boolean {
  if (/^[^/]*=/.test(shape)) return parametersAgree(shape, hash, parts);
  return segmentsAgree(shape, hash.replace(/\?.*$/, ''), parts);
}

function segmentsAgree(shape: string, path: string, parts: Parts): boolean {
  const wanted = segments(shape);
  const found = segments(path);
  return (
    wanted.length === found.length && wanted.every((one, at) => partAgrees(one, decoded(found[at]), parts))
  );
}

function parametersAgree(shape: string, text: string, parts: Parts): boolean {
  const found = new URLSearchParams(text);
  return [...new URLSearchParams(shape)].every(([name, wanted]) =>
    partAgrees(wanted, found.get(name), parts),
  );
}

function partAgrees(wanted: string, found: string | null, parts: Parts): boolean {
  if (found === null || (found === '' && wanted !== '')) return false;
  if (wanted === '{tenant}') return (parts.tenant = found) !== '';
  if (wanted.startsWith('{id')) return found.startsWith(wanted.slice(4, -1)) && parts.ids.push(found) > 0;
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
