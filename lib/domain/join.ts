import type { AskedPrompt, Deal } from './deal';
import { sameDeal, whoIs, withAlias } from './identity';
import { dealKey, dealKeyParts, type DealKey, type RepId, type SiteId } from './ids';
import type { Rep } from './rep';
import type { Site } from './site';

/** Two sites that the manager says are one CRM under two addresses: what becomes of what is known on either. */

/** The site that goes, and the one that stays. */
export interface Joining {
  site: SiteId;
  into: SiteId;
}

/** The site that stays, with the addresses of both; null where the two show that they are not one CRM. */
export function joinedSite(gone: Site, stays: Site): Site | null {
  const isOne = gone.id !== stays.id && gone.crm !== null && gone.crm === stays.crm;
  const isOneTenant = gone.tenant === null || stays.tenant === null || gone.tenant === stays.tenant;
  if (!isOne || !isOneTenant) return null;
  return {
    ...stays,
    origins: [...new Set([...stays.origins, ...gone.origins])],
    on: stays.on || gone.on,
    tenant: stays.tenant ?? gone.tenant,
    addedAt: stays.addedAt < gone.addedAt ? stays.addedAt : gone.addedAt,
  };
}

/** The key that a deal of the site that goes has from now on; other keys stay as they are. */
export function joinedKey(key: DealKey, { site, into }: Joining): DealKey {
  const parts = dealKeyParts(key);
  return parts?.site === site ? dealKey(into, parts.object, parts.recordId) : key;
}

/** Who a person is from now on: two who were read on the two sites under one user id or one name are one. */
export interface JoinedPeople {
  changed: Rep[];
  /** People who are no longer there, each with who they are now. */
  gone: ReadonlyMap<RepId, RepId>;
}

/**
 * The people after the sites were joined. A spelling that could be several people's on the site that stays is left with who had
 * it: that is never guessed.
 */
export function joinedPeople(reps: readonly Rep[], { site, into }: Joining): JoinedPeople {
  const people = new Map(reps.map((rep) => [rep.id, rep]));
  const gone = new Map<RepId, RepId>();
  const changed = new Set<RepId>();
  for (const { id, aliases } of reps) {
    const moving = aliases.filter((alias) => alias.site === site);
    const rep = people.get(id);
    if (moving.length === 0 || rep === undefined) continue;
    const others = [...people.values()].filter((one) => one.id !== id);
    const found = moving.map((alias) => whoIs(others, { ...alias, site: into }));
    const known = new Set(found.flatMap((who) => (who.is === 'known' ? [who.rep.id] : [])));
    const moved = withMoved(rep, { site, into });
    const [only] = known;
    const twin = known.size === 1 && only !== undefined && !hasTwoIds(moved, people.get(only), into);
    const stays = twin ? people.get(only) : undefined;
    if (stays === undefined) {
      people.set(id, moved);
      changed.add(id);
      continue;
    }
    people.set(stays.id, asOne(stays, moved));
    changed.add(stays.id);
    people.delete(id);
    changed.delete(id);
    gone.set(id, stays.id);
  }
  return { changed: [...changed].flatMap((id) => people.get(id) ?? []), gone };
}

function withMoved(rep: Rep, { site, into }: Joining): Rep {
  const others: Rep = { ...rep, aliases: rep.aliases.filter((alias) => alias.site !== site) };
  return rep.aliases
    .filter((alias) => alias.site === site)
    .reduce((all, alias) => withAlias(all, { ...alias, site: into }), others);
}

/** A name alone never joins two user ids. */
function hasTwoIds(one: Rep, other: Rep | undefined, site: SiteId): boolean {
  const idsOf = (rep: Rep | undefined) =>
    (rep?.aliases ?? []).flatMap((alias) => (alias.site === site && alias.userId ? [alias.userId] : []));
  const [ids, others] = [new Set(idsOf(one)), new Set(idsOf(other))];
  return ids.size > 0 && others.size > 0 && ids.isDisjointFrom(others);
}

function asOne(stays: Rep, goes: Rep): Rep {
  const all = goes.aliases.reduce(withAlias, stays);
  const onTeam = stays.onTeam ?? goes.onTeam;
  const firstSeen = stays.firstSeen < goes.firstSeen ? stays.firstSeen : goes.firstSeen;
  return { ...all, onTeam, firstSeen };
}

/**
 * A deal that was read on both sites, as one.
 * - `different`: the two are two deals, or one of them was once another's, so the sites are two CRMs
 * - `in-doubt`: the manager has not said yet whether one of them is the same deal
 */
export function joinedDeal(stays: Deal, goes: Deal): Deal | 'different' | 'in-doubt' {
  if (stays.doubt !== null || goes.doubt !== null) return 'in-doubt';
  if (stays.from !== 0 || goes.from !== 0) return 'different';
  if (sameDeal(stays.identity, goes.identity) === 'different') return 'different';
  const identity = {
    name: stays.identity.name ?? goes.identity.name,
    account: stays.identity.account ?? goes.identity.account,
    createdDate: stays.identity.createdDate ?? goes.identity.createdDate,
  };
  return {
    ...stays,
    rep: stays.rep ?? goes.rep,
    ownerSaid: stays.ownerSaid ?? goes.ownerSaid,
    identity,
    asked: newestAsked([...stays.asked, ...goes.asked]),
  };
}

function newestAsked(asked: AskedPrompt[]): AskedPrompt[] {
  const oldestFirst = asked.toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at));
  return [...new Map(oldestFirst.map((one) => [one.prompt, one])).values()];
}
