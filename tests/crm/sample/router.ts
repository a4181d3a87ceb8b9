import type { Switches } from './switches.ts';

/** A page that was asked for and is not on screen yet. */
interface Visit {
  path: string;
  timer: number;
}

export interface Router {
  /** Moves the address at once and the page when it arrives. */
  go(path: string): void;
  /** Asks for the page of the address as it is. */
  load(): void;
  /** How many pages are still to arrive. */
  pending(): number;
  /** Resolves when no page is to arrive any more. */
  settled(): Promise<void>;
}

/**
 * Client-side routing in which the page may come later than its address (`slow`), and the pages of two fast
 * navigations in the wrong order: `swap` shows the earlier one over the later and puts it right after as long again,
 * `stuck` leaves it so.
 */
export function createRouter(switches: Switches, show: (path: string) => void): Router {
  let visits: Visit[] = [];
  let waiting: (() => void)[] = [];

  const arrive = (visit: Visit) => {
    visits = visits.filter((other) => other !== visit);
    show(visit.path);
    document.body.toggleAttribute('data-loading', visits.length > 0);
    if (visits.length > 0) return;
    waiting.forEach((resolve) => resolve());
    waiting = [];
  };
  const schedule = (path: string, turn: number) => {
    const visit: Visit = { path, timer: 0 };
    visits.push(visit);
    visit.timer = window.setTimeout(() => arrive(visit), switches.slow * turn);
  };
  const load = () => {
    const path = location.pathname;
    const earlier = [...new Set(visits.map((visit) => visit.path))].filter((other) => other !== path);
    visits.forEach((visit) => clearTimeout(visit.timer));
    visits = [];
    if (switches.slow === 0) return arrive({ path, timer: 0 });
    document.body.toggleAttribute('data-loading', true);
    schedule(path, 1);
    if (switches.order === 'normal') return;
    earlier.forEach((other, index) => schedule(other, 2 + index));
    if (switches.order === 'swap' && earlier.length > 0) schedule(path, 2 + earlier.length);
  };

  window.addEventListener('popstate', load);
  return {
    go: (path) => {
      history.pushState(null, '', path + location.search);
      load();
    },
    load,
    pending: () => visits.length,
    settled: () =>
      visits.length === 0 ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve)),
  };
}
