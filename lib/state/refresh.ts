/**
 * Kinds of things that are kept which no screen shows by itself: a draft is in its box, a sighting behind its deal, words
 * behind their notes. What recipes find is shown by the background itself. Facts about a person are counted from sightings.
 */
const UNSEEN = new Set(['drafts', 'sightings', 'settings', 'segments', 'health']);

/**
 * Whether a commit may have changed what a screen shows.
 * @param ofSightings whether the screen shows what was seen
 */
export function isSeen(kinds: readonly string[], ofSightings: boolean): boolean {
  return kinds.some((kind) => !UNSEEN.has(kind) || (ofSightings && kind === 'sightings'));
}

/**
 * Asks again what may have changed, one round at a time: what is kept while a round is under way is asked for in one more
 * round after it, however often it changed.
 */
export function refresher(ask: () => Promise<unknown>): () => Promise<void> {
  let running: Promise<void> | null = null;
  let again = false;
  const run = async (): Promise<void> => {
    try {
      do {
        again = false;
        // oxlint-disable-next-line no-await-in-loop -- a round begins when the last has ended
        await ask();
      } while (again);
    } finally {
      running = null;
    }
  };
  return () => {
    if (running) again = true;
    return (running ??= run());
  };
}
