import { browser } from 'wxt/browser';
import type { Layout, PageWords } from '@/lib/domain/site';
import { makeHost } from './host';
import { makeShelf, type Shelf } from './shelf';
import { makeTab } from './tab';

/** The frame has this long to say hello before the page is told to be one that does not let it in. Milliseconds. */
const HELLO_WAIT = 2_000;

export interface Dock {
  /** Opens, and puts the keyboard in the panel where `focus` says so. */
  open(focus: boolean): void;
  collapse(): void;
  toggle(focus: boolean): void;
  isOpen(): boolean;
  side(side: Layout['side']): void;
  /** The frame said hello. */
  alive(): void;
  /** The frame loaded again: it gets a fresh token, or stays empty. */
  remount(): void;
}

/**
 * The panel's place in the page. Until it is opened only the small tab is there; all else is made at the first opening.
 * @param words are the background's, in the language of the browser.
 * @param token gets a one-time token from the background, or null where there is none to be had.
 * @param beside opens the browser's own side panel, straight from a click.
 * @param changed is told each layout that the user made, and whether at one press or while dragging.
 */
export function makeDock(options: {
  signal: AbortSignal;
  layout: Layout;
  words: PageWords;
  token(): Promise<string | null>;
  changed(layout: Layout, pressed: boolean): void;
  beside(): void;
}): Dock {
  const { signal, words } = options;
  let { layout } = options;
  let shelf: Shelf | null = null;
  let helloBy = 0;
  let focusWhenAlive = false;

  const host = makeHost(signal, () => {
    if (shelf?.frame()) remount();
  });
  const tab = makeTab(signal, words, {
    press: () => (layout.open ? collapse() : open(true)),
    dragged: (to) => change(to),
  });
  host.root.append(tab.element);

  function draw(): void {
    tab.draw(layout);
    if (layout.open)
      shelf ??= makeShelf({
        root: host.root,
        words,
        signal,
        resized: (width) => change({ width }),
        beside: options.beside,
      });
    shelf?.draw(layout);
  }

  function change(to: Partial<Layout>): void {
    layout = { ...layout, ...to };
    draw();
    options.changed(layout, to.open !== undefined);
  }

  async function mount(): Promise<void> {
    const token = await options.token();
    if (!token || signal.aborted) return;
    shelf?.load(`${browser.runtime.getURL('/panel.html')}#${token}`);
    clearTimeout(helloBy);
    helloBy = window.setTimeout(() => shelf?.present(false), HELLO_WAIT);
  }

  function open(focus: boolean): void {
    focusWhenAlive = focus;
    if (!layout.open) change({ open: true });
    const frame = shelf?.frame();
    if (!frame) void mount();
    else if (focus) frame.focus();
  }

  function collapse(): void {
    change({ open: false });
    // The keyboard goes back to the page, which is where the user was.
    shelf?.frame()?.blur();
  }

  function remount(): void {
    shelf?.empty();
    if (layout.open) void mount();
  }

  signal.addEventListener('abort', () => clearTimeout(helloBy));
  draw();
  if (layout.open) void mount();
  return {
    open,
    collapse,
    remount,
    isOpen: () => layout.open,
    toggle: (focus) => (layout.open ? collapse() : open(focus)),
    side: (side) => change({ side }),
    alive() {
      clearTimeout(helloBy);
      // A hello that comes late is still a hello.
      shelf?.present(true);
      if (focusWhenAlive) shelf?.frame()?.focus();
      focusWhenAlive = false;
    },
  };
}
