import type { Deal } from './deal.ts';
import { h } from './dom.ts';
import { avatar, type Desk, type Page } from './page.ts';
import type { Word } from './words.ts';

const ROW_HEIGHT = 41;
/** Rows beyond each edge of the viewport that are built as well. */
const MARGIN = 8;
const COLUMNS: Word[] = ['name', 'account', 'owner', 'stage', 'amount', 'closeDate', 'lastActivity', 'score'];

/** The list of all deals: the rows near the viewport, or all of them with `rows=all`. */
export function listPage(desk: Desk): Page {
  const head = h(
    'tr',
    {},
    ...COLUMNS.map((column) => h('th', { scope: 'col', class: column }, desk.word(column))),
  );
  const body = h('tbody');
  const count = h('p', { class: 'quiet count', 'data-total': String(desk.data.deals.length) });
  const table = h('table', { class: 'grid' }, h('thead', {}, head), body);
  const scroller = h('div', { class: 'scroller' }, table);
  const show = desk.switches.rows === 'all' ? showAll(body, desk) : windowed(scroller, body, desk);
  const filter = (words: string) => {
    const deals = matching(desk.data.deals, words);
    count.textContent = desk.word('counted', {
      shown: desk.format.count(deals.length),
      total: desk.format.count(desk.data.deals.length),
    });
    table.setAttribute('aria-rowcount', String(deals.length + 1));
    show(deals);
  };
  const search = h('input', {
    type: 'search',
    placeholder: desk.word('filterHint'),
    'aria-label': desk.word('filter'),
  });
  search.addEventListener('input', () => search instanceof HTMLInputElement && filter(search.value));
  filter('');
  const top = h('header', { class: 'page-header' }, h('h1', {}, desk.word('allDeals')), count, search);
  return {
    title: `${desk.word('deals')} | Keelson`,
    view: h('section', { 'data-view': 'list', class: 'view' }, top, scroller),
  };
}

function matching(deals: Deal[], words: string): Deal[] {
  const wanted = words.trim().toLowerCase();
  if (wanted === '') return deals;
  return deals.filter((deal) =>
    [deal.name, deal.account, deal.owner?.name].some((text) => text?.toLowerCase().includes(wanted)),
  );
}

function showAll(body: HTMLElement, desk: Desk): (deals: Deal[]) => void {
  return (deals) => body.replaceChildren(...deals.map((deal, index) => row(deal, index, desk)));
}

function windowed(scroller: HTMLElement, body: HTMLElement, desk: Desk): (deals: Deal[]) => void {
  let shown: Deal[] = [];
  let first = -1;
  const space = (rows: number) => {
    const filler = h(
      'tr',
      { 'aria-hidden': 'true', class: 'space' },
      h('td', { colspan: String(COLUMNS.length) }),
    );
    filler.style.height = `${rows * ROW_HEIGHT}px`;
    return filler;
  };
  const draw = () => {
    const top = Math.max(0, Math.floor(scroller.scrollTop / ROW_HEIGHT) - MARGIN);
    if (top === first) return;
    first = top;
    const height = scroller.clientHeight || window.innerHeight;
    const end = Math.min(shown.length, top + Math.ceil(height / ROW_HEIGHT) + 2 * MARGIN);
    const rows = shown.slice(top, end).map((deal, index) => row(deal, top + index, desk));
    body.replaceChildren(space(top), ...rows, space(shown.length - end));
  };
  scroller.addEventListener('scroll', draw);
  new ResizeObserver(() => {
    first = -1;
    draw();
  }).observe(scroller);
  return (deals) => {
    shown = deals;
    first = -1;
    scroller.scrollTop = 0;
    draw();
  };
}

function row(deal: Deal, index: number, desk: Desk): HTMLElement {
  const last = deal.activities[0];
  const cells: Record<string, string | HTMLElement> = {
    name: h('a', { href: `/deals/${deal.id}` }, deal.name),
    account: deal.account ?? '—',
    owner:
      deal.owner === null
        ? desk.word('unassigned')
        : h('span', { class: 'person' }, avatar(deal.owner), deal.owner.name),
    stage: desk.stage(deal.stage),
    amount: deal.amount === null ? '—' : desk.format.money(deal.amount, deal.currency),
    closeDate: desk.format.day(deal.closeDate),
    lastActivity: last === undefined ? '—' : desk.format.day(last.at),
    score: h('span', { class: 'live', 'data-live': true }, String(deal.score)),
  };
  const fields = COLUMNS.map((column) => h('td', { 'data-field': column }, cells[column] ?? ''));
  return h('tr', { 'data-record-id': deal.id, 'aria-rowindex': String(index + 2) }, ...fields);
}
