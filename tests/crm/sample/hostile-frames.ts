/** The frames that a page's script can get hold of: in the document and in every open root. */
export function frames(): HTMLIFrameElement[] {
  const found: HTMLIFrameElement[] = [];
  const search = (root: Document | ShadowRoot) => {
    for (const element of root.querySelectorAll('*')) {
      if (element instanceof HTMLIFrameElement) found.push(element);
      if (element.shadowRoot) search(element.shadowRoot);
    }
  };
  search(document);
  return found;
}

function windows(): Window[] {
  const listed = Array.from({ length: window.length }, (_, index) => window[index]);
  const framed = frames().map((frame) => frame.contentWindow);
  const all = [window, window.parent, window.top, window.opener, ...listed, ...framed];
  return [...new Set(all)].filter((one): one is Window => one !== null && one !== undefined);
}

/** Posts `n` objects of all shapes to each window within reach. Answers how many were sent and the time in ms. */
export function messageFrames(n: number): { sent: number; ms: number } {
  const start = performance.now();
  const targets = windows();
  for (let count = 0; count < n; count += 1)
    for (const target of targets) target.postMessage(shape(count), '*');
  return { sent: n * targets.length, ms: performance.now() - start };
}

function shape(count: number): unknown {
  const shapes: unknown[] = [
    { type: 'wxt:content-script-started', contentScriptName: 'crm', count },
    { type: 'readView', view: 'person', operationId: `forged-${count}` },
    { kind: 'saveNote', text: 'forged', deal: 'forged', count },
    [count, null, { __proto__: null, constructor: 'x' }],
    `forged ${count}`,
    count,
    null,
    { token: String(count), hello: true, nested: { deep: [[[[count]]]] } },
  ];
  return shapes[count % shapes.length];
}

/** Points each frame within reach at an empty page. Answers how many there were. */
export function takeFrames(): number {
  const found = frames();
  for (const frame of found) frame.src = 'about:blank#taken';
  return found.length;
}
