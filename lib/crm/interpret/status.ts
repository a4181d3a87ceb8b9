import type { PageRecipe } from '@/lib/crm/recipe';
import { kindNamed } from './stages';
import { inert } from './text';

export type Status = 'open' | 'won' | 'lost';

/** How CRMs call what has not ended. How they call the ends stands with the names of stages. */
const OPEN =
  'open|offen|otevřeno|otevřená|ouvert|ouverte|otwarta|otwarte|öppen|進行中|abierta|abierto|aberta|aperta'.split(
    '|',
  );

/** Which end, if any, the words name; null for words that are no status. */
export function statusIn(words: string, page: Pick<PageRecipe, 'won' | 'lost'>): Status | null {
  const kind = kindNamed(words, page);
  if (kind === 'won' || kind === 'lost') return kind;
  return OPEN.includes(inert(words).toLowerCase()) ? 'open' : null;
}
