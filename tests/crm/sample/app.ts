import { createArrivals, type Part } from './arrivals.ts';
import { boardPage } from './board-page.ts';
import { pipelines, reps } from './company.ts';
import { dealPage, saveForm } from './deal-page.ts';
import type { Deal } from './deal.ts';
import { deskOf } from './desk.ts';
import { h, patch } from './dom.ts';
import { homePage } from './home-page.ts';
import { startHostile } from './hostile.ts';
import { listPage } from './list-page.ts';
import type { Page } from './page.ts';
import { repPage } from './rep-page.ts';
import { createRouter } from './router.ts';
import { createScheduler } from './scheduler.ts';
import { createStorm, type Storm } from './storm.ts';
import { readSwitches } from './switches.ts';

/** What tests may ask of the running app. */
export interface SampleApp {
  /** Moves the address at once, the page when it arrives. */
  go(path: string): void;
  open(id: string): void;
  list(): void;
  home(): void;
  board(pipeline: string): void;
  rep(id: string): void;
  back(): void;
  /** Changes a deal, as a colleague might, and shows it if it is the one on screen. */
  change(id: string, changes: Partial<Deal>): void;
  pending(): number;
  settled(): Promise<void>;
  /** What all delays that begin from now on are multiplied by; the switch `scale` sets it before the first. */
  scale: number;
  /** What is on screen, which need not be what the address says, and how many pages were shown so far. */
  shown: { path: string; count: number };
}

declare global {
  interface Window {
    __sample?: SampleApp;
    __storm?: Storm;
  }
}

const switches = readSwitches(location.search);
if (switches.hostile) startHostile();

const main = document.querySelector('main') ?? document.body.appendChild(h('main'));
const shown = { path: '', count: 0 };
const desk = deskOf(switches);
translateFrame();

/** The words that stand around every page, which the served document holds in English. */
function translateFrame(): void {
  if (switches.declare === '') document.documentElement.removeAttribute('lang');
  else document.documentElement.lang = switches.declare;
  document.querySelector('[data-word="home"]')?.replaceChildren(desk.word('home'));
  document.querySelector('[data-word="deals"]')?.replaceChildren(desk.word('deals'));
  document.querySelector('[data-word="pipelines"]')?.replaceChildren(desk.word('pipelines'));
}

function pageOf(path: string): Page {
  const [, room = '', id = ''] = path.split('/');
  if (room === '') return homePage(desk);
  if (room === 'deals' && id === '') return listPage(desk);
  const deal = room === 'deals' ? desk.data.deal(id) : undefined;
  if (deal !== undefined) return dealPage(deal, desk);
  const pipeline = room === 'pipeline' ? pipelines.find((one) => one.id === id) : undefined;
  if (pipeline !== undefined) return boardPage(pipeline, desk);
  const rep = room === 'reps' ? reps.find((one) => one.id === id) : undefined;
  if (rep !== undefined) return repPage(rep, desk);
  const words = h('p', {}, desk.word('nothingHere'));
  return {
    title: `${desk.word('notFound')} | Keelson`,
    view: h('section', { 'data-view': 'none', class: 'view' }, words),
  };
}

function show(path: string, part: Part): void {
  if (path !== shown.path) desk.editing = switches.edit;
  desk.ownerToCome = part === 'page' && hasRest(path);
  const page = pageOf(path);
  const before = main.firstElementChild;
  const alike = before?.getAttribute('data-view') === 'deal' && page.view.dataset['view'] === 'deal';
  if (alike && (switches.nodes === 'reuse' || part === 'rest')) patch(before, page.view);
  else main.replaceChildren(page.view);
  document.title = page.title;
  shown.path = path;
  shown.count += 1;
  for (const link of document.querySelectorAll('.rail a')) {
    const here =
      link.getAttribute('href') === path || (path.startsWith('/deals/') && link.id === 'rail-deals');
    if (here) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
}

/** Only a deal's page has an owner who can come after it. */
function hasRest(path: string): boolean {
  return switches.owner === 'late' && path.startsWith('/deals/');
}

const scheduler = createScheduler(switches);
const wait = (isWaiting: boolean) => document.body.toggleAttribute('data-loading', isWaiting);
const arrivals = createArrivals(switches, scheduler, { show, hasRest, wait });
const router = createRouter(arrivals);

/** The deal on screen, which under `slow` and `order` may not be that of the address. */
function shownDeal(): Deal | undefined {
  const [, room, id = ''] = shown.path.split('/');
  return room === 'deals' ? desk.data.deal(id) : undefined;
}

function act(action: string): void {
  const deal = shownDeal();
  if (deal === undefined) return;
  if (action === 'note') return main.querySelector('textarea')?.focus();
  if (action === 'save') saveForm(main, deal, desk);
  desk.editing = action === 'edit';
  show(shown.path, 'rest');
}

document.addEventListener('click', (event) => {
  if (!(event.target instanceof Element)) return;
  const action = event.target.closest('[data-action]')?.getAttribute('data-action');
  if (action) return act(action);
  const path = event.target.closest('a[href^="/"]')?.getAttribute('href');
  if (!path || event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
  event.preventDefault();
  router.go(path);
});

window.__sample = {
  go: router.go,
  open: (id) => router.go(`/deals/${id}`),
  list: () => router.go('/deals'),
  home: () => router.go('/'),
  board: (pipeline) => router.go(`/pipeline/${pipeline}`),
  rep: (id) => router.go(`/reps/${id}`),
  back: () => history.back(),
  change: (id, changes) => {
    const deal = desk.data.deal(id);
    if (deal === undefined) return;
    Object.assign(deal, changes);
    if (deal === shownDeal()) show(shown.path, 'rest');
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
