import type { Deal, DealRead } from '@/lib/domain/deal';
import { dealAfter, dealAnswered } from '@/lib/domain/identity';
import type { DealKey, OperationId, RepId } from '@/lib/domain/ids';
import type { Note } from '@/lib/domain/note';
import { put } from './write';
import type { Done } from './commit';
import { StoreError } from './errors';
import { DEALS, NOTES } from './kinds';
import { decodeAll, find, findToChange } from './read';
import { commitmentWrite } from './note-companions';
import { notesOfDeal } from './notes';
import { segmentWrites } from './segments';
import type { Store } from './store';

/**
 * Takes in what a page says about which deal it is and whose, and answers with the deal as it is known now; `doubt` is
 * set where it looks like another deal under that key. A retry does no harm, so it takes no operation id.
 * @throws StoreError `unreadable`
 */
export async function readDeal(store: Store, read: DealRead): Promise<Deal> {
  let deal: Deal | null = null;
  await store.commit(
    null,
    async (order) => {
      const known = await findToChange(store, DEALS, read.key);
      const next = dealAfter(known, read, order());
      deal = next;
      const writes = known !== null && sameDealRecord(known, next) ? [] : [put(DEALS, next)];
      return { id: read.key, writes };
    },
    'relaxed',
  );
  if (deal === null) throw new Error('A commit without a plan');
  return deal;
}

/** Both come from the same literal shapes, so their JSON has the same order of keys. */
function sameDealRecord(a: Deal, b: Deal): boolean {
  return JSON.stringify(DEALS.body(a)) === JSON.stringify(DEALS.body(b));
}

/**
 * Keeps the manager's answer to "whose deal?", and files under that person the deal's standing notes that are nobody's.
 * @throws StoreError `not-found` where the deal was never read
 */
export function sayOwner(store: Store, operation: OperationId, key: DealKey, rep: RepId): Promise<Done> {
  return store.commit(operation, async (order) => {
    const deal = await findToChange(store, DEALS, key);
    if (deal === null) throw new StoreError('not-found');
    const notes = await notesOfDeal(store, key, { limit: Infinity, before: null, from: deal.from });
    const filed = notes.filter((note) => note.rep === null).map((note): Note => ({ ...note, rep }));
    const promised = await Promise.all(
      filed.map((note) => commitmentWrite(store, { note, terms: null, at: note.at }, order)),
    );
    const words = await segmentWrites(store, filed, order.revision);
    const writes = [put(DEALS, { ...deal, ownerSaid: rep }), ...filed.map((note) => put(NOTES, note))];
    return { id: key, writes: [...writes, ...promised.flat(), ...words] };
  });
}

/**
 * Keeps the manager's answer to "is this the same deal?". If not, what was kept before the doubt belongs to the former
 * deal (see `Deal.from`); it is not deleted. Without a doubt nothing changes.
 * @throws StoreError `not-found`
 */
export function answerSameDeal(
  store: Store,
  operation: OperationId,
  key: DealKey,
  same: boolean,
): Promise<Done> {
  return store.commit(operation, async () => {
    const deal = await findToChange(store, DEALS, key);
    if (deal === null) throw new StoreError('not-found');
    const next = dealAnswered(deal, same);
    return { id: key, writes: next === deal ? [] : [put(DEALS, next)] };
  });
}

export function deal(store: Store, key: DealKey): Promise<Deal | null> {
  return find(store, DEALS, key);
}

/** How many deals a person owns, as far as read or said. Loads none of them. */
export function countDealsOfRep({ connection }: Store, rep: RepId): Promise<number> {
  return connection.use((db) => db.countFromIndex('deals', 'byRep', rep));
}

/** The deals that a person owns, as far as read or said, in the order of their keys. */
export async function dealsOfRep(store: Store, rep: RepId): Promise<Deal[]> {
  const records = await store.connection.use((db) => db.getAllFromIndex('deals', 'byRep', rep));
  return decodeAll(store, DEALS, records);
}
