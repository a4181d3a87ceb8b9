import type { Commitment } from '@/lib/domain/commitment';
import type { Deal } from '@/lib/domain/deal';
import type { Draft } from '@/lib/domain/draft';
import type { OperationId, RepId } from '@/lib/domain/ids';
import { joinedDeal, joinedKey, joinedPeople, joinedSite, type Joining } from '@/lib/domain/join';
import type { Note } from '@/lib/domain/note';
import type { Site } from '@/lib/domain/site';
import { NO_PIPELINE } from '@/lib/domain/stage';
import type { Done } from './commit';
import { StoreError } from './errors';
import {
  COMMITMENTS,
  DEALS,
  DRAFTS,
  HEALTH,
  keyOf,
  NOTES,
  placeKey,
  REPS,
  settingKind,
  SITES,
} from './kinds';
import type { Kind } from './kinds';
import { decodeAll, findToChange } from './read';
import type { StoredRecord } from './schema';
import { segmentWrites } from './segments';
import { SIGHTINGS, type KeptSighting } from './sightings';
import type { Store } from './store';
import { put } from './write';
import type { Write } from './write';

/** Makes one site of two: what is filed under the one that goes is filed under the one that stays, in one commit. */

/**
 * Joins two sites. Deals that were read on both are one deal, people who were are one person, and nothing that anybody wrote is
 * lost: where something is typed beside one deal on both, the words stand one after the other.
 * @throws StoreError `not-found`; `two-sites` where they are not one CRM; `in-doubt` where it is still asked of a deal on both
 * whether it is the same; `unreadable`. Nothing was written then
 */
export function joinSites(store: Store, operation: OperationId, joining: Joining): Promise<Done> {
  return store.commit(operation, async (order) => {
    const [gone, stays] = await Promise.all([
      findToChange(store, SITES, joining.site),
      findToChange(store, SITES, joining.into),
    ]);
    if (gone === null || stays === null) throw new StoreError('not-found');
    const site = joinedSite(gone, stays);
    if (site === null) throw new StoreError('two-sites');
    const people = joinedPeople(await all(store, REPS), joining);
    const place = placing(joining, people.gone);
    const notes = await moved(store, NOTES, place);
    const [promises, sightings] = await Promise.all([
      moved(store, COMMITMENTS, place),
      moved(store, SIGHTINGS, place),
    ]);
    const writes = await Promise.all([
      deals(store, place),
      drafts(store, place),
      stages(store, joining),
      health(store, gone),
      segmentWrites(store, notes, order.revision),
    ]);
    return {
      id: site.id,
      writes: [
        put(SITES, site),
        { store: 'sites', delete: gone.id },
        ...people.changed.map((rep) => put(REPS, rep)),
        ...[...people.gone.keys()].map((id): Write => ({ store: 'reps', delete: id })),
        ...notes.map((note) => put(NOTES, note)),
        ...promises.map((promise) => put(COMMITMENTS, promise)),
        ...sightings.map((sighting) => put(SIGHTINGS, sighting)),
        ...writes.flat(),
      ],
    };
  });
}

/** All of a kind, where there are not many. */
async function all<T>(store: Store, kind: Kind<T>): Promise<T[]> {
  return readable(store, kind, await store.connection.use((db) => db.getAll(kind.store)));
}

/** @throws StoreError `unreadable`: what cannot be read cannot be moved, and must not be left behind */
async function readable<T>(store: Store, kind: Kind<T>, records: StoredRecord[]): Promise<T[]> {
  const items = await decodeAll(store, kind, records);
  if (items.length < records.length) throw new StoreError('unreadable');
  return items;
}

/** Something that is filed under a deal, a person or both. */
type Filed = Note | Commitment | KeptSighting;

interface Placing {
  joining: Joining;
  /** People who are no longer there. */
  gone: RepId[];
  who: (rep: RepId | null) => RepId | null;
  moves: (filed: Pick<Filed, 'deal' | 'rep'>) => boolean;
  at: <F extends Pick<Filed, 'deal' | 'rep'>>(filed: F) => F;
}

function placing(joining: Joining, gone: ReadonlyMap<RepId, RepId>): Placing {
  const who = (rep: RepId | null) => (rep === null ? null : (gone.get(rep) ?? rep));
  const at = <F extends Pick<Filed, 'deal' | 'rep'>>(filed: F): F => ({
    ...filed,
    deal: filed.deal === null ? null : joinedKey(filed.deal, joining),
    rep: who(filed.rep),
  });
  const moves = (filed: Pick<Filed, 'deal' | 'rep'>) => {
    const { deal, rep } = at(filed);
    return deal !== filed.deal || rep !== filed.rep;
  };
  return { joining, gone: [...gone.keys()], who, moves, at };
}

