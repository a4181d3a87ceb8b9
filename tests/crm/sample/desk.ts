import { dataOn, DEAL_COUNT } from './data.ts';
import { formatOf } from './format.ts';
import type { Desk } from './page.ts';
import type { Switches } from './switches.ts';
import { stageIn, wordsOf } from './words.ts';

type Wiring = Pick<Desk, 'open' | 'clicked' | 'later'>;

/** A desk on which nothing can be opened and nothing is late. */
const STILL: Wiring = { open: () => undefined, clicked: () => undefined, later: (run) => run() };

/** Makes what pages are built from, as the switches say. */
export function deskOf(switches: Switches, { open, clicked, later }: Wiring = STILL): Desk {
  return {
    data: dataOn(switches.today, Math.max(DEAL_COUNT, switches.count ?? 0)),
    switches,
    format: formatOf(switches.format),
    word: wordsOf(switches.lang),
    stage: (stage) => stageIn(switches.lang, stage),
    editing: switches.edit,
    ownerToCome: false,
    open,
    clicked,
    later,
  };
}
