import type { Person } from './company.ts';
import type { Deal } from './deal.ts';
import { h } from './dom.ts';
import { amountShown } from './list-amount.ts';
import { avatar, dealLink, idShown, type Desk, type Page } from './page.ts';

/** The page of one rep: who they are and which deals of theirs are open. */
export function repPage(rep: Person, desk: Desk): Page {
  const { word } = desk;
  const deals = desk.data.deals.filter((deal) => deal.owner?.id === rep.id);
  const open = deals
    .filter((deal) => deal.status === 'open')
    .sort((one, other) => (one.closeDate < other.closeDate ? -1 : 1));
  const tile = (label: string, count: number) =>
    h(
      'div',
      { class: 'card tile' },
      h('p', { class: 'quiet' }, label),
      h('p', { class: 'figure' }, desk.format.count(count)),
    );
  const view = h(
    'section',
    { 'data-view': 'rep', class: 'view', 'data-user-id': rep.id },
    h(
      'header',
      { class: 'page-header' },
      avatar(rep),
      h('h1', { 'data-field': 'person' }, rep.name),
      h('p', { class: 'quiet' }, `${rep.title}, ${rep.place}`),
    ),
    h(
      'div',
      { class: 'tiles' },
      tile(word('openDeals'), open.length),
      tile(word('noNextStep'), open.filter((deal) => deal.nextStep === null).length),
      tile(word('overdue'), open.filter((deal) => deal.closeDate < desk.data.today).length),
      tile(word('won'), deals.filter((deal) => deal.status === 'won').length),
    ),
    h('section', { class: 'card' }, h('h2', {}, word('openByDate')), table(open.slice(0, 25), desk)),
  );
  return { title: `${rep.name} | Keelson`, view };
}

function table(deals: Deal[], desk: Desk): HTMLElement {
  const { word, format } = desk;
  const heads = [word('name'), word('account'), word('stage'), word('amount'), word('closeDate')];
  const rows = deals.map((deal) =>
    h(
      'tr',
      { 'data-record-id': idShown(deal, desk) },
      h('td', { 'data-field': 'name' }, dealLink(deal, desk)),
      h('td', { 'data-field': 'account' }, deal.account ?? '—'),
      h('td', { 'data-field': 'stage' }, desk.stage(deal.stage)),
      h('td', { 'data-field': 'amount' }, amountShown(deal, desk.switches.listAmount, format)),
      h('td', { 'data-field': 'closeDate' }, format.day(deal.closeDate)),
    ),
  );
  const head = h('tr', {}, ...heads.map((text) => h('th', { scope: 'col' }, text)));
  return h('table', { class: 'grid' }, h('thead', {}, head), h('tbody', {}, ...rows));
}
