import type { OperationId } from '@/lib/domain/ids';
import type { Refusal } from '@/lib/domain/refusal';
import type { Answer, CommandName, Commands, ViewName, Views } from '@/lib/domain/views';
import type { CommandAnswer, FromScreen, HelloAnswer, ToScreen, ViewAnswer } from './protocol';
import { SCREEN_PORT } from './protocol';

/**
 * How a screen speaks with the background. The background may be stopped at any moment: a reply that does not come means
 * "unknown", so the same message is sent again with the same operation id, which changes nothing twice.
 */

/** Runs something once after `ms` milliseconds; the answer cancels it. */
export type Later = (ms: number, run: () => void) => () => void;

/** What the client needs of the browser. */
export interface Line {
  /** Sends one message; rejects when the reply channel broke; throws when the extension was replaced under this page. */
  send(message: FromScreen): Promise<unknown>;
  /** Opens a port. `closed` is called once, when the other side is gone. Throws like `send`. */
  connect(name: string, on: { message(message: unknown): void; closed(): void }): void;
  /** False once the extension was updated or removed under this page. */
  alive(): boolean;
  /** The page's clock, ISO with its offset. */
  now(): string;
  newId(): OperationId;
  later: Later;
}

export interface Listener {
  message(message: ToScreen): void;
  /** The line was down and is up again: pushes may have been missed. */
  again(): void;
  /** The extension was replaced under this page: nothing works here any more. */
  gone(): void;
}

export interface Client {
  /** Asks one view. `no-answer` after the last retry. */
  view<N extends ViewName>(view: N, ask: Views[N]['ask']): Promise<ViewAnswer<N>>;
  /**
   * Sends one command, again with the same operation id where the reply is lost. `not-saved` after the last retry.
   * @param operation that of an earlier try of the same, whose outcome is not known; a new one unless given
   */
  command<N extends CommandName>(
    command: N,
    ask: Commands[N]['ask'],
    operation?: OperationId,
  ): Promise<CommandAnswer<N>>;
  newId(): OperationId;
  /** Opens the port and keeps it open. */
  listen(listener: Listener): void;
}

/** Waits between the tries, in ms: the first try, then four more. */
const RETRY_AFTER = [50, 150, 400, 1000];
/** Waits before the port is opened again, in ms; the last one is kept. */
const RECONNECT_AFTER = [50, 150, 400, 1000, 5000];

/** Says hello with the one-time token of this frame. Refused, the frame shows nothing. */
export function sayHello(line: Line, token: string, ancestors: string[]): Promise<HelloAnswer> {
  const message: FromScreen = { from: 'screen', name: 'hello', token, ancestors, at: line.now() };
  return sendUntilAnswered<HelloAnswer>(line, message, 'no-answer', () => undefined);
}

/** Says hello from the browser's side panel. @param window the browser's id of the window that it stands in */
export function sayBeside(line: Line, window: number): Promise<HelloAnswer> {
  const message: FromScreen = { from: 'screen', name: 'beside', window, at: line.now() };
  return sendUntilAnswered<HelloAnswer>(line, message, 'no-answer', () => undefined);
}

/** The client of one screen. @param session from hello; null in the workspace */
export function createClient(line: Line, session: string | null): Client {
  let listener: Listener | null = null;
  let over = false;
  const gone = () => {
    if (over) return;
    over = true;
    listener?.gone();
  };
  return {
    view: <N extends ViewName>(view: N, ask: Views[N]['ask']) => {
      const message: FromScreen = { from: 'screen', name: 'view', session, view, ask, at: line.now() };
      return sendUntilAnswered<ViewAnswer<N>>(line, message, 'no-answer', gone);
    },
    command: <N extends CommandName>(command: N, ask: Commands[N]['ask'], operation = line.newId()) => {
      const at = line.now();
      const message: FromScreen = { from: 'screen', name: 'command', session, command, operation, ask, at };
      return sendUntilAnswered<CommandAnswer<N>>(line, message, 'not-saved', gone);
    },
    newId: line.newId,
    listen: (wanted) => {
      listener = wanted;
      keepConnected(line, `${SCREEN_PORT}${session ?? ''}`, wanted, gone);
    },
  };
}

async function sendUntilAnswered<A extends Answer<unknown>>(
  line: Line,
  message: FromScreen,
  atLast: Refusal,
  gone: () => void,
): Promise<A | { ok: false; refusal: Refusal }> {
  for (const wait of [...RETRY_AFTER, null]) {
    const reply = await sendOnce(line, message);
    if (reply === 'gone') {
      gone();
      break;
    }
    if (isAnswer<A>(reply)) return reply;
    if (wait !== null) await new Promise<void>((done) => line.later(wait, done));
  }
  return { ok: false, refusal: atLast };
}

/** One try: the reply, `gone`, or null where the channel broke or nobody replied. */
async function sendOnce(line: Line, message: FromScreen): Promise<unknown> {
  try {
    return await line.send(message);
  } catch (error) {
    return wasReplaced(error) || !line.alive() ? 'gone' : null;
  }
}

function wasReplaced(error: unknown): boolean {
  return error instanceof Error && error.message.includes('Extension context invalidated');
}

/** The background judged and built it; here only its outside is looked at, since a broken channel replies nothing. */
function isAnswer<A extends Answer<unknown>>(reply: unknown): reply is A {
  return typeof reply === 'object' && reply !== null && 'ok' in reply && typeof reply.ok === 'boolean';
}

function isPush(message: unknown): message is ToScreen {
  return typeof message === 'object' && message !== null && 'to' in message && message.to === 'screen';
}

function keepConnected(line: Line, name: string, listener: Listener, gone: () => void): void {
  let tries = 0;
  const open = (first: boolean) => {
    if (!line.alive()) return gone();
    try {
      line.connect(name, { message, closed });
    } catch (error) {
      return wasReplaced(error) || !line.alive() ? gone() : closed();
    }
    if (!first) listener.again();
  };
  const message = (received: unknown) => {
    tries = 0;
    if (isPush(received)) listener.message(received);
  };
  const closed = () => {
    const wait = RECONNECT_AFTER[Math.min(tries, RECONNECT_AFTER.length - 1)] ?? 5000;
    tries += 1;
    line.later(wait, () => open(false));
  };
  open(true);
}
