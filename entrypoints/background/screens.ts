import type { Browser } from 'wxt/browser';
import type { Draft } from '@/lib/domain/draft';
import type { HereView } from '@/lib/domain/views';
import { SCREEN_PORT, type ToScreen } from '@/lib/messages/protocol';
import { besideOf } from '@/lib/messages/server/besides';
import { sessionOf } from '@/lib/messages/server/frames';
import type { Speaker } from '@/lib/messages/server/judge';
import { penOf } from '@/lib/messages/server/pens';
import { besideView, tabInFront } from './front';
import type { Memory } from './memory';
import { makePens, type Writer } from './screen-pens';

type Port = Browser.runtime.Port;

/** A screen that listens: a panel, or the workspace. */
interface Listener extends Writer {
  port: Port;
  /** The tab that a framed panel is bound to. */
  tab: number | null;
  /** The tab of a workspace that shows the example team: it hears of nothing else. */
  example: number | null;
  /** The tab that a workspace stands in. */
  own: number | null;
  /** Pushes to a side panel, one after another: each first asks the browser which tab is in front. */
  pushing: Promise<unknown>;
}

interface Needs {
  memory(): Memory;
  keep(): void;
  now(): number;
}

/** A panel that had the pen has this long to open its port anew, after the background was stopped. Milliseconds. */
const PEN_WAITS = 2_000;

/** Who listens at a port, or null where its opener may not. */
function listenerOf(memory: Memory, port: Port, who: Speaker | null): Listener | null {
  const shown = port.name.startsWith(SCREEN_PORT) ? port.name.slice(SCREEN_PORT.length) || null : null;
  const session = who?.is === 'panel' ? sessionOf(memory, shown, who) : null;
  const beside = who?.is === 'beside' ? besideOf(memory.besides, shown, who) : null;
  const may = who?.is === 'workspace' ? port.name === SCREEN_PORT : session !== null || beside !== null;
  if (!may) return null;
  return {
    port,
    tab: session?.tab ?? null,
    session: shown,
    own: who?.is === 'workspace' ? who.tab : null,
    example: who?.is === 'workspace' && who.example ? who.tab : null,
    off: session?.off ?? false,
    isAway: false,
    pushing: Promise.resolve(),
  };
}

/** The open ports of all screens. They live as long as this life of the background; screens open them anew. */
export function makeScreens({ memory, keep, now }: Needs) {
  const listeners = new Set<Listener>();

  /** The tab that a listener shows, if any. */
  function tabOf({ session, tab }: Listener): number | null {
    if (session === null) return null;
    const bound = memory().sessions.get(session);
    // A port outlives its document for a moment: only the session's own page hears of its page.
    if (bound) return tab !== null && memory().tabs.get(tab)?.page === bound.page ? tab : null;
    return memory().besides.get(session)?.tab ?? null;
  }
  const panelsOf = (tab: number) => [...listeners].filter((one) => tabOf(one) === tab);
  const { take, handOn, takeFromTheGone } = makePens({ memory, keep, now, panelsOf, send });

  /** Takes a port in, or closes it where its opener may not listen. */
  function admit(port: Port, who: Speaker | null): void {
    const listener = listenerOf(memory(), port, who);
    if (listener === null) return port.disconnect();
    const shown = listener.session;
    listeners.add(listener);
    port.onDisconnect.addListener(() => {
      const tab = tabOf(listener);
      listeners.delete(listener);
      if (tab !== null && shown !== null) handOn(tab, shown);
    });
    setTimeout(() => {
      const tab = tabOf(listener);
      if (tab !== null && shown !== null && listeners.has(listener)) takeFromTheGone(tab, shown);
    }, PEN_WAITS);
  }

  function send(to: Listener, message: ToScreen): void {
    try {
      to.port.postMessage(message);
    } catch {
      // Closed between the browser's notice and ours.
      listeners.delete(to);
    }
  }

  async function pushInFront(listener: Listener, tab: number, view: HereView): Promise<void> {
    const beside = memory().besides.get(listener.session ?? '');
    if (!beside || (await tabInFront(beside.window))?.id !== tab || beside.tab !== tab) return;
    const state = memory().tabs.get(tab);
    if (view.is !== 'nothing' && (state?.page !== view.page || state.left)) return;
    push(listener, tab, { ...besideView(view), tab });
  }

  function push(listener: Listener, tab: number, view: HereView): void {
    const pen = penOf(memory().pens, tab, listener.session ?? '');
    send(listener, { to: 'screen', name: 'here', view: { ...view, pen } });
  }

  return {
    admit,
    take,
    handOn,
    /** To all that show what is real. */
    toAll(message: ToScreen) {
      for (const listener of listeners)
        if (!listener.off && listener.example === null) send(listener, message);
    },
    /** To the workspaces that show the example team, and to no others. */
    toExample(message: ToScreen) {
      for (const listener of listeners) if (listener.example !== null) send(listener, message);
    },
    /** The tabs that show the example team and listen now. */
    examples: () => new Set([...listeners].flatMap(({ example }) => example ?? [])),
    /** What a tab's page is now, to the panels that show that tab. */
    here(tab: number, view: HereView) {
      for (const listener of panelsOf(tab)) {
        if (listener.tab === null)
          listener.pushing = listener.pushing.then(() => pushInFront(listener, tab, view));
        else if (view.is !== 'nothing') push(listener, tab, view);
      }
    },
    /** The user's key, for what stands in or beside the tab in front. */
    cover(tab: number) {
      for (const listener of listeners)
        if (listener.own === tab || tabOf(listener) === tab) send(listener, { to: 'screen', name: 'cover' });
    },
    /** What was typed by the panel of `from`, or became a note there, to the other panels that show its place. */
    draft(from: string | null, draft: Draft) {
      for (const listener of listeners) {
        if (listener.session === null || listener.session === from || listener.off) continue;
        const tab = tabOf(listener);
        const deal = tab === null ? null : (memory().tabs.get(tab)?.deal ?? null);
        if (draft.place.deal === null || draft.place.deal === deal)
          send(listener, { to: 'screen', name: 'draft', draft });
      }
    },
    /** The user put the framed panel of this tab away, or took it out again: then it writes. */
    putAway(tab: number, isAway: boolean) {
      for (const listener of panelsOf(tab)) {
        if (listener.tab === null || listener.session === null || listener.isAway === isAway) continue;
        listener.isAway = isAway;
        if (isAway) handOn(tab, listener.session);
        else take(tab, listener.session);
      }
    },
    /** The panels of this tab were off ones, and are no longer. */
    admitFully(tab: number) {
      for (const listener of listeners) {
        if (listener.tab !== tab || !listener.off) continue;
        listener.off = false;
        if (listener.session !== null) take(tab, listener.session);
      }
    },
    /** Panels of this tab show nothing from now on. */
    blank(tab: number) {
      for (const listener of listeners)
        if (listener.tab === tab) send(listener, { to: 'screen', name: 'blank' });
    },
  };
}

export type Screens = ReturnType<typeof makeScreens>;
