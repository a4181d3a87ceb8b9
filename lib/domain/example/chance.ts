/** Chance that is none: the same words give the same number, so that the example team is the same on every computer. */

/** A number from 0 up to 1 that follows from the words (FNV-1a with a last stir). */
export function drawn(words: string): number {
  let mixed = 0x811c9dc5;
  for (const letter of words) mixed = Math.imul(mixed ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  return ((mixed ^ (mixed >>> 13)) >>> 0) / 2 ** 32;
}

/** A whole number from `least` to `most`, both included. */
export function drawnBetween(words: string, least: number, most: number): number {
  return least + Math.floor(drawn(words) * (most - least + 1));
}
