import type { PageRecipe } from '@/lib/crm/recipe';
import { inert } from './text';

export type Status = 'open' | 'won' | 'lost';

/** How several CRMs call the end of a deal, in their own words. What one CRM alone says stands in its recipe. */
const WON = (
  'won|closed won|closed - won|closedwon|gewonnen|abgeschlossen gewonnen|vyhráno|uzavřeno - vyhráno|受注|成立|gagné|' +
  'gagnée|fermée gagnée|wygrana|wygrane|vunnen|vunnet|vundet|ganada|ganado|cerrada ganada|ganho|ganha|vinta|chiusa vinta|' +
  'gewonnen gesloten|выиграно|kazanıldı|voitettu|vyhraté|megnyert'
).split('|');
const LOST = (
  'lost|closed lost|closed - lost|closedlost|verloren|abgeschlossen verloren|ztraceno|uzavřeno - ztraceno|prohráno|失注|' +
  '不成立|perdu|perdue|fermée perdue|przegrana|przegrane|förlorad|tapt|tabt|perdida|perdido|cerrada perdida|persa|' +
  'chiusa persa|проиграно|kaybedildi|hävitty|stratené|elveszett'
).split('|');
const OPEN =
  'open|offen|otevřeno|otevřená|ouvert|ouverte|otwarta|otwarte|öppen|進行中|abierta|abierto|aberta|aperta'.split(
    '|',
  );

/** Which end, if any, the words name; null for words that are no status. */
export function statusIn(words: string, page: Pick<PageRecipe, 'won' | 'lost'>): Status | null {
  const word = inert(words).toLowerCase();
  if (page.won?.includes(word) || WON.includes(word)) return 'won';
  if (page.lost?.includes(word) || LOST.includes(word)) return 'lost';
  return OPEN.includes(word) ? 'open' : null;
}
