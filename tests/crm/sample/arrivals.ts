import type { Scheduler } from './scheduler.ts';
import { DEFAULT_LATENESS, type Switches } from './switches.ts';

/** What arrives: a page, or on a page that came without its owner the rest of it. */
export type Part = 'page' | 'rest';

/** Something that was asked for and is not on screen yet. */
interface Visit {
  path: string;
  part: Part;
  callOff: () => void;
}

/** Which pages are to come, and in which order they do. */
export interface Arrivals {
  /** Asks for a page. It is shown at once or later, by itself or among others, as the switches say. */
  ask(path: string): void;
  /** How many pages and rests of pages are still to arrive. */
  pending(): number;
  /** Resolves when nothing is to arrive any more. */
  settled(): Promise<void>;
}

/** Where arrivals end. */
export interface Screen {
  show(path: string, part: Part): void;
  /** Whether a page comes without its owner, who follows. */
  hasRest(path: string): boolean;
  /** Told whenever it may have changed whether a page is to come. */
  wait(isWaiting: boolean): void;
}

/**
 * Lets pages come after they were asked for (`slow`), and those of fast navigations in the wrong order: `swap` shows the
 * earlier over the later and puts that right after as long again, `stuck` leaves it so. Under `late` no page is ever
 * called off: each comes in its own time, and where that was over the page of the address, this one is asked for again.
 */
export function createArrivals(
  { order, slow }: Pick<Switches, 'order' | 'slow'>,
  scheduler: Scheduler,
  screen: Screen,
): Arrivals {
  let visits: Visit[] = [];
  let waiting: (() => void)[] = [];
  let wanted = '';

  const isToCome = (path: string) => visits.some((visit) => visit.part === 'page' && visit.path === path);
  const drop = (which: (visit: Visit) => boolean) => {
    visits.filter(which).forEach((visit) => visit.callOff());
    visits = visits.filter((visit) => !which(visit));
  };
  const come = (path: string, ms: number, part: Part = 'page') => {
    const visit: Visit = { path, part, callOff: () => undefined };
    visits.push(visit);
    visit.callOff = scheduler.after(ms, () => arrive(visit));
  };
  const arrive = (visit: Visit) => {
    visits = visits.filter((other) => other !== visit);
    const { path, part } = visit;
    // What was to come of the page that goes now has no place any more.
    if (part === 'page') drop((other) => other.part === 'rest');
    screen.show(path, part);
    if (part === 'page' && screen.hasRest(path))
      come(path, scheduler.draw(slow.max > 0 ? slow : DEFAULT_LATENESS), 'rest');
    if (order === 'late' && path !== wanted && !isToCome(wanted)) come(wanted, scheduler.draw(slow));
    screen.wait(visits.some((other) => other.part === 'page'));
    if (visits.length > 0) return;
    waiting.forEach((resolve) => resolve());
    waiting = [];
  };

  return {
    ask: (path) => {
      wanted = path;
      const pages = visits.filter((visit) => visit.part === 'page').map((visit) => visit.path);
      const earlier = [...new Set(pages)].filter((other) => other !== path);
      if (order !== 'late') drop(() => true);
      const step = scheduler.draw(slow);
      come(path, step);
      if (order === 'swap' || order === 'stuck')
        earlier.forEach((other, index) => come(other, step * (2 + index)));
      if (order === 'swap' && earlier.length > 0) come(path, step * (2 + earlier.length));
      screen.wait(visits.some((visit) => visit.part === 'page'));
    },
    pending: () => visits.length,
    settled: () =>
      visits.length === 0 ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve)),
  };
}
