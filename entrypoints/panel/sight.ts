import type { Sight } from '@/lib/state/page-cover';

/** The browser says it at most this often; it asks for 100 ms at least. Milliseconds. */
const EVERY = 100;

interface Seen extends IntersectionObserverEntry {
  isVisible?: boolean;
}

/**
 * Watches whether the page covers, hides, blurs, cuts or shrinks this frame. Chromium tells, and of the whole frame at once: so a
 * small mark in the corner is enough, which nothing of the panel's own lies over (its menu over the whole document counts as
 * covering it, measured). What is cut off by a shape is told by how much of the document is left. Firefox tells nothing.
 */
export function watchSight(told: (sight: Sight) => void): void {
  if (!('isVisible' in IntersectionObserverEntry.prototype)) return;
  const mark = document.createElement('div');
  mark.className = 'sight';
  document.documentElement.append(mark);
  const last = new Map<Element, Seen>();
  const observer = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) last.set(entry.target, entry);
      const [whole, part] = [last.get(document.documentElement), last.get(mark)];
      if (whole && part) told(sightOf(whole, part));
    },
    { trackVisibility: true, delay: EVERY, threshold: [0, 0.5, 0.99, 1] } as IntersectionObserverInit,
  );
  observer.observe(document.documentElement);
  observer.observe(mark);
}

function sightOf(whole: Seen, part: Seen): Sight {
  const isWhole = whole.intersectionRatio >= 0.99;
  return { isInWindow: whole.isIntersecting, isClear: (part.isVisible ?? true) && isWhole };
}

/** Where words are typed: there a click does no more than put the cursor. */
const TYPED_IN = 'textarea, input:is(:not([type]), [type=text], [type=search], [type=date])';

/** While `isOff`, a click in the panel does nothing but put the cursor into words; keys that press a button come as clicks, too. */
export function holdClicks(isOff: () => boolean): void {
  const hold = (event: Event) => {
    if (!isOff() || (event.target instanceof Element && event.target.matches(TYPED_IN))) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  for (const type of ['click', 'auxclick', 'dblclick', 'change'])
    addEventListener(type, hold, { capture: true });
}
