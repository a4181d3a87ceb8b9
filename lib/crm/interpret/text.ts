/** Words from a page, made harmless: they are shown as text, but even text can turn the words around it. */

/** The longest value that is kept, in UTF-16 units. */
export const TEXT_LIMIT = 300;

/** What is looked at before cutting. The page sends at most 2,000; nothing here relies on that. */
const LOOK_LIMIT = 4_000;

/** Embeddings, overrides, isolates and marks of direction, zero-width spaces, byte order marks. Joiners stay: emoji need them. */
const INVISIBLE = /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]/g;

// eslint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u001f\u007f-\u009f]/g;

/** Marks heaped on one letter until they cover the lines around it. No script writes more than eight. */
const HEAPED = /(\p{M}{8})\p{M}+/gu;

/** The words without control and direction characters, on one line, white space folded. */
export function inert(raw: string): string {
  const look = raw.length > LOOK_LIMIT ? raw.slice(0, LOOK_LIMIT) : raw;
  const shown = look.toWellFormed().replace(CONTROL, ' ').replace(INVISIBLE, '').replace(HEAPED, '$1');
  return shown.replace(/\s+/g, ' ').trim();
}

/** Cuts to the limit, never inside a character made of two units. */
export function shortened(text: string): { text: string; cut: boolean } {
  if (text.length <= TEXT_LIMIT) return { text, cut: false };
  return { text: text.slice(0, TEXT_LIMIT).replace(/[\ud800-\udbff]$/, ''), cut: true };
}

/** For comparing words: lower case, compatible forms made one, Latin accents dropped, dots at the end dropped. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/\.+$/, '');
}

/** Whether the words mean "nothing here": no words, dashes, or one of the CRM's own words for it. */
export function isEmpty(text: string, words: readonly string[] = []): boolean {
  return /^[-–—―_.…]*$/.test(text) || words.includes(text.toLowerCase());
}

/** Whether the words say that there is nothing. Dots do not: pages write them while they load. */
export function saysNothing(text: string, words: readonly string[] = []): boolean {
  return /[^.…]/.test(text) && isEmpty(text, words);
}
