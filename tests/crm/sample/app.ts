import { ANCHORS } from './anchors.ts';
import { createArrivals, type Part } from './arrivals.ts';
import type { Deal } from './deal.ts';
import { dealPage, saveForm } from './deal-page.ts';
import { deskOf } from './desk.ts';
import { h } from './dom.ts';
import { startHostile } from './hostile.ts';
import { openModal } from './modal.ts';
import { pageOf } from './pages.ts';
import { addressFrom, previewPath, readPlace, recordOf } from './place.ts';
import { createPreview } from './preview.ts';
import { createRouter } from './router.ts';
import { createScheduler } from './scheduler.ts';
import { putView, removeForeign, viewIn } from './screen.ts';
import { closestDeep } from './shadow.ts';
import { createStorm, type Storm } from './storm.ts';
import { readSwitches } from './switches.ts';

/** What tests may ask of the running app. */
export interface SampleApp {
  /** Moves the address at once, the page when it arrives. */
  go(path: string): void;
  /** Opens a deal: beside the list that is on screen where there are previews, else on its own page. */
  open(id: string): void;
  /** Closes a preview; the list below stays. */
  close(): void;
  list(): void;
  /** Makes the deals a list or a board. The address stays: it is that of both. */
  view(view: 'list' | 'board'): void;
  home(): void;
  board(pipeline: string): void;
  rep(id: string): void;
  back(): void;
  /** Opens a modal dialog over the page. */
  modal(): void;
  /** Changes a deal, as a colleague might, and shows it if it is the one on screen. */
  change(id: string, changes: Partial<Deal>): void;
  pending(): number;
  settled(): Promise<void>;
  /** What all delays that begin from now on are multiplied by; the switch `scale` sets it before the first. */
  scale: number;
  /**
   * What is on screen, which need not be what the address says: the path (`/deals?preview=10001` for a deal over the list),
   * the id of the deal or null, and how many pages were shown so far.
   */
  shown: { path: string; record: string | null; count: number };
}

declare global {
  interface Window {
    __sample?: SampleApp;
    __storm?: Storm;
  }
}

/** What the CRM itself puts into `body`. */
const OWN = '.rail, main, .preview, .page-dialog';

const switches = readSwitches(location.search);
if (switches.hostile) startHostile();

const main = document.querySelector('main') ?? document.body.appendChild(h('main'));
const shown: SampleApp['shown'] = { path: '', record: null, count: 0 };
const scheduler = createScheduler(switches);
const desk = deskOf(switches, {
  open,
  clicked,
  later: (run) => scheduler.after(scheduler.draw(switches.slow), run),
});
const preview = createPreview(desk);
if (switches.preview !== 'none') document.body.append(preview.element);
translateFrame();

/** The words that stand around every page, which the served document holds in English. */
function translateFrame(): void {
  if (switches.declare === '') document.documentElement.removeAttribute('lang');
  else document.documentElement.lang = switches.declare;
  document.querySelector('[data-word="home"]')?.replaceChildren(desk.word('home'));
  document.querySelector('[data-word="deals"]')?.replaceChildren(desk.word('deals'));
  document.querySelector('[data-word="pipelines"]')?.replaceChildren(desk.word('pipelines'));
}

/** Whether the list at `/deals` was a list or a board when it was put on screen. */
let listKind = switches.view;

function show(path: string, part: Part): void {
  if (path !== shown.path) desk.editing = switches.edit;
  desk.ownerToCome = part === 'page' && hasRest(path);
  draw(path, part === 'rest');
}

/** Puts a page on screen. One that lies below a preview, or did until now, is left as it is. */
function draw(path: string, patched: boolean): void {
  const { below, record } = readPlace(path);
  const how = { keep: switches.keep, nodes: switches.nodes, patched };
  const stays =
    (record !== null || preview.isOpen()) &&
    readPlace(shown.path).below === below &&
    listKind === switches.view;
  if (!stays) {
    const page = pageOf(below, desk);
    putView(main, page.view, below, how);
    listKind = switches.view;
    document.title = page.title;
  }
  const deal = record === null ? undefined : desk.data.deal(record);
  if (deal === undefined) preview.close();
  else {
    const page = dealPage(deal, desk);
    preview.show(page.view, deal.id, how);
    if (switches.preview === 'path') document.title = page.title;
  }
  Object.assign(shown, { path, record: recordOf(path), count: shown.count + 1 });
  markRail(below);
  if (switches.teardown) removeForeign(document.body, OWN);
}

