import { exampleSite, exampleTeam } from '@/lib/domain/example/team';
import { offsetOf } from '@/lib/domain/time';
import type { CommandName, Theme, ViewName } from '@/lib/domain/views';
import { fillWithExample } from '@/lib/store/fill';
import { removeDatabase } from '@/lib/store/remove';
import { openSearch, type Search } from '@/lib/store/search';
import { set } from '@/lib/store/settings';
import { site } from '@/lib/store/sites';
import type { Store } from '@/lib/store/store';
import type { Memory } from './memory';
import { Refused } from './refused';

/** The database of the example team. It is there only while a workspace shows it, and no other screen is served from it. */
export const EXAMPLE_DATABASE = 'example';

/** What only a workspace that shows the example may ask. */
export const EXAMPLE_ONLY = ['enterExample', 'leaveExample'] as const satisfies CommandName[];
export type ExampleOnly = (typeof EXAMPLE_ONLY)[number];

/**
 * What a workspace that shows the example may ask; it is answered from the example's own store. All that knows of pages,
 * sites, the browser's permissions or the profile is refused. Each view and command that is added decides here.
 */
const MAY: Record<Exclude<ViewName | CommandName, ExampleOnly>, boolean> = {
  here: false,
  listRows: false,
  report: false,
  dealNotes: true,
  people: true,
  person: true,
  find: true,
  settings: true,
  readings: false,
  exportPart: false,
  keepNote: true,
  turnNote: true,
  setTerms: true,
  setKept: true,
  editNote: true,
  removeNote: true,
  restoreNote: true,
  keepDraft: true,
  setStageKind: false,
  addTeam: false,
  addPerson: true,
  answerTeam: true,
  sayOwner: false,
  answerSame: false,
  turnOn: false,
  turnOff: false,
  joinSites: false,
  setTheme: false,
  setNumberFormat: false,
  setStartsCovered: false,
  place: false,
  collapse: false,
  writeHere: false,
  importBegin: false,
  importPart: false,
  importEnd: false,
  eraseEverything: false,
};

export function isExampleOnly(wanted: string): wanted is ExampleOnly {
  return EXAMPLE_ONLY.some((name) => name === wanted);
}

export function mayInExample(wanted: string): boolean {
  return Object.entries(MAY).some(([name, may]) => may && name === wanted);
}

interface Needs {
  memory: Memory;
  keep(): void;
  /** Makes the example's store anew; nothing is opened before it is used. */
  open(): Store;
  newId(): string;
}

/** The example's store, and the search over it. */
interface Own {
  store: Store;
  search: Search;
}

/** The example team's life: filled when it is entered, gone when the last workspace that shows it has left. */
export function makeExample({ memory, keep, open, newId }: Needs) {
  let own: Own | null = null;
  let last: Promise<unknown> = Promise.resolve();
  /** What is being answered from the store now. */
  const running = new Set<Promise<unknown>>();

  function opened(): Own {
    const store = open();
    return { store, search: openSearch(store) };
  }

  /** Entering, leaving and tidying come one after another. */
  function inTurn<T>(run: () => Promise<T>): Promise<T> {
    const done = last.then(run);
    last = done.catch(() => undefined);
    return done;
  }

  /** What is under way ends first: a change that came late would open the database again. */
  async function erase(): Promise<void> {
    await Promise.allSettled(running);
    own?.store.close();
    own = null;
    await removeDatabase(EXAMPLE_DATABASE);
  }

  function forget(tabs: Iterable<number>): Promise<void> {
    for (const tab of tabs) memory.examples.delete(tab);
    keep();
    return memory.examples.size === 0 ? erase() : Promise.resolve();
  }

  /** @param at the page's clock: a team that was made on another day is made anew */
  async function fill(at: string): Promise<Store> {
    const [day, offset] = [at.slice(0, 10), offsetOf(at)];
    const wanted = exampleSite(day, offset);
    // One that cannot be read is no loss: it is made anew.
    const known = await site((own ??= opened()).store, wanted.id).catch(() => null);
    if (known?.addedAt.slice(0, 10) !== wanted.addedAt.slice(0, 10)) {
      await erase();
      own = opened();
      await fillWithExample(own.store, newId(), exampleTeam(day, offset));
    }
    return own.store;
  }

  return {
    /** Lets a tab in. Again by the same tab it changes nothing, so that a retry does no harm. */
    enter: (tab: number, at: string, theme: Theme) =>
      inTurn(async () => {
        await set(await fill(at), 'theme', theme);
        memory.examples.add(tab);
        keep();
      }),
    /** The tab shows it no longer, or is closed. With the last one all of it is gone. */
    leave: (tab: number) => inTurn(() => (memory.examples.has(tab) ? forget([tab]) : Promise.resolve())),
    /** Lets go of tabs that went elsewhere without leaving. @param shown the tabs whose page listens now */
    tidy: (shown: ReadonlySet<number>) =>
      inTurn(() => forget([...memory.examples].filter((tab) => !shown.has(tab)))),
    /** Answers a tab that has entered. @throws Refused `not-allowed` for every other */
    async serve<T>(tab: number, work: (own: Own) => Promise<T>): Promise<T> {
      await last;
      if (!memory.examples.has(tab)) throw new Refused('not-allowed');
      const answer = work((own ??= opened()));
      running.add(answer);
      try {
        return await answer;
      } finally {
        running.delete(answer);
      }
    },
  };
}

export type Example = ReturnType<typeof makeExample>;
