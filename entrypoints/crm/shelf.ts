import { PANEL_WIDTH, type Layout, type PageWords } from '@/lib/domain/site';
import { dress } from './host';

/** The width of the edge that the panel is made wider by. CSS pixels. */
const GRIP = 6;

/** What holds the panel's frame beside the page. */
export interface Shelf {
  draw(layout: Layout): void;
  /** Loads the frame anew. */
  load(src: string): void;
  /** Takes the frame out. */
  empty(): void;
  /** The frame, or in its place the line that says why there is none. */
  present(alive: boolean): void;
  /** The frame, if there is one now. */
  frame(): HTMLIFrameElement | null;
}

/** Made at the first opening, before the tab in its root. @param resized is told each width that the user drags it to. */
export function makeShelf(options: {
  root: ShadowRoot;
  words: PageWords;
  signal: AbortSignal;
  resized(width: number): void;
  /** Opens the browser's own side panel. */
  beside(): void;
}): Shelf {
  const { root, words, signal } = options;
  let frame: HTMLIFrameElement | null = null;
  let side: Layout['side'] = 'right';
  const element = document.createElement('div');
  const refusal = document.createElement('p');
  const grip = document.createElement('div');
  refusal.textContent = words.refused;
  if (words.beside) refusal.append(makeBeside(words.beside, signal, options.beside));
  grip.title = words.resize;
  element.append(refusal, grip);
  dressAll(element, refusal, grip);
  root.prepend(element);
  resizeBy(grip, signal, (event) => {
    const wide = side === 'right' ? innerWidth - event.clientX : event.clientX;
    options.resized(Math.round(Math.min(PANEL_WIDTH.most, Math.max(PANEL_WIDTH.least, wide))));
  });

  function empty(): void {
    frame?.remove();
    frame = null;
  }

  return {
    draw(layout) {
      side = layout.side;
      const right = side === 'right';
      dress(element, {
        display: layout.open ? 'block' : 'none',
        // Narrow windows: the panel never covers what the tab needs to stand on.
        width: `min(${layout.width}px, calc(100vw - 40px))`,
        right: right ? '0' : 'auto',
        left: right ? 'auto' : '0',
      });
      // Beside the frame: whatever lies over it, the browser tells the panel that it is covered.
      dress(grip, { left: right ? `-${GRIP}px` : 'auto', right: right ? 'auto' : `-${GRIP}px` });
    },
    load(src) {
      empty();
      frame = makeFrame(words.panel);
      frame.src = src;
      dress(refusal, { display: 'none' });
      element.append(frame);
    },
    empty,
    present(alive) {
      dress(refusal, { display: alive ? 'none' : 'block' });
      if (frame) dress(frame, { visibility: alive ? 'visible' : 'hidden' });
    },
    frame: () => frame,
  };
}

function makeBeside(words: string, signal: AbortSignal, press: () => void): HTMLElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = words;
  dress(button, {
    display: 'block',
    'margin-top': '12px',
    padding: '8px 12px',
    font: 'inherit',
    cursor: 'pointer',
  });
  // A page can forge a click, but not a trusted one.
  button.addEventListener('click', (event) => event.isTrusted && press(), { signal });
  return button;
}

function makeFrame(title: string): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  frame.title = title;
  frame.allow = 'clipboard-write *';
  dress(frame, {
    border: '0',
    width: '100%',
    height: '100%',
    display: 'block',
    'color-scheme': 'light dark',
  });
  return frame;
}

function dressAll(shelf: HTMLElement, refusal: HTMLElement, grip: HTMLElement): void {
  dress(shelf, {
    position: 'fixed',
    top: '0',
    // Not `100vh`: that would reach under a scroll bar at the bottom of the page.
    bottom: '0',
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
    width: `${GRIP}px`,
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
