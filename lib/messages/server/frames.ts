/**
 * The handshake of framed panels. A content script is given a one-time token; the frame shows it once, and gets a session
 * that lives in that document's memory alone. A frame that loads again has neither, and shows nothing.
 */

/** A frame that loads again is mounted anew at most this often a minute: a page that keeps reloading it gains nothing. */
export const REMOUNTS_A_MINUTE = 5;

/** A token that was given to a content script and not shown yet. */
export interface Mount {
  tab: number;
  /** The document that it was given to. */
  page: string;
  origin: string;
}

/** A panel that has said hello: bound to one document of one tab for life. */
export interface Session extends Mount {
  /** The browser's id of the frame's own document, where it tells one. */
  document: string | null;
  /** A frame on a site that is off: one view, and the permission. */
  off: boolean;
}

/** What the handshake needs to remember. */
export interface Frames {
  /** By tab: the document that is shown, and whether the user's click put us there on a site that is off. */
  tabs: ReadonlyMap<number, { page: string; once: boolean }>;
  mounts: Map<string, Mount>;
  sessions: Map<string, Session>;
  /** By tab: when frames were mounted anew, in milliseconds of the background's own clock. */
  remounts: Map<number, number[]>;
}

export function giveToken(memory: Frames, mount: Mount, token: string): string {
  // One frame a document: what was given before is void.
  for (const [given, known] of memory.mounts) if (known.tab === mount.tab) memory.mounts.delete(given);
  memory.mounts.set(token, mount);
  return token;
}

export interface Hello {
  token: string;
  tab: number;
  document: string | null;
  /** `location.ancestorOrigins` of the frame, or an empty list where the browser has none. */
  ancestors: string[];
}

/**
 * Takes a token for a session.
 * @returns null where the token is unknown, was used, belongs to another tab, or the frame stands in another origin.
 */
export function greet(
  memory: Frames,
  hello: Hello,
  session: string,
  isOn: (origin: string) => boolean,
): Session | null {
  const mount = memory.mounts.get(hello.token);
  if (!mount || mount.tab !== hello.tab) return null;
  memory.mounts.delete(hello.token);
  const state = memory.tabs.get(hello.tab);
  if (!state || state.page !== mount.page) return null;
  const standsElsewhere =
    hello.ancestors.length > 0 && (hello.ancestors.length !== 1 || hello.ancestors[0] !== mount.origin);
  if (standsElsewhere) return null;
  const off = !isOn(mount.origin);
  if (off && !state.once) return null;
  for (const [known, other] of memory.sessions) if (other.tab === hello.tab) memory.sessions.delete(known);
  const made: Session = { ...mount, document: hello.document, off };
  memory.sessions.set(session, made);
  return made;
}

/** The session of a framed panel, or null where it is not this document's. */
export function sessionOf(
  memory: Frames,
  shown: string | null,
  speaker: { tab: number; document: string | null },
): Session | null {
  const session = shown === null ? undefined : memory.sessions.get(shown);
  if (!session || session.tab !== speaker.tab) return null;
  if (session.document !== null && session.document !== speaker.document) return null;
  if (memory.tabs.get(session.tab)?.page !== session.page) return null;
  return session;
}

/** Whether a frame of this tab may be mounted anew now; counts it if so. `now` in milliseconds. */
export function mayRemount(memory: Frames, tab: number, now: number): boolean {
  const recent = (memory.remounts.get(tab) ?? []).filter((at) => now - at < 60_000);
  const may = recent.length < REMOUNTS_A_MINUTE;
  memory.remounts.set(tab, may ? [...recent, now] : recent);
  return may;
}
