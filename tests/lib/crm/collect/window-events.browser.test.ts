import { afterEach, expect, test } from 'vitest';
import { clockOf, eventsOf } from '@/lib/crm/collect/window-events';

const frames: HTMLIFrameElement[] = [];
afterEach(() => {
  for (const frame of frames.splice(0)) frame.remove();
});

/** The events of a document of its own, with an address of its own: any file of this server will do. */
async function listening() {
  const frame = document.createElement('iframe');
  frames.push(frame);
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  frame.src = import.meta.url;
  document.body.append(frame);
  await loaded;
  const view = frame.contentWindow;
  if (view === null) throw new Error('the frame has no window');
  const stop = new AbortController();
  const heard: string[] = [];
  const events = eventsOf(view);
  events.listen(
    () => void heard.push(new URL(events.url()).hash || new URL(events.url()).search),
    (restored) => void heard.push(restored ? 'restored' : 'shown'),
    () => void heard.push('scrolled'),
    stop.signal,
  );
  return { view, events, heard, stop };
}

test('a pushed and a replaced address are told before the page goes on', async () => {
  const { view, heard } = await listening();
  view.history.pushState(null, '', '?one');
  expect(heard).toEqual(['?one']);
  view.history.replaceState(null, '', '?two');
  expect(heard).toEqual(['?one', '?two']);
});

test('a hash that is set is told at once, and again where only the older events tell of it', async () => {
  const { view, heard } = await listening();
  view.location.hash = '#Opportunity/view/7';
  expect(heard[0]).toBe('#Opportunity/view/7');
  heard.length = 0;
  view.dispatchEvent(new PopStateEvent('popstate'));
  view.dispatchEvent(new HashChangeEvent('hashchange'));
  expect(heard).toEqual(['#Opportunity/view/7', '#Opportunity/view/7']);
});

test('a page that is shown again, or comes back from the browser’s memory, is told', async () => {
  const { view, heard, events } = await listening();
  view.document.dispatchEvent(new Event('visibilitychange'));
  view.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
  expect(heard).toEqual(['shown', 'restored']);
  expect(events.hidden()).toBe(false);
});

test('scrolling of any part of the page is told', async () => {
  const { view, heard } = await listening();
  view.document.body.dispatchEvent(new Event('scroll', { bubbles: false }));
  expect(heard).toEqual(['scrolled']);
});

test('nothing is heard any more once the signal aborts', async () => {
  const { view, heard, stop } = await listening();
  stop.abort();
  view.history.pushState(null, '', '?one');
  view.document.dispatchEvent(new Event('visibilitychange'));
  view.dispatchEvent(new PageTransitionEvent('pageshow'));
  expect(heard).toEqual([]);
});

test('the clock runs what is asked of it, unless it is called off', async () => {
  const clock = clockOf(window);
  const ran: string[] = [];
  const callOff = clock.after(1, () => void ran.push('called off'));
  callOff();
  await new Promise<void>((resolve) => void clock.after(5, resolve));
  expect(ran).toEqual([]);
  expect(clock.now()).toBeGreaterThan(0);
});
