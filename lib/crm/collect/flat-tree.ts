/**
 * The flat tree: what is on screen, seen as one tree. The children of an element with a shadow root are those of the
 * root, and a slot's children are what is assigned to it. A page can override neither this nor what it is made of: a
 * content script has its own view of the DOM. A form whose control is called `childNodes` can make a single call
 * throw, so whoever calls these guards each locator.
 */

/** Gives the shadow root of an element, open or closed, or null. The browser's opener is passed in by the wiring. */
export type OpenRoot = (element: Element) => ShadowRoot | null;

const HTML = 'http://www.w3.org/1999/xhtml';
/** Deeper than any real page; a bound for walks on pages that are made to be endless. */
const MAX_DEPTH = 400;

export function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}

export function isText(node: Node): node is Text {
  return node.nodeType === 3;
}

function isShadowRoot(node: Node): node is ShadowRoot {
  return node.nodeType === 11 && 'host' in node;
}

function isSlot(element: Element): element is HTMLSlotElement {
  return element.localName === 'slot' && element.namespaceURI === HTML;
}

/**
 * The shadow root of an element. The browser's opener throws on SVG elements and costs more than a property, so it is
 * asked only where a closed root is likely: at custom elements.
 */
export function rootOf(element: Element, openRoot: OpenRoot): ShadowRoot | null {
  if (element.shadowRoot !== null) return element.shadowRoot;
  return element.localName.includes('-') && element.namespaceURI === HTML ? openRoot(element) : null;
}

/** The children of an element in the flat tree, text included. */
export function flatChildren(element: Element, openRoot: OpenRoot): Iterable<Node> {
  const root = rootOf(element, openRoot);
  if (root !== null) return root.childNodes;
  if (isSlot(element)) {
    const assigned = element.assignedNodes();
    if (assigned.length > 0) return assigned;
  }
  return element.childNodes;
}

/** The parent of an element in the flat tree, or null at the top. */
export function flatParent(element: Element): Element | null {
  const slot = element.assignedSlot;
  if (slot !== null) return slot;
  const parent = element.parentNode;
  if (parent === null) return null;
  if (isShadowRoot(parent)) return parent.host;
  return isElement(parent) ? parent : null;
}

/** An element and what stands above it in the flat tree, nearest first. */
export function* upwards(element: Element): Generator<Element> {
  let at: Element | null = element;
  for (let depth = 0; at !== null && depth < MAX_DEPTH; depth++) {
    yield at;
    at = flatParent(at);
  }
}

/** Whether `element` is `top` or stands below it in the flat tree. */
export function isWithin(element: Element, top: Element): boolean {
  for (const above of upwards(element)) if (above === top) return true;
  return false;
}

/** A part of the page that can be asked for elements, across shadow roots. */
export interface Region {
  top: Element;
  openRoot: OpenRoot;
  /** Null where there is no shadow root and no filled slot: then the browser's own query is enough. */
  order: Map<Element, number> | null;
  /** The trees that make up the region, outermost first. */
  scopes: ParentNode[];
}

/** Looks once for shadow roots and filled slots below `top`, so that the queries need not. */
export function regionOf(top: Element, openRoot: OpenRoot): Region {
  if (!isComposed(top, openRoot)) return lightRegion(top, openRoot);
  const order = new Map<Element, number>();
  const scopes: ParentNode[] = [top];
  walk(top, openRoot, order, scopes, 0);
  return { top, openRoot, order, scopes };
}

/** The same without looking for shadow roots: what stands in them is not found. */
export function lightRegion(top: Element, openRoot: OpenRoot): Region {
  return { top, openRoot, order: null, scopes: [top] };
}

function isComposed(top: Element, openRoot: OpenRoot): boolean {
  if (isFilledSlot(top) || rootOf(top, openRoot) !== null) return true;
  return (
    listed(top.querySelectorAll('*')).some((element) => rootOf(element, openRoot) !== null) ||
    listed(top.querySelectorAll('slot')).some(isFilledSlot)
  );
}

/** What a query found, as an array: by number, which takes half as long as by its iterator. */
function listed(found: NodeListOf<Element>): Element[] {
  const all: Element[] = [];
  for (let at = 0, { length } = found; at < length; at++) all.push(found[at] as Element);
  return all;
}

function isFilledSlot(element: Element): boolean {
  return isSlot(element) && element.assignedNodes().length > 0;
}

function walk(
  element: Element,
  openRoot: OpenRoot,
  order: Map<Element, number>,
  scopes: ParentNode[],
  depth: number,
): void {
  if (depth > MAX_DEPTH || order.has(element)) return;
  order.set(element, order.size);
  const root = rootOf(element, openRoot);
  if (root !== null) scopes.push(root);
  for (const child of flatChildren(element, openRoot)) {
    if (!isElement(child)) continue;
    if (child.assignedSlot === element) scopes.push(child);
    walk(child, openRoot, order, scopes, depth + 1);
  }
}

/**
 * The elements of a region that match, in the order of the flat tree, `top` itself included. A selector holds inside
 * one tree; ` >>> ` between two selectors steps through shadow roots: `x-deal >>> .amount` is each `.amount` anywhere
 * below an `x-deal`. Throws on a selector that is none.
 */
export function query(region: Region, css: string): Element[] {
  const [first = '', ...deeper] = css.split('>>>').map((part) => part.trim());
  let found = matching(region, first);
  for (const part of deeper) {
    const outer = found;
    found = matching(region, part).filter((element) =>
      outer.some((above) => above !== element && isWithin(element, above)),
    );
  }
  return found;
}

function matching(region: Region, css: string): Element[] {
  const { top, order } = region;
  if (order === null) {
    const below = listed(top.querySelectorAll(css));
    return top.matches(css) ? [top, ...below] : below;
  }
  const found = new Set<Element>();
  for (const scope of region.scopes) {
    if ('matches' in scope && isElement(scope) && scope.matches(css)) found.add(scope);
    for (const element of listed(scope.querySelectorAll(css))) if (order.has(element)) found.add(element);
  }
  return inOrder(found, order);
}

function inOrder(elements: Iterable<Element>, order: Map<Element, number>): Element[] {
  return [...elements].toSorted((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
}

/** The elements of a region that hold a text of this kind, in the order of the flat tree. */
export function holdersOf(region: Region, isSuch: (text: string) => boolean): Element[] {
  const { order, scopes, top } = region;
  const holders = new Set<Element>();
  for (const scope of scopes) {
    const walker = top.ownerDocument.createTreeWalker(scope, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (!isText(node) || !isSuch(node.data)) continue;
      const holder = node.parentElement;
      if (holder !== null && order?.has(holder) !== false) holders.add(holder);
    }
  }
  return order === null ? [...holders] : inOrder(holders, order);
}
