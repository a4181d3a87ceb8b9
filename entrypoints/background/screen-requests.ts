import { browser } from 'wxt/browser';
import type { Refusal } from '@/lib/domain/refusal';
import type { Answer, CommandName, ViewName } from '@/lib/domain/views';
import { WrongFile } from '@/lib/domain/transfer';
import type { FromScreen, HelloAnswer } from '@/lib/messages/protocol';
import { besideOf } from '@/lib/messages/server/besides';
import { greet, mayRemount, sessionOf, type Session } from '@/lib/messages/server/frames';
import type { Speaker } from '@/lib/messages/server/judge';
import { commandAsks, viewAsks } from '@/lib/messages/server/schemas';
import { tooFarAhead } from '@/lib/messages/server/clock';
import { answerWithin } from '@/lib/store/answer-within';
import { StoreError, type StoreRefusal } from '@/lib/store/errors';
import { setting } from '@/lib/store/settings';
import { isOn, tellPage, type Background } from './background';
import { besideHere, besideState, helloBeside } from './beside';
import type { Asked } from './asked';
import { commands } from './commands';
import { isExampleOnly, mayInExample } from './example';
import { complain } from './log';
import { Refused } from './refused';
import { isPreset } from './sites';
import { FOR_IMPORTS, isImporting } from './transfer';
import { noteView } from './note-views';
import { views } from './views';

type ScreenSpeaker = Exclude<Speaker, { is: 'page' }>;

/** What a panel on a site that is off may ask: that one look, and to be turned on or put away. */
const OFF_MAY: readonly (ViewName | CommandName)[] = ['here', 'turnOn', 'place', 'collapse'];

/** What takes in, gives out or erases everything: no panel beside a web page may ask for it. */
const WORKSPACE_ONLY: readonly (ViewName | CommandName)[] = ['exportPart', 'eraseEverything', ...FOR_IMPORTS];

const refused = (refusal: Refusal) => ({ ok: false, refusal }) as const;

/** The browser's side panel stands where the browser puts it: it has no place in a page. */
const BESIDE_NEVER: readonly (ViewName | CommandName)[] = ['place', 'collapse'];

/** Answers a panel or the workspace, within 5 s whatever the storage does. */
export async function answerScreen(
  background: Background,
  who: ScreenSpeaker,
  said: FromScreen,
): Promise<Answer<unknown>> {
  if (tooFarAhead(said.at, background.now()) && !isPreset()) return refused('clock-ahead');
  try {
    return await answerWithin(background.store, (store) => answer({ ...background, store }, who, said));
  } catch (error) {
    const refusal = asRefusal(error, wantedOf(said));
    // Nothing was to be saved.
    const isUnread = said.name !== 'command' && !refusal.ok && refusal.refusal === 'not-saved';
    return isUnread ? refused('storage') : refusal;
  }
}

async function answer(
  background: Background,
  who: ScreenSpeaker,
  said: FromScreen,
): Promise<Answer<unknown>> {
  if (said.name === 'hello') return hello(background, who, said);
  if (said.name === 'beside')
    return who.is === 'beside' ? helloBeside(background, who, said) : refused('not-allowed');
  if (who.is === 'workspace' && who.example) return answerExample(background, who.tab, said);
  const session = who.is === 'panel' ? sessionOf(background.memory, said.session, who) : null;
  const beside = who.is === 'beside' ? besideOf(background.memory.besides, said.session, who) : null;
  if (who.is !== 'workspace' && !session && !beside) return refused('not-allowed');
  const wanted = said.name === 'view' ? said.view : said.command;
  if (who.is !== 'workspace' && WORKSPACE_ONLY.includes(wanted)) return refused('not-allowed');
  if (!FOR_IMPORTS.includes(wanted) && (await isImporting(background))) return refused('busy');
  if (session && !(await mayAsk(background, session, wanted))) return refused('not-allowed');
  if (beside && BESIDE_NEVER.includes(wanted)) return refused('not-allowed');
  const shows = session?.tab ?? beside?.tab ?? null;
  const state = beside ? await besideState(background, beside) : stateOfTab(background, shows);
  // The workspace has no session, whatever it says.
  const own = who.is === 'workspace' ? null : said.session;
  if (beside && said.name === 'view' && said.view === 'here')
    return viewAsks.here.safeParse(said.ask).success
      ? besideHere(background, beside, own ?? '', said.at.slice(0, 10))
      : refused('not-understood');
  return answerFrom(background, { state, session: own, tab: shows }, said);
}

type Question = Exclude<FromScreen, { name: 'hello' } | { name: 'beside' }>;

