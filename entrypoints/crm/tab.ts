import type { Layout, PageWords } from '@/lib/domain/site';
import { dress } from './host';

/** The mark: a line, and a person beside it. */
const MARK = 'M5 3v18M9 20c0-3.2 2.2-5.5 5-5.5s5 2.3 5 5.5M14 5a3.5 3.5 0 1 0 0 7a3.5 3.5 0 1 0 0-7';
const CHEVRONS = 'M6 17l5-5-5-5M13 17l5-5-5-5';
const SVG = 'http://www.w3.org/2000/svg';
/** A press that moves less than this is a click. CSS pixels. */
const CLICK_RANGE = 4;
export const TAB_SIZE = { width: 32, height: 44 } as const;

function icon(): { svg: SVGElement; draw(shape: string, flip: boolean): void } {
  const svg = document.createElementNS(SVG, 'svg');
  for (const [name, value] of Object.entries({
    viewBox: '0 0 24 24',
    width: '18',
    height: '18',
    'aria-hidden': 'true',
  }))
    svg.setAttribute(name, value);
  const path = document.createElementNS(SVG, 'path');
  svg.append(path);
  dress(svg, {
    fill: 'none',
    stroke: 'currentColor',
    'stroke-width': '1.5',
    'stroke-linecap': 'round',
    'pointer-events': 'none',
  });
  return {
    svg,
    draw(shape, flip) {
      path.setAttribute('d', shape);
      dress(svg, { transform: flip ? 'scaleX(-1)' : 'none' });
    },
  };
}

export interface SmallTab {
  element: HTMLElement;
  /** Draws the tab for a layout. */
  draw(layout: Layout): void;
}

/** The small tab: the only thing in the page until the panel is opened. It shows nothing that is kept: no dot, no count. */
export function makeTab(
  signal: AbortSignal,
  words: PageWords,
  on: { press(): void; dragged(to: Pick<Layout, 'tab' | 'side'>): void },
): SmallTab {
  const element = document.createElement('button');
  element.type = 'button';
  const drawing = icon();
  element.append(drawing.svg);
  dress(element, {
    all: 'initial',
    position: 'fixed',
    width: `${TAB_SIZE.width}px`,
    height: `${TAB_SIZE.height}px`,
    display: 'grid',
    'place-items': 'center',
    'box-sizing': 'border-box',
    cursor: 'pointer',
    'touch-action': 'none',
    'color-scheme': 'light dark',
    background: 'light-dark(#fbfaf8, #1b1a18)',
    color: 'light-dark(#17615a, #83c9bd)',
    border: '1px solid light-dark(#d3cdc2, #46423b)',
    'box-shadow': '0 1px 2px rgb(0 0 0 / 0.08), 0 10px 28px -8px rgb(0 0 0 / 0.22)',
  });
  const ring = (outline: string) => () => dress(element, { outline });
  element.addEventListener('focus', ring('2px solid light-dark(#17615a, #83c9bd)'), { signal });
  element.addEventListener('blur', ring('none'), { signal });
  dragTab(element, signal, on);
  return {
    element,
    draw(layout) {
      const right = layout.side === 'right';
      drawing.draw(layout.open ? CHEVRONS : MARK, layout.open && !right);
      element.setAttribute('aria-label', layout.open ? words.collapse : words.open);
      element.setAttribute('aria-expanded', String(layout.open));
      element.title = words.drag;
      // As far as the panel reaches, less its edge; see the shelf in dock.ts.
      const edge = layout.open ? `min(${layout.width - 1}px, calc(100vw - 41px))` : '-1px';
      const least = `${TAB_SIZE.height}px`;
      dress(element, {
        top: `clamp(0px, calc(${layout.tab * 100}vh - ${TAB_SIZE.height / 2}px), calc(100vh - ${least}))`,
        right: right ? edge : 'auto',
        left: right ? 'auto' : edge,
        'border-radius': right ? '10px 0 0 10px' : '0 10px 10px 0',
      });
    },
  };
}

function dragTab(
  element: HTMLElement,
  signal: AbortSignal,
  on: { press(): void; dragged(to: Pick<Layout, 'tab' | 'side'>): void },
): void {
  let start: { x: number; y: number } | null = null;
  let dragging = false;
  element.addEventListener(
    'pointerdown',
    (event) => {
      if (!event.isTrusted || event.button !== 0) return;
      start = { x: event.clientX, y: event.clientY };
      dragging = false;
      element.setPointerCapture(event.pointerId);
    },
    { signal },
  );
  element.addEventListener(
    'pointermove',
    (event) => {
      if (!start) return;
      dragging ||= Math.hypot(event.clientX - start.x, event.clientY - start.y) > CLICK_RANGE;
      if (!dragging) return;
      const side = event.clientX < innerWidth / 2 ? 'left' : 'right';
      on.dragged({ tab: Math.min(1, Math.max(0, event.clientY / innerHeight)), side });
    },
    { signal },
  );
  const end = () => (start = null);
  element.addEventListener('pointerup', end, { signal });
  element.addEventListener('pointercancel', end, { signal });
  // A page can forge a click, but not a trusted one. Keys come as clicks too, without a press before.
  element.addEventListener(
    'click',
    (event) => {
      if (event.isTrusted && !dragging) on.press();
      dragging = false;
    },
    { signal },
  );
}
