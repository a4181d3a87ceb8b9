import type { Pipeline } from './company.ts';
import { pipelines } from './company.ts';
import type { Deal } from './deal.ts';
import { h } from './dom.ts';
import { avatar, type Desk, type Page } from './page.ts';

/** Cards a column shows before "Show more": the header counts all of them. */
const CARDS = 12;

/** The board of one pipeline: a column for each stage, newest close dates first. */
export function boardPage(pipeline: Pipeline, desk: Desk): Page {
  const deals = desk.data.deals
    .filter((deal) => deal.pipeline.id === pipeline.id)
    .sort((one, other) => (one.closeDate < other.closeDate ? 1 : -1));
  const tabs = pipelines.map((one) =>
    h('a', { href: `/pipeline/${one.id}`, 'aria-current': one.id === pipeline.id ? 'page' : null }, one.name),
  );
  const columns = pipeline.stages.map((stage) =>
    column(
      stage,
      deals.filter((deal) => deal.stage === stage),
      desk,
    ),
  );
  const view = h(
    'section',
    { 'data-view': 'board', class: 'view', 'data-pipeline': pipeline.id },
    h('header', { class: 'page-header' }, h('h1', {}, pipeline.name), h('nav', { class: 'tabs' }, ...tabs)),
    h('div', { class: 'board' }, ...columns),
  );
  return { title: `${pipeline.name} | Keelson`, view };
}

function column(stage: string, deals: Deal[], desk: Desk): HTMLElement {
  const list = h('ul', { class: 'cards' }, ...deals.slice(0, CARDS).map((deal) => card(deal, desk)));
  const more = h(
    'button',
    { type: 'button', class: 'button more' },
    desk.word('showMore', { n: desk.format.count(deals.length - CARDS) }),
  );
  more.addEventListener('click', () => {
    list.append(...deals.slice(CARDS).map((deal) => card(deal, desk)));
    more.remove();
  });
  return h(
    'section',
    { class: 'column', 'data-stage': stage.toLowerCase().replaceAll(' ', '-') },
    h(
      'h2',
      {},
      desk.stage(stage),
      h('span', { class: 'tally', 'data-total': String(deals.length) }, desk.format.count(deals.length)),
    ),
    list,
    deals.length > CARDS ? more : null,
  );
}

function card(deal: Deal, desk: Desk): HTMLElement {
  const amount = deal.amount === null ? '—' : desk.format.money(deal.amount, deal.currency);
  return h(
    'li',
    { class: 'board-card', 'data-record-id': deal.id },
    h('a', { href: `/deals/${deal.id}`, 'data-field': 'name' }, deal.name),
    h('p', { class: 'quiet', 'data-field': 'account' }, deal.account ?? '—'),
    h(
      'p',
      { class: 'card-foot' },
      h('span', { 'data-field': 'amount' }, amount),
      h(
        'span',
        { 'data-field': 'owner', title: deal.owner?.name ?? null },
        deal.owner === null ? '' : avatar(deal.owner),
      ),
    ),
  );
}
