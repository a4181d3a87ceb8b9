import { certain } from './certain';
import { foldName } from './fold';
import { whoIs } from './identity';
import type { RepId, SiteId } from './ids';
import type { FieldName, Reading } from './reading';
import type { Rep } from './rep';

/** One row of a list or card of a board, read. */
export interface RowReading extends Pick<Reading, 'fields' | 'empty'> {
  /** Tells the row from the others of its list. */
  key: string;
  /** The record's id, or null: such a row is given no notes. */
  id: string | null;
}

/** How many rows a list has by its own words: exactly so many, or at least so many; both null where it does not say. */
export interface ListCount {
  of: number | null;
  atLeast: number | null;
}

/** All that was seen of a list so far. */
export interface ListReading {
  rows: RowReading[];
  /** Fields that no column of the list shows, among those that a manager looks for in one. */
  absent: FieldName[];
  count: ListCount;
}

/** Whose deals a list shows. */
export interface Owner {
  /** What tells them apart: a person's id, else the CRM's user id, else the folded name. */
  key: string;
  /** As the list spells the name. */
  name: string;
  userId: string | null;
  rep: RepId | null;
  /** The manager's answer to "is this person on your team?"; null while there is none. */
  onTeam: boolean | null;
  rows: RowReading[];
}

/**
 * The owners of the rows by name, each with their rows. A row whose owner is not there, or not certain, is nobody's.
 * @param reps everybody who is known
 */
export function ownersOf(
  rows: readonly RowReading[],
  reps: readonly Rep[],
  site: SiteId,
): { owners: Owner[]; nobody: RowReading[] } {
  const owners = new Map<string, Owner>();
  const nobody: RowReading[] = [];
  for (const row of rows) {
    const name = certain(row, 'owner');
    if (name === null) {
      nobody.push(row);
      continue;
    }
    const owner = ownerNamed(name, row.fields.owner?.userId ?? null, reps, site);
    const known = owners.get(owner.key);
    if (known === undefined) owners.set(owner.key, { ...owner, rows: [row] });
    else known.rows.push(row);
  }
  return { owners: [...owners.values()], nobody };
}

function ownerNamed(name: string, userId: string | null, reps: readonly Rep[], site: SiteId): Owner {
  const who = whoIs(reps, { site, name, userId });
  if (who.is !== 'known')
    return { key: userId ?? `name ${foldName(name)}`, name, userId, rep: null, onTeam: null, rows: [] };
  const { id, onTeam } = who.rep;
  return { key: `rep ${id}`, name: who.rep.name, userId, rep: id, onTeam, rows: [] };
}
