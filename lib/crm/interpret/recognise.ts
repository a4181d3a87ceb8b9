import { hostMatches, pagesOf } from '@/lib/crm/address';
import type { Evidence } from '@/lib/crm/evidence';
import type { Recipe } from '@/lib/crm/recipe';

/** The most recipes that one page is tried with. */
const CANDIDATE_LIMIT = 5;

/**
 * The recipes worth trying on an address, the likeliest first: those whose own host it is, then those that people host
 * themselves; among both, those that know the address's shape go first.
 */
export function candidates(url: string, recipes: readonly Recipe[]): Recipe[] {
  const host = URL.canParse(url) ? new URL(url).host : '';
  if (host === '') return [];
  const score = (recipe: Recipe): number =>
    (isSelfHosted(recipe) ? 0 : 2) + (pagesOf(recipe, url).length > 0 ? 1 : 0);
  return recipes
    .filter((recipe) => recipe.hosts.some((pattern) => hostMatches(pattern, host)))
    .sort((one, other) => score(other) - score(one))
    .slice(0, CANDIDATE_LIMIT);
}

/** Whether the page that the evidence is from is one of this CRM, of a kind that its recipe reads. */
export function recognises(evidence: Evidence, recipe: Recipe): boolean {
  return evidence.crm === recipe.crm && evidence.marked && evidence.page !== null;
}

function isSelfHosted(recipe: Recipe): boolean {
  return recipe.hosts.includes('*');
}
