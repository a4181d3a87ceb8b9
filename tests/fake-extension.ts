import { fakeBrowser } from 'wxt/testing/fake-browser';

/** Where no browser runs, `wxt/browser` finds WXT's in-memory one: the same calls, kept in memory. */
Object.assign(globalThis, { chrome: fakeBrowser, browser: fakeBrowser });
