/** What the watcher needs of the window that it runs in. */
export interface PageEvents {
  /** The address as it is now. */
  url(): string;
  /**
   * How often the address is to be looked at besides, in milliseconds: seldom where the browser tells of every change,
   * which a page can still keep from us.
   */
  poll: number;
  /** Whether the tab is in the background. */
  hidden(): boolean;
  /**
   * `moved`: the address may have changed. `shown`: the tab came to the front; with `restored`, the whole document came
   * back from the browser's memory after another one was shown in this tab. `scrolled`: something on the page was. Detached
   * when the signal aborts.
   */
  listen(
    moved: () => void,
    shown: (restored: boolean) => void,
    scrolled: () => void,
    signal: AbortSignal,
  ): void;
}

/** The watcher's clock, passed in so that tests need not wait. Milliseconds. */
export interface Clock {
  now(): number;
  /** Runs once after a time; gives the way to call it off. */
  after(ms: number, run: () => void): () => void;
}

/** The events of a real window. The Navigation API tells of `pushState` at once; without it the watcher's poll does. */
export function eventsOf(window: Window): PageEvents {
  return {
    url: () => window.location.href,
    poll: 'navigation' in window ? 1_000 : 250,
    hidden: () => window.document.hidden,
    listen(moved, shown, scrolled, signal) {
      const options = { signal };
      if ('navigation' in window) window.navigation.addEventListener('currententrychange', moved, options);
      window.addEventListener('popstate', moved, options);
      window.addEventListener('hashchange', moved, options);
      window.document.addEventListener('visibilitychange', () => shown(false), options);
      window.document.addEventListener('scroll', scrolled, { signal, capture: true, passive: true });
      window.addEventListener('pageshow', (event) => shown(event.persisted), options);
    },
  };
}

/** The clock of a real window: monotonic, so that a corrected system clock neither hurries nor holds a reading. */
export function clockOf(window: Window): Clock {
  return {
    now: () => window.performance.now(),
    after(ms, run) {
      const timer = window.setTimeout(run, ms);
      return () => window.clearTimeout(timer);
    },
  };
}
