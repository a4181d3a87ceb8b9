import type { Page } from 'playwright';
import type { Opened } from './browser.ts';

/** What of ours is in a page, seen by the browser itself: also in closed roots and in worlds that no page script sees. */

interface Node {
  nodeName: string;
  children?: Node[];
  shadowRoots?: Node[];
}

export interface Traces {
  /** Elements beside `<head>` and `<body>` in `<html>`: our host. */
  hosts: number;
  /** Frames anywhere, also in closed roots. */
  frames: number;
  /** Whether our script runs in a world of its own in the page. */
  hasScript: boolean;
}

export async function tracesIn({ context, origin }: Opened, page: Page): Promise<Traces> {
  const session = await context.newCDPSession(page);
  try {
    const worlds: string[] = [];
    session.on('Runtime.executionContextCreated', ({ context: made }) => {
      if (made.origin === origin) worlds.push(made.uniqueId);
    });
    await session.send('Runtime.enable');
    const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
    const html = root.children?.find(({ nodeName }) => nodeName === 'HTML');
    const hosts = (html?.children ?? []).filter(({ nodeName }) => !['HEAD', 'BODY'].includes(nodeName));
    // A world outlives a reload, empty: whether the script is in it is what counts. The script marks its world.
    const marks = await Promise.all(
      worlds.map((uniqueContextId) =>
        session.send('Runtime.evaluate', { expression: 'globalThis.sidelineIsHere', uniqueContextId }),
      ),
    );
    const hasScript = marks.some(({ result }) => result.value === true);
    return { hosts: hosts.length, frames: countFrames(root), hasScript };
  } finally {
    await session.detach();
  }
}

function countFrames(node: Node): number {
  const inside = [...(node.children ?? []), ...(node.shadowRoots ?? [])];
  return (node.nodeName === 'IFRAME' ? 1 : 0) + inside.reduce((sum, child) => sum + countFrames(child), 0);
}

/** An element of ours in a page, also in closed roots. */
export interface OurElement {
  text: string;
  /** Its middle, in CSS pixels of the page. */
  x: number;
  y: number;
}

/** The first element of ours with this tag, and these words where they are given, that is drawn; null where there is none. */
export async function oursIn(
  { context }: Opened,
  page: Page,
  tag: string,
  words = '',
): Promise<OurElement | null> {
  const session = await context.newCDPSession(page);
  try {
    const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
    for (const { nodeId, text } of inOurHost(root as Deep, tag)) {
      if (!text.includes(words)) continue;
      const box = await session.send('DOM.getBoxModel', { nodeId }).catch(() => null);
      const [left = 0, top = 0, , , right = 0, bottom = 0] = box?.model.border ?? [];
      if (box) return { text, x: (left + right) / 2, y: (top + bottom) / 2 };
    }
    return null;
  } finally {
    await session.detach();
  }
}

interface Deep {
  nodeId: number;
  nodeName: string;
  nodeValue: string;
  children?: Deep[];
  shadowRoots?: Deep[];
}

const within = (node: Deep): Deep[] => [...(node.children ?? []), ...(node.shadowRoots ?? [])];
const textOf = (node: Deep): string => node.nodeValue + within(node).map(textOf).join('');

/** Elements with this tag in roots that the page has not: ours stand in the one closed root. */
function inOurHost(node: Deep, tag: string, isOurs = false): { nodeId: number; text: string }[] {
  const own =
    isOurs && node.nodeName.toUpperCase() === tag ? [{ nodeId: node.nodeId, text: textOf(node) }] : [];
  const inside = within(node).flatMap((child) =>
    inOurHost(child, tag, isOurs || /^X-[0-9A-F]{8}$/i.test(node.nodeName)),
  );
  return [...own, ...inside];
}
