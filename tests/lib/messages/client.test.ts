import { describe, expect, test } from 'vitest';
import { createClient, sayHello, type Line } from '@/lib/messages/client';
import type { FromScreen } from '@/lib/messages/protocol';
import { handTimer, settled } from '../../components/fakes';

const NOTE = {
  place: { deal: 'd', rep: null },
  text: 'words',
  privacy: 'private',
  kind: 'note',
  asked: null,
  promise: null,
} as const;
const OK = { ok: true, value: {} };

/** A line whose replies are what the test gives, one after another; an Error rejects, a function runs. */
function fakeLine(replies: unknown[]) {
  const timer = handTimer();
  const sent: FromScreen[] = [];
  const ports: { name: string; message(message: unknown): void; closed(): void }[] = [];
  const state = { alive: true, throwOnConnect: false };
  let ids = 0;
  const line: Line = {
    send: (message) => {
      sent.push(message);
      const reply = replies.length > 1 ? replies.shift() : replies[0];
      if (typeof reply === 'function') return reply();
      return reply instanceof Error ? Promise.reject(reply) : Promise.resolve(reply);
    },
    connect: (name, on) => {
      if (state.throwOnConnect) throw new Error('Extension context invalidated.');
      ports.push({ name, ...on });
    },
    alive: () => state.alive,
    now: () => '2026-11-24T18:00:00+01:00',
    newId: () => `operation-${++ids}`,
    later: timer.later,
  };
  return { line, sent, ports, state, timer };
}

async function runOut(timer: ReturnType<typeof handTimer>) {
  for (let turn = 0; turn < 10; turn += 1) {
    await settled();
    timer.pass(10_000);
  }
  await settled();
}

const operations = (sent: FromScreen[]) =>
  sent.map((message) => (message.name === 'command' ? message.operation : message.name));

const lost = [
  [
    'the reply channel closed',
    new Error(
      'A listener indicated an asynchronous response by returning true, but the message channel closed before a response was received',
    ),
  ],
  [
    'nobody was there to receive it',
    new Error('Could not establish connection. Receiving end does not exist.'),
  ],
  ['no reply came', undefined],
] as const;

describe('a command whose reply is lost', () => {
  test.each(lost)('is sent again with the same operation id where %s', async (_, reply) => {
    const { line, sent, timer } = fakeLine([reply, reply, OK]);
    const answer = createClient(line, 's').command('keepNote', NOTE);
    await runOut(timer);
    expect(await answer).toEqual(OK);
    expect(operations(sent)).toEqual(['operation-1', 'operation-1', 'operation-1']);
  });

  test.each(lost)(
    'is unknown until the fourth retry, and then said to be not saved, where %s',
    async (_, reply) => {
      const { line, sent, timer } = fakeLine([reply]);
      let answer: unknown = 'unknown';
      void createClient(line, 's')
        .command('keepNote', NOTE)
        .then((given) => (answer = given));
      await settled();
      expect(answer).toBe('unknown');
      await runOut(timer);
      expect(answer).toEqual({ ok: false, refusal: 'not-saved' });
      expect(new Set(operations(sent))).toEqual(new Set(['operation-1']));
      expect(sent).toHaveLength(5);
    },
  );

  test('is not sent again where it was refused', async () => {
    const { line, sent } = fakeLine([{ ok: false, refusal: 'page-moved-on' }]);
    expect(await createClient(line, 's').command('keepNote', NOTE)).toEqual({
      ok: false,
      refusal: 'page-moved-on',
    });
    expect(sent).toHaveLength(1);
  });
});

describe('an extension that was replaced under the page', () => {
  const replaced = () => {
    throw new Error('Extension context invalidated.');
  };

  test('is gone, said once, and nothing is sent again', async () => {
    const { line, sent, timer } = fakeLine([replaced]);
    let gone = 0;
    const client = createClient(line, 's');
    client.listen({ message: () => {}, again: () => {}, gone: () => (gone += 1) });
    expect(await client.command('keepNote', NOTE)).toEqual({ ok: false, refusal: 'not-saved' });
    await client.view('here', {});
    await runOut(timer);
    expect(gone).toBe(1);
    expect(sent).toHaveLength(2);
  });

  test('is found gone when its port closes and cannot be opened again', async () => {
    const { line, ports, state, timer } = fakeLine([OK]);
    let gone = 0;
    createClient(line, 's').listen({ message: () => {}, again: () => {}, gone: () => (gone += 1) });
    state.throwOnConnect = true;
    ports[0]?.closed();
    timer.pass(1000);
    expect(gone).toBe(1);
  });

  test('is found gone when its id is, though nothing throws', () => {
    const { line, ports, state, timer } = fakeLine([OK]);
    let gone = 0;
    createClient(line, 's').listen({ message: () => {}, again: () => {}, gone: () => (gone += 1) });
    ports[0]?.closed();
    state.alive = false;
    timer.pass(1000);
    expect(gone).toBe(1);
  });
});

describe('the port', () => {
  test('is opened again when the background stopped, and the screen is told to ask anew', () => {
    const { line, ports, timer } = fakeLine([OK]);
    let again = 0;
    createClient(line, 'abc').listen({ message: () => {}, again: () => (again += 1), gone: () => {} });
    ports[0]?.closed();
    timer.pass(1000);
    expect(ports.map((port) => port.name)).toEqual(['screen:abc', 'screen:abc']);
    expect(again).toBe(1);
  });

  test('passes on what is meant for a screen and nothing else', () => {
    const { line, ports } = fakeLine([OK]);
    const got: unknown[] = [];
    createClient(line, null).listen({
      message: (message) => got.push(message),
      again: () => {},
      gone: () => {},
    });
    const port = ports[0];
    for (const stray of [null, 'text', 7, {}, { to: 'page', name: 'stop' }]) port?.message(stray);
    port?.message({ to: 'screen', name: 'blank' });
    expect(port?.name).toBe('screen:');
    expect(got).toEqual([{ to: 'screen', name: 'blank' }]);
  });
});

test('a view carries the session and the clock of the page', async () => {
  const { line, sent } = fakeLine([OK]);
  await createClient(line, 'session-1').view('person', { rep: 'r', before: null });
  expect(sent).toEqual([
    {
      from: 'screen',
      name: 'view',
      session: 'session-1',
      view: 'person',
      ask: { rep: 'r', before: null },
      at: '2026-11-24T18:00:00+01:00',
    },
  ]);
});

test('a hello that is never answered is refused in the end', async () => {
  const { line, timer } = fakeLine([undefined]);
  const answer = sayHello(line, 'token', []);
  await runOut(timer);
  expect(await answer).toEqual({ ok: false, refusal: 'no-answer' });
});

test('a command that is tried again by its user goes by the operation id that it had', async () => {
  const { line, sent } = fakeLine([OK]);
  const client = createClient(line, 's');
  await client.command('keepNote', NOTE, 'operation-before');
  await client.command('keepNote', NOTE);
  expect(operations(sent)).toEqual(['operation-before', 'operation-1']);
});
