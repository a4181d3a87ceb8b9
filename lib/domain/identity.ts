import type { Deal, DealIdentity, DealRead } from './deal';
import { foldName } from './fold';
import type { RepId } from './ids';
import type { Alias, Rep } from './rep';
import { daysBetween, isIsoDay } from './time';

/**
 * - `same`: something that tells deals apart is equal
 * - `different`: at least two such things were read on both sides, and all differ
 * - `unknown`: too little to say
 */
export type SameDeal = 'same' | 'different' | 'unknown';

/**
 * Whether a page shows the deal that is known under its key. One equal field is enough for `same`: deals are renamed,
 * and accounts change hands. `different` needs two fields, so that a renamed deal on a page with neither account nor
 * created date does not hide its own notes. Two created dates that are one day apart are equal: the same moment falls on
 * another day for a user who travels.
 */
export function sameDeal(known: DealIdentity, read: DealIdentity): SameDeal {
  const verdicts = [
    compare(known.name, read.name, sameWords),
    compare(known.account, read.account, sameWords),
    compare(known.createdDate, read.createdDate, sameDay),
  ].filter((equal) => equal !== null);
  if (verdicts.includes(true)) return 'same';
  return verdicts.length >= 2 ? 'different' : 'unknown';
}

/**
 * The deal after a reading.
 * @param order the next order number: where a doubt begins
 */
export function dealAfter(known: Deal | null, read: DealRead, order: number): Deal {
  if (known === null) return { ...read, ownerSaid: null, doubt: null, from: 0, asked: [] };
  const verdict = sameDeal(known.identity, read.identity);
  const doubted = verdict === 'different' || (verdict === 'unknown' && known.doubt !== null);
  if (!doubted) return { ...sameAs(known, read), doubt: null };
  const identity = merge(known.doubt?.identity ?? NOTHING_READ, read.identity);
  return { ...known, doubt: { identity, rep: read.rep, from: known.doubt?.from ?? order } };
}

/** The deal after the manager answered "is this the same deal?". Without a doubt nothing changes. */
export function dealAnswered(deal: Deal, same: boolean): Deal {
  const { doubt } = deal;
  if (doubt === null) return deal;
  if (same) return { ...sameAs(deal, doubt), doubt: null };
  return {
    ...deal,
    rep: doubt.rep,
    ownerSaid: null,
    identity: doubt.identity,
    doubt: null,
    from: doubt.from,
    asked: [],
  };
}

/** Who an alias is among the people known. */
export type Who = { is: 'known'; rep: Rep } | { is: 'new' } | { is: 'ambiguous'; among: RepId[] };

/**
 * Finds a person by site and user id, else by site and folded name. A name alone never joins two user ids, and where two
 * people have that name and the page shows no id, it is `ambiguous`: never guessed.
 */
export function whoIs(reps: readonly Rep[], alias: Alias): Who {
  const byId = reps.find((rep) => hasUserId(rep, alias));
  if (byId) return { is: 'known', rep: byId };
  const named = reps.filter((rep) => hasName(rep, alias) && !hasOtherUserId(rep, alias));
  return named.length > 0 ? oneOf(named) : namedByHand(reps, alias);
}

/** A person whom the manager named before any page did. */
function namedByHand(reps: readonly Rep[], { name }: Alias): Who {
  return oneOf(reps.filter((rep) => rep.aliases.length === 0 && sameWords(rep.name, name)));
}

/** Who is meant by a name that the manager typed: by the name shown or any spelling, on whatever site. */
export function whoIsNamed(reps: readonly Rep[], name: string): Who {
  const isNamed = (rep: Rep): boolean =>
    [rep, ...rep.aliases].some((spelled) => sameWords(spelled.name, name));
  return oneOf(reps.filter(isNamed));
}

function oneOf(named: readonly Rep[]): Who {
  const [first, second] = named;
  if (first === undefined) return { is: 'new' };
  if (second === undefined) return { is: 'known', rep: first };
  return { is: 'ambiguous', among: named.map((rep) => rep.id) };
}

/** The rep with this spelling and user id among the aliases; the same object where it already is. */
export function withAlias(rep: Rep, alias: Alias): Rep {
  const spelled = (one: Alias): boolean => one.site === alias.site && one.name === alias.name;
  if (rep.aliases.some((one) => spelled(one) && (alias.userId === null || one.userId === alias.userId)))
    return rep;
  const others = rep.aliases.filter((one) => !(spelled(one) && one.userId === null));
  return { ...rep, aliases: [...others, alias] };
}

const NOTHING_READ: DealIdentity = { name: null, account: null, createdDate: null };

/** A page that shows the owner ends what the manager said about it. */
function sameAs(deal: Deal, read: { identity: DealIdentity; rep: RepId | null }): Deal {
  return {
    ...deal,
    rep: read.rep ?? deal.rep,
    ownerSaid: read.rep === null ? deal.ownerSaid : null,
    identity: merge(deal.identity, read.identity),
  };
}

function merge(before: DealIdentity, read: DealIdentity): DealIdentity {
  return {
    name: read.name ?? before.name,
    account: read.account ?? before.account,
    createdDate: read.createdDate ?? before.createdDate,
  };
}

function compare(
  a: string | null,
  b: string | null,
  equal: (a: string, b: string) => boolean,
): boolean | null {
  return a === null || b === null ? null : equal(a, b);
}

function sameWords(a: string, b: string): boolean {
  return foldName(a) === foldName(b);
}

function sameDay(a: string, b: string): boolean {
  if (!isIsoDay(a) || !isIsoDay(b)) return a === b;
  return Math.abs(daysBetween(a, b)) <= 1;
}

function hasUserId(rep: Rep, { site, userId }: Alias): boolean {
  return userId !== null && rep.aliases.some((one) => one.site === site && one.userId === userId);
}

function hasName(rep: Rep, { site, name }: Alias): boolean {
  return rep.aliases.some((one) => one.site === site && sameWords(one.name, name));
}

function hasOtherUserId(rep: Rep, { site, userId }: Alias): boolean {
  if (userId === null) return false;
  return rep.aliases.some((one) => one.site === site && one.userId !== null && one.userId !== userId);
}
