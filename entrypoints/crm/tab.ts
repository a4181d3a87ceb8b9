import type { Layout, PageWords } from '@/lib/domain/site';
import { dress, type Styles } from './host';

const SHADOW = '0 1px 2px rgb(0 0 0 / 0.08), 0 10px 28px -8px rgb(0 0 0 / 0.22)';
const STROKE = '1.1px solid currentColor';
/** The mark: a line, and a person beside it. In borders: the first SVG element costs a page half a millisecond (measured). */
const MARK: Styles[] = [
  { left: '3px', top: '2px', height: '14px', 'border-left': STROKE },
  { left: '8px', top: '3px', width: '6px', height: '6px', border: STROKE, 'border-radius': '50%' },
  {
    left: '6px',
    top: '10.5px',
    width: '10px',
    height: '5px',
    border: STROKE,
    'border-bottom': '0',
    'border-radius': '5px 5px 0 0',
  },
];
const CHEVRONS: Styles[] = ['2px', '7px'].map((left) => ({
  left,
  top: '6px',
  width: '6px',
  height: '6px',
  'border-top': STROKE,
  'border-right': STROKE,
  transform: 'rotate(45deg)',
}));
/** A press that moves less than this is a click. CSS pixels. */
const CLICK_RANGE = 4;
export const TAB_SIZE = { width: 32, height: 44 } as const;

function stroke(styles: Styles): HTMLElement {
  const element = document.createElement('b');
  dress(element, { position: 'absolute', 'box-sizing': 'border-box', ...styles });
  return element;
}

function icon(): { element: HTMLElement; draw(strokes: Styles[], flip: boolean): void } {
  const element = document.createElement('b');
  dress(element, { position: 'relative', width: '18px', height: '18px', 'pointer-events': 'none' });
  let drawn: Styles[] = [];
  return {
    element,
    draw(strokes, flip) {
      if (strokes !== drawn) element.replaceChildren(...strokes.map(stroke));
      drawn = strokes;
      dress(element, { transform: flip ? 'scaleX(-1)' : 'none' });
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
  element.append(drawing.element);
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
    // Inside: see the shadow.
    'outline-offset': '-3px',
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
      // As far as the panel reaches and never over it; see the shelf in dock.ts.
      const edge = layout.open ? `min(${layout.width}px, calc(100vw - 40px))` : '-1px';
      const near = layout.open ? '0' : '1px';
      const least = `${TAB_SIZE.height}px`;
      dress(element, {
        top: `clamp(0px, calc(${layout.tab * 100}vh - ${TAB_SIZE.height / 2}px), calc(100vh - ${least}))`,
        right: right ? edge : 'auto',
        left: right ? 'auto' : edge,
        // A shadow that falls on the frame counts as covering it (measured), as would an outline.
        'box-shadow': layout.open ? 'none' : SHADOW,
        'border-right-width': right ? near : '1px',
        'border-left-width': right ? '1px' : near,
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
