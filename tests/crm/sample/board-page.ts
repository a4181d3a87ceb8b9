import type { Pipeline } from './company.ts';
import { pipelines } from './company.ts';
import type { Deal } from './deal.ts';
import { CARD_COLUMNS } from './columns.ts';
import { h } from './dom.ts';
import { textOf } from './list-rows.ts';
import { avatar, dealLink, dealsListed, idShown, type Desk, type Page } from './page.ts';

/** Cards a column shows before "Show more": the header counts all of them. */
const CARDS = 12;

/** The board of one pipeline: a column for each stage, newest close dates first. */
export function boardPage(pipeline: Pipeline, desk: Desk): Page {
  const deals = dealsListed(desk)
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
  const first = desk.switches.rows === 'all' ? deals.length : CARDS;
  const list = h('ul', { class: 'cards' }, ...deals.slice(0, first).map((deal) => card(deal, desk)));
  const left = deals.length - first;
  const more = h(
    'button',
    { type: 'button', class: 'button more' },
    desk.word('showMore', { n: desk.format.count(left) }),
  );
  more.addEventListener('click', () => {
    list.append(...deals.slice(first).map((deal) => card(deal, desk)));
    more.remove();
  });
  const total = { class: 'tally', 'data-total': String(deals.length) };
  return h(
    'section',
    { class: 'column', 'data-stage': stage.toLowerCase().replaceAll(' ', '-') },
    h('h2', {}, desk.stage(stage), h('span', total, desk.format.count(deals.length))),
    list,
    left > 0 ? more : null,
  );
}

function card(deal: Deal, desk: Desk): HTMLElement {
  const columns = desk.switches.cols ?? CARD_COLUMNS;
  const lines = columns.filter((one) => !['name', 'amount', 'owner'].includes(one));
  const foot = [
    columns.includes('amount') ? h('span', { 'data-field': 'amount' }, textOf(deal, 'amount', desk)) : null,
    columns.includes('owner') ? ownerOf(deal) : null,
  ];
  return h(
    'li',
    { class: 'board-card', 'data-record-id': idShown(deal, desk) },
    columns.includes('name') ? dealLink(deal, desk, { 'data-field': 'name' }) : null,
    ...lines.map((line) => h('p', { class: 'quiet', 'data-field': line }, textOf(deal, line, desk))),
    foot.some((one) => one !== null) ? h('p', { class: 'card-foot' }, ...foot) : null,
  );
}

/** A card shows only the initials of its owner; the name is in the tip. */
function ownerOf({ owner }: Deal): HTMLElement {
  return h(
    'span',
    { 'data-field': 'owner', title: owner?.name ?? null },
    owner === null ? '' : avatar(owner),
  );
}
