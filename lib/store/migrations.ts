import type { IDBPDatabase } from 'idb';
import type { SidelineDB } from './schema';

/**
 * Brings a database of an older version to this one, inside its version change: all of it or nothing. A step that has
 * shipped is never changed; a new one is added below it with `if (old < n)` and raises VERSION.
 */
export function migrate(db: IDBPDatabase<SidelineDB>, old: number): void {
  if (old < 1) createFirst(db);
  if (old < 2) addCommitmentsAndSearch(db);
  if (old < 3) db.createObjectStore('health', { keyPath: 'id' });
}

function createFirst(db: IDBPDatabase<SidelineDB>): void {
  db.createObjectStore('meta', { keyPath: 'name' });
  db.createObjectStore('ops', { keyPath: 'id' }).createIndex('byDay', 'day');
  db.createObjectStore('sites', { keyPath: 'id' });
  db.createObjectStore('reps', { keyPath: 'id' });
  db.createObjectStore('deals', { keyPath: 'key' }).createIndex('byRep', 'rep');
  const sightings = db.createObjectStore('sightings', { keyPath: 'order' });
  sightings.createIndex('byDeal', ['deal', 'order']);
  sightings.createIndex('byRep', ['rep', 'order']);
  const notes = db.createObjectStore('notes', { keyPath: 'id' });
  notes.createIndex('byDeal', ['deal', 'order']);
  notes.createIndex('byRep', ['rep', 'order']);
  notes.createIndex('byRemoved', 'removed');
  db.createObjectStore('drafts', { keyPath: 'place' });
  db.createObjectStore('settings', { keyPath: 'name' });
}

function addCommitmentsAndSearch(db: IDBPDatabase<SidelineDB>): void {
  const commitments = db.createObjectStore('commitments', { keyPath: 'id' });
  commitments.createIndex('byDeal', ['deal', 'order']);
  commitments.createIndex('byRep', ['rep', 'order']);
  commitments.createIndex('byRemoved', 'removed');
  db.createObjectStore('segments', { keyPath: 'number' });
}
