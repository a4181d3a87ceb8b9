import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ANCHORS } from './anchors.ts';
import { deskOf } from './desk.ts';
import { h } from './dom.ts';
import type { Desk } from './page.ts';
import { pageOf } from './pages.ts';
import { readSwitches } from './switches.ts';

/** 400 px of list, as the style sheet of the sample CRM would give it. */
const STYLE =
  '.scroller { height: 400px; overflow: auto } .grid { border-collapse: collapse } .grid td { height: 41px; padding: 0 }';

let style: HTMLElement;
let view: HTMLElement;
beforeEach(() => {
  style = document.head.appendChild(h('style', {}, STYLE));
});
afterEach(() => {
  style.remove();
  view.remove();
});

/** Puts the deals on screen as a query has them. */
function open(query: string, wiring: Partial<Desk> = {}): void {
  const desk = { ...deskOf(readSwitches(`?today=2026-11-24&${query}`)), ...wiring };
  view = document.body.appendChild(pageOf('/deals', desk).view);
}

const rows = () => [...view.querySelectorAll('tbody tr[aria-rowindex]')];
const fieldsOf = (row: Element | undefined) =>
  [...(row?.querySelectorAll('[data-field]') ?? [])].map((cell) => cell.getAttribute('data-field'));
const counter = () => {
  const count = view.querySelector('.count');
  return [count?.getAttribute('data-shown'), count?.getAttribute('data-total'), count?.textContent];
};

async function scrollTo(top: number): Promise<void> {
  const scroller = view.querySelector('.scroller');
  if (scroller === null) throw new Error('There is no list');
  const scrolled = new Promise((resolve) => scroller.addEventListener('scroll', resolve, { once: true }));
  scroller.scrollTop = top;
  await scrolled;
}

describe('the rows of a list', () => {
  it('are those near the viewport, others as it is scrolled, and their number is said', async () => {
    open('');
    const [first] = rows();
    expect(rows().length).toBeGreaterThan(15);
    expect(rows().length).toBeLessThan(40);
    expect(counter()).toEqual([`${rows().length}`, '2000', `${rows().length} of 2,000 deals`]);
    await scrollTo(41 * 1_000);
    expect(first?.isConnected).toBe(false);
    expect(rows().map((row) => Number(row.getAttribute('aria-rowindex')))).toContain(1_002);
    expect(rows().length).toBeLessThan(40);
    expect(counter()[0]).toBe(`${rows().length}`);
  });

  it('are all of them, or as many as are asked for, also more than the 2,000', () => {
    open('rows=all');
    expect([rows().length, counter()[2]]).toEqual([2_000, '2,000 of 2,000 deals']);
    view.remove();
    open('rows=300&lang=de-DE');
    expect([rows().length, counter()[2]]).toEqual([300, '300 von 300 Deals']);
    view.remove();
    open('rows=2500&cols=name');
    expect(new Set(rows().map((row) => row.getAttribute('data-record-id'))).size).toBe(2_500);
  });

  it('are added as the end comes near where they are lazy, each once, as late as a page', async () => {
    const fetches: (() => void)[] = [];
    open('rows=120,lazy&cols=name', { later: (run) => fetches.push(run) });
    expect([rows().length, counter()[2]]).toEqual([50, '50 of 120 deals']);
    await scrollTo(200);
    expect(fetches.length).toBe(0);
    await scrollTo(41 * 34);
    await scrollTo(41 * 36);
    expect([fetches.length, rows().length]).toEqual([1, 50]);
    fetches.shift()?.();
    expect([rows().length, counter()[2]]).toEqual([100, '100 of 120 deals']);
    await scrollTo(41 * 85);
    fetches.shift()?.();
    expect([rows().length, counter()[2]]).toEqual([120, '120 of 120 deals']);
    await scrollTo(41 * 105);
    expect(fetches.length).toBe(0);
    const places = rows().map((row) => row.getAttribute('aria-rowindex'));
    expect(new Set(places).size).toBe(120);
  });

  it('are counted anew where they are filtered', () => {
    open('rows=all&cols=name');
    const search = view.querySelector('input');
    if (search === null) throw new Error('There is no filter');
    search.value = 'palletiser retrofit, north';
    search.dispatchEvent(new InputEvent('input'));
    const left = rows().length;
    expect(left).toBeGreaterThan(0);
    expect(counter()).toEqual([`${left}`, `${left}`, `${left} of ${left} deals`]);
  });
});

