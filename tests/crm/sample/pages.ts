import { boardPage } from './board-page.ts';
import { pipelines, reps } from './company.ts';
import { dealPage } from './deal-page.ts';
import { h } from './dom.ts';
import { homePage } from './home-page.ts';
import { listPage } from './list-page.ts';
import type { Desk, Page } from './page.ts';
import { repPage } from './rep-page.ts';

/** The page of a path, or one that says that there is none. */
export function pageOf(path: string, desk: Desk): Page {
  const [, room = '', id = ''] = path.split('/');
  if (room === '') return homePage(desk);
  const [first] = pipelines;
  if (room === 'deals' && id === '')
    return desk.switches.view === 'board' && first !== undefined ? boardPage(first, desk) : listPage(desk);
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
