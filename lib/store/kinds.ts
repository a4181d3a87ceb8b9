import type { Commitment } from '@/lib/domain/commitment';
import { ownerOf } from '@/lib/domain/deal';
import type { Deal } from '@/lib/domain/deal';
import type { Draft } from '@/lib/domain/draft';
import type { Health } from '@/lib/domain/health';
import type { Note, NotePlace } from '@/lib/domain/note';
import type { Rep } from '@/lib/domain/rep';
import {
  commitmentSchema,
  dealSchema,
  draftSchema,
  healthSchema,
  noteSchema,
  repSchema,
  siteSchema,
} from '@/lib/domain/schemas';
import { settingSchemas } from '@/lib/domain/settings';
import type { SettingName, Settings } from '@/lib/domain/settings';
import type { Site } from '@/lib/domain/site';
import type { KindName, StoredKeys } from './schema';

/** How one kind of thing is laid down as a record. */
export interface Kind<T> {
  store: KindName;
  /** What stands in plain. */
  keys: (item: T) => StoredKeys;
  /** What goes through the codec. */
  body: (item: T) => unknown;
  /** The thing again, from a record whose body is decoded. @throws where it is not of the shape. */
  parse: (body: unknown, record: StoredKeys) => T;
}

/** The property of each store's records that is their key. */
export const KEY_PATHS = {
  sites: 'id',
  reps: 'id',
  deals: 'key',
  sightings: 'order',
  notes: 'id',
  commitments: 'id',
  segments: 'number',
  drafts: 'place',
  settings: 'name',
  health: 'id',
} as const satisfies Record<KindName, string>;

/** The key of a record. @throws where it has none: such a record cannot come out of the database. */
export function keyOf(store: KindName, record: object): string | number {
  const key: unknown = Reflect.get(record, KEY_PATHS[store]);
  if (typeof key !== 'string' && typeof key !== 'number')
    throw new Error(`A record of ${store} without a key`);
  return key;
}

function whole<T>(
  store: KindName,
  schema: { parse: (value: unknown) => T },
  keys: (item: T) => StoredKeys,
): Kind<T> {
  return { store, keys, body: (item) => item, parse: (body) => schema.parse(body) };
}

export const SITES = whole<Site>('sites', siteSchema, ({ id }) => ({ id }));
export const REPS = whole<Rep>('reps', repSchema, ({ id }) => ({ id }));

export const HEALTH = whole<Health>('health', healthSchema, ({ id }) => ({ id }));

export const DEALS = whole<Deal>('deals', dealSchema, (deal) => {
  const rep = ownerOf(deal);
  return { key: deal.key, ...(rep === null ? {} : { rep }) };
});

export const NOTES = { ...whole<Note>('notes', noteSchema, placed), store: 'notes' } as const;
export const COMMITMENTS = {
  ...whole<Commitment>('commitments', commitmentSchema, placed),
  store: 'commitments',
} as const;

/** What was removed is found by that alone: lists and counts by deal and rep then hold only what stands. */
function placed({ id, order, deal, rep, removedAt }: Note | Commitment) {
  return {
    id,
    order,
    ...(removedAt === null ? {} : { removed: order }),
    ...(removedAt !== null || deal === null ? {} : { deal }),
    ...(removedAt !== null || rep === null ? {} : { rep }),
  };
}

export const DRAFTS = whole<Draft>('drafts', draftSchema, ({ place }) => ({ place: placeKey(place) }));

/**
 * One draft for each deal, and one for each person apart from deals. Whose deal it is does not count: it may be read
 * only after the typing began.
 * @throws where the place is neither.
 */
export function placeKey({ deal, rep }: NotePlace): string {
  if (deal !== null) return `deal ${deal}`;
  if (rep !== null) return `rep ${rep}`;
  throw new Error('A note belongs to a deal or a rep');
}

export function settingKind<Name extends SettingName>(name: Name): Kind<Settings[Name]> {
  const schema = settingSchemas[name];
  return {
    store: 'settings',
    keys: () => ({ name }),
    body: (value) => value,
    parse: (body) => schema.parse(body),
  };
}
