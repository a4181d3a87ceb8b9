import type { Arrivals } from './arrivals.ts';

/** The address, and the page that follows it. */
export interface Router {
  /** Moves the address at once; the page comes when it arrives. */
  go(path: string): void;
  /** Asks for the page of the address as it is. */
  load(): void;
}

/** Routing in the page. `addressOf` gives the address of a path, or null where none is moved to. The switches stay in it. */
export function createRouter(arrivals: Arrivals, addressOf: (path: string) => string | null): Router {
  const load = () => arrivals.ask(location.pathname);
  window.addEventListener('popstate', load);
  return {
    go: (path) => {
      const address = addressOf(path);
      if (address !== null) history.pushState(null, '', address + location.search);
      arrivals.ask(path);
    },
    load,
  };
}
