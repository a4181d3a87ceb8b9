import { recipes } from '@/lib/crm/recipes/registry';
import { interpret } from '@/lib/crm/interpret/read';
import { learnLanguages } from '@/lib/crm/interpret/warm';
import { candidates } from '@/lib/crm/interpret/recognise';
import type { Evidence } from '@/lib/crm/evidence';
import type { Recipe } from '@/lib/crm/recipe';
import type { Deal } from '@/lib/domain/deal';
import type { NumberFormat } from '@/lib/domain/number-format';
import type { Reading } from '@/lib/domain/reading';
import { isoDay, isoWithOffset } from '@/lib/domain/time';
import type { FromPage, PageAnswers } from '@/lib/messages/protocol';
import { giveToken } from '@/lib/messages/server/frames';
import type { Speaker } from '@/lib/messages/server/judge';
import { deal as storedDeal } from '@/lib/store/deals';
import { setLayout, setting } from '@/lib/store/settings';
import { pageWords } from '@/lib/text/page';
import { isOn, recipeOf, showHere, siteFor, siteOf, stateOf, type Background } from './background';
import { NOTHING } from './front';
import { keepHealth } from './health';
import { withStage } from '@/lib/domain/stage';
import { keepSeen, keyOf, showBadge, takeIn, type Taken } from './keep';
import type { TabState } from './memory';
import { rowsSeen } from './rows-seen';
import { learnStages, stageOf } from './stages';
import { hereView } from './views';

type PageSpeaker = Extract<Speaker, { is: 'page' }>;
type Said<N extends FromPage['name']> = Extract<FromPage, { name: N }>;

/** The readings that the developer page lists, at most. */
const READINGS_KEPT = 20;

/** Between a move and the look that is quiet lie 300 ms: time to learn what reading the page will need. */
let learning = false;
function learn(): void {
  if (learning) return;
  learning = true;
  setTimeout(learnLanguages, 0);
}

/** Documents that are being taken in: what they say meanwhile waits, so that nothing overtakes their start. */
const starting = new Map<number, Promise<unknown>>();

/** Answers a content script. Whatever it says is checked against the tab and the origin that the browser names. */
export async function answerPage(
  background: Background,
  who: PageSpeaker,
  said: FromPage,
): Promise<PageAnswers[FromPage['name']] | null> {
  learn();
  if (said.name === 'started') {
    const start = started(background, who, said);
    starting.set(who.tab, start);
    return start.finally(() => starting.get(who.tab) === start && starting.delete(who.tab));
  }
  await starting.get(who.tab);
  const state = stateOf(background, who.tab, said.page);
  if (!state || state.origin !== who.origin) return null;
  switch (said.name) {
    case 'moved':
      return moved(background, state, said);
    case 'settled':
    case 'unsure':
      return looked(background, state, said);
    case 'rows':
      return rowsSeen(background, state, said);
    case 'mount': {
      const mount = { tab: who.tab, page: said.page, origin: who.origin };
      const may = state.once || (await isOn(background, who.origin));
      const token = may ? giveToken(background.memory, mount, crypto.randomUUID()) : null;
      background.keep();
      return { token };
    }
    case 'layout':
      background.screens.putAway(who.tab, !said.layout.open);
      if (!state.once) await setLayout(background.store, who.origin, said.layout);
      return {};
    case 'left':
      state.left = true;
      background.keep();
      showHere(background, who.tab, NOTHING);
      return {};
    // It was opened before anything else, see index.ts.
    case 'beside':
      return {};
  }
}

async function started(
  background: Background,
  who: PageSpeaker,
  said: Said<'started'>,
): Promise<PageAnswers['started']> {
  const { memory } = background;
  const before = memory.tabs.get(who.tab);
  const on = await isOn(background, who.origin);
  // A click put a state without a page there, and this is the script that it injected.
  const once =
    !on && before !== undefined && before.once && before.page === '' && before.origin === who.origin;
  if (!on && !once) {
    memory.tabs.delete(who.tab);
    background.keep();
    showHere(background, who.tab, NOTHING);
    return { on, once, recipe: null, layout: null, words: null };
  }
  const [site, numberFormat] = await Promise.all([
    on ? siteOf(background, who.origin) : null,
    setting(background.store, 'numberFormat'),
  ]);
  const state: TabState = {
    tab: who.tab,
    page: said.page,
    origin: who.origin,
    url: said.url,
    seq: 0,
    once,
    is: 'reading',
    tried: [],
    crm: site?.crm ?? null,
    site: site?.id ?? null,
    numberFormat,
    reading: null,
    deal: null,
    listed: 0,
    recipePage: null,
    tenant: null,
  };
  memory.lists.delete(who.tab);
  memory.tabs.set(who.tab, state);
  background.keep();
  void show(background, state, 0);
  const layouts = await setting(background.store, 'layouts');
  return { on, once, recipe: recipeFor(state), layout: layouts[who.origin] ?? null, words: pageWords() };
}

/** The recipe to read with: the site's own, or the next that may fit the address. */
function recipeFor(state: TabState): Recipe | null {
  if (state.crm !== null) return recipeOf(state.crm);
  return candidates(state.url, recipes).find((recipe) => !state.tried.includes(recipe.crm)) ?? null;
}

