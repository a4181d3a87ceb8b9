import type { Deal } from '@/lib/domain/deal';
import { dealKeyParts } from '@/lib/domain/ids';
import type { DealKey, RepId } from '@/lib/domain/ids';
import { FIELD_NAMES } from '@/lib/domain/reading';
import type { FieldName, FieldState, SeenField, Sighting } from '@/lib/domain/reading';
import { sightingSchema } from '@/lib/domain/schemas';
import { sameSighting } from '@/lib/domain/sighting';
import { put } from './write';
import type { Write } from './write';
import type { Kind } from './kinds';
import { decodeAll, range, take } from './read';
import type { Page } from './read';
import type { StoredKeys } from './schema';
import type { Store } from './store';

/** A sighting with its place in the order of what was kept. */
export interface KeptSighting extends Sighting {
  order: number;
}

/** A field as it is laid down: its value alone where it was simply read, for there will be a million of them. */
type Compact = string | [value: string, state: string, currency: string | null, ...alternatives: string[]];

const NAMES = new Set<string>(FIELD_NAMES);

/** Laid down apart from the others: its key is its order, and there are many. */
export const SIGHTINGS: Kind<KeptSighting> & { store: 'sightings' } = {
  store: 'sightings',
  keys: ({ order, deal, rep }) => ({ order, deal, ...(rep === null ? {} : { rep }) }),
  body: ({ at, lastSeen, pageKind, crm, recipeVersion, fields, empty }) => ({
    at,
    seen: lastSeen,
    kind: pageKind,
    crm,
    recipe: recipeVersion,
    fields: mapFields(fields, pack),
    ...(empty.length === 0 ? {} : { empty }),
  }),
  parse: unpackSighting,
};

/** Everything is checked at the end, with the whole sighting. */
function unpackSighting(stored: unknown, record: StoredKeys): KeptSighting {
  if (!('order' in record) || !('deal' in record) || record.deal === undefined)
    throw new Error('Not a sighting');
  if (!isObject(stored) || !isObject(stored.fields)) throw new Error('Not the body of a sighting');
  // A field that this version does not know would be dropped when the record is written again.
  if (Object.keys(stored.fields).some((name) => !NAMES.has(name)))
    throw new Error('Not a field of a sighting');
  const sighting = sightingSchema.parse({
    deal: record.deal,
    site: dealKeyParts(record.deal)?.site,
    rep: record.rep ?? null,
    at: stored.at,
    lastSeen: stored.seen,
    pageKind: stored.kind,
    crm: stored.crm,
    recipeVersion: stored.recipe,
    fields: mapFields(stored.fields, unpack),
    ...(stored.empty === undefined ? {} : { empty: stored.empty }),
  });
  return { ...sighting, order: record.order };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function mapFields<A, B>(
  fields: Partial<Record<string, A>>,
  turn: (field: A) => B,
): Partial<Record<FieldName, B>> {
  const turned: Partial<Record<FieldName, B>> = {};
  for (const name of FIELD_NAMES) {
    const field = fields[name];
    if (field !== undefined) turned[name] = turn(field);
  }
  return turned;
}

const PLAIN: FieldState = 'read';

function pack({ state, value, currency, alternatives }: SeenField): Compact {
  if (state === PLAIN && currency === undefined && alternatives === undefined) return value;
  return [value, state, currency ?? null, ...(alternatives ?? [])];
}

function unpack(field: unknown): unknown {
  if (!Array.isArray(field)) return { state: PLAIN, value: field };
  const [value, state, currency, ...alternatives]: unknown[] = field;
  return {
    state,
    value,
    ...(currency === null ? {} : { currency }),
    ...(alternatives.length === 0 ? {} : { alternatives }),
  };
}

/**
 * Keeps sightings in one commit (a list's rows together). One that says the same as the last of its deal only moves when
 * that was last seen, and which recipe saw it. A retry does no harm, so it takes no operation id. Answers with the
 * sightings as they stand now, in the order of the question.
 */
export async function keepSightings(store: Store, sightings: readonly Sighting[]): Promise<KeptSighting[]> {
  let kept: KeptSighting[] = [];
  await store.commit(
    null,
    async (order) => {
      const keys = [...new Set(sightings.map((one) => one.deal))];
      const found = await Promise.all(keys.map((key) => lastSightingOfDeal(store, key)));
      const last = new Map(keys.map((key, at) => [key, found[at] ?? null]));
      const changed = new Map<number, Write>();
      kept = sightings.map((sighting) => {
        const next = follow(last.get(sighting.deal) ?? null, sighting, order);
        last.set(sighting.deal, next);
        changed.set(next.order, put(SIGHTINGS, next));
        return next;
      });
      return { id: sightings[0]?.deal ?? '', writes: [...changed.values()] };
    },
    'relaxed',
  );
  return kept;
}

/** `keepSightings` for one. */
export async function keepSighting(store: Store, sighting: Sighting): Promise<KeptSighting> {
  const [kept] = await keepSightings(store, [sighting]);
  if (kept === undefined) throw new Error('No sighting was kept');
  return kept;
}

function follow(last: KeptSighting | null, sighting: Sighting, order: () => number): KeptSighting {
  if (last === null || !sameSighting(last, sighting)) return { ...sighting, order: order() };
  return { ...last, lastSeen: sighting.lastSeen, recipeVersion: sighting.recipeVersion };
}

/** A page of a deal's sightings, newest first. */
export function sightingsOfDeal(store: Store, deal: DealKey, page: Page): Promise<KeptSighting[]> {
  return list(store, 'byDeal', deal, page);
}

/** A page of the sightings of all deals that were this person's, newest first. */
export function sightingsOfRep(store: Store, rep: RepId, page: Page): Promise<KeptSighting[]> {
  return list(store, 'byRep', rep, page);
}

/** The last sighting of a deal, found without loading the others. */
export async function lastSightingOfDeal(store: Store, deal: DealKey): Promise<KeptSighting | null> {
  return (await list(store, 'byDeal', deal, { limit: 1, before: null }))[0] ?? null;
}

/**
 * The last sighting of each of these deals, in their order; one that was not seen since its `from` is left out. All are
 * found in one go, and none of the others is loaded.
 */
export async function lastSightingsOf(
  store: Store,
  deals: readonly Pick<Deal, 'key' | 'from'>[],
): Promise<KeptSighting[]> {
  const records = await store.connection.use(async (db) => {
    const index = db.transaction('sightings').store.index('byDeal');
    return Promise.all(
      deals.map(async ({ key, from }) => {
        const keys = range(key, { before: null, from });
        return keys === null ? null : ((await index.openCursor(keys, 'prev'))?.value ?? null);
      }),
    );
  });
  return decodeAll(
    store,
    SIGHTINGS,
    records.filter((record) => record !== null),
  );
}

/** The last sighting of any of a person's deals. */
export async function lastSightingOfRep(store: Store, rep: RepId): Promise<KeptSighting | null> {
  return (await list(store, 'byRep', rep, { limit: 1, before: null }))[0] ?? null;
}

async function list(
  store: Store,
  index: 'byDeal' | 'byRep',
  id: string,
  page: Page,
): Promise<KeptSighting[]> {
  const keys = range(id, page);
  if (keys === null) return [];
  const records = await store.connection.use(async (db) => {
    const cursor = await db.transaction('sightings').store.index(index).openCursor(keys, 'prev');
    return take(cursor, page.limit);
  });
  return decodeAll(store, SIGHTINGS, records);
}
