import type { Recipe } from '@/lib/crm/recipe';

/** The one way in which an id is written in readings, so that a deal is the same wherever its id was found. */
export function wholeId(id: string | null, { ids }: Pick<Recipe, 'ids'>): string | null {
  return id !== null && ids === '15-or-18' && /^[a-zA-Z0-9]{15}$/.test(id) ? id + checksum(id) : id;
}

const CHECKS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/** Salesforce tells ids apart by case. Three characters say, for five each, which of them are capitals: the first counts 1. */
function checksum(id: string): string {
  const capitals = [...id].map((character, at) => (/[A-Z]/.test(character) ? 1 << (at % 5) : 0));
  return [0, 5, 10]
    .map((from) => capitals.slice(from, from + 5).reduce((sum, bit) => sum + bit, 0))
    .map((sum) => CHECKS.charAt(sum))
    .join('');
}
