import { browser } from 'wxt/browser';
import { isoWithOffset } from '@/lib/domain/time';
import { matchPattern } from '@/lib/domain/origin';
import type { Line } from './client';

/** What a screen asks of the browser, in one place: its line to the background, and its permissions. */

/** The line of this page. All clocks of Sideline are read here, in the page. */
export function browserLine(): Line {
  return {
    send: (message) => browser.runtime.sendMessage(message),
    connect: (name, on) => {
      const port = browser.runtime.connect({ name });
      port.onMessage.addListener(on.message);
      port.onDisconnect.addListener(on.closed);
    },
    alive: () => browser.runtime?.id !== undefined,
    now,
    newId: () => crypto.randomUUID(),
    later: (ms, run) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
  };
}

/** This page's clock, ISO with its offset. */
export function now(): string {
  const date = new Date();
  return isoWithOffset(date.getTime(), -date.getTimezoneOffset());
}

/** Asks the browser for one origin; it shows its own question. To be called straight from a click. */
export function grant(origin: string): Promise<boolean> {
  return browser.permissions.request({ origins: [patternOf(origin)] });
}

/** Gives origins back to the browser. */
export async function revoke(origins: string[]): Promise<void> {
  await browser.permissions.remove({ origins: origins.map(patternOf) });
}

function patternOf(origin: string): string {
  return matchPattern(origin, { withoutPort: import.meta.env.FIREFOX });
}
