import type { Found } from '@/lib/crm/evidence';
import { inert, isEmpty, shortened } from './text';

/** A person as a page names one. */
export interface PersonRead {
  name: string;
  /** The CRM's own id of that user, where the name leads to one. */
  userId: string | null;
  cut: boolean;
}

/** How links to a user look: `#User/view/5f2c`, `/lightning/r/User/005…/view`, `/users/12`, `#/sales/7/show`. */
const USER_LINK =
  /(?:^|[#/])(?:users?|people|persons?|reps?|owners?|members?|employees?)\/(?:view\/|show\/)?([\w.-]{1,64})(?=$|[/?#&])/i;

/** Behind a name in brackets: the person's address, or that they work here no more. Neither is part of the name. */
const BEHIND =
  /\s*\((?:[^()\s]+@[^()\s]+|[^()]*(?:d[eé]s?[ae][ck]tiv|inactiv|inaktiv|disattiv|gedeactiv|neaktiv|nieaktywn|無効|停用|비활성)[^()]*)\)$/iu;

/**
 * The person in one find. The words must hold a letter and no markup-like or amount-like text makes a name; whose name it
 * is, owner, creator or assignee, is for the locator to say: nothing here looks for a person elsewhere.
 */
export function personOf(found: Found, empty: readonly string[] = []): PersonRead | null {
  const words = inert(found.raw);
  if (isEmpty(words, empty) || !/\p{L}/u.test(words)) return null;
  const { text, cut } = shortened(words.replace(BEHIND, ''));
  return { name: text, userId: userIdIn(found.link), cut };
}

/** The user's id in a link, or null. Only a path or a web address is a link: `javascript:` and the like are not. */
export function userIdIn(link: string | undefined): string | null {
  if (link === undefined || link.length > 2_000) return null;
  const scheme = /^\s*([a-z][a-z0-9+.-]*):/i.exec(link)?.[1]?.toLowerCase();
  if (scheme !== undefined && scheme !== 'http' && scheme !== 'https') return null;
  return USER_LINK.exec(link)?.[1] ?? null;
}
