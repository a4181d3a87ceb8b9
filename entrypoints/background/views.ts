import type { Commitment } from '@/lib/domain/commitment';
import { ownerOf, type Deal } from '@/lib/domain/deal';
import type { DealKey, RepId } from '@/lib/domain/ids';
import type { Note } from '@/lib/domain/note';
import type { Reading } from '@/lib/domain/reading';
import { certain, readView } from '@/lib/domain/read-view';
import type { Rep } from '@/lib/domain/rep';
import type {
  HereView,
  NotesPage,
  NoteView,
  PersonLine,
  PromiseView,
  RepView,
  ViewName,
  Views,
} from '@/lib/domain/views';
import { countDealsOfRep, deal as storedDeal } from '@/lib/store/deals';
import { draftAt } from '@/lib/store/drafts';
import { StoreError } from '@/lib/store/errors';
import { exportPart } from '@/lib/store/export';
import { commitmentsOfNotes } from '@/lib/store/note-companions';
import { countNotes, countNotesOfDeal, countNotesOfRep, notesOfDeal, notesOfRep } from '@/lib/store/notes';
import { rep as storedRep, reps } from '@/lib/store/reps';
import { setting } from '@/lib/store/settings';
import { lastSightingOfRep } from '@/lib/store/sightings';
import { sites } from '@/lib/store/sites';
import type { Store } from '@/lib/store/store';
import { isOn, recipeOf, type Background } from './background';
import type { TabState } from './memory';
import { isPreset, originsOn } from './sites';

/** Notes in one page of a list. With the longest notes such a page stays under what one message may hold. */
const NOTES_A_PAGE = 10;

/** @param commitment that of a promise */
export function noteView(note: Note, commitment?: Commitment): NoteView {
  const { removedAt: _removedAt, ...shown } = note;
  return { ...shown, promise: commitment ? promiseView(commitment) : null };
}

function promiseView({ who, due, keptOn }: Commitment): PromiseView {
  return { who, due, keptOn };
}

export async function noteViews(store: Store, notes: readonly Note[]): Promise<NoteView[]> {
  const commitments = await commitmentsOfNotes(store, notes);
  return notes.map((note) => noteView(note, commitments.get(note.id)));
}

export const repView = ({ id, name, onTeam }: Rep): RepView => ({ id, name, onTeam });

async function notesPage(store: Store, notes: Note[], count: number): Promise<NotesPage> {
  const shown = notes.slice(0, NOTES_A_PAGE);
  return {
    notes: await noteViews(store, shown),
    count,
    before: notes.length > NOTES_A_PAGE ? (shown.at(-1)?.order ?? null) : null,
  };
}

async function dealNotes({ store }: Background, deal: Deal, before: number | null): Promise<NotesPage> {
  const [notes, count] = await Promise.all([
    notesOfDeal(store, deal.key, { limit: NOTES_A_PAGE + 1, before, from: deal.from }),
    countNotesOfDeal(store, deal.key, deal.from),
  ]);
  return notesPage(store, notes, count);
}

async function repNotes({ store }: Background, rep: RepId, before: number | null): Promise<NotesPage> {
  const [notes, count] = await Promise.all([
    notesOfRep(store, rep, { limit: NOTES_A_PAGE + 1, before }),
    countNotesOfRep(store, rep),
  ]);
  return notesPage(store, notes, count);
}

/**
 * What the panel of a tab shows. The page may move on while the store answers: this is about the page as it was when asked.
 * @param taken the deal as it was just taken in, so that it need not be looked up
 */
