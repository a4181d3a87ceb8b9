import { rootOf } from './shadow.ts';

type Child = Node | string | null;
type Attributes = Record<string, string | boolean | null>;

/** Makes an element. `true` sets an empty attribute; `false` and `null` set none. */
export function h(tag: string, attributes: Attributes = {}, ...children: Child[]): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === false) continue;
    element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

/**
 * Makes the nodes of `old` look like `fresh`, keeping each node where the tags agree, as a framework that compares
 * trees does. What stands the same in both is not touched. Shadow roots of the CRM's own are gone through as well.
 */
export function patch(old: Element, fresh: Element): void {
  for (const name of old.getAttributeNames()) if (!fresh.hasAttribute(name)) old.removeAttribute(name);
  for (const { name, value } of fresh.attributes) {
    if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  }
  patchChildren(old, fresh);
  const roots = [rootOf(old), rootOf(fresh)] as const;
  if (roots[0] !== undefined && roots[1] !== undefined) patchChildren(roots[0], roots[1]);
  if (old instanceof HTMLInputElement && fresh instanceof HTMLInputElement) old.value = fresh.value;
  if (old instanceof HTMLSelectElement && fresh instanceof HTMLSelectElement) old.value = fresh.value;
}

function patchChildren(old: ParentNode, fresh: ParentNode): void {
  const olds = [...old.childNodes];
  const news = [...fresh.childNodes];
  news.forEach((node, index) => patchChild(old, olds[index], node));
  olds.slice(news.length).forEach((node) => node.remove());
}

function patchChild(parent: ParentNode, old: ChildNode | undefined, node: ChildNode): void {
  if (old === undefined) parent.append(node);
  else if (old instanceof Element && node instanceof Element && old.tagName === node.tagName)
    patch(old, node);
  else if (old instanceof Text && node instanceof Text) {
    if (old.data !== node.data) old.data = node.data;
  } else old.replaceWith(node);
}
