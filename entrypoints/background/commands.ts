import { originOf } from '@/lib/domain/origin';
import { ownerOf } from '@/lib/domain/deal';
import type { Note } from '@/lib/domain/note';
import { certain } from '@/lib/domain/certain';
import { LAYOUT_START } from '@/lib/domain/site';
import type { CommandName, Commands, NoteView } from '@/lib/domain/views';
import { setKept, setTerms } from '@/lib/store/commitments';
import { answerSameDeal, deal as storedDeal, sayOwner } from '@/lib/store/deals';
import { keepDraft } from '@/lib/store/drafts';
import { editNote, keepNote, removeNote, restoreNote, turnNote } from '@/lib/store/notes';
import { isDone } from '@/lib/store/operations';
import { addPerson, confirmRep, rep as storedRep, repFor } from '@/lib/store/reps';
import { set, setLayout, setting } from '@/lib/store/settings';
import { joinSites as joinStored } from '@/lib/store/join';
import { keepSites, site as storedSite, sites } from '@/lib/store/sites';
import type { Store } from '@/lib/store/store';
import { arrange } from './arrange';
import { tellPage, type Background } from './background';
import type { Asked } from './asked';
import type { ExampleOnly } from './example';
import { addTeam } from './lists';
import type { TabState } from './memory';
import { refreshBadge, settle } from './pages';
import { Refused } from './refused';
import { giveBack, granted, originsOn } from './sites';
import { eraseEverything, transfers } from './transfer';
import { noteView, noteViews, repView } from './note-views';
import { sayKind } from './stages';

type Does = {
  [N in Exclude<CommandName, ExampleOnly>]: (
    background: Background,
    asked: Asked<N>,
  ) => Promise<Commands[N]['answer']>;
};

/** Every command there is, but to enter and leave the example. Who may give which is decided before. */
export const commands: Does = {
  async keepNote(background, { ask, operation, at, state, session }) {
    const { store, screens } = background;
    // A retry is answered as the first time was, whatever the page shows by now.
    if (!(await isDone(store, operation))) refuseOtherDeal(ask.place.deal, state);
    const deal = ask.place.deal === null ? null : await storedDeal(store, ask.place.deal);
    if (ask.place.deal !== null && (!deal || deal.doubt)) throw new Refused('page-moved-on');
    const place = deal ? { deal: deal.key, rep: ownerOf(deal) } : ask.place;
    if (!deal && place.rep !== null && !(await storedRep(store, place.rep))) throw new Refused('not-found');
    // Their words stood beside the box while it was typed; they are said once.
    if (ask.privacy === 'private' && !(await setting(store, 'privateTold')))
      await set(store, 'privateTold', true);
    const reading = deal ? (state?.reading ?? null) : null;
    const note = await keepNote(store, operation, {
      ...ask,
      id: crypto.randomUUID(),
      place,
      dealName: reading && certain(reading, 'name'),
      stage: reading && certain(reading, 'stage'),
      at,
    });
    screens.draft(session, { ...ask, place, text: '', kind: 'note', asked: null, promise: null });
    if (state) void refreshBadge(background, state);
    return viewOf(store, note);
  },
  async editNote({ store }, { ask, operation, at }) {
    return viewOf(store, await editNote(store, operation, { ...ask, at }));
  },
  async turnNote({ store }, { ask, operation, at }) {
    return viewOf(store, await turnNote(store, operation, { ...ask, at }));
  },
  async setTerms({ store }, { ask: { id, who, due }, operation }) {
    await setTerms(store, operation, id, { who, due });
    return {};
  },
  async setKept({ store }, { ask, operation, at }) {
    await setKept(store, operation, ask.id, ask.kept ? at.slice(0, 10) : null);
    return {};
  },
  async removeNote(background, { ask, operation, at, state }) {
    await removeNote(background.store, operation, ask.id, at);
    if (state) await refreshBadge(background, state);
    return {};
  },
  async restoreNote(background, { ask, operation, state }) {
    await restoreNote(background.store, operation, ask.id);
    if (state) await refreshBadge(background, state);
    return {};
  },
  async keepDraft({ store, screens }, { ask, session }) {
    // A screen that is behind must not bring back a piece of what was erased.
    const { deal, rep } = ask.place;
    const found =
      deal === null ? rep !== null && (await storedRep(store, rep)) : await storedDeal(store, deal);
    if (!found) throw new Refused('not-found');
    await keepDraft(store, ask);
    screens.draft(session, ask);
    return {};
  },
  async addPerson({ store }, { ask, operation, at }) {
    const found = await addPerson(store, operation, { ...ask, id: crypto.randomUUID(), at });
    if (found.is === 'ambiguous') throw new Refused('several-people');
    return { rep: repView(found.rep) };
  },
  async setStageKind(background, asked) {
    await sayKind(background, asked);
    const { state, at } = asked;
    if (state) await settle(background, state, state.reading, at);
    return {};
  },
  addTeam,
  async answerTeam({ store }, { ask, operation }) {
    await confirmRep(store, operation, ask.rep, ask.onTeam);
    return {};
  },
  async sayOwner({ store }, { ask, operation, at, state }) {
    if (!(await isDone(store, operation))) refuseOtherDeal(ask.deal, state);
    const rep = ask.rep === null ? await namedRep(store, ask, at, state) : await storedRep(store, ask.rep);
    if (!rep) throw new Refused('not-found');
    await sayOwner(store, operation, ask.deal, rep.id);
    return { rep: repView(rep) };
  },
  async answerSame(background, { ask, operation, at, state }) {
    if (!(await isDone(background.store, operation))) refuseOtherDeal(ask.deal, state);
    await answerSameDeal(background.store, operation, ask.deal, ask.same);
    if (state?.deal === ask.deal) await settle(background, state, state.reading, at);
    return {};
  },
  turnOn,
  turnOff,
  joinSites,
  async setTheme({ store, screens }, { ask }) {
    await set(store, 'theme', ask.theme);
    screens.toAll({ to: 'screen', name: 'theme', theme: ask.theme });
    screens.toExample({ to: 'screen', name: 'theme', theme: ask.theme });
    return {};
  },
  async setNumberFormat({ store, memory, keep }, { ask: { format } }) {
    await set(store, 'numberFormat', format);
    for (const state of memory.tabs.values()) state.numberFormat = format;
    for (const held of memory.lists.values()) held.read = null;
    keep();
    return {};
  },
  async setStartsCovered({ store }, { ask }) {
    await set(store, 'startsCovered', ask.covered);
    return {};
  },
  async place(_background, { ask, state }) {
    if (state) await tellPage(state.tab, { to: 'page', name: 'side', side: ask.side });
    return {};
  },
  async collapse(_background, { state }) {
    if (state) await tellPage(state.tab, { to: 'page', name: 'collapse' });
    return {};
  },
  async writeHere({ screens }, { session, tab }) {
    if (session !== null && tab !== null) screens.take(tab, session);
    return {};
  },
  ...transfers,
  eraseEverything,
};

