import { reps } from './company.ts';
import type { Deal } from './deal.ts';
import { h } from './dom.ts';
import { findDeep } from './shadow.ts';
import { dealAside, dealNotes } from './deal-aside.ts';
import { part, personLink, type Desk, type Page } from './page.ts';
import { daysBetween } from './days.ts';

const NOTHING = '—';

/** The page of one deal, to be read or, while editing, as a form. */
export function dealPage(deal: Deal, desk: Desk): Page {
  const id = desk.switches.tie === 'id' ? deal.id : null;
  const article = h(
    'article',
    { class: 'deal', 'data-record-id': id },
    header(deal, desk),
    part('stage', stagePath(deal, desk), desk),
    h(
      'div',
      { class: 'columns' },
      h('div', { class: 'aside' }, details(deal, desk), dealNotes(deal, desk)),
      dealAside(deal, desk),
    ),
  );
  return {
    title: `${deal.name} | Keelson`,
    view: h('section', { 'data-view': 'deal', class: 'view' }, article),
  };
}

function header(deal: Deal, desk: Desk): HTMLElement {
  const { word, editing } = desk;
  const button = (action: string, label: string, look: string) =>
    h('button', { type: 'button', 'data-action': action, class: look }, label);
  const buttons = editing
    ? [button('cancel', word('cancel'), 'button'), button('save', word('save'), 'button filled')]
    : [button('note', word('addNote'), 'button'), button('edit', word('edit'), 'button filled')];
  return h(
    'header',
    { class: 'deal-header' },
    h('nav', { class: 'crumbs' }, h('a', { href: '/deals' }, word('deals')), ' / ', pipelineLink(deal)),
    h(
      'div',
      { class: 'headline' },
      part('name', h('h1', editing ? {} : { 'data-field': 'name' }, deal.name), desk),
      part('status', badge(deal, desk), desk),
      h('div', { class: 'actions' }, ...buttons),
    ),
  );
}

function badge({ status }: Deal, desk: Desk): HTMLElement {
  const attributes = { class: `badge ${status}`, 'data-field': 'status', 'data-value': status };
  return h('span', attributes, desk.word(status));
}

function pipelineLink(deal: Deal): HTMLElement {
  return h('a', { href: `/pipeline/${deal.pipeline.id}` }, deal.pipeline.name);
}

/** Every stage of the pipeline in order; the current one carries `aria-current` and how long the deal has been there. */
function stagePath(deal: Deal, desk: Desk): HTMLElement {
  const now = deal.pipeline.stages.indexOf(deal.stage);
  const days = daysBetween(deal.history.at(-1)?.day ?? desk.data.today, desk.data.today);
  const steps = deal.pipeline.stages.map((stage, index) =>
    h(
      'li',
      {
        class: index < now && deal.status !== 'lost' ? 'step done' : 'step',
        'aria-current': index === now ? 'step' : null,
        'data-stage': stage.toLowerCase().replaceAll(' ', '-'),
      },
      h('span', { class: 'step-name' }, desk.stage(stage)),
      index === now
        ? h('span', { class: 'step-days' }, desk.word('daysIn', { n: desk.format.count(days) }))
        : null,
    ),
  );
  return h('ol', { class: 'stages', 'data-field': 'stage', 'aria-label': desk.word('stage') }, ...steps);
}

function details(deal: Deal, desk: Desk): HTMLElement {
  const { word } = desk;
  return h(
    'section',
    { class: 'card details' },
    h('h2', {}, word('details')),
    h(
      'dl',
      {},
      ...(desk.editing ? formCells(deal, desk) : shownCells(deal, desk)),
      ...furtherCells(deal, desk),
    ),
  );
}

function cell(label: string | HTMLElement, value: HTMLElement): HTMLElement {
  return h('div', { class: 'cell' }, h('dt', {}, label), value);
}

function shownCell(field: string, label: string, value: string | HTMLElement, desk: Desk): HTMLElement {
  return part(field, cell(label, h('dd', { 'data-field': field }, value)), desk);
}

