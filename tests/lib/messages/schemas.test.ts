import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { speaker, type Sender, type Self } from '@/lib/messages/server/judge';
import { commandAsks, fromPage, viewAsks } from '@/lib/messages/server/schemas';
import { PAGE, SCREEN, everyKind, takenFromPage, takenFromScreen } from './honest';

const anyKind = fc.constantFrom(...everyKind);

/** The paths of all values in a message; what a screen asks is not looked into here, but by the ask's own schema. */
function paths(value: unknown, before: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null || before.at(-1) === 'ask') return [before];
  return [
    ...(before.length > 0 ? [before] : []),
    ...Object.entries(value).flatMap(([key, inner]) => paths(inner, [...before, key])),
  ];
}

/** A copy with something else at one place. */
function changed(message: object, path: string[], change: (holder: object, key: string) => void): unknown {
  const copy = structuredClone(message);
  const holder = path.slice(0, -1).reduce<object>((inner, key) => Object(Reflect.get(inner, key)), copy);
  change(holder, path.at(-1) ?? '');
  return copy;
}

function assign(holder: object, key: string, more: object): void {
  Object.assign(Object(Reflect.get(holder, key)), more);
}

const isAsk = (path: string[]) => path.at(-1) === 'ask';
const OPTIONAL = ['label'];

/** What a message may do without: a label, an item of a list, a field that was not found. A question has a schema of its own. */
function mayLack(path: string[]): boolean {
  const last = path.at(-1) ?? '';
  // What a list says of itself; the message of its rows needs it.
  if (path.join('.') === 'list.list') return true;
  if (['stages', 'cells'].includes(last) || path.at(-2) === 'heads') return true;
  return OPTIONAL.includes(last) || isAsk(path) || /^\d+$/.test(last) || path.at(-2) === 'fields';
}

describe('messages', () => {
  it.each(everyKind)('takes an honest one: $name', ({ message, taken }) => {
    expect(taken(message)).toBe(true);
  });

  it('takes nothing that a page says as from a screen, nor the other way round', () => {
    for (const message of Object.values(PAGE)) expect(takenFromScreen(message)).toBe(false);
    for (const message of Object.values(SCREEN)) expect(takenFromPage(message)).toBe(false);
  });

  it('takes no other thing, whatever it is', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true }), (thing) => {
        expect(takenFromPage(thing) || takenFromScreen(thing)).toBe(false);
      }),
      { numRuns: 1_500 },
    );
  });

  it('refuses a message that lacks something', () => {
    for (const { message, taken } of everyKind)
      for (const path of paths(message)) {
        if (mayLack(path)) continue;
        const less = changed(message, path, (holder, key) => void Reflect.deleteProperty(holder, key));
        expect(taken(less), path.join('.')).toBe(false);
      }
  });

  it('refuses a message with one thing more, at any depth', () => {
    fc.assert(
      fc.property(anyKind, fc.string(), fc.jsonValue(), fc.nat(), ({ message, taken }, key, value, where) => {
        const holders = [[], ...paths(message)].filter((path) => {
          const held: unknown = path.reduce<unknown>(
            (inner, step) => Reflect.get(Object(inner), step),
            message,
          );
          return typeof held === 'object' && held !== null && !Array.isArray(held) && !isAsk(path);
        });
        const path = holders[where % holders.length] ?? [];
        const more = changed(message, [...path, key], (holder, added) => {
          fc.pre(!Object.hasOwn(holder, added) && ![...OPTIONAL, 'link', 'machine', 'cut'].includes(added));
          Object.defineProperty(holder, added, { value, enumerable: true });
        });
        expect(taken(more), [...path, key].join('.')).toBe(false);
      }),
      { numRuns: 1_500 },
    );
  });

  it('refuses a message with something of another kind in it', () => {
    const strange = fc.oneof(
      fc.constant(undefined),
      fc.object(),
      fc.constant(Number.NaN),
      fc.bigInt(),
      fc.array(fc.boolean(), { minLength: 1 }),
    );
    fc.assert(
      fc.property(anyKind, fc.nat(), strange, ({ message, taken }, where, thing) => {
        const all = paths(message).filter(
          (path) => !isAsk(path) && !['label', 'fields', 'heads'].includes(path.at(-1) ?? ''),
        );
        const path = all[where % all.length] ?? [];
        const other = changed(message, path, (holder, key) => void Reflect.set(holder, key, thing));
        fc.pre(!(mayLack(path) && thing === undefined));
        // An empty file's counts are just that.
        const isEmpty = typeof thing === 'object' && !Array.isArray(thing) && Object.keys(thing).length === 0;
        fc.pre(path.at(-1) !== 'counts' || !isEmpty);
        expect(taken(other), path.join('.')).toBe(false);
      }),
      { numRuns: 1_500 },
    );
  });

  it('refuses text that is too long, wherever it stands', () => {
    for (const { message, taken } of everyKind)
      for (const path of paths(message)) {
        const held: unknown = path.reduce<unknown>(
          (inner, step) => Reflect.get(Object(inner), step),
          message,
        );
        if (typeof held !== 'string') continue;
        const long = changed(
          message,
          path,
          (holder, key) => void Reflect.set(holder, key, 'x'.repeat(200_000)),
        );
        expect(taken(long), path.join('.')).toBe(false);
      }
  });
});

