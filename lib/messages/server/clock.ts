const DAY = 86_400_000;

/**
 * Whether a message's clock is more than 24 h ahead of the background's: such a moment is never kept, because it would
 * stand above everything that comes after.
 * @param at ISO with offset
 * @param now milliseconds since 1970
 */
export function tooFarAhead(at: string, now: number): boolean {
  return Date.parse(at) - now > DAY;
}
