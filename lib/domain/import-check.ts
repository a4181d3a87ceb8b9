import * as z from 'zod/mini';
import { dealKeyParts } from './ids';
import { NOTE_LIMIT } from './note';
import { originOf } from './origin';
import { FIELD_NAMES } from './reading';
import {
  commitmentSchema,
  dealSchema,
  draftSchema,
  noteSchema,
  repSchema,
  sightingSchema,
  siteSchema,
} from './schemas';
import { settingSchemas } from './settings';
import type { SettingName } from './settings';
import { isIsoDay } from './time';
import { WrongFile } from './transfer';
import type { Counts, ExportedRecords, ExportKind } from './transfer';

/** Looks at the records of a file one part after another, and at the end at all of them together. */
export interface ImportCheck {
  /** The records as they are to be kept. @throws WrongFile */
  add<K extends ExportKind>(kind: K, items: readonly unknown[]): ExportedRecords[K][];
  /** @throws WrongFile where they do not fit each other, or not what the file says of itself */
  end(counts: Counts): void;
}

/** What was seen so far. Ids and orders only, no words. */
interface Seen {
  counts: Map<ExportKind, number>;
  ids: Map<ExportKind, Set<string | number>>;
  orders: Set<number>;
  named: Record<'reps' | 'deals' | 'notes', Set<string>>;
}

export function startImportCheck(): ImportCheck {
  const seen: Seen = {
    counts: new Map(),
    ids: new Map(),
    orders: new Set(),
    named: { reps: new Set(), deals: new Set(), notes: new Set() },
  };
  return {
    add(kind, items) {
      const records = items.map((item) => recordOf(kind, item));
      for (const record of records) see(seen, kind, record);
      seen.counts.set(kind, (seen.counts.get(kind) ?? 0) + records.length);
      return records;
    },
    end(counts) {
      const kinds = new Set([...seen.counts.keys(), ...(Object.keys(counts) as ExportKind[])]);
      for (const kind of kinds)
        if ((seen.counts.get(kind) ?? 0) !== (counts[kind] ?? 0)) throw new WrongFile('file-counts');
      for (const kind of ['reps', 'deals', 'notes'] as const) {
        const ids = seen.ids.get(kind) ?? new Set();
        for (const named of seen.named[kind]) if (!ids.has(named)) throw new WrongFile('file-dangling');
      }
    },
  };
}

const settingSchema = z.strictObject({ name: z.enum(Object.keys(settingSchemas)), value: z.unknown() });

/** A sighting's own shape has no order: that is the key under which it lies. */
const orderSchema = z.int().check(z.gte(1));

const PARSE: { [K in ExportKind]: (item: unknown) => ExportedRecords[K] } = {
  sites: (item) => siteSchema.parse(item),
  reps: (item) => repSchema.parse(item),
  deals: (item) => dealSchema.parse(item),
  sightings(item) {
    const { order, ...sighting } = z.looseObject({ order: orderSchema }).parse(item);
    return { ...sightingSchema.parse(sighting), order };
  },
  notes: (item) => noteSchema.parse(item),
  commitments: (item) => commitmentSchema.parse(item),
  drafts: (item) => draftSchema.parse(item),
  settings(item) {
    const { name, value } = settingSchema.parse(item);
    return { name, value: settingSchemas[name as SettingName].parse(value) };
  },
};

function recordOf<K extends ExportKind>(kind: K, item: unknown): ExportedRecords[K] {
  let record: ExportedRecords[K];
  try {
    record = PARSE[kind](item);
  } catch {
    // What zod says quotes the record, and names and notes do not belong into an error.
    throw new WrongFile('file-wrong');
  }
  if (!FIT[kind](record)) throw new WrongFile('file-wrong');
  return record;
}

/** The longest that messages carry: whatever is longer could be kept and never be asked for. */
const isId = (id: string): boolean => id.length <= 200;
const isDealKey = (key: string): boolean => key.length <= 600 && dealKeyParts(key) !== null;
const isMoment = (at: string): boolean => !Number.isNaN(Date.parse(at));
const isPlaced = ({ deal, rep }: { deal: string | null; rep: string | null }): boolean =>
  deal !== null || rep !== null;
const DRAFT_LIMIT = 100_000;

/** What must hold of a record beside its shape. */
const FIT: { [K in ExportKind]: (record: ExportedRecords[K]) => boolean } = {
  sites: ({ id, origins }) => isId(id) && origins.every((origin) => originOf(origin) === origin),
  reps: ({ id, name, aliases }) =>
    isId(id) && name.trim() !== '' && aliases.every((alias) => alias.name.trim() !== ''),
  deals: ({ key }) => isDealKey(key),
  sightings: (sighting) =>
    dealKeyParts(sighting.deal)?.site === sighting.site &&
    isMoment(sighting.at) &&
    isMoment(sighting.lastSeen) &&
    FIELD_NAMES.every((name) => fitsField(name, sighting)),
  notes: (note) =>
    isId(note.id) &&
    isPlaced(note) &&
    note.order > 0 &&
    isMoment(note.at) &&
    note.text.trim() !== '' &&
    note.text.length <= NOTE_LIMIT,
  commitments: ({ id, order, at, what }) =>
    isId(id) && order > 0 && isMoment(at) && what.length <= NOTE_LIMIT,
  drafts: ({ place, text }) => isPlaced(place) && text.length <= DRAFT_LIMIT,
  settings: () => true,
};

/** No time of day is kept of what a rep did, from wherever it comes. */
function fitsField(name: (typeof FIELD_NAMES)[number], { fields }: ExportedRecords['sightings']): boolean {
  const field = fields[name];
  if (field === undefined || (name !== 'lastActivity' && name !== 'createdDate')) return true;
  return [field.value, ...(field.alternatives ?? [])].every(isIsoDay);
}

/** What tells a record from all others of its kind, and whom else it names. */
interface Names {
  id: string | number;
  order?: number;
  reps?: (string | null)[];
  deals?: (string | null)[];
  notes?: (string | null)[];
}

const NAMES: { [K in ExportKind]: (record: ExportedRecords[K]) => Names } = {
  sites: ({ id }) => ({ id }),
  reps: ({ id }) => ({ id }),
  deals: ({ key, rep, ownerSaid, doubt }) => ({ id: key, reps: [rep, ownerSaid, doubt?.rep ?? null] }),
  sightings: ({ order, deal, rep }) => ({ id: order, order, deals: [deal], reps: [rep] }),
  notes: ({ id, order, deal, rep }) => ({ id, order, deals: [deal], reps: [rep] }),
  commitments: ({ id, order, deal, rep, note }) => ({
    id,
    order,
    deals: [deal],
    reps: [rep],
    notes: [note],
  }),
  drafts: ({ place: { deal, rep } }) => ({
    id: deal === null ? `rep ${rep}` : `deal ${deal}`,
    deals: [deal],
    reps: [rep],
  }),
  settings: ({ name }) => ({ id: name }),
};

function see<K extends ExportKind>(seen: Seen, kind: K, record: ExportedRecords[K]): void {
  const { id, order, ...named } = NAMES[kind](record);
  const ids = seen.ids.get(kind) ?? new Set();
  if (ids.has(id) || (order !== undefined && seen.orders.has(order))) throw new WrongFile('file-twice');
  seen.ids.set(kind, ids.add(id));
  if (order !== undefined) seen.orders.add(order);
  for (const which of ['reps', 'deals', 'notes'] as const)
    for (const one of named[which] ?? []) if (one !== null) seen.named[which].add(one);
}
