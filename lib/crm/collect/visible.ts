import { flatChildren, isElement, isText, upwards, type OpenRoot } from './flat-tree';

/** What a person sees of an element: its words across shadow roots, and the values of its controls. */

const SKIPPED = new Set(['script', 'style', 'noscript', 'template', 'svg', 'title', 'head', 'datalist']);
const CONTROLS_WITHOUT_WORDS = new Set([
  'password',
  'hidden',
  'checkbox',
  'radio',
  'button',
  'submit',
  'reset',
  'image',
  'file',
]);
/** A value is cut far below this; it bounds the work on pages that are made to be endless. */
const MAX_NODES = 3_000;

/** White space and control characters, each by its number: a property's name takes the browser long to look up. */
// eslint-disable-next-line no-control-regex
const BLANK = /[\s\u0000-\u001f\u007f-\u009f]+/g;

/** Folds white space and control characters to single spaces. */
export function fold(text: string): string {
  return text.replace(BLANK, ' ').trim();
}

/** Cuts between characters, never inside one. */
export function cutTo(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const last = text.charCodeAt(limit - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? limit - 1 : limit);
}

function isInput(element: Element): element is HTMLInputElement {
  return element.localName === 'input' && 'type' in element;
}

function isTextArea(element: Element): element is HTMLTextAreaElement {
  return element.localName === 'textarea' && 'value' in element;
}

function isSelect(element: Element): element is HTMLSelectElement {
  return element.localName === 'select' && 'selectedOptions' in element;
}

/** Whether an element is one whose value is typed or chosen. */
export function isControl(element: Element): boolean {
  return isInput(element) || isTextArea(element) || isSelect(element);
}

/** The value of a control as its user sees it, or null where the element is none. Never a password. */
export function controlValue(element: Element): string | null {
  if (isInput(element)) return CONTROLS_WITHOUT_WORDS.has(element.type) ? '' : element.value;
  if (isTextArea(element)) return element.value;
  if (isSelect(element)) return [...element.selectedOptions].map((option) => option.text).join(', ');
  return null;
}

/** A `date` or `number` control holds its value in a machine's form. */
export function machineControlValue(element: Element): string | null {
  if (!isInput(element)) return null;
  return ['date', 'datetime-local', 'month', 'number'].includes(element.type) ? element.value : null;
}

/** Whether an element's own box is folded away: nothing in it can be seen. */
function isCollapsed(element: Element, style: CSSStyleDeclaration): boolean {
  if (style.display === 'contents' || style.overflowX === 'visible') return false;
  const box = element.getBoundingClientRect();
  return box.width === 0 || box.height === 0;
}

/**
 * Whether an element is shown to a person: displayed, visible, not `aria-hidden`, not in a folded box.
 * @param within a box around it that is known to be shown: what stands above that is not asked again
 */
export function isVisible(element: Element, within: Element | null = null): boolean {
  const view = element.ownerDocument.defaultView;
  if (view === null) return false;
  const own = view.getComputedStyle(element);
  if (own.visibility !== 'visible') return false;
  if (own.display !== 'contents' && !element.checkVisibility({ visibilityProperty: true })) return false;
  // A box that is positioned out of the flow is not folded away with an ancestor that does not hold it.
  let held = 'static';
  for (const above of upwards(element)) {
    if (above === within) break;
    const style = above === element ? own : view.getComputedStyle(above);
    if (style.display === 'none' || above.getAttribute('aria-hidden') === 'true') return false;
    if (above.localName === 'body' || above.localName === 'html') continue;
    const escapes = held === 'fixed' || (held === 'absolute' && style.position === 'static');
    if (escapes) continue;
    if (isCollapsed(above, style)) return false;
    held = style.position;
  }
  return true;
}

/** What to leave out of a text. */
export interface Skip {
  without: readonly string[];
  /** Also leave out labels, so that an element which holds label and value gives the value. */
  labels: boolean;
  /** One element to leave out: the label that stands in the same element as its value. */
  except: Element | null;
}

interface Writing {
  out: string;
  left: number;
  limit: number;
  skip: Skip;
  openRoot: OpenRoot;
  view: Window;
}

/** The visible words and control values of an element, folded, at most a little over `limit` characters. */
export function visibleText(element: Element, openRoot: OpenRoot, limit: number, skip: Skip): string {
  const view = element.ownerDocument.defaultView;
  if (view === null) return '';
  const writing: Writing = { out: '', left: MAX_NODES, limit, skip, openRoot, view };
  write(element, writing, 0);
  return fold(writing.out);
}

function isSkipped(element: Element, writing: Writing, depth: number): boolean {
  if (SKIPPED.has(element.localName) || element.getAttribute('aria-hidden') === 'true') return true;
  if (depth === 0) return false;
  const { skip } = writing;
  if (element === skip.except) return true;
  if (
    skip.labels &&
    element.matches('label, dt, legend') &&
    element.querySelector('input, select, textarea') === null
  )
    return true;
  return skip.without.some((css) => element.matches(css));
}

function write(element: Element, writing: Writing, depth: number): void {
  if (writing.left-- <= 0 || depth > 100 || writing.out.length > writing.limit * 2) return;
  if (isSkipped(element, writing, depth)) return;
  const style = writing.view.getComputedStyle(element);
  if (style.display === 'none' || style.contentVisibility === 'hidden' || isCollapsed(element, style)) return;
  const shown = style.visibility === 'visible';
  const apart = !style.display.startsWith('inline') && style.display !== 'contents';
  if (apart || element.localName === 'br') writing.out += ' ';
  const value = controlValue(element);
  const closed = element.localName === 'details' && !element.hasAttribute('open');
  if (closed) writeSummary(element, writing, depth);
  else if (value !== null) writing.out += shown ? ` ${value.slice(0, writing.limit * 2)} ` : '';
  else writeChildren(element, writing, depth, shown);
  if (apart) writing.out += ' ';
}

/** Of a closed `details` only its first `summary` is seen; the browser hides the rest without any style. */
function writeSummary(details: Element, writing: Writing, depth: number): void {
  const summary = [...details.children].find((child) => child.localName === 'summary');
  if (summary !== undefined) write(summary, writing, depth + 1);
}

function writeChildren(element: Element, writing: Writing, depth: number, shown: boolean): void {
  for (const child of flatChildren(element, writing.openRoot)) {
    if (isElement(child)) write(child, writing, depth + 1);
    else if (shown && isText(child))
      writing.out += child.data.slice(0, writing.limit * 2).replace(/\s+/g, ' ');
    if (writing.out.length > writing.limit * 2) return;
  }
}
