import { daysFromWord, monthIn } from './months';

/**
 * Learns the names of months and the words for today of every language, which the first date in an unknown language would
 * else wait for (about 150 ms on 2 cores). What is learnt is kept as long as the background lives.
 */
export function learnLanguages(): void {
  const inNoLanguage = '\u2205';
  monthIn(inNoLanguage, null);
  daysFromWord(inNoLanguage, null);
}
