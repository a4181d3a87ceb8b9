import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startInPage } from './page';

/**
 * The script that runs in a CRM page, put there by `scripting` alone. It is no WXT content script on purpose: those
 * announce themselves to the page and take a page's forged event for the end of the extension.
 */
export default defineUnlistedScript(() => {
  // In our isolated world; the page cannot see it. A second injection into the same document finds it and does nothing.
  const world = globalThis as { sidelineIsHere?: boolean };
  if (world.sidelineIsHere) return;
  world.sidelineIsHere = true;
  const begin = () => startInPage(() => delete world.sidelineIsHere);
  const started = document as Document & { prerendering?: boolean };
  if (started.prerendering) document.addEventListener('prerenderingchange', begin, { once: true });
  else begin();
});
