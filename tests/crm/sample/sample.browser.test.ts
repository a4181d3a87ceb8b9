import { afterEach, describe, expect, it, vi } from 'vitest';
import { ANCHORS, dataOn, truthOf, type Deal } from './data.ts';
import { dealPage, saveForm } from './deal-page.ts';
import { deskOf } from './desk.ts';
import { h, patch } from './dom.ts';
import type { Desk } from './page.ts';
import { createRouter } from './router.ts';
import { createStorm } from './storm.ts';
import { readSwitches } from './switches.ts';

const TODAY = '2026-11-24';

function deskFor(query = ''): Desk {
  return deskOf(readSwitches(`?today=${TODAY}&${query}`));
}

function dealOf(id: string): Deal {
  const deal = dataOn(TODAY).deal(id);
  if (deal === undefined) throw new Error(`No deal ${id}`);
  return deal;
}

const text = (view: Element, css: string) => view.querySelector(css)?.textContent ?? null;

describe('a deal’s page', () => {
  it('shows what the truth says', () => {
    const { view } = dealPage(dealOf(ANCHORS.complete), deskFor());
    const truth = truthOf(ANCHORS.complete, TODAY);
    expect(text(view, '[data-field="name"]')).toBe(truth.name);
    expect(text(view, '[data-field="amount"]')).toBe('$125,000.00');
    expect(text(view, '[data-field="closeDate"]')).toBe('Dec 26, 2026');
    expect(text(view, '[data-field="stage"] [aria-current="step"] .step-name')).toBe(truth.stage);
    expect(view.querySelector('[data-field="owner"] a')?.getAttribute('href')).toBe(`/reps/${truth.ownerId}`);
    expect(view.querySelector('[data-when="past"] time')?.getAttribute('datetime')).toContain(
      truth.lastActivity,
    );
  });

  it('tells its id unless the tie is switched off', () => {
    const css = '[data-record-id]';
    expect(dealPage(dealOf('10001'), deskFor()).view.querySelector(css)?.getAttribute('data-record-id')).toBe(
      '10001',
    );
    expect(dealPage(dealOf('10001'), deskFor('tie=none')).view.querySelector(css)).toBeNull();
  });

  it('keeps the values of its form out of the markup, and takes over what was typed', () => {
    const deal = { ...dealOf(ANCHORS.euro) };
    const desk = deskFor('edit=1&lang=de-DE');
    const { view } = dealPage(deal, desk);
    const amount = view.querySelector('#edit-amount');
    if (!(amount instanceof HTMLInputElement)) throw new Error('The form has no amount');
    expect(amount.value).toBe('1.250.000,50');
    expect(view.outerHTML).not.toContain('1.250.000,50');
    amount.value = '99.500,25';
    saveForm(view, deal, desk);
    expect(deal.amount).toBe(99_500.25);
  });

  it('keeps its nodes where another deal is patched in', () => {
    const { view } = dealPage(dealOf(ANCHORS.overdue), deskFor());
    const before = [view.querySelector('[data-field="name"]'), view.querySelector('[data-field="amount"]')];
    patch(view, dealPage(dealOf(ANCHORS.twin), deskFor()).view);
    expect([view.querySelector('[data-field="name"]'), view.querySelector('[data-field="amount"]')]).toEqual(
      before,
    );
    expect(before[0]?.textContent).toBe('Oven controls, line B');
    expect(view.outerHTML).toBe(dealPage(dealOf(ANCHORS.twin), deskFor()).view.outerHTML);
  });
});

describe('a page that comes before its owner', () => {
  it('keeps the place of the owner empty and busy until then', () => {
    const desk = deskFor('owner=late');
    const owner = () => dealPage(dealOf(ANCHORS.complete), desk).view.querySelector('[data-field="owner"]');
    desk.ownerToCome = true;
    expect([owner()?.textContent, owner()?.getAttribute('aria-busy')]).toEqual(['', 'true']);
    desk.ownerToCome = false;
    expect(owner()?.textContent).toContain(truthOf(ANCHORS.complete, TODAY).owner);
  });

  it('never says one where it is kept back', () => {
    const { view } = dealPage(dealOf(ANCHORS.noOwner), deskFor('owner=blank'));
    expect(text(view, '[data-field="owner"]')).toBe('');
  });
});

describe('the router', () => {
  const home = location.href;
  afterEach(() => history.replaceState(null, '', home));

  it('moves the address before it asks for the page, and asks again on the way back', async () => {
    const asked: string[] = [];
    const ask = (path: string) => asked.push(`${path} at ${location.pathname}`);
    const router = createRouter({ ask, pending: () => 0, settled: () => Promise.resolve() }, (path) =>
      path === '/over' ? null : path,
    );
    router.go('/a');
    router.go('/b');
    router.go('/over');
    expect(location.search).toBe(new URL(home).search);
    history.back();
    await vi.waitFor(() => expect(asked).toEqual(['/a at /a', '/b at /b', '/over at /b', '/a at /a']));
  });
});

describe('a storm', () => {
  it('changes 20 texts a frame, all over the list, until it is stopped', async () => {
    const view = h(
      'div',
      {},
      ...Array.from({ length: 2_000 }, (_, index) => h('span', { 'data-live': true }, `${index % 90}`)),
    );
    document.body.append(view);
    const before = [...view.children].map((cell) => cell.textContent);
    const storm = createStorm();
    storm.start();
    await vi.waitFor(() => expect(storm.frames).toBeGreaterThan(4));
    expect(storm.changes).toBe(20 * storm.stop());
    const changed = [...view.children].filter((cell, index) => cell.textContent !== before[index]);
    view.remove();
    expect(changed.length).toBe(storm.changes);
  });
});
