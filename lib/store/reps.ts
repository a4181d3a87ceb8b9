import { whoIs, whoIsNamed, withAlias } from '@/lib/domain/identity';
import type { OperationId, RepId } from '@/lib/domain/ids';
import type { Alias, Rep } from '@/lib/domain/rep';
import { put } from './write';
import type { Done } from './commit';
import type { Write } from './write';
import { StoreError } from './errors';
import { REPS } from './kinds';
import { find, findAll, findToChange } from './read';
import type { Store } from './store';

export interface RepRead {
  alias: Alias;
  /** When it was read, ISO with offset: the first sight of a person who is new. */
  at: string;
  /** The id that a person who is new gets. */
  newId: RepId;
}

/** `known`: found, with this spelling among the aliases; `new`: kept now; `ambiguous`: several it could be. */
export type RepFound = { is: 'known' | 'new'; rep: Rep } | { is: 'ambiguous'; among: RepId[] };

/**
 * The person whom a page names: found by site and user id, else by site and folded name, else kept as new, not yet said
 * to be on the team. A retry does no harm, so it takes no operation id.
 * @throws where the name is blank
 */
export async function repFor(store: Store, read: RepRead): Promise<RepFound> {
  const [found] = await repsFor(store, [read]);
  if (found === undefined) throw new Error('No rep for an alias');
  return found;
}

/** The same for a whole list, in one commit. Answers stand in the order of the question. */
export async function repsFor(store: Store, reads: readonly RepRead[]): Promise<RepFound[]> {
  let found: RepFound[] = [];
  await store.commit(
    null,
    async () => {
      const people = await findAll(store, REPS);
      const changed = new Map<RepId, Rep>();
      found = reads.map((read) => meet(people, read, changed));
      const writes: Write[] = [...changed.values()].map((rep) => put(REPS, rep));
      return { id: reads[0]?.newId ?? '', writes };
    },
    'relaxed',
  );
  return found;
}

/** Finds or adds one person in `people`, and notes in `changed` whom to write. */
function meet(people: Rep[], { alias, at, newId }: RepRead, changed: Map<RepId, Rep>): RepFound {
  if (alias.name.trim() === '') throw new Error('A person without a name');
  const who = whoIs(people, alias);
  if (who.is === 'ambiguous') return who;
  if (who.is === 'new') {
    const rep: Rep = { id: newId, name: alias.name, aliases: [alias], onTeam: null, firstSeen: at };
    people.push(rep);
    changed.set(rep.id, rep);
    return { is: 'new', rep };
  }
  const rep = withAlias(who.rep, alias);
  if (rep !== who.rep) {
    people.splice(people.indexOf(who.rep), 1, rep);
    changed.set(rep.id, rep);
  }
  return { is: 'known', rep };
}

/**
 * The person whom the manager names, kept as new and as one of the team where nobody is known by that name: who is written
 * about without having been read is somebody the manager works with.
 */
export async function addPerson(
  store: Store,
  operation: OperationId,
  fresh: { id: RepId; name: string; at: string },
): Promise<RepFound> {
  const name = fresh.name.trim();
  if (name === '') throw new StoreError('nothing-written');
  const found = whoIsNamed(await reps(store), name);
  if (found.is !== 'new') return found;
  const made: Rep = { id: fresh.id, name, aliases: [], onTeam: true, firstSeen: fresh.at };
  const { id } = await store.commit(operation, async () => ({ id: made.id, writes: [put(REPS, made)] }));
  return { is: 'new', rep: id === made.id ? made : ((await rep(store, id)) ?? made) };
}

/**
 * People whom the manager takes onto the team, known or new, in one commit. Left out are those who could be several people, and
 * of whom the manager has said before whether they are on it.
 */
export function addTeam(store: Store, operation: OperationId, reads: readonly RepRead[]): Promise<Done> {
  return store.commit(operation, async () => {
    const people = await findAll(store, REPS);
    const changed = new Map<RepId, Rep>();
    for (const read of reads) {
      const found = meet(people, read, changed);
      if (found.is === 'ambiguous' || found.rep.onTeam !== null) continue;
      const rep = { ...found.rep, onTeam: true };
      people.splice(people.indexOf(found.rep), 1, rep);
      changed.set(rep.id, rep);
    }
    return { id: reads[0]?.newId ?? '', writes: [...changed.values()].map((rep) => put(REPS, rep)) };
  });
}

/** Keeps the manager's answer to "is this person on your team?". @throws StoreError `not-found` */
export function confirmRep(store: Store, operation: OperationId, id: RepId, onTeam: boolean): Promise<Done> {
  return store.commit(operation, async () => {
    const rep = await findToChange(store, REPS, id);
    if (rep === null) throw new StoreError('not-found');
    return { id, writes: [put(REPS, { ...rep, onTeam })] };
  });
}

export function rep(store: Store, id: RepId): Promise<Rep | null> {
  return find(store, REPS, id);
}

/** All people who were read. */
export function reps(store: Store): Promise<Rep[]> {
  return findAll(store, REPS);
}
