/**
 * What the click counter counts: each thing that a manager does, and in how many clicks at most. README.md holds the same
 * table; `npm test` prints it with what was counted.
 */
export interface Flow {
  does: string;
  /** Clicks, and keys outside text boxes. */
  atMost: number;
  /** Pages that open or change on the way. */
  pages: number;
}

/** Where the flows of one run are listed, one JSON line each; tests/run.ts prints them. */
export const COUNTED = '.output/reports/clicks.jsonl';

export const FLOWS = {
  firstNote: {
    does: 'The first note beside a deal, from the icon on a page where Sideline is off',
    atMost: 3,
    pages: 0,
  },
  team: { does: 'Say that somebody is on your team', atMost: 1, pages: 0 },
  ask: { does: 'Put a question into the note box', atMost: 1, pages: 0 },
  answer: { does: 'Keep the answer to it', atMost: 0, pages: 0 },
  turn: { does: 'Make a kept note something else, such as a promise', atMost: 1, pages: 0 },
  uncover: { does: 'Uncover all private text in the panel', atMost: 1, pages: 0 },
  find: { does: 'Find a note by two of its words', atMost: 1, pages: 0 },
  fact: { does: 'See the deals behind a fact about the person whose deal is open', atMost: 2, pages: 0 },
  person: { does: 'A note on a person from a page that is no CRM', atMost: 2, pages: 0 },
  personAnywhere: { does: 'A note on a person from a page of the browser itself', atMost: 1, pages: 1 },
  beside: { does: 'Open the panel beside the page, in the browser', atMost: 2, pages: 0 },
  example: { does: 'Look at the example team', atMost: 1, pages: 1 },
  leave: { does: 'Leave the example team', atMost: 1, pages: 1 },
  export: { does: 'Export everything, from the settings', atMost: 1, pages: 0 },
  erase: { does: 'Erase everything, from the settings (and a word typed)', atMost: 2, pages: 0 },
} as const satisfies Record<string, Flow>;

export type FlowName = keyof typeof FLOWS;

/** The table of README.md, row by row. */
export function flowRows(): string[] {
  return Object.values(FLOWS).map(({ does, atMost, pages }) => `| ${does} | ${atMost} | ${pages} |`);
}