describe('what a row tells', () => {
  it('is the columns that are asked for, in their order', () => {
    open('rows=5&cols=amount,name,closeDate,nothing');
    expect(fieldsOf(rows()[0])).toEqual(['amount', 'name', 'closeDate']);
    expect([...view.querySelectorAll('th')].map((head) => head.textContent)).toEqual([
      'Amount',
      'Deal name',
      'Close date',
    ]);
  });

  it('holds no id anywhere where lists have none, and opens its deal all the same', () => {
    const opened = vi.fn<Desk['open']>();
    open('rows=12&ids=none', { open: opened });
    for (const element of view.querySelectorAll('*'))
      for (const { name, value } of element.attributes) expect(`${name}=${value}`).not.toMatch(/\b100\d\d\b/);
    view.querySelector<HTMLElement>('[data-field="name"] [role="link"]')?.click();
    expect(opened.mock.calls).toEqual([['10001']]);
    view.remove();
    open('rows=12');
    expect(rows()[0]?.getAttribute('data-record-id')).toBe('10001');
    expect(rows()[0]?.querySelector('a')?.getAttribute('href')).toBe('/deals/10001');
  });

  it.each([
    ['', 'Amount', '€1,250,000.50'],
    ['&listamount=rounded', 'Amount', '€1.3M'],
    ['&listamount=converted', 'Amount (USD)', '$1,362,500.55'],
    ['&listamount=rounded&lang=ja-JP', '金額', '€125万'],
    ['&listamount=converted&lang=de-DE', 'Betrag (USD)', '1.362.500,55\u00a0$'],
  ])('is an amount as lists write it (%s)', (query, label, amount) => {
    open(`rows=2&cols=amount${query}`);
    expect(view.querySelector('th')?.textContent).toBe(label);
    expect(rows()[1]?.textContent).toBe(amount);
    expect(rows()[1]?.getAttribute('data-record-id')).toBe(ANCHORS.euro);
  });

  it('stands in roots where fields do', () => {
    open('rows=2&shadow=open');
    expect(rows()[1]?.querySelector('[data-field="amount"]')?.textContent).toBe('');
    const host = rows()[1]?.querySelector('[data-field="amount"] keelson-part');
    expect(host?.shadowRoot?.textContent).toBe('€1,250,000.50');
  });
});

describe('the deals as a board', () => {
  const cards = () => [...view.querySelectorAll('.board-card')];

  it('stand under the address of the list, a dozen a stage, with the number of all', () => {
    open('view=board');
    expect(view.getAttribute('data-view')).toBe('board');
    const [column] = view.querySelectorAll('.column');
    const total = Number(column?.querySelector('[data-total]')?.getAttribute('data-total'));
    expect(total).toBeGreaterThan(12);
    expect(column?.querySelectorAll('.board-card').length).toBe(12);
    column?.querySelector('button')?.click();
    expect(column?.querySelectorAll('.board-card').length).toBe(total);
    view.remove();
    open('view=board&rows=300');
    expect(cards().length).toBeLessThan(300);
    expect(cards().length).toBe(
      [...view.querySelectorAll('[data-total]')].reduce((sum, one) => sum + Number(one.textContent), 0),
    );
  });

  it('show on their cards what is asked for', () => {
    open('view=board&rows=300');
    expect(fieldsOf(cards()[0])).toEqual(['name', 'account', 'amount', 'owner']);
    expect(cards()[0]?.getAttribute('data-record-id')).toMatch(/^1\d{4}$/);
    view.remove();
    open('view=board&rows=300&cols=name,closeDate&ids=none');
    expect(fieldsOf(cards()[0])).toEqual(['name', 'closeDate']);
    expect(view.innerHTML).not.toMatch(/data-record-id|\/deals\//);
  });

  it('call the stages what the language calls them', () => {
    open('view=board&lang=cs-CZ');
    const stages = [...view.querySelectorAll('h2')].map((head) => head.firstChild?.textContent);
    expect(stages.slice(0, 3)).toEqual(['Kvalifikace', 'Analýza potřeb', 'Obhlídka']);
    expect(view.querySelector('.column')?.getAttribute('data-stage')).toBe('qualify');
  });
});
