import { EXAMPLE_SEARCH } from '@/lib/domain/example/address';

/**
 * Who speaks is judged once, here, from what the browser says of the sender. What a message says of itself counts for
 * nothing.
 */

/** The part of the browser's `MessageSender` that is judged. */
export interface Sender {
  id?: string | undefined;
  url?: string | undefined;
  origin?: string | undefined;
  frameId?: number | undefined;
  documentId?: string | undefined;
  tab?: { id?: number | undefined; url?: string | undefined } | undefined;
}

export type Speaker =
  /** A content script of ours, in the top document of a web page. */
  | { is: 'page'; tab: number; origin: string }
  /** The panel's document, framed in a web page. It still has to show its session. */
  | { is: 'panel'; tab: number; document: string | null }
  /** The panel's document in the browser's own side panel, which no page can see. It still has to show its session. */
  | { is: 'beside'; document: string | null }
  /** The workspace, a tab of its own; `example` where its address says that it shows the example team. */
  | { is: 'workspace'; tab: number; example: boolean };

/** Our own id, and the addresses of our own pages as the background knows them. */
export interface Self {
  id: string;
  panel: string;
  workspace: string;
}

/**
 * @returns who sent a message, or null for everybody who may not speak: other extensions, web pages, frames of web
 * pages, and our own panel opened as a page of its own.
 */
export function speaker(sender: Sender, self: Self): Speaker | null {
  if (sender.id !== self.id || !sender.url) return null;
  const url = URL.parse(sender.url);
  if (!url) return null;
  if (!sender.tab) return outsideTabs(sender, url, self);
  if (sender.tab.id === undefined) return null;
  const tab = sender.tab.id;
  if (url.protocol === 'http:' || url.protocol === 'https:') {
    return sender.frameId === 0 ? { is: 'page', tab, origin: url.origin } : null;
  }
  const path = (address: string) => new URL(address).pathname;
  if (url.protocol !== new URL(self.panel).protocol) return null;
  if (url.pathname === path(self.panel) && sender.frameId !== undefined && sender.frameId > 0) {
    return { is: 'panel', tab, document: sender.documentId ?? null };
  }
  if (
    url.pathname === path(self.workspace) &&
    sender.frameId === 0 &&
    url.host === new URL(self.workspace).host
  ) {
    const example = url.search === EXAMPLE_SEARCH;
    // Nobody would know which team such a page shows.
    if (!example && url.search !== '') return null;
    return { is: 'workspace', tab, example };
  }
  return null;
}

/** What stands in no tab is the browser's own: only its side panel, never framed, under the address that the manifest names. */
function outsideTabs(sender: Sender, url: URL, self: Self): Speaker | null {
  const own = new URL(self.workspace);
  const isOurs = url.protocol === own.protocol && url.host === own.host;
  const isTop = sender.frameId === undefined || sender.frameId === 0;
  if (!isOurs || !isTop || url.pathname !== new URL(self.panel).pathname) return null;
  return { is: 'beside', document: sender.documentId ?? null };
}
