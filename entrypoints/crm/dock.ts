import { browser } from 'wxt/browser';
import { PANEL_WIDTH, type Layout } from '@/lib/domain/site';
import { pageWord } from '@/lib/text/page';
import { dress, makeHost } from './host';
import { makeTab } from './tab';

/** The frame has this long to say hello before the page is told to be one that does not let it in. Milliseconds. */
const HELLO_WAIT = 2_000;

export interface Dock {
  /** Opens, and puts the keyboard in the panel where `focus` says so. */
  open(focus: boolean): void;
  collapse(): void;
  toggle(focus: boolean): void;
  side(side: Layout['side']): void;
  /** The frame said hello. */
  alive(): void;
  /** The frame loaded again: it gets a fresh token, or stays empty. */
  remount(): void;
}

/**
 * The panel's place in the page. Until it is opened only the small tab is there; the frame is made at the first opening.
 * @param token gets a one-time token from the background, or null where there is none to be had.
 * @param changed is told each layout that the user made, and whether at one press or while dragging.
 */
export function makeDock(options: {
  signal: AbortSignal;
  layout: Layout;
  token(): Promise<string | null>;
  changed(layout: Layout, pressed: boolean): void;
}): Dock {
  const { signal } = options;
  let { layout } = options;
  let frame: HTMLIFrameElement | null = null;
  let helloBy = 0;
  let focusWhenAlive = false;

  const host = makeHost(signal, () => {
    if (frame) remount();
  });
  const shelf = document.createElement('div');
  const refusal = document.createElement('p');
  const grip = document.createElement('div');
  const tab = makeTab(signal, {
    press: () => (layout.open ? collapse() : open(true)),
    dragged: (to) => change(to),
  });
  shelf.append(refusal, grip);
  host.root.append(shelf, tab.element);
  dressShelf(shelf, refusal, grip);
  resizeBy(grip, signal, (event) => {
    const wide = layout.side === 'right' ? innerWidth - event.clientX : event.clientX;
    change({ width: Math.round(Math.min(PANEL_WIDTH.most, Math.max(PANEL_WIDTH.least, wide))) });
  });

  function draw(): void {
    const right = layout.side === 'right';
    tab.draw(layout);
    dress(shelf, {
      display: layout.open ? 'block' : 'none',
      // Narrow windows: the panel never covers what the tab needs to stand on.
      width: `min(${layout.width}px, calc(100vw - 40px))`,
      right: right ? '0' : 'auto',
      left: right ? 'auto' : '0',
    });
    dress(grip, { left: right ? '0' : 'auto', right: right ? 'auto' : '0' });
  }

  function change(to: Partial<Layout>): void {
    layout = { ...layout, ...to };
    draw();
    options.changed(layout, to.open !== undefined);
  }

  async function mount(): Promise<void> {
    const token = await options.token();
    if (!token || signal.aborted) return;
    frame?.remove();
    frame = document.createElement('iframe');
    frame.title = pageWord('panel');
    frame.allow = 'clipboard-write *';
    dress(frame, {
      border: '0',
      width: '100%',
      height: '100%',
      display: 'block',
      'color-scheme': 'light dark',
    });
    frame.src = `${browser.runtime.getURL('/panel.html')}#${token}`;
    dress(refusal, { display: 'none' });
    shelf.append(frame);
    clearTimeout(helloBy);
    helloBy = window.setTimeout(() => present(false), HELLO_WAIT);
  }

  /** Shows the frame, or in its place the line that says why there is none. A hello that comes late is still a hello. */
  function present(alive: boolean): void {
    dress(refusal, { display: alive ? 'none' : 'block' });
    if (frame) dress(frame, { visibility: alive ? 'visible' : 'hidden' });
  }

  function open(focus: boolean): void {
    focusWhenAlive = focus;
    if (!layout.open) change({ open: true });
    if (!frame) void mount();
    else if (focus) frame.focus();
  }

  function collapse(): void {
    change({ open: false });
    // The keyboard goes back to the page, which is where the user was.
    frame?.blur();
  }

  function remount(): void {
    frame?.remove();
    frame = null;
    if (layout.open) void mount();
  }

  signal.addEventListener('abort', () => clearTimeout(helloBy));
  draw();
  if (layout.open) void mount();
  return {
    open,
    collapse,
    remount,
    toggle: (focus) => (layout.open ? collapse() : open(focus)),
    side: (side) => change({ side }),
    alive() {
      clearTimeout(helloBy);
      present(true);
      if (focusWhenAlive) frame?.focus();
      focusWhenAlive = false;
    },
  };
}

function dressShelf(shelf: HTMLElement, refusal: HTMLElement, grip: HTMLElement): void {
  refusal.textContent = pageWord('refused');
  dress(shelf, {
    position: 'fixed',
    top: '0',
    height: '100vh',
    'color-scheme': 'light dark',
    background: 'light-dark(#fbfaf8, #1b1a18)',
    'box-shadow': '0 1px 2px rgb(0 0 0 / 0.08), 0 10px 28px -8px rgb(0 0 0 / 0.3)',
  });
  dress(refusal, {
    display: 'none',
    margin: '16px',
    font: '14px/20px system-ui, sans-serif',
    color: 'light-dark(#24211d, #edeae3)',
  });
  dress(grip, {
    position: 'absolute',
    top: '0',
    height: '100%',
    width: '6px',
    cursor: 'ew-resize',
    'touch-action': 'none',
  });
}

function resizeBy(grip: HTMLElement, signal: AbortSignal, moved: (event: PointerEvent) => void): void {
  grip.addEventListener(
    'pointerdown',
    (event) => event.isTrusted && grip.setPointerCapture(event.pointerId),
    { signal },
  );
  grip.addEventListener(
    'pointermove',
    (event) => {
      if (grip.hasPointerCapture(event.pointerId)) moved(event);
    },
    { signal },
  );
}
