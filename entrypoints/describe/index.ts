import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { describePage } from '@/lib/crm/collect/describe';
import { openAnyRoot } from '@/lib/crm/collect/open-root';
import type { Recipe } from '@/lib/crm/recipe';

/**
 * The script that describes a CRM page for a bug report. It runs once, when its user asks for the report, and does nothing by
 * itself: it leaves the describer in our isolated world, where the background calls it with this site's recipe.
 */
export default defineUnlistedScript(() => {
  Object.assign(globalThis, {
    sidelineDescribes: (recipe: Recipe) =>
      describePage(recipe, { document, url: location.href, openRoot, now: Date.now }),
  });
});

/** What we show stands beside the page's body, never in it. */
function openRoot(element: Element): ShadowRoot | null {
  return element.parentElement === document.documentElement ? null : openAnyRoot(element);
}