describe('what a page says of records and rows', () => {
  const found = (raw: string) => ({ locator: 0, raw });
  const times = (n: number, one: unknown) => Array.from({ length: n }, () => one);
  const settled = (more: object) =>
    changed(PAGE.settled, ['evidence'], (said, key) => assign(said, key, more));
  const listed = (more: object) => changed(PAGE.rows, ['list'], (said, key) => assign(said, key, more));
  const rows = (all: unknown[]) => ({ ...PAGE.rows, rows: all });
  const row = (more: object) => rows([{ key: '1', id: null, fields: {}, ...more }]);
  const list = (counters: number, head: string) =>
    listed({ list: { counter: times(counters, found('7')), heads: { name: head } } });

  it.each<[string, (over: 0 | 1) => unknown]>([
    ['stages', (over) => settled({ stages: times(20 + over, 'New') })],
    ['letters of a stage', (over) => settled({ stages: ['W'.repeat(300 + over)] })],
    ['finds of a field', (over) => settled({ fields: { name: times(400 + over, found('W')) } })],
    ['letters of a find', (over) => settled({ fields: { name: [found('W'.repeat(2_000 + over))] } })],
    ['milliseconds', (over) => settled({ at: 253_402_214_400_000 + over })],
    ['minutes to the east', (over) => settled({ offset: 900 + over })],
    ['minutes to the west', (over) => settled({ offset: -900 - over })],
    ['milliseconds before 1970', (over) => settled({ at: -over })],
    ['milliseconds of a list', (over) => listed({ at: 253_402_214_400_000 + over })],
    ['counters', (over) => list(400 + over, 'Name')],
    ['letters of a head', (over) => list(1, 'W'.repeat(300 + over))],
    ['rows', (over) => rows(times(500 + over, { key: '1', id: null, fields: {} }))],
    ['letters of a key', (over) => row({ key: 'k'.repeat(600 + over) })],
    ['letters of an id', (over) => row({ id: '1'.repeat(200 + over) })],
    ['finds in a row', (over) => row({ fields: { name: times(20 + over, found('W')) } })],
    ['letters in a row', (over) => row({ fields: { name: [found('W'.repeat(300 + over))] } })],
    ['cells', (over) => row({ cells: times(60 + over, { label: 'Name', raw: 'W' }) })],
    ['letters of a cell', (over) => row({ cells: [{ label: 'Name', raw: 'W'.repeat(300 + over) }] })],
  ])('may be so many %s, and not one more', (_, said) => {
    expect(takenFromPage(said(0))).toBe(true);
    expect(takenFromPage(said(1))).toBe(false);
  });

  it('holds nothing under the names that objects are made of', () => {
    const poisoned: unknown = JSON.parse('{"__proto__":[{"locator":0,"raw":"W"}]}');
    for (const name of ['constructor', 'prototype', 'toString'])
      expect(takenFromPage(row({ fields: { [name]: [found('W')] } })), name).toBe(false);
    const { data } = fromPage.safeParse(row({ fields: poisoned }));
    expect(data?.name === 'rows' && Object.keys(data.rows[0]?.fields ?? {})).toEqual([]);
    expect(data?.name === 'rows' && Object.getPrototypeOf(data.rows[0]?.fields)).toBe(Object.prototype);
    expect(takenFromPage(row({ ...(poisoned as object) }))).toBe(false);
  });
});

describe('what views and commands are asked with', () => {
  const asks = Object.entries({ ...viewAsks, ...commandAsks });

  it.each(asks)('%s refuses whatever is no question of its own', (_, ask) => {
    fc.assert(
      fc.property(fc.anything(), (thing) => {
        const empty = typeof thing === 'object' && thing !== null && Object.keys(thing).length === 0;
        expect(!empty && ask.safeParse(thing).success).toBe(false);
      }),
    );
  });

  it.each(asks)('%s refuses what would change the prototype of what it makes', (_, ask) => {
    const poisoned: unknown = JSON.parse(
      '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}',
    );
    expect(ask.safeParse(poisoned).success).toBe(false);
    expect('polluted' in {}).toBe(false);
  });
});

describe('sender and message together', () => {
  const self: Self = {
    id: 'us',
    panel: 'chrome-extension://us/panel.html',
    workspace: 'chrome-extension://us/workspace.html',
  };
  const url = fc.oneof(
    fc.constantFrom(
      self.panel,
      self.workspace,
      'chrome-extension://them/panel.html',
      'https://crm.example.com/panel.html',
      'blob:https://crm.example.com/1',
      'about:blank',
      'data:text/html,',
      '',
    ),
    fc.webUrl(),
  );
  const anyone: fc.Arbitrary<Sender> = fc.record(
    {
      id: fc.constantFrom('us', 'them', ''),
      url,
      frameId: fc.integer({ min: -1, max: 3 }),
      documentId: fc.string(),
      tab: fc.record({ id: fc.nat(9), url }, { requiredKeys: [] }),
    },
    { requiredKeys: [] },
  );

  it('lets a screen message through only from a frame of our panel or our workspace as a page of its own', () => {
    fc.assert(
      fc.property(anyone, (sender) => {
        const who = speaker(sender, self);
        if (who === null || who.is === 'page') return;
        expect(sender.id).toBe('us');
        expect(sender.tab?.id).toBe(who.is === 'beside' ? undefined : who.tab);
        if (who.is === 'beside') expect(sender).not.toHaveProperty('tab');
        expect(new URL(sender.url ?? '').protocol).toBe('chrome-extension:');
        expect(who.is === 'panel' ? Number(sender.frameId) > 0 : (sender.frameId ?? 0) === 0).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  it('never takes a screen for a page, nor a page for a screen', () => {
    fc.assert(
      fc.property(anyone, (sender) => {
        const who = speaker(sender, self);
        const web = /^https?:/.test(sender.url ?? '');
        expect(who === null || (who.is === 'page') === web).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});
