import type { Person } from './company.ts';
import type { SampleData } from './data.ts';
import type { Deal } from './deal.ts';
import { h } from './dom.ts';
import type { Format } from './format.ts';
import { inShadow } from './shadow.ts';
import type { Switches } from './switches.ts';
import type { Say } from './words.ts';

/** What every page is built from. */
export interface Desk {
  data: SampleData;
  switches: Switches;
  format: Format;
  word: Say;
  /** What the page's language calls a stage. */
  stage: (stage: string) => string;
  /** Whether the deal's page is a form right now. */
  editing: boolean;
  /** Whether the owner of the deal on screen is still to come. */
  ownerToCome: boolean;
  /** Opens a deal as a click on its row does: over the list or on its own page. */
  open: (id: string) => void;
  /** Does what a click asks for; what stands in a shadow root tells it of its clicks. */
  clicked: (event: MouseEvent) => void;
  /** Runs something as late as a page comes. */
  later: (run: () => void) => void;
}

/** One page: what to show and what the tab says. */
export interface Page {
  title: string;
  view: HTMLElement;
}

/** A part of a page, in the shadow roots that the switches give it. */
export function part(name: string, element: HTMLElement, { switches, clicked }: Desk): HTMLElement {
  return inShadow({ shadow: switches.shadow, clicked }, name, element);
}

/** The deals that lists and boards are about. */
export function dealsListed({ data, switches }: Desk): readonly Deal[] {
  return switches.count === null ? data.deals : data.deals.slice(0, switches.count);
}

/** The id that a row or a card tells of its deal, or null where lists have none. */
export function idShown(deal: Deal, { switches }: Desk): string | null {
  return switches.ids === 'none' ? null : deal.id;
}

/** The name of a deal in a list, to open it by. Where lists have no ids, it is no link that could tell one. */
export function dealLink(deal: Deal, desk: Desk, attributes: Record<string, string> = {}): HTMLElement {
  if (desk.switches.ids !== 'none') return h('a', { ...attributes, href: `/deals/${deal.id}` }, deal.name);
  const link = h('span', { ...attributes, class: 'link', role: 'link', tabindex: '0' }, deal.name);
  link.addEventListener('click', () => desk.open(deal.id));
  return link;
}

/** The initials of a person in a coloured disc; the words of it are no part of the name. */
export function avatar(person: Person): HTMLElement {
  const initials = person.name
    .split(/\s+/)
    .map((part) => [...part][0] ?? '')
    .filter((_, index, all) => index === 0 || index === all.length - 1)
    .join('');
  return h(
    'span',
    { class: `avatar tint-${Number(person.id.slice(1)) % 6}`, 'aria-hidden': 'true' },
    initials,
  );
}

/** A person as a link to their page. Only reps have one. */
export function personLink(person: Person): HTMLElement {
  return h('a', { class: 'person', href: `/reps/${person.id}` }, avatar(person), person.name);
}