/** Answers from the store that the background is handed with. */
async function answerFrom(
  background: Background,
  asker: Pick<Asked<CommandName>, 'state' | 'session' | 'tab'>,
  said: Question,
): Promise<Answer<unknown>> {
  const { state } = asker;
  if (said.name === 'view') {
    if (!Object.hasOwn(views, said.view)) return refused('not-understood');
    const ask = viewAsks[said.view].safeParse(said.ask);
    if (!ask.success) return refused('not-understood');
    const view: (...given: [Background, typeof state, never, string]) => Promise<unknown> = views[said.view];
    return { ok: true, value: await view(background, state, ask.data as never, said.at.slice(0, 10)) };
  }
  if (isExampleOnly(said.command)) return refused('not-allowed');
  if (!Object.hasOwn(commands, said.command)) return refused('not-understood');
  const ask = commandAsks[said.command].safeParse(said.ask);
  if (!ask.success) return refused('not-understood');
  const { operation, at } = said;
  const command: (given: Background, asked: never) => Promise<unknown> = commands[said.command];
  const asked = { ask: ask.data, operation, at, ...asker } as Asked<CommandName>;
  return { ok: true, value: await command(background, asked as never) };
}

const NO_TAB = { state: null, session: null, tab: null };

/** A workspace that shows the example team: all it is told comes from the example's own store, and all it keeps goes there. */
async function answerExample(background: Background, tab: number, said: Question): Promise<Answer<unknown>> {
  const { example, store } = background;
  const wanted = said.name === 'view' ? said.view : said.command;
  try {
    if (said.name === 'command' && isExampleOnly(said.command)) {
      if (!commandAsks[said.command].safeParse(said.ask).success) return refused('not-understood');
      if (said.command === 'leaveExample') await example.leave(tab);
      // How Sideline looks is the one thing that the example takes from what is real.
      else await example.enter(tab, said.at, await setting(store, 'theme'));
      return { ok: true, value: {} };
    }
    if (!mayInExample(wanted)) return refused('not-allowed');
    return await example.serve(tab, (own) =>
      answerWithin(own.store, (given) => answerFrom({ ...background, ...own, store: given }, NO_TAB, said)),
    );
  } catch (error) {
    return asRefusal(error, wanted);
  }
}

function stateOfTab({ memory }: Background, tab: number | null) {
  return tab === null ? null : (memory.tabs.get(tab) ?? null);
}

/** A panel has its rights only as long as its site is on; one that was let in by a click has next to none. */
async function mayAsk(
  background: Background,
  session: Session,
  wanted: ViewName | CommandName,
): Promise<boolean> {
  if (OFF_MAY.includes(wanted)) return true;
  return !session.off && (await isOn(background, session.origin));
}

async function hello(
  background: Background,
  who: ScreenSpeaker,
  said: Extract<FromScreen, { name: 'hello' }>,
): Promise<HelloAnswer> {
  if (who.is !== 'panel') return refused('not-allowed');
  const { memory } = background;
  const mount = memory.mounts.get(said.token);
  const on = mount !== undefined && (await isOn(background, mount.origin));
  const session = crypto.randomUUID();
  const greeted = greet(memory, { ...said, tab: who.tab, document: who.document }, session, () => on);
  background.keep();
  if (!greeted) {
    // A frame of ours that the page made load again; or one of the page's own making, which is never shown anything.
    if (mayRemount(memory, who.tab, background.now()))
      void tellPage(who.tab, { to: 'page', name: 'remount' });
    return refused('not-allowed');
  }
  // The one that came last writes.
  if (!greeted.off) background.screens.take(who.tab, session);
  void tellPage(who.tab, { to: 'page', name: 'alive' });
  return { ok: true, value: { session, off: greeted.off, theme: await setting(background.store, 'theme') } };
}

const REFUSALS: Record<StoreRefusal, Refusal> = {
  'nothing-written': 'nothing-written',
  'too-long': 'too-long',
  'edited-meanwhile': 'edited-meanwhile',
  'not-found': 'not-found',
  'not-saved': 'not-saved',
  'newer-database': 'newer-database',
  blocked: 'storage',
  busy: 'busy',
  'not-empty': 'not-empty',
  'two-sites': 'two-sites',
  'in-doubt': 'in-doubt',
  unreadable: 'storage',
};

const wantedOf = (said: FromScreen): string =>
  said.name === 'view' ? said.view : said.name === 'command' ? said.command : said.name;

/** @param wanted the view or command, for the log: whom and what it was about stays out of it */
function asRefusal(error: unknown, wanted: string): Answer<never> {
  if (error instanceof Refused || error instanceof WrongFile) return refused(error.refusal);
  if (!(error instanceof StoreError)) {
    complain(wanted, error instanceof Error ? error.name : 'unknown');
    return refused('storage');
  }
  const refusal = refused(REFUSALS[error.code]);
  return error.standing ? { ...refusal, standing: noteView(error.standing) } : refusal;
}

/** The addresses of our own pages, as the browser knows them. */
export const self = () => ({
  id: browser.runtime.id,
  panel: browser.runtime.getURL('/panel.html'),
  workspace: browser.runtime.getURL('/workspace.html'),
});
