import type { Deal } from './deal.ts';
import { h } from './dom.ts';
import type { Desk } from './page.ts';

/** Rows that a lazy list holds at first, and fetches more of as its end comes near. */
export const LAZY_ROWS = 50;

const ROW_HEIGHT = 41;
/** Rows beyond each edge of the viewport that are built as well. */
const MARGIN = 8;
/** How near its end a lazy list fetches more, in px. */
const NEAR = 300;

/** A list that rows are put into. */
export interface Grid {
  scroller: HTMLElement;
  body: HTMLElement;
  columns: number;
  row: (deal: Deal, index: number) => HTMLElement;
  /** Told how many rows stand in the document whenever that changes. */
  tell: (rows: number) => void;
}

/** Puts deals into a list in the stead of those before, from its top. */
type Fill = (deals: readonly Deal[]) => void;

/** The way of filling a list that the switches ask for. */
export function filler(grid: Grid, desk: Desk): Fill {
  const { rows } = desk.switches;
  return rows === 'all' ? all(grid) : rows === 'lazy' ? lazy(grid, desk) : windowed(grid);
}

function all({ body, row, tell }: Grid): Fill {
  return (deals) => {
    body.replaceChildren(...deals.map(row));
    tell(deals.length);
  };
}

/** Rows are added at the end as the reader comes near it, and none is ever taken out. */
function lazy({ scroller, body, row, tell }: Grid, desk: Desk): Fill {
  let deals: readonly Deal[] = [];
  let isFetching = false;
  const add = () => {
    const from = body.children.length;
    body.append(...deals.slice(from, from + LAZY_ROWS).map((deal, index) => row(deal, from + index)));
    tell(body.children.length);
  };
  scroller.addEventListener('scroll', () => {
    const left = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight;
    if (isFetching || left > NEAR || body.children.length >= deals.length) return;
    isFetching = true;
    desk.later(() => {
      isFetching = false;
      add();
    });
  });
  return (next) => {
    deals = next;
    body.replaceChildren();
    add();
  };
}

/** Only the rows near the viewport stand in the document; what is out of it is empty space. */
function windowed({ scroller, body, columns, row, tell }: Grid): Fill {
  let shown: readonly Deal[] = [];
  let first = -1;
  const space = (rows: number) => {
    const cell = h('td', { colspan: String(columns) });
    const empty = h('tr', { 'aria-hidden': 'true', class: 'space' }, cell);
    empty.style.height = `${rows * ROW_HEIGHT}px`;
    return empty;
  };
  const draw = () => {
    const top = Math.max(0, Math.floor(scroller.scrollTop / ROW_HEIGHT) - MARGIN);
    if (top === first) return;
    first = top;
    const height = scroller.clientHeight || window.innerHeight;
    const end = Math.min(shown.length, top + Math.ceil(height / ROW_HEIGHT) + 2 * MARGIN);
    const rows = shown.slice(top, end).map((deal, index) => row(deal, top + index));
    body.replaceChildren(space(top), ...rows, space(shown.length - end));
    tell(rows.length);
  };
  const drawAnew = () => {
    first = -1;
    draw();
  };
  scroller.addEventListener('scroll', draw);
  new ResizeObserver(drawAnew).observe(scroller);
  return (deals) => {
    shown = deals;
    scroller.scrollTop = 0;
    drawAnew();
  };
}
