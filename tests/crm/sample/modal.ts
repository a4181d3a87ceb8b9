import type { Deal } from './deal.ts';
import { h } from './dom.ts';
import type { Desk } from './page.ts';

/** Opens a modal dialog over the page. It speaks of another deal, none of which is about the one below. */
export function openModal(other: Deal, desk: Desk): void {
  const { word, format } = desk;
  const dialog = document.createElement('dialog');
  dialog.className = 'page-dialog';
  const amount = other.amount === null ? '—' : format.money(other.amount, other.currency);
  const end = h('button', { type: 'button', class: 'button filled' }, word('keepBoth'));
  end.addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => dialog.remove());
  dialog.append(
    h('h2', {}, word('twins')),
    h('p', {}, h('a', { href: `/deals/${other.id}` }, other.name)),
    h('p', { class: 'quiet' }, `${word('amount')}: ${amount}`),
    end,
  );
  document.body.append(dialog);
  dialog.showModal();
}
