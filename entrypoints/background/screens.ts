import type { Browser } from 'wxt/browser';
import { SCREEN_PORT, type ToScreen } from '@/lib/messages/protocol';
import { sessionOf } from '@/lib/messages/server/frames';
import type { Speaker } from '@/lib/messages/server/judge';
import type { Memory } from './memory';

type Port = Browser.runtime.Port;

/** A screen that listens: a panel bound to a tab, or the workspace. */
interface Listener {
  port: Port;
  /** null for the workspace. */
  tab: number | null;
  session: string | null;
  /** The tab of a workspace that shows the example team: it hears of nothing else. */
  example: number | null;
  off: boolean;
}

/** The open ports of all screens. They live as long as this life of the background; screens open them anew. */
export function makeScreens(memory: () => Memory) {
  const listeners = new Set<Listener>();

  /** Takes a port in, or closes it where its opener may not listen. */
  function admit(port: Port, who: Speaker | null): void {
    const shown = port.name.startsWith(SCREEN_PORT) ? port.name.slice(SCREEN_PORT.length) || null : null;
    const session = who?.is === 'panel' ? sessionOf(memory(), shown, who) : null;
    const may = who?.is === 'workspace' ? port.name === SCREEN_PORT : session !== null;
    if (!may) return port.disconnect();
    const listener = {
      port,
      tab: session?.tab ?? null,
      session: shown,
      example: who?.is === 'workspace' && who.example ? who.tab : null,
      off: session?.off ?? false,
    };
    listeners.add(listener);
    port.onDisconnect.addListener(() => listeners.delete(listener));
  }

  function send(to: Listener, message: ToScreen): void {
    try {
      to.port.postMessage(message);
    } catch {
      // Closed between the browser's notice and ours.
      listeners.delete(to);
    }
  }

  return {
    admit,
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
    toTab(tab: number, message: ToScreen) {
      for (const listener of listeners) {
        const bound = listener.session === null ? undefined : memory().sessions.get(listener.session);
        // A port outlives its document for a moment: only the session's own page hears of its page.
        if (listener.tab === tab && bound && memory().tabs.get(tab)?.page === bound.page)
          send(listener, message);
      }
    },
    /** The panels of this tab were off ones, and are no longer. */
    admitFully(tab: number) {
      for (const listener of listeners) if (listener.tab === tab) listener.off = false;
    },
    /** Panels of this tab show nothing from now on. */
    blank(tab: number) {
      for (const listener of listeners)
        if (listener.tab === tab) send(listener, { to: 'screen', name: 'blank' });
    },
  };
}

export type Screens = ReturnType<typeof makeScreens>;
