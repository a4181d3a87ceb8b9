import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ANCHORS } from './anchors.ts';
import { dealPage } from './deal-page.ts';
import { deskOf } from './desk.ts';
import { h } from './dom.ts';
import { listPage } from './list-page.ts';
import { openModal } from './modal.ts';
import type { Desk } from './page.ts';
import { createPreview } from './preview.ts';
import { putView, removeForeign, viewIn, type How } from './screen.ts';
import { readSwitches } from './switches.ts';

const deskFor = (query = ''): Desk => deskOf(readSwitches(`?today=2026-11-24&${query}`));

function viewOf(id: string, desk: Desk): HTMLElement {
  const deal = desk.data.deal(id);
  if (deal === undefined) throw new Error(`No deal ${id}`);
  return dealPage(deal, desk).view;
}

let place: HTMLElement;
beforeEach(() => {
  place = document.body.appendChild(h('main'));
});
afterEach(() => place.remove());

const ids = (css = 'article') =>
  [...place.querySelectorAll(css)].map((article) => article.getAttribute('data-record-id'));
const idsShown = () =>
  [...place.children]
    .filter((view) => view.checkVisibility() && view.getBoundingClientRect().right > 0)
    .filter((view) => view.getAttribute('aria-hidden') !== 'true')
    .map((view) => view.querySelector('article')?.getAttribute('data-record-id'));

describe('a page that is left', () => {
  /** Shows three deals one after another, the last of them twice. */
  function threeDeals(keep: How['keep']): void {
    const desk = deskFor();
    for (const id of ['10001', '10002', '10003', '10003'])
      putView(place, viewOf(id, desk), `/deals/${id}`, { keep, nodes: 'new', patched: false });
  }

  it('goes, unless it is to be kept', () => {
    threeDeals('none');
    expect(ids()).toEqual(['10003']);
  });

  it('stays in the document before the one that is shown, without display', () => {
    threeDeals('hidden');
    expect([ids(), idsShown()]).toEqual([['10001', '10002', '10003'], ['10003']]);
    expect([...place.children].map((view) => getComputedStyle(view).display !== 'none')).toEqual([
      false,
      false,
      true,
    ]);
  });

  it('stays drawn, but hidden from people who are told by a reader, and off the screen', () => {
    const style = document.head.appendChild(h('style', {}, '.off-screen { position: fixed; left: -300vw }'));
    threeDeals('aria');
    expect([ids(), idsShown()]).toEqual([['10001', '10002', '10003'], ['10003']]);
    expect([...place.children].map((view) => view.checkVisibility())).toEqual([true, true, true]);
    expect(place.firstElementChild?.getBoundingClientRect().right).toBeLessThanOrEqual(0);
    style.remove();
  });

  it('is there once when it is shown again, and only the last three are kept', () => {
    const desk = deskFor();
    for (const id of ['10001', '10002', '10001', '10003', '10004', '10005'])
      putView(place, viewOf(id, desk), id, { keep: 'hidden', nodes: 'new', patched: false });
    expect([ids(), idsShown()]).toEqual([['10001', '10003', '10004', '10005'], ['10005']]);
  });

  it('keeps its nodes where only the rest of it comes', () => {
    const desk = { ...deskFor(), ownerToCome: true };
    const how = { keep: 'hidden', nodes: 'new' } as const;
    putView(place, viewOf('10001', desk), '10001', { ...how, patched: false });
    const view = viewIn(place);
    putView(place, viewOf('10001', { ...desk, ownerToCome: false }), '10001', { ...how, patched: true });
    expect([viewIn(place), place.children.length]).toEqual([view, 1]);
    expect(view?.querySelector('[data-field="owner"]')?.textContent).toContain('Siobhán O’Neill');
  });
});

describe('a preview', () => {
  it('stands beside its list, with the id of its own deal, until it is closed', () => {
    const desk = deskFor('preview=1');
    const how = { keep: 'none', nodes: 'new', patched: false } as const;
    const preview = createPreview(desk);
    place.append(listPage(desk).view, preview.element);
    expect([preview.isOpen(), preview.element.checkVisibility()]).toEqual([false, false]);
    preview.show(viewOf(ANCHORS.euro, desk), ANCHORS.euro, how);
    expect([preview.isOpen(), preview.element.checkVisibility()]).toEqual([true, true]);
    expect(ids('[data-preview] [data-view="deal"] article')).toEqual([ANCHORS.euro]);
    expect(place.querySelectorAll('[data-view="list"] tr[data-record-id]').length).toBeGreaterThan(5);
    preview.show(viewOf(ANCHORS.yen, desk), ANCHORS.yen, how);
    expect(ids()).toEqual([ANCHORS.yen]);
    preview.close();
    expect([ids(), preview.isOpen()]).toEqual([[], false]);
  });
});

describe('a page that tears down what it did not put there', () => {
  it('takes out the children of others and leaves its own', () => {
    place.append(h('nav', { class: 'rail' }), h('x-panel'), h('main'), h('div'));
    removeForeign(place, '.rail, main');
    expect([...place.children].map((child) => child.localName)).toEqual(['nav', 'main']);
  });
});

describe('a modal dialog', () => {
  it('makes the page inert, speaks of another deal, and goes when it is closed', () => {
    const desk = deskFor('lang=de-DE');
    const twin = desk.data.deal(ANCHORS.twin);
    if (twin === undefined) throw new Error('There is no twin');
    openModal(twin, desk);
    const dialog = document.querySelector('dialog');
    expect(dialog?.matches(':modal')).toBe(true);
    expect(dialog?.textContent).toContain('Oven controls, line B');
    expect(dialog?.textContent).toContain('48.600,00');
    dialog?.querySelector('button')?.click();
    expect(dialog?.open).toBe(false);
  });
});
