import type { ExampleTeam } from '@/lib/domain/example/team';
import type { OperationId } from '@/lib/domain/ids';
import type { Done } from './commit';
import { COMMITMENTS, DEALS, NOTES, REPS, SITES } from './kinds';
import { segmentWrites } from './segments';
import { SIGHTINGS } from './sightings';
import type { Store } from './store';
import { put } from './write';

/**
 * Fills an empty database with the example team, all of it or nothing. What was seen gets its place in the order before what
 * was written, and a promise comes right after its note, as when they are kept one by one.
 */
export function fillWithExample(store: Store, operation: OperationId, team: ExampleTeam): Promise<Done> {
  return store.commit(operation, async (order) => {
    const sightings = team.sightings.map((one) => ({ ...one, order: order() }));
    const promises = new Map(team.commitments.map((one) => [one.note, one]));
    const written = team.notes.map((one) => {
      const note = { ...one, order: order() };
      const promise = promises.get(note.id);
      return { note, promises: promise === undefined ? [] : [{ ...promise, order: order() }] };
    });
    const notes = written.map(({ note }) => note);
    const writes = [
      put(SITES, team.site),
      ...team.reps.map((rep) => put(REPS, rep)),
      ...team.deals.map((deal) => put(DEALS, deal)),
      ...sightings.map((sighting) => put(SIGHTINGS, sighting)),
      ...notes.map((note) => put(NOTES, note)),
      ...written.flatMap((one) => one.promises.map((promise) => put(COMMITMENTS, promise))),
      ...(await segmentWrites(store, notes, null)),
    ];
    return { id: team.site.id, writes };
  });
}
