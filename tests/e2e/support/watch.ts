import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext } from 'playwright';
import type { Opened } from './browser.ts';

/** What must not happen in any run: a request that the extension sends, an error that it throws. */

/**
 * Requests that left, from the browser's own network log, which also sees a background's: all that an extension began, and all
 * to another host than those served. To be asked when the browser is closed.
 * @param hosts host and port of the pages that the test served, for example `127.0.0.1:8080`
 */
export function requestsThatLeft(
  { folder, origin }: Pick<Opened, 'folder' | 'origin'>,
  hosts: readonly string[],
): string[] {
  const logs = readdirSync(folder).filter((name) => name.startsWith('net-'));
  return logs.flatMap((name) => leaving(readFileSync(join(folder, name), 'utf8'), origin, hosts));
}

/** The same, over the text of a network log. */
export function leaving(log: string, origin: string, hosts: readonly string[]): string[] {
  const left: string[] = [];
  for (const line of log.split('\n')) {
    const url = /"url":"((?:https?|wss?|ftp):[^"]*)"/.exec(line)?.[1];
    if (url === undefined) continue;
    const initiator = /"initiator":"([^"]*)"/.exec(line)?.[1] ?? '';
    const byExtension = initiator.startsWith(origin);
    const elsewhere = initiator.startsWith('http') && !hosts.includes(new URL(url).host);
    if (byExtension || elsewhere) left.push(`${initiator} -> ${url}`);
  }
  return [...new Set(left)];
}

/**
 * Collects errors: what the extension's pages, its background and its content scripts print as errors, and what its pages and
 * content scripts throw. What a background throws is reported to nobody; a test sees it by what does not happen then.
 * @param errors the list to add to
 */
export function watchErrors(context: BrowserContext, errors: string[] = []): string[] {
  context.on('weberror', (event) => {
    const error = event.error();
    if (isOurs(error.stack ?? error.message)) errors.push(error.stack ?? error.message);
  });
  context.on('console', (message) => {
    if (message.type() !== 'error') return;
    const where = message.location().url;
    if (isOurs(where) || isOurs(message.text())) errors.push(`${message.text()} (${where})`);
  });
  return errors;
}

function isOurs(text: string): boolean {
  return text.includes('chrome-extension://') || text.includes('Extension context invalidated');
}
