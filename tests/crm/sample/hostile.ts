import { frames, messageFrames, takeFrames } from './hostile-frames.ts';

/** One event that the page overheard, with all that it could learn from it. */
interface Heard {
  type: string;
  trusted: boolean;
  target: string;
  key?: string;
  data?: string | null;
  text?: string;
}

/** Where a text was found; all false is what a text that the page must not see has to give. */
export interface Search {
  windowFind: boolean;
  innerText: boolean;
  textContent: boolean;
  markup: boolean;
  shadowMarkup: boolean;
  selection: boolean;
  resources: boolean;
  storage: boolean;
  heard: boolean;
  messages: boolean;
}

export interface Hostile {
  events: Heard[];
  /** Messages that reached the page's window. */
  messages: { origin: string; data: string }[];
  /** What the scans met: tags that hold an open root, addresses of frames, tags of elements beside the app. */
  seen: { scans: number; roots: string[]; frames: string[]; strangers: string[] };
  /** Extension ids that the page could guess from messages, frames and resources. */
  ids(): string[];
  /** Searches for a text now, in every way that a page has. */
  find(text: string): Search;
  /** Searches for these texts at each scan, and keeps every way that ever found one, as `text: way`. */
  watch(texts: string[]): void;
  hits: string[];
  /** Posts `n` random objects to every frame within reach. Answers how many were sent and how long it took in ms. */
  flood(n: number): { sent: number; ms: number };
  /** Forges the events by which WXT ends and moves a content script, for these ids and every guessed one. */
  forge(ids?: string[]): number;
  /** Points every frame within reach at a page of its own. Answers how many. */
  take(): number;
}

declare global {
  interface Window {
    __hostile?: Hostile;
    find?: (text: string, caseSensitive?: boolean, backwards?: boolean, wrapAround?: boolean) => boolean;
  }
}

const OVERHEARD = [
  'keydown',
  'keyup',
  'keypress',
  'beforeinput',
  'input',
  'paste',
  'copy',
  'cut',
  'compositionend',
];
const SCAN_MS = 200;
const seen: Hostile['seen'] = { scans: 0, roots: [], frames: [], strangers: [] };
const events: Heard[] = [];
const messages: Hostile['messages'] = [];
const hits: string[] = [];
let watched: string[] = [];

/** Makes the page one that spies on whatever an extension puts into it, and puts its findings on `window.__hostile`. */
export function startHostile(): void {
  for (const type of OVERHEARD) window.addEventListener(type, overhear, { capture: true });
  window.addEventListener('message', (event) => {
    messages.push({ origin: event.origin, data: JSON.stringify(event.data) ?? '' });
  });
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (options) {
    note(seen.roots, `${this.tagName.toLowerCase()} (attachShadow)`);
    return attach.call(this, { ...options, mode: 'open' });
  };
  const forge = (told: string[] = []) => forgeAll(told);
  const watch = (texts: string[]) => {
    watched = texts;
  };
  window.__hostile = {
    events,
    messages,
    seen,
    hits,
    ids,
    find,
    watch,
    flood: messageFrames,
    forge,
    take: takeFrames,
  };
  window.setInterval(scan, SCAN_MS);
}

function overhear(event: Event): void {
  const heard: Heard = { type: event.type, trusted: event.isTrusted, target: nameOf(event.target) };
  if (event instanceof KeyboardEvent) heard.key = event.key;
  if (event instanceof InputEvent || event instanceof CompositionEvent) heard.data = event.data;
  if (event instanceof ClipboardEvent) heard.text = event.clipboardData?.getData('text/plain') ?? '';
  const target = event.composedPath()[0];
  if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) heard.text = target.value;
  events.push(heard);
}

function nameOf(target: EventTarget | null): string {
  return target instanceof Element ? target.tagName.toLowerCase() : 'window';
}

function note(list: string[], text: string): void {
  if (!list.includes(text)) list.push(text);
}

function scan(): void {
  seen.scans += 1;
  for (const element of document.querySelectorAll('*')) {
    if (element.shadowRoot) note(seen.roots, element.tagName.toLowerCase());
  }
  for (const frame of frames()) note(seen.frames, frame.src);
  for (const element of [...document.documentElement.children, ...document.body.children]) {
    const own = ['HEAD', 'BODY', 'NAV', 'HEADER', 'MAIN', 'SCRIPT'].includes(element.tagName);
    if (!own) note(seen.strangers, element.tagName.toLowerCase());
  }
  for (const text of watched) {
    for (const [way, found] of Object.entries(find(text))) if (found) note(hits, `${text}: ${way}`);
  }
}

function find(text: string): Search {
  const selection = window.getSelection();
  const ranges = Array.from({ length: selection?.rangeCount ?? 0 }, (_, index) =>
    selection?.getRangeAt(index),
  );
  const windowFind = window.find?.(text, false, false, true) ?? false;
  selection?.selectAllChildren(document.documentElement);
  const selected = selection?.toString().includes(text) ?? false;
  selection?.removeAllRanges();
  for (const range of ranges) if (range) selection?.addRange(range);
  const root = document.documentElement;
  const roots = [...document.querySelectorAll('*')].flatMap((element) => element.shadowRoot ?? []);
  const holds = (value: unknown) => (JSON.stringify(value) ?? '').includes(JSON.stringify(text).slice(1, -1));
  return {
    windowFind,
    innerText: document.body.innerText.includes(text),
    textContent: (root.textContent ?? '').includes(text),
    markup: root.outerHTML.includes(text),
    shadowMarkup: root.getHTML({ serializableShadowRoots: true, shadowRoots: roots }).includes(text),
    selection: selected,
    resources: performance.getEntries().some((entry) => entry.name.includes(text)),
    storage: holds({ ...localStorage }) || holds({ ...sessionStorage }),
    heard: holds(events) || typed().includes(text),
    messages: holds(messages),
  };
}

/** What was typed, put together again from single keys. */
function typed(): string {
  return events
    .map((heard) => (heard.type === 'keydown' && heard.key?.length === 1 ? heard.key : ''))
    .join('');
}

function ids(): string[] {
  const clues = [
    ...messages.map((message) => message.data),
    ...seen.frames,
    ...performance.getEntries().map((entry) => entry.name),
    ...[...document.querySelectorAll('[src], [href]')].map((element) => element.outerHTML),
  ];
  const found = clues.join(' ').matchAll(/-extension:\/\/([a-z0-9-]+)|\b([a-p]{32}):/g);
  return [...new Set([...found].map((match) => match[1] ?? match[2] ?? ''))];
}

const SCRIPTS = ['crm', 'content', 'panel'];

function forgeAll(told: string[]): number {
  let forged = 0;
  for (const id of new Set([...told, ...ids()])) {
    for (const script of SCRIPTS) {
      const type = `${id}:${script}:wxt:content-script-started`;
      const detail = { contentScriptName: script, messageId: `forged-${forged}` };
      document.dispatchEvent(new CustomEvent(type, { detail }));
      window.postMessage({ type, ...detail }, '*');
      const moved = new CustomEvent(`${id}:${script}:wxt:locationchange`, { detail });
      window.dispatchEvent(
        Object.assign(moved, { newUrl: new URL(location.href), oldUrl: new URL(location.href) }),
      );
      forged += 1;
    }
  }
  window.postMessage(
    { type: 'wxt:content-script-started', contentScriptName: 'crm', messageId: 'forged' },
    '*',
  );
  return forged;
}
