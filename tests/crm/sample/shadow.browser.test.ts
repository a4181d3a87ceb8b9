import { describe, expect, it } from 'vitest';
import { ANCHORS } from './anchors.ts';
import { dealPage, saveForm } from './deal-page.ts';
import { deskOf } from './desk.ts';
import { patch } from './dom.ts';
import type { Desk } from './page.ts';
import { closestDeep, findDeep, rootOf } from './shadow.ts';
import { readSwitches } from './switches.ts';

const FIELDS = [
  'name',
  'account',
  'owner',
  'amount',
  'stage',
  'status',
  'closeDate',
  'nextStep',
  'createdDate',
];

const deskFor = (query: string): Desk => deskOf(readSwitches(`?today=2026-11-24&${query}`));

function viewOf(id: string, desk: Desk): HTMLElement {
  const deal = desk.data.deal(id);
  if (deal === undefined) throw new Error(`No deal ${id}`);
  return dealPage(deal, desk).view;
}

const field = (view: Element, name: string) => findDeep(view, `[data-field="${name}"]`);

/** The modes of the roots around an element, outermost first. */
function rootsAround(element: Element | null): string[] {
  const root = element?.getRootNode();
  return root instanceof ShadowRoot ? [...rootsAround(root.host), root.mode] : [];
}

describe('the fields of a deal', () => {
  it.each([
    ['none', []],
    ['open', ['open']],
    ['closed', ['closed']],
  ])('stand all alike in roots that are %s', (shadow, roots) => {
    const view = viewOf(ANCHORS.complete, deskFor(`shadow=${shadow}`));
    for (const name of FIELDS) expect([name, rootsAround(field(view, name))]).toEqual([name, roots]);
    expect(rootsAround(findDeep(view, '[data-region="timeline"] time'))).toEqual(roots);
  });

  it('stand in some of each and in none where they are mixed', () => {
    const view = viewOf(ANCHORS.complete, deskFor('shadow=mixed'));
    const kinds = FIELDS.map((name) => rootsAround(field(view, name)).join(' > '));
    expect(new Set(kinds)).toEqual(
      new Set(['', 'open', 'closed', 'closed > open', 'open > closed', 'open > open']),
    );
  });

  it.each(['open', 'closed', 'mixed'])(
    'are the same, and the tie stays outside, in roots that are %s',
    (shadow) => {
      const plain = viewOf(ANCHORS.euro, deskFor(''));
      const view = viewOf(ANCHORS.euro, deskFor(`shadow=${shadow}`));
      for (const name of FIELDS) expect(field(view, name)?.textContent).toBe(field(plain, name)?.textContent);
      expect(view.querySelector('article')?.getAttribute('data-record-id')).toBe(ANCHORS.euro);
      expect(view.textContent).not.toContain('1,250,000.50');
    },
  );

  it.each(['open', 'closed', 'mixed'])('keep their nodes where another deal is patched in (%s)', (shadow) => {
    const desk = deskFor(`shadow=${shadow}`);
    const view = viewOf(ANCHORS.overdue, desk);
    const before = FIELDS.map((name) => field(view, name));
    patch(view, viewOf(ANCHORS.euro, desk));
    expect(FIELDS.map((name) => field(view, name))).toEqual(before);
    expect(field(view, 'amount')?.textContent).toBe('€1,250,000.50');
    expect(field(view, 'owner')?.textContent).toContain('Jürgen Groß');
  });

  it('are taken from the form in their roots', () => {
    const desk = deskFor('shadow=closed&edit=1');
    const deal = { ...desk.data.deal(ANCHORS.complete) } as Parameters<typeof saveForm>[1];
    const { view } = dealPage(deal, desk);
    const control = findDeep(view, '#edit-amount');
    if (!(control instanceof HTMLInputElement)) throw new Error('The form has no amount');
    control.value = '99,500.25';
    saveForm(view, deal, desk);
    expect(deal.amount).toBe(99_500.25);
  });
});

describe('a click in a closed root', () => {
  it('is told of with the link that it hit, and the page around it is found', () => {
    const targets: (EventTarget | null)[] = [];
    const clicked = (event: MouseEvent) => {
      targets.push(event.target);
      event.preventDefault();
    };
    const desk = { ...deskFor('shadow=closed'), clicked };
    const view = document.body.appendChild(viewOf(ANCHORS.complete, desk));
    const link = findDeep(view, '[data-field="owner"] a');
    if (!(link instanceof HTMLElement)) throw new Error('The owner is no link');
    link.click();
    expect(targets).toEqual([link]);
    expect(closestDeep(link, '[data-view="deal"]')).toBe(view);
    expect([...view.querySelectorAll('keelson-part')].some((host) => host.shadowRoot !== null)).toBe(false);
    expect([...view.querySelectorAll('keelson-part')].every((host) => rootOf(host)?.mode === 'closed')).toBe(
      true,
    );
    view.remove();
  });
});
