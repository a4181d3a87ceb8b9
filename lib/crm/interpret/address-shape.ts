import { blanked, partlyBlanked, type Known } from '@/lib/crm/blank';
import type { Recipe } from '@/lib/crm/recipe';

/**
 * An address as a bug report tells it, without its host: `/deals/{id}?lang&view#`. A segment that stands in the recipe's own
 * shapes stays, one that holds the record's id or a number is `{id}`, any other is `*`. Of a query or of a hash made of
 * parameters only the names are told, and of those only the words that are known.
 * @param id the record's id, or null where it is not known
 */
export function addressShape(
  url: string,
  { recipe, known, id }: { recipe: Recipe; known: Known; id: string | null },
): string {
  const address = URL.parse(url);
  if (address === null) return '';
  const own = new Set(recipe.pages.flatMap(({ urls }) => urls.flatMap((shape) => shape.split(/[/?#=&]/))));
  const told = (segment: string): string => {
    if (segment === '' || own.has(segment)) return segment;
    return (id !== null && segment.includes(id)) || /\d/.test(unescaped(segment)) ? '{id}' : '*';
  };
  const path = (text: string): string => text.split('/').map(told).join('/');
  const names = (text: string): string => [...new URLSearchParams(text).keys()].map(nameIn(known)).join('&');
  const [route = '', query] = address.hash.slice(1).split('?', 2);
  const hash = /^[^/]*=/.test(route) ? names(route) : path(route);
  return [
    path(address.pathname),
    address.search === '' ? '' : `?${names(address.search)}`,
    address.hash === '' ? '' : `#${hash}`,
    query === undefined ? '' : `?${names(query)}`,
  ].join('');
}

const NAME_LIMIT = 40;

/** A parameter without a value may be somebody's words. */
const nameIn =
  (known: Known) =>
  (name: string): string =>
    name.length > NAME_LIMIT ? blanked(name.slice(0, NAME_LIMIT)) : partlyBlanked(name, known);

const unescaped = (segment: string): string => segment.replace(/%[\da-f]{2}/gi, '');
