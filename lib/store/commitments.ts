import type { Commitment, PromiseTerms } from '@/lib/domain/commitment';
import type { CommitmentId, OperationId, RepId } from '@/lib/domain/ids';
import type { Done } from './commit';
import { StoreError } from './errors';
import { COMMITMENTS } from './kinds';
import { decodeAll, findToChange } from './read';
import type { Store } from './store';
import { put } from './write';

/** Changes who promised, or by when. @throws StoreError `not-found` */
export function setTerms(
  store: Store,
  operation: OperationId,
  id: CommitmentId,
  terms: PromiseTerms,
): Promise<Done> {
  return change(store, operation, id, (commitment) => ({ ...commitment, ...terms }));
}

/**
 * Keeps the manager's word that it was kept, or takes that back.
 * @param keptOn ISO day, or null where it is open
 * @throws StoreError `not-found`
 */
export function setKept(
  store: Store,
  operation: OperationId,
  id: CommitmentId,
  keptOn: string | null,
): Promise<Done> {
  return change(store, operation, id, (commitment) => ({ ...commitment, keptOn }));
}

function change(
  store: Store,
  operation: OperationId,
  id: CommitmentId,
  how: (commitment: Commitment) => Commitment,
): Promise<Done> {
  return store.commit(operation, async () => {
    const commitment = await findToChange(store, COMMITMENTS, id);
    if (commitment === null || commitment.removedAt !== null) throw new StoreError('not-found');
    return { id, writes: [put(COMMITMENTS, how(commitment))] };
  });
}

/** What a person and the manager promised each other and have not kept yet: the earliest day first, those without one last. */
export async function openCommitmentsOfRep(store: Store, rep: RepId): Promise<Commitment[]> {
  const all = IDBKeyRange.bound([rep, 0], [rep, Infinity]);
  const records = await store.connection.use((db) => db.getAllFromIndex('commitments', 'byRep', all));
  const commitments = await decodeAll(store, COMMITMENTS, records);
  return commitments
    .filter(({ keptOn }) => keptOn === null)
    .sort((one, other) => byDue(one, other) || one.order - other.order);
}

function byDue(one: Commitment, other: Commitment): number {
  if (one.due === null || other.due === null) return Number(one.due === null) - Number(other.due === null);
  return one.due.localeCompare(other.due);
}
