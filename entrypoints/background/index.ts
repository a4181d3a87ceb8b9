import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import type { FromPage, FromScreen } from '@/lib/messages/protocol';
import { speaker } from '@/lib/messages/server/judge';
import { fromPage, fromScreen } from '@/lib/messages/server/schemas';
import { purgeRemoved } from '@/lib/store/notes';
import { pruneOperations } from '@/lib/store/operations';
import { arrange, forget } from './arrange';
import { startBackground, type Background } from './background';
import { openBeside } from './beside';
import { answerPage } from './pages';
import { answerScreen, self } from './screen-requests';
import { openWorkspace, pressed } from './toolbar';

/** A removed note can be brought back this long; the panel offers it for 10 s. Milliseconds. */
const REMOVED_KEPT = 3_600_000;
/** An evidence message is refused above this. Characters of JSON. */
const MESSAGE_LIMIT = 300_000;
/** The workspace also sends parts of a file. */
const WORKSPACE_LIMIT = 1_000_000;
const TIDY = 'tidy';
/** Firefox opens its sidebar in the window in front and needs no tab; Chromium names one with each key. */
const NO_TAB = -1;

export default defineBackground({
  type: 'module',
  main() {
    const starting = startBackground();

    browser.runtime.onMessage.addListener((message: unknown, sender, reply) => {
      openWhereAsked(message, sender);
      void starting.then((background) => answer(background, message, sender)).then(reply, () => reply(null));
      return true;
    });
    browser.runtime.onConnect.addListener((port) => {
      const who = port.sender ? speaker(port.sender, self()) : null;
      void starting.then(({ screens }) => screens.admit(port, who));
    });
    browser.action.onClicked.addListener((tab) => void starting.then((it) => pressed(it, tab, 'toggle')));
    browser.commands.onCommand.addListener(async (command, tab) => {
      // First of all: after any wait the browser does not take the key for the user's any more.
      if (command === 'open-beside') return openBeside(tab?.id ?? NO_TAB);
      const [active] = tab ? [tab] : await browser.tabs.query({ active: true, currentWindow: true });
      if (active?.id === undefined) return;
      if (command === 'jot-note') await pressed(await starting, active, 'open');
      if (command === 'cover-text') (await starting).screens.cover(active.id);
    });
    browser.runtime.onInstalled.addListener(({ reason }) => {
      void starting.then(arrange);
      void starting.then(tidyExample);
      if (reason === 'install') void openWorkspace('welcome');
    });
    browser.runtime.onStartup.addListener(() => {
      void starting.then(arrange);
      void starting.then(tidyExample);
    });
    browser.permissions.onAdded.addListener(() => void starting.then(arrange));
    browser.permissions.onRemoved.addListener(() => void starting.then(arrange));
    browser.tabs.onRemoved.addListener((tab) => {
      void starting.then((background) => forget(background, tab));
      void starting.then(({ example }) => example.leave(tab));
    });
    browser.alarms.onAlarm.addListener(({ name }) => {
      if (name === TIDY) void starting.then(tidy);
    });
    void keepTidying();
  },
});

/** A click in the page, where the panel's frame could not live. The first thing that is done with a message, see `openBeside`. */
function openWhereAsked(message: unknown, sender: chrome.runtime.MessageSender): void {
  // Looked at first: evidence is large, and is checked where it is answered.
  if (typeof message !== 'object' || message === null || Reflect.get(message, 'name') !== 'beside') return;
  const who = speaker(sender, self());
  if (who?.is === 'page' && fromPage.safeParse(message).success) openBeside(who.tab);
}

/** Everybody who may not speak, and everything that is not understood, gets the same: nothing. */
async function answer(
  background: Background,
  message: unknown,
  sender: chrome.runtime.MessageSender,
): Promise<unknown> {
  const who = speaker(sender, self());
  const limit = who?.is === 'workspace' ? WORKSPACE_LIMIT : MESSAGE_LIMIT;
  if (!who || JSON.stringify(message).length > limit) return null;
  if (who.is === 'page') {
    const said = fromPage.safeParse(message);
    return said.success ? answerPage(background, who, said.data as FromPage) : null;
  }
  const said = fromScreen.safeParse(message);
  return said.success
    ? answerScreen(background, who, said.data as FromScreen)
    : { ok: false, refusal: 'not-understood' };
}

/** Made once: made anew at each start, it would come a minute after each start, and each time be a start. */
async function keepTidying(): Promise<void> {
  if ((await browser.alarms.get(TIDY)) === undefined)
    await browser.alarms.create(TIDY, { delayInMinutes: 1, periodInMinutes: 60 });
}

async function tidy(background: Background): Promise<void> {
  const { store, now } = background;
  await tidyExample(background);
  await purgeRemoved(store, now() - REMOVED_KEPT);
  await pruneOperations(store);
}

/** What a tab left behind that was closed while nobody saw it. */
function tidyExample({ example, screens }: Background): Promise<void> {
  return example.tidy(screens.examples());
}
