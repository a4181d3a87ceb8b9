import { bytesOf, EXPORT_KINDS, PART_BYTES, RECORD_BYTES } from '@/lib/domain/transfer';
import type { ExportKind, ExportPart, ExportPlace } from '@/lib/domain/transfer';
import type { SettingName } from '@/lib/domain/settings';
import { COMMITMENTS, DEALS, DRAFTS, keyOf, NOTES, REPS, settingKind, SITES } from './kinds';
import type { Kind } from './kinds';
import { decodeAll } from './read';
import type { Source } from './read';
import { VERSION } from './schema';
import type { StoredRecord } from './schema';
import { SIGHTINGS } from './sightings';
import { countersOf } from './write';

/** How many records are loaded at a time: with the longest notes 40 MB. */
const LOADED = 1_000;

/**
 * One part of everything that is kept, as plain records; what was deleted is left out.
 * @param after where the last part ended; null for the first
 */
export async function exportPart(source: Source, after: ExportPlace | null): Promise<ExportPart> {
  const { kind, key } = after ?? { kind: EXPORT_KINDS[0], key: null };
  const { revision, records } = await load(source, kind, key);
  const part: ExportPart = { kind, items: [], next: null, revision, version: VERSION, unreadable: 0 };
  let bytes = 0;
  for (const record of records) {
    // oxlint-disable-next-line no-await-in-loop -- a part is full when it is full
    const found = await plain(source, kind, record);
    const more = found === null ? Infinity : bytesOf(found) + 1;
    const isUnfit = more > RECORD_BYTES;
    if (!isUnfit && bytes + more > PART_BYTES) return part;
    part.next = { kind, key: keyOf(kind, record) };
    // What could not be taken in again is as good as unreadable.
    if (isUnfit) part.unreadable++;
    else if (found !== null && !isRemoved(found)) {
      part.items.push(found);
      bytes += more;
    }
  }
  return records.length === LOADED ? part : { ...part, next: following(kind) };
}

/** The records and the revision in one transaction, so that they belong together. */
function load({ connection }: Source, kind: ExportKind, after: string | number | null) {
  return connection.use(async (db) => {
    const transaction = db.transaction([kind, 'meta']);
    const keys = after === null ? null : IDBKeyRange.lowerBound(after, true);
    const [records, counters] = await Promise.all([
      transaction.objectStore(kind).getAll(keys, LOADED),
      transaction.objectStore('meta').get('counters'),
    ]);
    return { records: records as StoredRecord[], revision: countersOf(counters).revision };
  });
}

function following(kind: ExportKind): ExportPlace | null {
  const next = EXPORT_KINDS[EXPORT_KINDS.indexOf(kind) + 1];
  return next === undefined ? null : { kind: next, key: null };
}

const KINDS = {
  sites: SITES,
  reps: REPS,
  deals: DEALS,
  sightings: SIGHTINGS,
  notes: NOTES,
  commitments: COMMITMENTS,
  drafts: DRAFTS,
};

async function plain(source: Source, kind: ExportKind, record: StoredRecord): Promise<object | null> {
  if (kind === 'settings') {
    const name = keyOf(kind, record) as SettingName;
    const [value] = await decodeAll(source, settingKind(name) as Kind<unknown>, [record]);
    return value === undefined ? null : { name, value };
  }
  const [item] = await decodeAll(source, KINDS[kind] as Kind<object>, [record]);
  return item ?? null;
}

function isRemoved(item: object): boolean {
  return 'removedAt' in item && item.removedAt !== null;
}
