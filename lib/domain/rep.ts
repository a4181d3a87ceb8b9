import type { RepId, SiteId } from './ids';

/** One way in which a CRM names a rep. */
export interface Alias {
  site: SiteId;
  /** The words on the page, as they stood. */
  name: string;
  /** The CRM's own id of the user, where a page showed it: it ties two spellings together. */
  userId: string | null;
}

/** A salesperson who was read as the owner of a deal. */
export interface Rep {
  id: RepId;
  /** The name shown: the first one read, until the manager says otherwise. */
  name: string;
  aliases: Alias[];
  /** Whether the manager said that this person is on the team; null while not asked or not answered. */
  onTeam: boolean | null;
  firstSeen: string;
}
