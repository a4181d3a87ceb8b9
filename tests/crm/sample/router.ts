import type { Arrivals } from './arrivals.ts';

/** The address, and the page that follows it. */
export interface Router {
  /** Moves the address at once; the page comes when it arrives. */
  go(path: string): void;
  /** Asks for the page of the address as it is. */
  load(): void;
}

/** Routing in the page. The switches stay in the address. */
export function createRouter(arrivals: Arrivals): Router {
  const load = () => arrivals.ask(location.pathname);
  window.addEventListener('popstate', load);
  return {
    go: (path) => {
      history.pushState(null, '', path + location.search);
      load();
    },
    load,
  };
}
