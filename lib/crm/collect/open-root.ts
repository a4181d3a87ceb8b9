type Opener = (element: Element) => ShadowRoot | null;

/** The shadow root of an element, open or closed, as the browser lets extensions see it; null where it has none. */
export function openAnyRoot(element: Element): ShadowRoot | null {
  // Chromium's throws on anything but an HTML element (measured on SVG); Firefox has a property instead.
  const chromium = (globalThis as unknown as { chrome?: { dom?: { openOrClosedShadowRoot?: Opener } } })
    .chrome?.dom;
  if (chromium?.openOrClosedShadowRoot && element instanceof HTMLElement) {
    return chromium.openOrClosedShadowRoot(element);
  }
  return (
    (element as { openOrClosedShadowRoot?: ShadowRoot | null }).openOrClosedShadowRoot ?? element.shadowRoot
  );
}
