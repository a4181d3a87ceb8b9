/**
 * The browser's own side panels. No page can see or reach one; each belongs to a window and follows the tab in front there. Its
 * session lives in that document's memory alone, like a framed panel's.
 */

/** A side panel that has said hello. */
export interface Beside {
  /** The browser's id of its window. */
  window: number;
  /** The browser's id of its document, where it tells one. */
  document: string | null;
  /** The tab that it was last shown, or null while it was shown none: what it says of a deal is of that tab's. */
  tab: number | null;
}

/** Takes a side panel in. A window has one: the one before it may not speak any more. */
export function greetBeside(
  besides: Map<string, Beside>,
  hello: { window: number; document: string | null },
  session: string,
): Beside {
  for (const [known, other] of besides) if (other.window === hello.window) besides.delete(known);
  const made: Beside = { ...hello, tab: null };
  besides.set(session, made);
  return made;
}

/** The side panel of a session, or null where it is not this document's. */
export function besideOf(
  besides: ReadonlyMap<string, Beside>,
  shown: string | null,
  speaker: { document: string | null },
): Beside | null {
  const beside = shown === null ? undefined : besides.get(shown);
  return beside && beside.document === speaker.document ? beside : null;
}
