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
