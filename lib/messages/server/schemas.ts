import * as z from 'zod/mini';
import { FIELD_NAMES } from '@/lib/domain/reading';
import { PANEL_WIDTH } from '@/lib/domain/site';

// zod's faster path builds functions from text, which the pages' policy refuses.
z.config({ jitless: true });

/** Lengths that no honest message reaches; they keep a forged one from filling memory. */
const ID = z.string().check(z.minLength(1), z.maxLength(200));
const KEY = z.string().check(z.minLength(1), z.maxLength(600));
const RAW = z.string().check(z.maxLength(2_000));
const URL_TEXT = z.string().check(z.maxLength(8_000));
const COUNT = z.int().check(z.gte(0));
const NOTE_TEXT = z.string().check(z.maxLength(100_000));

const found = z.strictObject({
  locator: COUNT,
  raw: RAW,
  label: z.optional(RAW),
  link: z.optional(RAW),
  machine: z.optional(RAW),
  cut: z.optional(z.literal(true)),
});
const finds = z.array(found).check(z.maxLength(400));
const fieldName = z.enum(FIELD_NAMES);

const evidence = z.strictObject({
  crm: ID,
  recipeVersion: COUNT,
  origin: URL_TEXT,
  marked: z.boolean(),
  pageKind: z.nullable(z.enum(['deal', 'list', 'board', 'person'])),
  object: z.nullable(ID),
  recordId: z.nullable(ID),
  rooted: z.boolean(),
  ties: finds,
  fields: z.partialRecord(fieldName, finds),
  unmoved: z.array(fieldName).check(z.maxLength(FIELD_NAMES.length)),
  lang: RAW,
  title: RAW,
  at: z.number(),
  offset: z.int().check(z.gte(-900), z.lte(900)),
});

const layout = z.strictObject({
  side: z.enum(['right', 'left']),
  width: z.int().check(z.gte(PANEL_WIDTH.least), z.lte(PANEL_WIDTH.most)),
  open: z.boolean(),
  tab: z.number().check(z.gte(0), z.lte(1)),
});

const page = { from: z.literal('page'), page: ID };

/** Everything that a content script may say. */
export const fromPage = z.discriminatedUnion('name', [
  z.strictObject({ ...page, name: z.literal('started'), url: URL_TEXT }),
  z.strictObject({ ...page, name: z.literal('moved'), seq: COUNT, url: URL_TEXT }),
  z.strictObject({ ...page, name: z.literal('settled'), seq: COUNT, evidence }),
  z.strictObject({ ...page, name: z.literal('unsure'), seq: COUNT, evidence }),
  z.strictObject({ ...page, name: z.literal('left') }),
  z.strictObject({ ...page, name: z.literal('beside') }),
  z.strictObject({ ...page, name: z.literal('mount') }),
  z.strictObject({ ...page, name: z.literal('layout'), layout }),
]);

const at = z.iso.datetime({ offset: true });
const screen = { from: z.literal('screen'), at };
const session = z.nullable(ID);
const named = z.string().check(z.maxLength(40));

/** Everything that a screen may say; what a view or a command is asked with is checked by its own schema below. */
export const fromScreen = z.discriminatedUnion('name', [
  z.strictObject({
    ...screen,
    name: z.literal('hello'),
    token: ID,
    ancestors: z.array(URL_TEXT).check(z.maxLength(20)),
  }),
  z.strictObject({ ...screen, name: z.literal('beside'), window: COUNT }),
  z.strictObject({ ...screen, name: z.literal('view'), session, view: named, ask: z.unknown() }),
  z.strictObject({
    ...screen,
    name: z.literal('command'),
    session,
    command: named,
    operation: ID,
    ask: z.unknown(),
  }),
]);

const before = z.nullable(COUNT);
const none = z.strictObject({});

export const viewAsks = {
  here: none,
  dealNotes: z.strictObject({ deal: KEY, before }),
  people: none,
  person: z.strictObject({ rep: ID, before }),
  settings: none,
  readings: none,
};

const place = z
  .strictObject({ deal: z.nullable(KEY), rep: z.nullable(ID) })
  .check(z.refine((where) => where.deal !== null || where.rep !== null));
const privacy = z.enum(['private', 'shareable']);

export const commandAsks = {
  keepNote: z.strictObject({ place, text: NOTE_TEXT, privacy }),
  editNote: z.strictObject({ id: ID, revision: COUNT, text: NOTE_TEXT, privacy }),
  removeNote: z.strictObject({ id: ID }),
  restoreNote: z.strictObject({ id: ID }),
  keepDraft: z.strictObject({ place, text: NOTE_TEXT, privacy }),
  answerTeam: z.strictObject({ rep: ID, onTeam: z.boolean() }),
  sayOwner: z
    .strictObject({
      deal: KEY,
      rep: z.nullable(ID),
      name: z.nullable(z.string().check(z.minLength(1), z.maxLength(200))),
    })
    .check(z.refine((said) => (said.rep === null) !== (said.name === null))),
  answerSame: z.strictObject({ deal: KEY, same: z.boolean() }),
  turnOn: z.strictObject({ origin: URL_TEXT }),
  turnOff: z.strictObject({ site: ID }),
  setTheme: z.strictObject({ theme: z.enum(['computer', 'day', 'night']) }),
  place: z.strictObject({ side: z.enum(['left', 'right']) }),
  collapse: none,
  writeHere: none,
};
