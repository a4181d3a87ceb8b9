import type { Activity, Deal } from './deal.ts';
import { h } from './dom.ts';
import { avatar, part, type Desk } from './page.ts';

/** What stands beside a deal's details: what happened and is planned, the stages it went through, its likes. */
export function dealAside(deal: Deal, desk: Desk): HTMLElement {
  return h(
    'div',
    { class: 'aside' },
    part('timeline', timeline(deal, desk), desk),
    stageHistory(deal, desk),
    similarDeals(deal, desk),
  );
}

function timeline(deal: Deal, desk: Desk): HTMLElement {
  const { word } = desk;
  const past = deal.activities.map((activity) => entry(activity, 'past', desk));
  const planned = deal.planned.map((activity) => entry(activity, 'planned', desk));
  return h(
    'section',
    { class: 'card', 'data-region': 'timeline' },
    h('h2', {}, word('activity')),
    planned.length > 0 ? h('h3', {}, word('planned')) : null,
    planned.length > 0 ? h('ul', { class: 'timeline' }, ...planned) : null,
    h('h3', {}, word('done')),
    past.length > 0
      ? h('ul', { class: 'timeline' }, ...past)
      : h('p', { class: 'quiet' }, word('noActivity')),
  );
}

function entry(activity: Activity, when: 'past' | 'planned', desk: Desk): HTMLElement {
  return h(
    'li',
    { 'data-when': when },
    avatar(activity.person),
    h(
      'div',
      {},
      h('strong', {}, `${activity.kind}: ${activity.subject}`),
      h(
        'p',
        { class: 'quiet' },
        h('span', { class: 'who' }, activity.person.name),
        ', ',
        h('time', { datetime: activity.at }, desk.format.time(activity.at)),
      ),
    ),
  );
}

/** What colleagues wrote about the deal. Their names are not its owner's. */
export function dealNotes(deal: Deal, desk: Desk): HTMLElement {
  const list = deal.notes.map((note) =>
    h(
      'li',
      {},
      h('p', {}, note.text),
      h(
        'p',
        { class: 'quiet' },
        h('span', { class: 'who' }, note.author.name),
        `, ${desk.format.day(note.day)}`,
      ),
    ),
  );
  return h(
    'section',
    { class: 'card', 'data-region': 'notes' },
    h('h2', {}, desk.word('notes')),
    h('textarea', {
      class: 'note-box',
      rows: '2',
      placeholder: desk.word('noteHint'),
      'aria-label': desk.word('note'),
    }),
    list.length > 0 ? h('ul', { class: 'notes' }, ...list) : h('p', { class: 'quiet' }, desk.word('noNotes')),
  );
}

function stageHistory(deal: Deal, desk: Desk): HTMLElement {
  const rows = deal.history.map((change) =>
    h(
      'tr',
      {},
      h('td', {}, desk.stage(change.stage)),
      h('td', { class: 'right' }, desk.format.day(change.day)),
    ),
  );
  return h(
    'section',
    { class: 'card', 'data-region': 'history' },
    h('h2', {}, desk.word('stageHistory')),
    h('table', { class: 'plain' }, h('tbody', {}, ...rows.reverse())),
  );
}

/** Other deals of the account, with their amounts and owners: none of it is about the deal on the page. */
function similarDeals(deal: Deal, desk: Desk): HTMLElement | null {
  const others = desk.data.deals
    .filter((other) => other.account === deal.account && other.id !== deal.id)
    .slice(0, 3);
  if (deal.account === null || others.length === 0) return null;
  const list = others.map((other) =>
    h(
      'li',
      {},
      h('a', { href: `/deals/${other.id}` }, other.name),
      h(
        'p',
        { class: 'quiet' },
        [
          other.amount === null ? null : desk.format.money(other.amount, other.currency),
          other.owner?.name ?? null,
          desk.stage(other.stage),
        ]
          .filter((part) => part !== null)
          .join(' · '),
      ),
    ),
  );
  return h(
    'section',
    { class: 'card', 'data-region': 'similar' },
    h('h2', {}, desk.word('moreWith', { account: deal.account })),
    h('ul', { class: 'notes' }, ...list),
  );
}
