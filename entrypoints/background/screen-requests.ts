import { browser } from 'wxt/browser';
import type { Answer, CommandName, Refusal, ViewName } from '@/lib/domain/views';
import type { FromScreen, HelloAnswer } from '@/lib/messages/protocol';
import { besideOf } from '@/lib/messages/server/besides';
import { greet, mayRemount, sessionOf, type Session } from '@/lib/messages/server/frames';
import type { Speaker } from '@/lib/messages/server/judge';
import { commandAsks, viewAsks } from '@/lib/messages/server/schemas';
import { tooFarAhead } from '@/lib/messages/server/clock';
import { StoreError, type StoreRefusal } from '@/lib/store/errors';
import { setting } from '@/lib/store/settings';
import { isOn, tellPage, type Background } from './background';
import { besideHere, besideState, helloBeside } from './beside';
import { commands, Refused, type Asked } from './commands';
import { complain } from './log';
import { isPreset } from './sites';
import { noteView, views } from './views';

type ScreenSpeaker = Exclude<Speaker, { is: 'page' }>;

/** What a panel on a site that is off may ask: that one look, and to be turned on or put away. */
const OFF_MAY: readonly (ViewName | CommandName)[] = ['here', 'turnOn', 'place', 'collapse'];

const refused = (refusal: Refusal) => ({ ok: false, refusal }) as const;

/** The browser's side panel stands where the browser puts it: it has no place in a page. */
const BESIDE_NEVER: readonly (ViewName | CommandName)[] = ['place', 'collapse'];

/** Answers a panel or the workspace. */
export async function answerScreen(
  background: Background,
  who: ScreenSpeaker,
  said: FromScreen,
): Promise<Answer<unknown>> {
  if (tooFarAhead(said.at, background.now()) && !isPreset()) return refused('clock-ahead');
  if (said.name === 'hello') return hello(background, who, said);
  if (said.name === 'beside')
    return who.is === 'beside' ? helloBeside(background, who, said) : refused('not-allowed');
  const session = who.is === 'panel' ? sessionOf(background.memory, said.session, who) : null;
  const beside = who.is === 'beside' ? besideOf(background.memory.besides, said.session, who) : null;
  if (who.is !== 'workspace' && !session && !beside) return refused('not-allowed');
  const wanted = said.name === 'view' ? said.view : said.command;
  if (session && !(await mayAsk(background, session, wanted))) return refused('not-allowed');
  if (beside && BESIDE_NEVER.includes(wanted)) return refused('not-allowed');
  const shows = session?.tab ?? beside?.tab ?? null;
  try {
    const state = beside ? await besideState(background, beside) : stateOfTab(background, shows);
    // The workspace has no session, whatever it says.
    const own = who.is === 'workspace' ? null : said.session;
    if (said.name === 'view') {
      if (!Object.hasOwn(views, said.view)) return refused('not-understood');
      const ask = viewAsks[said.view].safeParse(said.ask);
      if (!ask.success) return refused('not-understood');
      if (beside && said.view === 'here') return await besideHere(background, beside, own ?? '');
      const view: (...given: [Background, typeof state, never]) => Promise<unknown> = views[said.view];
      return { ok: true, value: await view(background, state, ask.data as never) };
    }
    if (!Object.hasOwn(commands, said.command)) return refused('not-understood');
    const ask = commandAsks[said.command].safeParse(said.ask);
    if (!ask.success) return refused('not-understood');
    const { operation, at } = said;
    const command: (given: Background, asked: never) => Promise<unknown> = commands[said.command];
    const asked = { ask: ask.data, operation, at, state, session: own, tab: shows } as Asked<CommandName>;
    return { ok: true, value: await command(background, asked as never) };
  } catch (error) {
    return asRefusal(error);
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
  unreadable: 'storage',
};

function asRefusal(error: unknown): Answer<never> {
  if (error instanceof Refused) return refused(error.refusal);
  if (!(error instanceof StoreError)) {
    complain(error instanceof Error ? error.name : 'unknown');
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
