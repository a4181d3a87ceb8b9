import { dataOn } from './data.ts';
import { formatOf } from './format.ts';
import type { Desk } from './page.ts';
import type { Switches } from './switches.ts';
import { stageIn, wordsOf } from './words.ts';

/** Makes what pages are built from, as the switches say. */
export function deskOf(
  switches: Switches,
  { open, clicked }: Pick<Desk, 'open' | 'clicked'> = { open: () => undefined, clicked: () => undefined },
): Desk {
  return {
    data: dataOn(switches.today),
    switches,
    format: formatOf(switches.format),
    word: wordsOf(switches.lang),
    stage: (stage) => stageIn(switches.lang, stage),
    editing: switches.edit,
    ownerToCome: false,
    open,
    clicked,
  };
}
