import { pipelines, reps, signedIn } from './company.ts';
import { addDays } from './days.ts';
import type { Deal } from './deal.ts';
import { h } from './dom.ts';
import { avatar, type Desk, type Page } from './page.ts';

/** Where the CRM opens: what closes soon, the team, the pipelines. */
export function homePage(desk: Desk): Page {
  const { word } = desk;
  const open = desk.data.deals.filter((deal) => deal.status === 'open');
  const until = addDays(desk.data.today, 14);
  const soon = open
    .filter((deal) => deal.closeDate >= desk.data.today && deal.closeDate <= until)
    .sort((one, other) => (one.closeDate < other.closeDate ? -1 : 1));
  const view = h(
    'section',
    { 'data-view': 'home', class: 'view' },
    h(
      'header',
      { class: 'page-header' },
      h('h1', {}, word('welcome', { name: signedIn.name.split(' ')[0] ?? '' })),
    ),
    h(
      'div',
      { class: 'columns' },
      h('section', { class: 'card' }, h('h2', {}, word('closingSoon')), dealList(soon.slice(0, 9), desk)),
      h(
        'div',
        { class: 'aside' },
        h(
          'section',
          { class: 'card' },
          h('h2', {}, word('lately')),
          dealList(desk.data.deals.slice(0, 4), desk),
        ),
        h('section', { class: 'card' }, h('h2', {}, word('team')), team(open, desk)),
        h('section', { class: 'card' }, h('h2', {}, word('pipelines')), boards(open, desk)),
      ),
    ),
  );
  return { title: `${word('home')} | Keelson`, view };
}

function dealList(deals: Deal[], desk: Desk): HTMLElement {
  const rows = deals.map((deal) =>
    h(
      'li',
      {},
      h('a', { href: `/deals/${deal.id}` }, deal.name),
      h(
        'p',
        { class: 'quiet' },
        [deal.account, deal.owner?.name, desk.format.day(deal.closeDate)].filter(Boolean).join(' · '),
      ),
    ),
  );
  return h('ul', { class: 'notes' }, ...rows);
}

function team(open: Deal[], desk: Desk): HTMLElement {
  const rows = reps.map((rep) => {
    const count = open.filter((deal) => deal.owner?.id === rep.id).length;
    const link = h('a', { class: 'person', href: `/reps/${rep.id}` }, avatar(rep), rep.name);
    return h(
      'tr',
      {},
      h('td', {}, link),
      h('td', { class: 'right' }, desk.word('countOpen', { n: desk.format.count(count) })),
    );
  });
  return h('table', { class: 'plain' }, h('tbody', {}, ...rows));
}

function boards(open: Deal[], desk: Desk): HTMLElement {
  const rows = pipelines.map((pipeline) => {
    const count = open.filter((deal) => deal.pipeline.id === pipeline.id).length;
    const link = h('a', { href: `/pipeline/${pipeline.id}` }, pipeline.name);
    return h(
      'tr',
      {},
      h('td', {}, link),
      h('td', { class: 'right' }, desk.word('countOpen', { n: desk.format.count(count) })),
    );
  });
  return h('table', { class: 'plain' }, h('tbody', {}, ...rows));
}