/** What no form changes. */
function furtherCells(deal: Deal, desk: Desk): HTMLElement[] {
  const { word, format } = desk;
  const score = h('dd', { 'data-field': 'score', 'data-live': true }, String(deal.score));
  return [
    shownCell('pipeline', word('pipeline'), pipelineLink(deal), desk),
    shownCell('probability', word('probability'), format.percent(deal.probability), desk),
    shownCell('source', word('source'), deal.source, desk),
    shownCell('createdBy', word('createdBy'), deal.createdBy.name, desk),
    shownCell('createdDate', word('createdDate'), format.time(deal.createdAt), desk),
    cell(word('score'), score),
  ];
}

/** The currency stands in the label, as the sign alone would not tell it ("$", "¥"). */
function amountLabel(deal: Deal, desk: Desk): string {
  return `${desk.word('amount')} (${deal.currency})`;
}

function shownCells(deal: Deal, desk: Desk): HTMLElement[] {
  const { word, format } = desk;
  const amount = deal.amount === null ? NOTHING : format.money(deal.amount, deal.currency);
  return [
    shownCell('account', word('account'), deal.account ?? NOTHING, desk),
    part('owner', cell(word('owner'), ownerShown(deal, desk)), desk),
    shownCell('amount', amountLabel(deal, desk), amount, desk),
    shownCell('closeDate', word('closeDate'), format.day(deal.closeDate), desk),
    shownCell('nextStep', word('nextStep'), deal.nextStep ?? NOTHING, desk),
  ];
}

/** An owner that is to come leaves its place empty and busy; one that is kept back leaves it empty. */
function ownerShown(deal: Deal, desk: Desk): HTMLElement {
  if (desk.ownerToCome) return h('dd', { 'data-field': 'owner', 'aria-busy': 'true' });
  if (desk.switches.owner === 'blank') return h('dd', { 'data-field': 'owner' });
  const owner = deal.owner === null ? desk.word('unassigned') : personLink(deal.owner);
  return h('dd', { 'data-field': 'owner' }, owner);
}

function formCells(deal: Deal, desk: Desk): HTMLElement[] {
  const { word, format } = desk;
  const row = (field: string, label: string, control: HTMLElement) => {
    control.id = `edit-${field}`;
    control.setAttribute('data-field', field);
    return part(field, cell(h('label', { for: control.id }, label), h('dd', {}, control)), desk);
  };
  const input = (value: string, type = 'text') => {
    const control = document.createElement('input');
    control.type = type;
    // Set as a property only: like most forms, this one leaves nothing of the value in its markup.
    control.value = value;
    return control;
  };
  const amount = deal.amount === null ? '' : format.number(deal.amount, deal.currency);
  return [
    row('name', word('name'), input(deal.name)),
    row('account', word('account'), input(deal.account ?? '')),
    row('owner', word('owner'), ownerSelect(deal, desk)),
    row('amount', amountLabel(deal, desk), input(amount)),
    row('closeDate', word('closeDate'), input(deal.closeDate, 'date')),
    row('nextStep', word('nextStep'), input(deal.nextStep ?? '')),
  ];
}

function ownerSelect(deal: Deal, desk: Desk): HTMLElement {
  const select = document.createElement('select');
  const option = (id: string, name: string) => h('option', { value: id }, name);
  select.append(option('', desk.word('unassigned')), ...reps.map((rep) => option(rep.id, rep.name)));
  select.value = deal.owner?.id ?? '';
  return select;
}

/** Writes what the form in `view` holds into the deal. */
export function saveForm(view: Element, deal: Deal, desk: Desk): void {
  const typed = (field: string) => {
    const control = findDeep(view, `#edit-${field}`);
    return control instanceof HTMLInputElement || control instanceof HTMLSelectElement
      ? control.value.trim()
      : '';
  };
  deal.name = typed('name') || deal.name;
  deal.account = typed('account') || null;
  deal.owner = reps.find((rep) => rep.id === typed('owner')) ?? null;
  deal.amount = desk.format.parseNumber(typed('amount'));
  deal.closeDate = typed('closeDate') || deal.closeDate;
  deal.nextStep = typed('nextStep') || null;
}
