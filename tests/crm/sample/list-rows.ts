import type { Column } from './columns.ts';
import type { Deal } from './deal.ts';
import { h } from './dom.ts';
import { amountShown, COMPANY_CURRENCY } from './list-amount.ts';
import { avatar, dealLink, idShown, part, type Desk } from './page.ts';

const NOTHING = '—';

/** The cells over a list. A converted amount says into which currency. */
export function headOf(columns: readonly Column[], desk: Desk): HTMLElement {
  const label = (column: Column) =>
    column === 'amount' && desk.switches.listAmount === 'converted'
      ? `${desk.word('amount')} (${COMPANY_CURRENCY})`
      : desk.word(column);
  return h('tr', {}, ...columns.map((column) => h('th', { scope: 'col', class: column }, label(column))));
}

/** The row of a deal at a place in the list, from 0. */
export function rowOf(deal: Deal, index: number, columns: readonly Column[], desk: Desk): HTMLElement {
  const cells = columns.map((column) => h('td', { 'data-field': column }, cellOf(deal, column, desk)));
  return h('tr', { 'data-record-id': idShown(deal, desk), 'aria-rowindex': String(index + 2) }, ...cells);
}

/** What a list or a card shows of a deal in one column. The score stays where a storm finds it. */
function cellOf(deal: Deal, column: Column, desk: Desk): HTMLElement | string {
  if (column === 'score') return h('span', { class: 'live', 'data-live': true }, String(deal.score));
  const shown = column === 'name' ? dealLink(deal, desk) : column === 'owner' ? ownerOf(deal) : null;
  const text = shown === null ? textOf(deal, column, desk) : null;
  if (desk.switches.shadow === 'none') return shown ?? text ?? '';
  return part(column, shown ?? h('span', {}, text), desk);
}

function ownerOf({ owner }: Deal): HTMLElement | null {
  return owner === null ? null : h('span', { class: 'person' }, avatar(owner), owner.name);
}

/** The words of a deal in a column; for an owner those of having none. */
export function textOf(deal: Deal, column: Column, desk: Desk): string {
  return TEXTS[column](deal, desk);
}

const TEXTS: Record<Column, (deal: Deal, desk: Desk) => string> = {
  name: ({ name }) => name,
  account: ({ account }) => account ?? NOTHING,
  owner: ({ owner }, { word }) => owner?.name ?? word('unassigned'),
  stage: (deal, { stage }) => stage(deal.stage),
  amount: (deal, { switches, format }) => amountShown(deal, switches.listAmount, format),
  closeDate: ({ closeDate }, { format }) => format.day(closeDate),
  lastActivity: ({ activities: [last] }, { format }) => (last === undefined ? NOTHING : format.day(last.at)),
  score: ({ score }) => String(score),
  status: ({ status }, { word }) => word(status),
  nextStep: ({ nextStep }) => nextStep ?? NOTHING,
  createdDate: ({ createdAt }, { format }) => format.day(createdAt),
};
