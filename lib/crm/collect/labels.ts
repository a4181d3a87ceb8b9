import { beginningsOf } from './beginnings';
import { flatChildren, flatParent, holdersOf, isElement, isText, query, type Region } from './flat-tree';
import { fold, isControl, isVisible, visibleText } from './visible';

/** Which words stand as the label of which value, both ways. */

const LABEL_LIMIT = 200;
const LABELS = 'label, dt, th, legend, [class*="label" i]';
const INDEX_LIMIT = 100;
const LEVELS = 3;
const MAX_TRIED = 20;
/** Stands between a label and its value without being it, unlike a button that opens a choice. An `i` without words is an icon, too. */
const BESIDE_THE_POINT = 'button:not([role="combobox"]), svg, img, [role="button"], [role="img"]';

/** Lower case, without a closing colon or star and without what stands in brackets at its end ("(EUR €)"). */
export function plainLabel(text: string): string {
  let plain = fold(text).toLowerCase();
  for (let before = ''; before !== plain;) {
    before = plain;
    plain = plain
      .replace(/[\s:：*]+$/u, '')
      .replace(/\([^()]*\)$/u, '')
      .trim();
  }
  return plain;
}

/** The visible words of a label. */
export function labelText(label: Element, region: Region): string {
  return visibleText(label, region.openRoot, LABEL_LIMIT, { without: [], labels: false, except: null }).slice(
    0,
    LABEL_LIMIT,
  );
}

/** Elements of a region by the plain form of the words that stand in them directly, of the words that are sought. */
export interface LabelIndex {
  sought: ReadonlySet<string>;
  elements: Map<string, Element[]>;
}

/** A large page holds tens of thousands of texts: each is asked only how it begins, and few are looked at further. */
export function indexLabels(region: Region, sought: ReadonlySet<string>): LabelIndex {
  const holders = holdersOf(region, beginningsOf(sought));
  return { sought, elements: Map.groupBy(holders, ownWords) };
}

/** The plain form of the words that stand in an element directly; empty where these are too many for a label. */
function ownWords(element: Element): string {
  let own = '';
  for (const child of element.childNodes) if (isText(child) && own.length < INDEX_LIMIT) own += child.data;
  return own.length >= INDEX_LIMIT ? '' : plainLabel(own);
}

/** A value beside its label. `except` is the label, where both stand in one element. */
export interface Labelled {
  value: Element;
  label: string;
  except: Element | null;
}

/** The values whose label is one of the words and counts, in the order of the words. */
export function byLabel(
  words: string[],
  index: LabelIndex,
  region: Region,
  counts: (label: Element) => boolean,
): Labelled[] {
  const found: Labelled[] = [];
  for (const word of words) {
    for (const element of (index.elements.get(plainLabel(word)) ?? []).slice(0, MAX_TRIED)) {
      if (!counts(element) || !isVisible(element)) continue;
      const label = outermostLabel(element, region);
      const beside = valueBeside(label, region);
      if (beside !== null) found.push({ ...beside, label: labelText(label, region) });
    }
  }
  for (const control of query(region, '[aria-label]')) {
    const label = control.getAttribute('aria-label') ?? '';
    if (isControl(control) && counts(control) && words.some((word) => plainLabel(word) === plainLabel(label)))
      found.push({ value: control, label: fold(label).slice(0, LABEL_LIMIT), except: null });
  }
  return found;
}

/** Climbs from the words to the element that is the label: `<label><span>Amount</span> *</label>`. */
function outermostLabel(element: Element, region: Region): Element {
  const words = plainLabel(labelText(element, region));
  let label = element;
  let at: Element | null = element;
  for (let level = 0; level < LEVELS && at !== null && at !== region.top; level++) {
    if (at.matches(LABELS) && plainLabel(labelText(at, region)) === words) label = at;
    at = flatParent(at);
  }
  return label;
}

type Beside = Pick<Labelled, 'value' | 'except'>;

function valueBeside(label: Element, region: Region): Beside | null {
  const named = namedByLabel(label);
  if (named !== null) return { value: named, except: null };
  let at = label;
  for (let level = 0; level < LEVELS && at !== region.top; level++) {
    const parent = flatParent(at);
    if (parent === null) return null;
    const beside = after(at, parent, label, region);
    if (beside !== 'nothing') return beside;
    at = parent;
  }
  return null;
}

function isParent(node: Node): node is Node & ParentNode {
  return 'querySelector' in node;
}

function isLabel(element: Element): element is HTMLLabelElement {
  return element.localName === 'label' && 'control' in element;
}

/** The value that a label names: by `for`, by holding it, or by its id. */
function namedByLabel(label: Element): Element | null {
  if (isLabel(label) && label.control !== null && isVisible(label.control)) return label.control;
  const scope = label.getRootNode();
  if (label.id === '' || !isParent(scope)) return null;
  return scope.querySelector(`[aria-labelledby~="${CSS.escape(label.id)}"]`);
}

/**
 * What follows `at` among its parent's children. The first level where anything follows decides: an empty value is
 * not replaced by the next row's.
 */
function after(at: Element, parent: Element, label: Element, region: Region): Beside | null | 'nothing' {
  let passed = false;
  let seen = false;
  for (const child of flatChildren(parent, region.openRoot)) {
    if (child === at) passed = true;
    else if (!passed) continue;
    else if (isText(child) && fold(child.data) !== '') return { value: parent, except: label };
    else if (isElement(child) && isVisible(child) && !child.matches(BESIDE_THE_POINT)) {
      if (child.matches(LABELS)) return null;
      if (labelText(child, region) !== '') return { value: child, except: null };
      seen ||= !child.matches('i');
    }
  }
  return seen ? null : 'nothing';
}

/** The label that stands with a value, or null. */
export function labelOf(value: Element, region: Region): string | null {
  const label = labelElement(value, region);
  const words = label === null ? fold(value.getAttribute('aria-label') ?? '') : labelText(label, region);
  return words === '' ? null : words.slice(0, LABEL_LIMIT);
}

function labelElement(value: Element, region: Region): Element | null {
  const inside = query({ ...region, top: value, scopes: [value] }, 'label, legend, dt')[0];
  if (inside !== undefined) return inside;
  const control = value.matches('input, select, textarea')
    ? value
    : value.querySelector('input, select, textarea');
  const named = control === null ? null : ownLabel(control);
  if (named !== null) return named;
  const scope = value.getRootNode();
  const id = value.getAttribute('aria-labelledby')?.split(' ')[0] ?? '';
  if (id !== '' && isParent(scope)) return scope.querySelector(`#${CSS.escape(id)}`);
  return labelBefore(value, region);
}

function ownLabel(control: Element): Element | null {
  const scope = control.getRootNode();
  if (control.id !== '' && isParent(scope)) {
    const named = scope.querySelector(`label[for="${CSS.escape(control.id)}"]`);
    if (named !== null) return named;
  }
  return control.closest('label');
}

function labelBefore(value: Element, region: Region): Element | null {
  let at = value;
  for (let level = 0; level < LEVELS && at !== region.top; level++) {
    for (let prev = at.previousElementSibling; prev !== null; prev = prev.previousElementSibling)
      if (prev.matches(LABELS)) return prev;
    const parent = flatParent(at);
    if (parent === null) return null;
    at = parent;
  }
  return null;
}
