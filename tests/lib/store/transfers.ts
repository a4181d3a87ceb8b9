import { startImportCheck } from '@/lib/domain/import-check';
import { EXPORT_KINDS, PART_BYTES } from '@/lib/domain/transfer';
import type { ExportedRecords, ExportKind, ExportPart, ExportPlace } from '@/lib/domain/transfer';
import { exportPart } from '@/lib/store/export';
import { beginImport } from '@/lib/store/import';
import type { Store } from '@/lib/store/store';

/** Whole exports and imports, as the workspace makes them. */

export type Everything = { [K in ExportKind]: ExportedRecords[K][] };

/** All parts of an export, each held to what one message may carry. */
export async function exportParts(store: Store): Promise<ExportPart[]> {
  const parts: ExportPart[] = [];
  let after: ExportPlace | null = null;
  do {
    const part: ExportPart = await exportPart(store, after);
    if (new TextEncoder().encode(JSON.stringify(part.items)).length > PART_BYTES + 1)
      throw new Error('Too large for a message');
    parts.push(part);
    after = part.next;
  } while (after !== null);
  return parts;
}

export async function exportAll(store: Store): Promise<Everything> {
  const parts = await exportParts(store);
  const all = Object.fromEntries(
    EXPORT_KINDS.map((kind) => [kind, parts.flatMap((part) => (part.kind === kind ? part.items : []))]),
  );
  return all as unknown as Everything;
}

/** Checks the records and takes them in, so many of a kind at a time. */
export async function importAll(store: Store, all: Everything, at = 7): Promise<void> {
  const check = startImportCheck();
  const taken = await beginImport(store);
  const one = async <K extends ExportKind>(kind: K) => {
    for (let from = 0; from < all[kind].length; from += at)
      await taken.add(kind, check.add(kind, all[kind].slice(from, from + at)));
  };
  for (const kind of EXPORT_KINDS) await one(kind);
  check.end(Object.fromEntries(EXPORT_KINDS.map((kind) => [kind, all[kind].length])));
  await taken.end();
}
