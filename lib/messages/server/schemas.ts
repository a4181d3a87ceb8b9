import * as z from 'zod/mini';
import { PARTIES } from '@/lib/domain/commitment';
import { NOTE_KINDS } from '@/lib/domain/note';
import { NUMBER_FORMATS } from '@/lib/domain/number-format';
import { FIELD_NAMES } from '@/lib/domain/reading';
import { PANEL_WIDTH } from '@/lib/domain/site';
import { STAGE_KINDS } from '@/lib/domain/stage';
import { EXPORT_KINDS, PART_RECORDS } from '@/lib/domain/transfer';

// zod's faster path builds functions from text, which the pages' policy refuses.
z.config({ jitless: true });

/** Lengths that no honest message reaches; they keep a forged one from filling memory. */
const ID = z.string().check(z.minLength(1), z.maxLength(200));
const KEY = z.string().check(z.minLength(1), z.maxLength(600));
/** An owner of a list may be told by a name of 300 letters in the form for comparing, where one letter becomes up to eighteen. */
const OWNER_KEY = z.string().check(z.minLength(1), z.maxLength(5_500));
const RAW = z.string().check(z.maxLength(2_000));
const URL_TEXT = z.string().check(z.maxLength(8_000));
const COUNT = z.int().check(z.gte(0));
const ROW_RAW = z.string().check(z.maxLength(300));
/** Milliseconds since 1970, up to the year 9999: of what is later no day can be told, and asking for it throws. */
const MOMENT = z.number().check(z.gte(0), z.lte(253_402_214_400_000));
const NOTE_TEXT = z.string().check(z.maxLength(100_000));

const found = z.strictObject({
  locator: COUNT,
  raw: RAW,
  label: z.optional(RAW),
  link: z.optional(RAW),
  machine: z.optional(RAW),
  cut: z.optional(z.literal(true)),
});
const cell = z.strictObject({
  raw: ROW_RAW,
  label: ROW_RAW,
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
  tenant: z.nullable(RAW),
  page: z.nullable(COUNT),
  recordId: z.nullable(ID),
  rooted: z.boolean(),
  ties: finds,
  fields: z.partialRecord(fieldName, finds),
  list: z.optional(z.strictObject({ counter: finds, heads: z.partialRecord(fieldName, ROW_RAW) })),
  stages: z.optional(z.array(ROW_RAW).check(z.maxLength(20))),
  empty: z.array(fieldName).check(z.maxLength(FIELD_NAMES.length)),
  unmoved: z.array(fieldName).check(z.maxLength(FIELD_NAMES.length)),
  lang: RAW,
  title: RAW,
  at: MOMENT,
  offset: z.int().check(z.gte(-900), z.lte(900)),
});

const row = z.strictObject({
  key: z.string().check(z.minLength(1), z.maxLength(600)),
  id: z.nullable(ID),
  fields: z.partialRecord(fieldName, z.array(z.extend(found, { raw: ROW_RAW })).check(z.maxLength(20))),
  cells: z.optional(z.array(cell).check(z.maxLength(60))),
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
  z.strictObject({
    ...page,
    name: z.literal('rows'),
    seq: COUNT,
    list: evidence,
    rows: z.array(row).check(z.minLength(1), z.maxLength(500)),
  }),
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

const exportKind = z.enum(EXPORT_KINDS);
const exportPlace = z.strictObject({
  kind: exportKind,
  key: z.nullable(z.union([COUNT, z.string().check(z.minLength(1), z.maxLength(700))])),
});

const place = z
  .strictObject({ deal: z.nullable(KEY), rep: z.nullable(ID) })
  .check(z.refine((where) => where.deal !== null || where.rep !== null));
const name = z.string().check(z.trim(), z.minLength(1), z.maxLength(200));
const privacy = z.enum(['private', 'shareable']);
const kind = z.enum(NOTE_KINDS);
const terms = { who: z.enum(PARTIES), due: z.nullable(z.iso.date()) };
const draft = z.strictObject({
  place,
  text: NOTE_TEXT,
  privacy,
  kind,
  asked: z.nullable(ID),
  promise: z.nullable(z.strictObject(terms)),
});

export const viewAsks = {
  here: none,
  dealNotes: z.strictObject({ deal: KEY, before }),
  listRows: z.strictObject({ owner: z.nullable(OWNER_KEY), after: COUNT }),
  report: z.strictObject({ deal: KEY }),
  people: none,
  person: z.strictObject({ rep: ID, before }),
  find: z.strictObject({
    words: z.string().check(z.maxLength(500)),
    rep: z.nullable(ID),
    deal: z.nullable(KEY),
    kind: z.nullable(kind),
    before,
  }),
  settings: none,
  readings: none,
  exportPart: z.strictObject({ after: z.nullable(exportPlace) }),
};
const isRecord = (item: unknown): boolean =>
  typeof item === 'object' && item !== null && !Array.isArray(item);

const fileHead = z.strictObject({
  sideline: COUNT,
  version: COUNT,
  exportedAt: z.string().check(z.maxLength(40)),
  counts: z.partialRecord(exportKind, COUNT),
});

export const commandAsks = {
  keepNote: draft,
  editNote: z.strictObject({ id: ID, revision: COUNT, text: NOTE_TEXT, privacy }),
  removeNote: z.strictObject({ id: ID }),
  restoreNote: z.strictObject({ id: ID }),
  keepDraft: draft,
  turnNote: z.strictObject({ id: ID, kind }),
  setTerms: z.strictObject({ id: ID, ...terms }),
  setKept: z.strictObject({ id: ID, kept: z.boolean() }),
  answerTeam: z.strictObject({ rep: ID, onTeam: z.boolean() }),
  addTeam: z.strictObject({ owners: z.array(OWNER_KEY).check(z.minLength(1), z.maxLength(200)) }),
  setStageKind: z.strictObject({ stage: RAW, kind: z.enum(STAGE_KINDS) }),
  addPerson: z.strictObject({ name }),
  sayOwner: z
    .strictObject({
      deal: KEY,
      rep: z.nullable(ID),
      name: z.nullable(name),
    })
    .check(z.refine((said) => (said.rep === null) !== (said.name === null))),
  answerSame: z.strictObject({ deal: KEY, same: z.boolean() }),
  turnOn: z.strictObject({ origin: URL_TEXT }),
  turnOff: z.strictObject({ site: ID }),
  joinSites: z.strictObject({ site: ID, into: ID }),
  setTheme: z.strictObject({ theme: z.enum(['computer', 'day', 'night']) }),
  setNumberFormat: z.strictObject({ format: z.nullable(z.enum(NUMBER_FORMATS)) }),
  setStartsCovered: z.strictObject({ covered: z.boolean() }),
  place: z.strictObject({ side: z.enum(['left', 'right']) }),
  collapse: none,
  importBegin: z.strictObject({ head: fileHead }),
  importPart: z.strictObject({
    file: ID,
    pass: z.enum(['check', 'write']),
    number: COUNT,
    kind: exportKind,
    // Each is checked by the schema of its kind.
    items: z.array(z.unknown().check(z.refine(isRecord))).check(z.maxLength(PART_RECORDS)),
  }),
  importEnd: z.strictObject({ file: ID, pass: z.enum(['check', 'write', 'drop']) }),
  eraseEverything: none,
  enterExample: none,
  leaveExample: none,
  writeHere: none,
};
