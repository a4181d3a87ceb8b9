import type { Fact, FactName, FactRow, Facts } from '@/lib/domain/facts';
import { count, day, number, t } from './words';

/** What the facts rest on: "seen 7 deals, oldest look 9 days". */
export function sightWords({ seen, oldest }: Facts): string {
  const deals = count('facts.seen', seen);
  if (oldest === null) return deals;
  return oldest === 0
    ? t('facts.allToday', { deals })
    : t('facts.oldest', { deals, days: count('facts.days', oldest) });
}

/** The fact in words; a count of none is said in words, for what was seen. */
export function factWords({ is, rows }: Fact): string {
  if (rows.length === 0) return t(`facts.none.${is}`);
  return count(`facts.${is}`, rows.length);
}

/** Over how many deals it was told, and of how many it could not be. */
export function factSight({ is, of, unread }: Fact): string {
  const told = is === 'open' ? t('facts.ofSeen', { of: number(of) }) : t('facts.ofOpen', { of: number(of) });
  return unread === 0 ? told : t('facts.andUnread', { told, unread: unreadWords(is, unread) });
}

/** "close date not read on 2 deals" */
export function unreadWords(is: FactName, unread: number): string {
  return t(`facts.unread.${is}`, { deals: count('facts.deals', unread) });
}

/** What a row of a fact says beside the deal's name, or null where the fact says it all. */
export function rowWords(is: FactName, { value }: FactRow, today: string): string | null {
  if (value === null) return null;
  return is === 'closeDatePassed' ? day(value, today) : value;
}
