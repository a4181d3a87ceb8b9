/** Parts of a page in shadow roots, as CRMs that are built of web components have them. */

type Mode = 'open' | 'closed';

/** Which roots a page has: none, all open, all closed, or some of each, also inside each other. */
export type Shadow = 'none' | Mode | 'mixed';

const HOST = 'keelson-part';

/** The roots around a part under `mixed`, outermost first; a part that is not named stands in none. */
const MIXED: Record<string, Mode[]> = {
  name: ['closed'],
  stage: ['open'],
  owner: ['open', 'closed'],
  amount: ['closed'],
  nextStep: ['closed', 'open'],
  createdDate: ['open', 'open'],
  timeline: ['open', 'closed'],
};

/** Closed roots cannot be asked of their hosts: the page keeps its own. */
const roots = new WeakMap<Element, ShadowRoot>();

let sheet: CSSStyleSheet | null = null;

/** The rules of the document, which do not reach into its shadow roots by themselves. */
function sharedSheet(): CSSStyleSheet {
  if (sheet !== null) return sheet;
  const rules = Array.from(document.styleSheets).flatMap((one) => Array.from(one.cssRules));
  sheet = new CSSStyleSheet();
  sheet.replaceSync(rules.map((rule) => rule.cssText).join('\n'));
  return sheet;
}

/** Puts an element into the shadow roots that its part has, and gives what is to stand in its stead. */
export function inShadow(
  { shadow, clicked }: { shadow: Shadow; clicked: (event: MouseEvent) => void },
  part: string,
  element: HTMLElement,
): HTMLElement {
  const modes = shadow === 'mixed' ? (MIXED[part] ?? []) : shadow === 'none' ? [] : [shadow];
  return modes.reduceRight((inner, mode) => hostOf(inner, mode, clicked), element);
}

/** A click in a closed root tells those outside only of its host: the root listens itself. */
function hostOf(element: HTMLElement, mode: Mode, clicked: (event: MouseEvent) => void): HTMLElement {
  const host = document.createElement(HOST);
  const root = host.attachShadow({ mode });
  root.adoptedStyleSheets = [sharedSheet()];
  root.append(element);
  root.addEventListener('click', (event) => event instanceof MouseEvent && clicked(event));
  roots.set(host, root);
  return host;
}

/** The root of an element, closed ones too, where it was made here. */
export function rootOf(element: Element): ShadowRoot | undefined {
  return roots.get(element);
}

/** The first element that matches in a tree or in the roots below it. */
export function findDeep(scope: ParentNode, css: string): Element | null {
  const found = scope.querySelector(css);
  if (found !== null) return found;
  for (const host of scope.querySelectorAll(HOST)) {
    const root = rootOf(host);
    const inner = root === undefined ? null : findDeep(root, css);
    if (inner !== null) return inner;
  }
  return null;
}

/** The nearest element around another that matches, also beyond the root that it stands in. */
export function closestDeep(element: Element, css: string): Element | null {
  const root = element.getRootNode();
  return element.closest(css) ?? (root instanceof ShadowRoot ? closestDeep(root.host, css) : null);
}
