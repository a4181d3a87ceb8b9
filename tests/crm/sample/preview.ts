import { h } from './dom.ts';
import type { Desk } from './page.ts';
import { putView, type How } from './screen.ts';

/** A deal beside the list that it was opened from. */
export interface Preview {
  element: HTMLElement;
  /** Where the deal's page is put, after those that were left in it. */
  place: HTMLElement;
  isOpen(): boolean;
  show(view: HTMLElement, id: string, how: How): void;
  close(): void;
}

/** Makes a preview that is closed. */
export function createPreview(desk: Desk): Preview {
  const place = h('div', {});
  const close = h('button', { type: 'button', 'data-action': 'close', class: 'button' }, desk.word('close'));
  const element = h(
    'aside',
    { class: 'preview', 'data-preview': true, hidden: true },
    h('header', { class: 'preview-top' }, close),
    place,
  );
  return {
    element,
    place,
    isOpen: () => !element.hidden,
    show: (view, id, how) => {
      putView(place, view, id, how);
      element.hidden = false;
    },
    close: () => {
      element.hidden = true;
      if (desk.switches.keep === 'none') place.replaceChildren();
    },
  };
}
