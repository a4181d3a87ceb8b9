/**
 * The element that carries all we show in the page: a closed shadow root, made in our isolated world, so that neither the
 * page's scripts nor session recorders nor its styles reach inside. Styles are set one by one: the page's CSP has no say
 * over that in any browser.
 */

export type Styles = Record<string, string>;

/** Sets styles that the page's own sheets cannot outrank. */
export function dress(element: HTMLElement | SVGElement, styles: Styles): void {
  for (const [name, value] of Object.entries(styles)) element.style.setProperty(name, value, 'important');
}

const ours = new WeakSet<Element>();

/** Whether an element is the one that carries what we show. */
export const isOurs = (element: Element): boolean => ours.has(element);

/** How often a host that the page removes is put back before Sideline leaves this page in peace. */
const MOST_RETURNS = 10;

export interface Host {
  root: ShadowRoot;
  element: HTMLElement;
}

/**
 * Makes the host and keeps it in the page: where the page takes it out it comes back, later each time, at most
 * `MOST_RETURNS` times. `returned` is called after each return, because frames inside load anew.
 */
export function makeHost(signal: AbortSignal, returned: () => void): Host {
  // A name that says nothing: pages look for known ones.
  const name = `x-${crypto.randomUUID().slice(0, 8)}`;
  const element = document.createElement(name);
  ours.add(element);
  dress(element, {
    all: 'initial',
    position: 'fixed',
    'z-index': '2147483647',
    top: '0',
    left: '0',
    width: '0',
    height: '0',
  });
  const root = element.attachShadow({ mode: 'closed' });
  const attach = () => document.documentElement?.append(element);
  attach();
  keepInPage(element, signal, () => {
    attach();
    returned();
  });
  const show = (display: string) => () => dress(element, { display });
  addEventListener('beforeprint', show('none'), { signal });
  addEventListener('afterprint', show('block'), { signal });
  signal.addEventListener('abort', () => element.remove());
  return { root, element };
}

function keepInPage(element: HTMLElement, signal: AbortSignal, putBack: () => void): void {
  let returns = 0;
  let waiting = 0;
  // Only the list of children of <html> and the document itself: nothing that a busy page does costs us anything.
  const observer = new MutationObserver(() => {
    if (element.isConnected || waiting || returns >= MOST_RETURNS) return;
    returns += 1;
    waiting = window.setTimeout(() => {
      waiting = 0;
      if (element.isConnected) return;
      putBack();
      // The page may have put another document element in its place.
      watch();
    }, 100 * returns);
  });
  const watch = () => {
    observer.observe(document, { childList: true });
    if (document.documentElement) observer.observe(document.documentElement, { childList: true });
  };
  watch();
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(waiting);
  });
}
