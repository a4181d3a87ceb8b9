import { patch } from './dom.ts';
import type { Switches } from './switches.ts';

/** Hidden pages that are kept at most. */
const KEPT = 3;

/** Of which path a view is the page. The document must not say it: `tie=none` has nothing there that tells an id. */
const paths = new WeakMap<Element, string>();

/** How a page takes the place of the one before. */
export type How = Pick<Switches, 'keep' | 'nodes'> & {
  /** Only what differs is changed, although pages are else built anew. */
  patched: boolean;
};

/** The view that is on screen in a place: the last one. */
export function viewIn(place: Element): HTMLElement | null {
  return place.lastElementChild instanceof HTMLElement ? place.lastElementChild : null;
}

/**
 * Puts the view of a path on screen: in the nodes of the one before, in its stead, or beside it, where pages that were
 * left stay in the document and are hidden.
 */
export function putView(place: Element, view: HTMLElement, path: string, how: How): void {
  const before = viewIn(place);
  if (before !== null && (how.patched || how.nodes === 'reuse') && areDeals(before, view)) {
    patch(before, view);
    paths.set(before, path);
    return;
  }
  paths.set(view, path);
  if (how.keep === 'none' || before === null) return place.replaceChildren(view);
  hide(before, how.keep);
  const again = Array.from(place.children).filter((kept) => paths.get(kept) === path);
  again.forEach((kept) => kept.remove());
  place.append(view);
  Array.from(place.children)
    .slice(0, -1 - KEPT)
    .forEach((kept) => kept.remove());
}

const areDeals = (...views: HTMLElement[]) => views.every((view) => view.dataset['view'] === 'deal');

function hide(view: HTMLElement, keep: 'hidden' | 'aria'): void {
  if (keep === 'hidden') view.style.display = 'none';
  else {
    view.setAttribute('aria-hidden', 'true');
    view.classList.add('off-screen');
  }
}

/** Takes out of `body` whatever the page did not put there itself. */
export function removeForeign(body: Element, own: string): void {
  const foreign = Array.from(body.children).filter((child) => !child.matches(own));
  foreign.forEach((child) => child.remove());
}