async function viewOf(store: Store, note: Note): Promise<{ note: NoteView }> {
  const [view = noteView(note)] = await noteViews(store, [note]);
  return { note: view };
}

/** What is filed under a deal must come from a panel that has that deal beside it, now. */
function refuseOtherDeal(deal: string | null, state: TabState | null): void {
  if (deal !== null && (state?.is !== 'settled' || state.deal !== deal)) throw new Refused('page-moved-on');
}

async function namedRep(
  store: Background['store'],
  ask: Commands['sayOwner']['ask'],
  at: string,
  state: TabState | null,
) {
  if (ask.name === null || !state?.site) return null;
  const alias = { site: state.site, name: ask.name, userId: null };
  const found = await repFor(store, { alias, at, newId: crypto.randomUUID() });
  return found.is === 'ambiguous' ? null : found.rep;
}

async function turnOn(background: Background, { ask, operation, at }: Asked<'turnOn'>) {
  const { store, memory, screens } = background;
  const origin = originOf(ask.origin);
  if (!origin) throw new Refused('not-a-site');
  if (!(await granted(origin))) throw new Refused('not-granted');
  const looked = [...memory.tabs.values()].filter((state) => state.origin === origin);
  const known = (await sites(store)).filter((site) => site.origins.includes(origin));
  const crm = known[0]?.crm ?? looked.find((state) => state.crm !== null && state.reading)?.crm ?? null;
  const fresh = { id: crypto.randomUUID(), origins: [origin], tenant: null, crm, on: true, addedAt: at };
  await keepSites(
    store,
    operation,
    known.length > 0 ? known.map((site) => ({ ...site, on: true, crm: site.crm ?? crm })) : [fresh],
  );
  // Frames that were put there by a click become full ones; what was looked at once is now a reading.
  for (const session of memory.sessions.values()) if (session.origin === origin) session.off = false;
  for (const state of looked) {
    if (!state.once) continue;
    state.once = false;
    // It was open all along; a site that is off is told nothing about, so this is kept only now.
    // oxlint-disable-next-line no-await-in-loop -- each tab's page is taken in before the next
    await setLayout(store, origin, {
      ...((await setting(store, 'layouts'))[origin] ?? LAYOUT_START),
      open: true,
    });
    screens.admitFully(state.tab);
    // oxlint-disable-next-line no-await-in-loop -- each tab's page is taken in before the next
    if (state.is === 'settled') await settle(background, state, state.reading, at);
  }
  await arrange(background);
  background.keep();
  return {};
}

async function turnOff(background: Background, { ask, operation }: Asked<'turnOff'>) {
  const { store } = background;
  const known = await storedSite(store, ask.site);
  if (!known) throw new Refused('not-found');
  // The browser grants an origin, whichever installation on it was meant.
  const here = (await sites(store)).filter((site) => site.origins.some((one) => known.origins.includes(one)));
  await keepSites(
    store,
    operation,
    here.map((site) => ({ ...site, on: false })),
  );
  // Before the permission is given back: another port of the same host may need it, and then no event follows.
  await arrange(background);
  await giveBack(known.origins, await originsOn(await sites(store)));
  return {};
}

async function joinSites(background: Background, { ask, operation, at }: Asked<'joinSites'>) {
  const { store, memory, keep } = background;
  await joinStored(store, operation, ask);
  // What is on screen is looked up anew, under the site that stays.
  memory.readings = [];
  for (const state of memory.tabs.values()) {
    if (state.site !== ask.site) continue;
    // oxlint-disable-next-line no-await-in-loop -- each tab's page is taken in before the next
    if (state.is === 'settled') await settle(background, state, state.reading, at);
    else state.site = null;
  }
  await arrange(background);
  keep();
  return {};
}
