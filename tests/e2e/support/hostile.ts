import type { Frame, Page } from 'playwright';
import { expect } from './test.ts';

/** Words that a page can hold to do harm, and what has to come of them. */

/** Names that a CRM can hold, and how each is shown: as words, on one line, and not endless. */
export const NAMES: { what: string; name: string; shown: string }[] = [
  {
    what: 'markup that would run',
    name: '<img src=x onerror="window.owned=1"><script>window.owned=1</script>',
    shown: '<img src=x onerror="window.owned=1"><script>window.owned=1</script>',
  },
  {
    what: 'an address that would run',
    name: 'javascript:window.owned=1',
    shown: 'javascript:window.owned=1',
  },
  {
    what: 'marks that turn the words around them',
    name: 'Pay \u202e000,1 ruoy\u202c \u2066now\u2069 \u200f!',
    shown: 'Pay 000,1 ruoy now !',
  },
  { what: 'a joined family and a flag', name: '👩🏽‍👩🏾‍👧🏿‍👦🏻 🏴󠁧󠁢󠁳󠁣󠁴󠁿 deal', shown: '👩🏽‍👩🏾‍👧🏿‍👦🏻 🏴󠁧󠁢󠁳󠁣󠁴󠁿 deal' },
  { what: 'control characters', name: 'A\u0000B\u0007C\u001b[31mD\nE', shown: 'A B C [31mD E' },
  { what: 'marks that nobody sees', name: '\u200bTen\u2060 \ufeffpumps\u200b', shown: 'Ten pumps' },
  { what: 'what objects are made of', name: '__proto__', shown: '__proto__' },
  { what: 'a million letters without a space', name: 'W'.repeat(1_000_000), shown: 'W'.repeat(300) },
];

/** Whether words ran as code, and how many elements stand there that only words could have made. */
export function ranOrBecame(screen: Frame | Page): Promise<{ ran: boolean; foreign: number }> {
  return screen.evaluate(() => ({
    ran: 'owned' in window,
    foreign: document.querySelectorAll('img, script:not([src]), a[href^="javascript"], body iframe').length,
  }));
}

/**
 * Nothing ran, nothing became an element, and nothing sticks out to the side.
 * @param width what the panel has to be wide; as wide as it is unless told
 */
export async function expectWhole(panel: Frame, width?: number): Promise<void> {
  expect(await ranOrBecame(panel)).toEqual({ ran: false, foreign: 0 });
  const seen = await panel.evaluate(() => ({
    width: document.documentElement.clientWidth,
    wide: document.documentElement.scrollWidth,
    out: [...document.querySelectorAll('body *')]
      .filter((node) => {
        const { left, right, width: own } = node.getBoundingClientRect();
        return own > 0 && (left < -1 || right > document.documentElement.clientWidth + 1);
      })
      .map((node) => `${node.tagName} ${node.className}`),
  }));
  const wanted = width ?? seen.width;
  expect(seen).toEqual({ width: wanted, wide: wanted, out: [] });
}

/** Every text in a value, however deep, its keys too. */
export function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...textsIn(inner)]);
}

/** What is kept may hold of a page: no endless text, nothing that turns or hides the words around it. */
export function expectInert(kept: unknown): void {
  const texts = textsIn(kept);
  expect(texts.length).toBeGreaterThan(0);
  expect(texts.filter((text) => text.length > 300)).toEqual([]);
  // eslint-disable-next-line no-control-regex
  const strange = /[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/;
  expect(texts.filter((text) => strange.test(text))).toEqual([]);
}
