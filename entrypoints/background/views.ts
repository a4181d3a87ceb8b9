import { choose } from '@/lib/domain/ask';
import { certain } from '@/lib/domain/certain';
import { ownerOf, type Deal } from '@/lib/domain/deal';
import { factsOf, type Facts } from '@/lib/domain/facts';
import type { DealKey, RepId, SiteId } from '@/lib/domain/ids';
import type { Note } from '@/lib/domain/note';
import type { Reading } from '@/lib/domain/reading';
import { readView } from '@/lib/domain/read-view';
import type { Rep } from '@/lib/domain/rep';
import type {
  DealView,
  HereView,
  NotesPage,
  PersonLine,
  ReadView,
  ViewName,
  Views,
} from '@/lib/domain/views';
import { countDealsOfRep, deal as storedDeal, dealsOfRep } from '@/lib/store/deals';
import { draftAt } from '@/lib/store/drafts';
import { StoreError } from '@/lib/store/errors';
import { openCommitmentsOfRep } from '@/lib/store/commitments';
import { exportPart } from '@/lib/store/export';
import { countNotes, countNotesOfDeal, countNotesOfRep, notesOfDeal, notesOfRep } from '@/lib/store/notes';
import { rep as storedRep, reps } from '@/lib/store/reps';
import { setting } from '@/lib/store/settings';
import { lastSightingOfRep, lastSightingsOf } from '@/lib/store/sightings';
import { sites } from '@/lib/store/sites';
import type { Store } from '@/lib/store/store';
import { isOn, recipeOf, type Background } from './background';
import { listRows, listView } from './lists';
import { lostHere, report } from './health';
import type { TabState } from './memory';
import { find, noteViews, NOTES_A_PAGE, promiseLine, repView } from './note-views';
import { isPreset, originsOn } from './sites';
import { stageOf } from './stages';

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
 * @param today ISO day by the page's clock
 * @param taken the deal as it was just taken in, so that it need not be looked up
 */
export async function hereView(
  background: Background,
  state: TabState,
  today: string,
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
    if (crmName === null) return { ...at, is: 'unknown' };
    const list = await listView(background, state);
    return list === null ? { ...at, is: 'elsewhere', crmName } : { ...at, is: 'list', list };
  }
  const deal = taken?.key === key ? taken : await storedDeal(background.store, key);
  if (!deal) return { ...at, is: 'reading' };
  if (deal.doubt) {
    const { name } = deal.doubt.identity;
    return { ...at, is: 'doubted', key: deal.key, before: deal.identity.name, now: name, read };
  }
  const [view, lost] = await Promise.all([
    dealView(background, deal, { reading, read, site: state.site, today }),
    lostHere(background, state, reading),
  ]);
  return { ...at, is: 'deal', deal: { ...view, lost } };
}

async function dealView(
  background: Background,
  deal: Deal,
  { reading, read, site, today }: { reading: Reading; read: ReadView; site: SiteId | null; today: string },
): Promise<Omit<DealView, 'lost'>> {
  const { store } = background;
  const owner = ownerOf(deal);
  const [rep, notes, draft, people, promises, stage] = await Promise.all([
    owner === null ? null : storedRep(store, owner),
    dealNotes(background, deal, null),
    draftAt(store, { deal: deal.key, rep: owner }),
    owner === null ? reps(store) : [],
    owner === null ? [] : openCommitmentsOfRep(store, owner),
    site === null ? null : stageOf(background, site, reading),
  ]);
  return {
    key: deal.key,
    name: certain(reading, 'name'),
    read,
    rep: rep && repView(rep),
    askOwner: rep ? null : reading.fields.owner ? 'unsure' : 'missing',
    people: people.filter((person) => person.onTeam !== false).map(repView),
    promise: promises.map(promiseLine)[0] ?? null,
    stage,
    asks: choose({ ...reading, stage }, today, deal.asked),
    notes,
    draft,
  };
}

/** What was last seen of a person's deals. Not of one that may be another deal by now. */
async function factsOfRep({ store }: Background, rep: RepId, today: string): Promise<Facts> {
  const deals = await dealsOfRep(store, rep);
  const sure = deals.filter(({ doubt }) => doubt === null);
  return factsOf(await lastSightingsOf(store, sure), today);
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
  const [known, theme, notes, numberFormat, startsCovered, privateTold] = await Promise.all([
    sites(store),
    setting(store, 'theme'),
    countNotes(store),
    setting(store, 'numberFormat'),
    setting(store, 'startsCovered'),
    setting(store, 'privateTold'),
  ]);
  const on = await originsOn(known);
  // Several installations on one origin are one line: the browser grants them together.
  const wanted = known.filter(
    (site, at) =>
      site.on && known.findIndex((one) => one.on && one.origins.join() === site.origins.join()) === at,
  );
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
    numberFormat,
    startsCovered,
    privateTold,
  };
}

type Asks = {
  [N in ViewName]: (
    background: Background,
    state: TabState | null,
    ask: Views[N]['ask'],
    today: string,
  ) => Promise<Views[N]['answer']>;
};

/**
 * Every view there is. `state` is that of the tab that a panel is bound to, and null for the workspace; `today` is the ISO
 * day of the asking page's clock.
 */
export const views: Asks = {
  async here(background, state, _ask, today) {
    if (!state) throw new StoreError('not-found');
    return hereView(background, state, today);
  },
  async dealNotes(background, _state, { deal, before }: { deal: DealKey; before: number | null }) {
    const known = await storedDeal(background.store, deal);
    if (!known || known.doubt) throw new StoreError('not-found');
    return dealNotes(background, known, before);
  },
  listRows,
  report,
  async people(background) {
    const known = (await reps(background.store)).filter((rep) => rep.onTeam !== false);
    return { people: await Promise.all(known.map((rep) => personLine(background, rep))) };
  },
  async person(background, _state, { rep, before }, today) {
    const known = await storedRep(background.store, rep);
    if (!known) throw new StoreError('not-found');
    const [facts, notes, draft, promises] = await Promise.all([
      before === null ? factsOfRep(background, rep, today) : null,
      repNotes(background, rep, before),
      draftAt(background.store, { deal: null, rep }),
      openCommitmentsOfRep(background.store, rep),
    ]);
    return { rep: repView(known), promises: promises.map(promiseLine), facts, notes, draft };
  },
  find,
  settings: settingsView,
  exportPart: ({ store }, _state, { after }) => exportPart(store, after),
  readings: async ({ memory }) => ({
    readings: memory.readings.map(({ reading, deal, origin }) => ({ ...reading, deal, origin })),
  }),
};
