/** A page, and the deal that is opened over it, if any. */
export interface Place {
  below: string;
  record: string | null;
}

/** The path of a deal in a preview over a list: `/deals?preview=10001`. It is what is asked for, never an address. */
export function previewPath(below: string, id: string): string {
  return `${below}?preview=${id}`;
}

/** What a path asks for. */
export function readPlace(path: string): Place {
  const [below = '', record] = path.split('?preview=');
  return { below, record: record ?? null };
}

/** The id of the deal that a path shows, over a list or on its own, or null. */
export function recordOf(path: string): string | null {
  return readPlace(path).record ?? /^\/deals\/(\d+)$/.exec(path)?.[1] ?? null;
}

/** The address that a path moves to from another, or null where it stays: a preview may leave that of its list alone. */
export function addressFrom(here: string, path: string, preview: 'none' | '1' | 'path'): string | null {
  const { below, record } = readPlace(path);
  if (record !== null && preview === 'path') return `/deals/${record}`;
  return preview !== 'none' && below === here ? null : below;
}