function markRail(path: string): void {
  for (const link of document.querySelectorAll('.rail a')) {
    const here =
      link.getAttribute('href') === path || (path.startsWith('/deals/') && link.id === 'rail-deals');
    if (here) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
}

/** Only a deal's page has an owner who can come after it. */
function hasRest(path: string): boolean {
  return switches.owner === 'late' && recordOf(path) !== null;
}

const wait = (isWaiting: boolean) => document.body.toggleAttribute('data-loading', isWaiting);
const arrivals = createArrivals(switches, scheduler, { show, hasRest, wait });
const router = createRouter(arrivals, (path) => addressFrom(location.pathname, path, switches.preview));

/** The deal on screen, which under `slow` and `order` may not be that of the address. */
function shownDeal(): Deal | undefined {
  return shown.record === null ? undefined : desk.data.deal(shown.record);
}

/** Draws the page on screen anew, with what has changed. */
function redraw(): void {
  desk.ownerToCome = false;
  draw(shown.path, false);
}

function open(id: string): void {
  const isList = ['list', 'board'].includes(viewIn(main)?.dataset['view'] ?? '');
  const { below } = readPlace(shown.path);
  router.go(switches.preview !== 'none' && isList ? previewPath(below, id) : `/deals/${id}`);
}

function act(action: string): void {
  if (action === 'close') return router.go(readPlace(shown.path).below);
  const deal = shownDeal();
  const view = viewIn(preview.isOpen() ? preview.place : main);
  if (deal === undefined || view === null) return;
  if (action === 'note') return view.querySelector('textarea')?.focus();
  if (action === 'save') saveForm(view, deal, desk);
  desk.editing = action === 'edit';
  redraw();
}

/** A click is told of by the root that it happened in and again by each tree around it; one of them acts on it. */
function clicked(event: MouseEvent): void {
  if (!(event.target instanceof Element) || event.defaultPrevented) return;
  const action = event.target.closest('[data-action]')?.getAttribute('data-action');
  if (action) {
    event.preventDefault();
    return act(action);
  }
  const path = event.target.closest('a[href^="/"]')?.getAttribute('href');
  if (!path || event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
  event.preventDefault();
  const id = recordOf(path);
  if (id !== null && closestDeep(event.target, '[data-view="list"], [data-view="board"]')) open(id);
  else router.go(path);
}

document.addEventListener('click', clicked);

function modal(): void {
  const twin = desk.data.deal(shown.record === ANCHORS.twin ? ANCHORS.overdue : ANCHORS.twin);
  if (twin !== undefined) openModal(twin, desk);
}

window.__sample = {
  go: router.go,
  open,
  close: () => act('close'),
  list: () => router.go('/deals'),
  home: () => router.go('/'),
  board: (pipeline) => router.go(`/pipeline/${pipeline}`),
  rep: (id) => router.go(`/reps/${id}`),
  back: () => history.back(),
  modal,
  view: (view) => {
    switches.view = view;
    arrivals.ask('/deals');
  },
  change: (id, changes) => {
    const deal = desk.data.deal(id);
    if (deal === undefined) return;
    Object.assign(deal, changes);
    if (deal === shownDeal()) redraw();
  },
  pending: arrivals.pending,
  settled: arrivals.settled,
  get scale() {
    return scheduler.scale;
  },
  set scale(scale) {
    scheduler.scale = scale;
  },
  shown,
};
window.__storm = createStorm();
router.load();
if (switches.storm) void arrivals.settled().then(() => window.__storm?.start());
if (switches.modal) void arrivals.settled().then(modal);