async function moved(
  background: Background,
  state: TabState,
  said: Said<'moved'>,
): Promise<PageAnswers['moved']> {
  if (said.seq <= state.seq) return { recipe: null };
  leave(background, state, said.seq);
  Object.assign(state, { url: said.url, tried: [] });
  background.keep();
  return { recipe: state.crm === null ? recipeFor(state) : null };
}

/** The page has left what was read. Blank first, then everything else: nothing of the old deal may be seen any more. */
function leave(background: Background, state: TabState, seq: number): void {
  Object.assign(state, { seq, is: 'reading', reading: null, deal: null, listed: 0 });
  background.memory.lists.delete(state.tab);
  showHere(background, state.tab, { page: state.page, seq, is: 'reading' });
  void showBadge(background, state, null);
}

async function looked(
  background: Background,
  state: TabState,
  said: Said<'settled'> | Said<'unsure'>,
): Promise<PageAnswers['settled']> {
  const { evidence, seq } = said;
  const recipe = recipeOf(evidence.crm);
  // A slow answer for an address that has been left, or one that never was this tab's.
  if (seq < state.seq || evidence.origin !== state.origin || !recipe) return { next: null };
  // The move itself was lost with an earlier life of the background.
  if (seq > state.seq) leave(background, state, seq);
  if (!evidence.marked && state.crm === null) return tryNext(background, state, evidence.crm);
  // A page of this site that is not drawn yet.
  if (!evidence.marked && evidence.page !== null && !evidence.rooted && said.name === 'settled')
    return { next: null };
  state.crm = recipe.crm;
  const reading = readingOf(evidence, recipe, state.numberFormat);
  if (said.name === 'unsure' || state.once) {
    Object.assign(state, { is: said.name, reading, deal: null });
    background.keep();
    await show(background, state, seq);
    if (reading) remember(background, state, reading);
  } else {
    state.tenant = evidence.tenant;
    state.recipePage = evidence.page;
    const taken = await takeAndShow(background, state, reading, at(evidence));
    // Before anything is kept: what is kept tells the developer page to look again.
    if (reading) remember(background, state, reading);
    if (taken) {
      await keepSeen(background, taken);
      if (await keepHealth(background, taken, evidence)) await show(background, state, seq);
    } else if (reading && state.site) await learnStages(background, state.site, reading);
  }
  return { next: null };
}

async function tryNext(
  background: Background,
  state: TabState,
  crm: string,
): Promise<PageAnswers['settled']> {
  state.tried.push(crm);
  const next = recipeFor(state);
  if (!next) state.is = 'settled';
  background.keep();
  if (!next) await show(background, state, state.seq);
  return { next };
}

const at = (evidence: Evidence): string => isoWithOffset(evidence.at, evidence.offset);

function readingOf(evidence: Evidence, recipe: Recipe, numberFormat: NumberFormat | null): Reading | null {
  const today = isoDay(evidence.at, evidence.offset);
  return interpret(evidence, recipe, { today, numberFormat });
}

/**
 * Takes a reading in, shows it, and then keeps what was seen: showing does not wait for that.
 * @param read the page's clock, ISO with offset
 */
export async function settle(background: Background, state: TabState, reading: Reading | null, read: string) {
  const taken = await takeAndShow(background, state, reading, read);
  if (taken) await keepSeen(background, taken);
}

/** The first half of `settle`. @returns what was taken in, or null where the page shows no deal or has moved on. */
async function takeAndShow(
  background: Background,
  state: TabState,
  found: Reading | null,
  read: string,
): Promise<Taken | null> {
  const { seq } = state;
  const site = await siteFor(background, state, read);
  const reading = found && withStage(found, await stageOf(background, site.id, found));
  const key = reading && keyOf(site.id, reading);
  const taken = reading && key ? await takeIn(background, site.id, key, reading) : null;
  // The page may have moved on while the store answered: then this is nobody's answer any more.
  if (state.seq !== seq) return null;
  Object.assign(state, { is: 'settled', site: site.id, reading, deal: key });
  background.keep();
  await show(background, state, seq, taken?.deal);
  await showBadge(background, state, taken?.deal ?? null);
  return taken;
}

/** Shows what was read just now: today is the day of the reading. Without one there is no deal that could depend on it. */
async function show(background: Background, state: TabState, seq: number, taken?: Deal): Promise<void> {
  const view = await hereView(background, state, state.reading?.at.slice(0, 10) ?? '', taken);
  if (state.seq === seq && stateOf(background, state.tab, state.page)) showHere(background, state.tab, view);
}

function remember({ memory, keep }: Background, state: TabState, reading: Reading): void {
  memory.readings.unshift({ reading, deal: state.deal, origin: state.origin });
  memory.readings.length = Math.min(memory.readings.length, READINGS_KEPT);
  keep();
}

/** After something was kept that may change what this tab's panel shows. */
export async function refreshBadge(background: Background, state: TabState): Promise<void> {
  if (state.deal) await showBadge(background, state, await storedDeal(background.store, state.deal));
}