/** What is filed elsewhere from now on; of what may be many only that is read. */
async function moved<T extends Filed>(
  store: Store,
  kind: Kind<T> & { store: 'notes' | 'commitments' | 'sightings' },
  { joining, gone, moves, at }: Placing,
): Promise<T[]> {
  const ofSite = IDBKeyRange.bound([`${joining.site}|`], [`${joining.site}}`]);
  const records = await store.connection.use(async (db) => {
    const found: StoredRecord[][] = await Promise.all([
      db.getAllFromIndex(kind.store, 'byDeal', ofSite),
      ...gone.map((rep) =>
        db.getAllFromIndex(kind.store, 'byRep', IDBKeyRange.bound([rep], [rep, Infinity])),
      ),
      // What was removed is in no other index, and may be put back.
      ...(kind.store === 'sightings' ? [] : [db.getAllFromIndex(kind.store, 'byRemoved')]),
    ]);
    return found.flat();
  });
  const once = new Map(records.map((record) => [keyOf(kind.store, record), record]));
  return (await readable(store, kind, [...once.values()])).filter(moves).map(at);
}

async function deals(store: Store, { joining, who }: Placing): Promise<Write[]> {
  const known = new Map((await all(store, DEALS)).map((deal) => [deal.key, deal]));
  const writes: Write[] = [];
  for (const deal of known.values()) {
    const key = joinedKey(deal.key, joining);
    const { doubt } = deal;
    const mine: Deal = {
      ...deal,
      key,
      rep: who(deal.rep),
      ownerSaid: who(deal.ownerSaid),
      doubt: doubt && { ...doubt, rep: who(doubt.rep) },
    };
    if (key === deal.key) {
      // One that meets the same deal of the other site is written with that.
      if (mine.rep !== deal.rep || mine.ownerSaid !== deal.ownerSaid || mine.doubt?.rep !== doubt?.rep)
        writes.unshift(put(DEALS, mine));
      continue;
    }
    const stays = known.get(key);
    const one =
      stays === undefined
        ? mine
        : joinedDeal({ ...stays, rep: who(stays.rep), ownerSaid: who(stays.ownerSaid) }, mine);
    if (one === 'different') throw new StoreError('two-sites');
    if (one === 'in-doubt') throw new StoreError('in-doubt');
    writes.push(put(DEALS, one), { store: 'deals', delete: deal.key });
  }
  return writes;
}

async function drafts(store: Store, { moves, at }: Placing): Promise<Write[]> {
  const known = new Map((await all(store, DRAFTS)).map((draft) => [placeKey(draft.place), draft]));
  const moving = [...known.values()].filter(({ place }) => moves(place));
  const after = new Map<string, Draft>();
  for (const draft of moving) {
    const place = at(draft.place);
    const key = placeKey(place);
    const there = after.get(key) ?? (moves(known.get(key)?.place ?? place) ? undefined : known.get(key));
    after.set(
      key,
      there === undefined ? { ...draft, place } : { ...there, place, text: `${there.text}\n\n${draft.text}` },
    );
  }
  const gone = moving.map(({ place }) => placeKey(place)).filter((key) => !after.has(key));
  return [
    ...gone.map((key): Write => ({ store: 'drafts', delete: key })),
    ...[...after.values()].map((draft) => put(DRAFTS, draft)),
  ];
}

/** What is known of the stages on the site that stays counts before what is known on the other. */
async function stages(store: Store, { site, into }: Joining): Promise<Write[]> {
  const kind = settingKind('stages');
  const known = await findToChange(store, kind, 'stages');
  const moving = Object.keys(known ?? {}).filter((key) => key.startsWith(`${site}|`));
  if (known === null || moving.length === 0) return [];
  const after = { ...known };
  for (const key of moving) {
    const there = into + key.slice(site.length);
    const [stays, goes] = [known[there] ?? NO_PIPELINE, known[key] ?? NO_PIPELINE];
    delete after[key];
    after[there] = {
      order: stays.order.length > 0 ? stays.order : goes.order,
      said: { ...goes.said, ...stays.said },
    };
  }
  return [put(kind, after)];
}

/** What a recipe finds there is learned anew. */
async function health(store: Store, { id }: Site): Promise<Write[]> {
  const keys = await store.connection.use((db) => db.getAllKeys('health'));
  return keys
    .filter((key) => key.startsWith(`${id} `))
    .map((key): Write => ({ store: HEALTH.store, delete: key }));
}