export async function hereView(
  background: Background,
  state: TabState,
  taken: Deal | null = null,
): Promise<HereView> {
  const { page, seq, is, crm, reading, origin, deal: key } = state;
  const at = { page, seq };
  const crmName = recipeOf(crm)?.name ?? null;
  const read = reading && readView(reading, crmName ?? reading.crm);
  if (state.once && !(await isOn(background, origin))) {
    return { ...at, is: 'off', origin, recognised: read, looked: is !== 'reading' };
  }
  if (is === 'reading') return { ...at, is };
  if (is === 'unsure') return { ...at, is, read };
  if (!key || !reading || !read) {
    return crmName === null ? { ...at, is: 'unknown' } : { ...at, is: 'elsewhere', crmName };
  }
  const deal = taken?.key === key ? taken : await storedDeal(background.store, key);
  if (!deal) return { ...at, is: 'reading' };
  if (deal.doubt) {
    const { name } = deal.doubt.identity;
    return { ...at, is: 'doubted', key: deal.key, before: deal.identity.name, now: name, read };
  }
  return { ...at, is: 'deal', deal: await dealView(background, deal, reading, read) };
}

async function dealView(
  background: Background,
  deal: Deal,
  reading: Reading,
  read: NonNullable<ReturnType<typeof readView>>,
) {
  const { store } = background;
  const owner = ownerOf(deal);
  const [rep, notes, draft, people] = await Promise.all([
    owner === null ? null : storedRep(store, owner),
    dealNotes(background, deal, null),
    draftAt(store, { deal: deal.key, rep: owner }),
    owner === null ? reps(store) : [],
  ]);
  return {
    key: deal.key,
    name: certain(reading, 'name'),
    read,
    rep: rep && repView(rep),
    askOwner: rep ? null : reading.fields.owner ? ('unsure' as const) : ('missing' as const),
    people: people.filter((person) => person.onTeam !== false).map(repView),
    notes,
    draft,
  };
}

async function personLine({ store }: Background, rep: Rep): Promise<PersonLine> {
  const [notes, deals, last] = await Promise.all([
    countNotesOfRep(store, rep.id),
    countDealsOfRep(store, rep.id),
    lastSightingOfRep(store, rep.id),
  ]);
  return { ...repView(rep), notes, deals, lastSeen: last?.lastSeen.slice(0, 10) ?? null };
}

async function settingsView({ store }: Background): Promise<Views['settings']['answer']> {
  const [known, theme, notes] = await Promise.all([sites(store), setting(store, 'theme'), countNotes(store)]);
  const on = await originsOn(known);
  const wanted = known.filter((site) => site.on);
  return {
    sites: wanted.map(({ id, origins, crm, addedAt }) => ({
      id,
      origins,
      crmName: recipeOf(crm)?.name ?? null,
      addedAt,
      granted: isPreset() || origins.every((origin) => on.has(origin)),
    })),
    theme,
    notes,
  };
}

type Asks = {
  [N in ViewName]: (
    background: Background,
    state: TabState | null,
    ask: Views[N]['ask'],
  ) => Promise<Views[N]['answer']>;
};

/** Every view there is. `state` is that of the tab that a panel is bound to, and null for the workspace. */
export const views: Asks = {
  async here(background, state) {
    if (!state) throw new StoreError('not-found');
    return hereView(background, state);
  },
  async dealNotes(background, _state, { deal, before }: { deal: DealKey; before: number | null }) {
    const known = await storedDeal(background.store, deal);
    if (!known || known.doubt) throw new StoreError('not-found');
    return dealNotes(background, known, before);
  },
  async people(background) {
    const known = (await reps(background.store)).filter((rep) => rep.onTeam !== false);
    return { people: await Promise.all(known.map((rep) => personLine(background, rep))) };
  },
  async person(background, _state, { rep, before }) {
    const known = await storedRep(background.store, rep);
    if (!known) throw new StoreError('not-found');
    const [notes, draft] = await Promise.all([
      repNotes(background, rep, before),
      draftAt(background.store, { deal: null, rep }),
    ]);
    return { rep: repView(known), notes, draft };
  },
  settings: settingsView,
  exportPart: ({ store }, _state, { after }) => exportPart(store, after),
  readings: async ({ memory }) => ({
    readings: memory.readings.map(({ reading, deal, origin }) => ({ ...reading, deal, origin })),
  }),
};
