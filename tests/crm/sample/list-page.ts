import { LIST_COLUMNS } from './columns.ts';
import type { Deal } from './deal.ts';
import { h } from './dom.ts';
import { headOf, rowOf } from './list-rows.ts';
import { filler } from './list-scroll.ts';
import { dealsListed, type Desk, type Page } from './page.ts';

/** The list of deals, with its own count of how many of them stand in it. */
export function listPage(desk: Desk): Page {
  const { word, format, switches } = desk;
  const columns = switches.cols ?? LIST_COLUMNS;
  const body = h('tbody');
  const count = h('p', { class: 'quiet count' });
  const table = h('table', { class: 'grid' }, h('thead', {}, headOf(columns, desk)), body);
  const scroller = h('div', { class: 'scroller' }, table);
  let total = 0;
  const tell = (rows: number) => {
    count.setAttribute('data-shown', String(rows));
    count.setAttribute('data-total', String(total));
    count.textContent = word('counted', { shown: format.count(rows), total: format.count(total) });
  };
  const row = (deal: Deal, index: number) => rowOf(deal, index, columns, desk);
  const fill = filler({ scroller, body, columns: columns.length, row, tell }, desk);
  const filter = (words: string) => {
    const deals = matching(dealsListed(desk), words);
    total = deals.length;
    table.setAttribute('aria-rowcount', String(total + 1));
    fill(deals);
  };
  const search = document.createElement('input');
  search.type = 'search';
  search.placeholder = word('filterHint');
  search.setAttribute('aria-label', word('filter'));
  search.addEventListener('input', () => filter(search.value));
  filter('');
  const top = h('header', { class: 'page-header' }, h('h1', {}, word('allDeals')), count, search);
  return {
    title: `${word('deals')} | Keelson`,
    view: h('section', { 'data-view': 'list', class: 'view' }, top, scroller),
  };
}

function matching(deals: readonly Deal[], words: string): readonly Deal[] {
  const wanted = words.trim().toLowerCase();
  if (wanted === '') return deals;
  return deals.filter((deal) =>
    [deal.name, deal.account, deal.owner?.name].some((text) => text?.toLowerCase().includes(wanted)),
  );
}
