import { readFileSync } from 'node:fs';
import type { Opened } from './browser.ts';

/** Ends every process of this browser at once, as a crash or a power cut does, and opens it again. */
export async function crash(opened: Opened): Promise<void> {
  const browser = opened.context.browser();
  const session = await browser?.newBrowserCDPSession();
  const info = (await session?.send('SystemInfo.getProcessInfo')) ?? { processInfo: [] };
  const pid = info.processInfo.find(({ type }) => type === 'browser')?.id ?? 0;
  // Only the browser that this test has started.
  if (!readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(opened.folder))
    throw new Error('Not the browser of this test');
  const gone = opened.context.waitForEvent('close');
  process.kill(pid, 'SIGKILL');
  await gone;
  await opened.restart();
}
