import type {
  NoteView,
  HereView,
  DealView,
  ReadView,
  RepView,
  CommandName,
  ViewName,
} from '@/lib/domain/views';
import type { Client, Later, Listener } from '@/lib/messages/client';
import type { Files } from '@/lib/state/transfer';

/** What the background would answer, kept in the test's own hands. */
export const TODAY = '2026-11-24';

export const BRUNO: RepView = { id: 'rep-bruno', name: 'Bruno Müller', onTeam: true };
export const ANA: RepView = { id: 'rep-ana', name: 'Ana Nowak', onTeam: null };

export const READ: ReadView = {
  crm: 'espocrm',
  crmName: 'EspoCRM',
  lang: 'en',
  fields: [
    {
      name: 'createdDate',
      state: 'ambiguous',
      value: '2026-04-03',
      alternatives: ['2026-04-03', '2026-03-04'],
      reason: 'day-or-month',
      how: 'label created',
    },
    { name: 'name', state: 'read', value: 'Retrofit line 4', how: 'attribute data-name=name' },
    {
      name: 'amount',
      state: 'approximate',
      value: '1250000',
      currency: 'EUR',
      reason: 'rounded-by-page',
      how: 'attribute data-name=amount',
    },
  ],
  missing: ['nextStep', 'lastActivity'],
  empty: ['nextStep'],
};

export function note(order: number, text: string, more: Partial<NoteView> = {}): NoteView {
  return {
    id: `note-${order}`,
    deal: 'site|Opportunity|1',
    rep: BRUNO.id,
    dealName: 'Retrofit line 4',
    stage: 'Negotiation',
    kind: 'note',
    asked: null,
    text,
    privacy: 'private',
    at: '2026-11-17T10:00:00+01:00',
    editedAt: null,
    revision: 1,
    order,
    promise: null,
    ...more,
  };
}

export const NOTES = {
  notes: [note(3, 'Gives way on price.'), note(2, 'We agreed on every step.', { privacy: 'shareable' })],
  count: 6,
  before: 2,
};
export const NO_NOTES = { notes: [], count: 0, before: null };

export function deal(more: Partial<DealView> = {}, seq = 1): HereView {
  const key = 'site|Opportunity|1';
  const whole: DealView = {
    key,
    name: 'Retrofit line 4',
    read: READ,
    lost: { gone: [], unparsed: [] },
    rep: BRUNO,
    askOwner: null,
    people: [],
    promise: null,
    stage: null,
    asks: [],
    notes: NOTES,
    draft: null,
    ...more,
  };
  return { page: 'page-1', seq, is: 'deal', deal: whole };
}

/** A page that takes no files. */
export const NO_FILES: Files = {
  save: () => {},
  nameOf: (day) => `${day}.json`,
  now: () => `${TODAY}T10:00:00+01:00`,
  show: () => {},
};

type Answers = Partial<Record<ViewName | CommandName, unknown>>;

export interface FakeClient extends Client {
  sent: { command: CommandName; ask: unknown }[];
  /** The operation ids of `sent`, one by one. */
  operations: string[];
  asked: { view: ViewName; ask: unknown }[];
  /** What is answered to a view or command from now on: a value, a refusal, or a function of the question. */
  answers: Answers;
  listener: Listener | null;
}

/** A client that answers at once and remembers what it was asked. */
export function fakeClient(answers: Answers): FakeClient {
  const reply = async (name: ViewName | CommandName, ask: unknown): Promise<never> => {
    const held = fake.answers[name];
    const value = typeof held === 'function' ? await held(ask) : held;
    const isAnswer = typeof value === 'object' && value !== null && 'ok' in value;
    return (isAnswer ? value : { ok: true, value: value ?? {} }) as never;
  };
  let ids = 0;
  const fake: FakeClient = {
    sent: [],
    operations: [],
    asked: [],
    answers,
    listener: null,
    view: (view, ask) => {
      fake.asked.push({ view, ask });
      return reply(view, ask);
    },
    command: (command, ask, operation = fake.newId()) => {
      fake.sent.push({ command, ask });
      fake.operations.push(operation);
      return reply(command, ask);
    },
    newId: () => `operation-${++ids}`,
    listen: (listener) => {
      fake.listener = listener;
    },
  };
  return fake;
}

/** A timer that goes only when the test says so. */
export function handTimer(): { later: Later; pass(ms: number): void; waiting(): number } {
  let now = 0;
  const due = new Set<{ at: number; run(): void }>();
  return {
    later: (ms, run) => {
      const entry = { at: now + ms, run };
      due.add(entry);
      return () => due.delete(entry);
    },
    pass: (ms) => {
      now += ms;
      for (const entry of [...due].toSorted((one, other) => one.at - other.at)) {
        if (entry.at <= now && due.delete(entry)) entry.run();
      }
    },
    waiting: () => due.size,
  };
}

/** Lets everything that was answered come through. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 30; turn += 1) await Promise.resolve();
}
