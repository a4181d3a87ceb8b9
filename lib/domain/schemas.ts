import * as z from 'zod/mini';
import { PARTIES } from './commitment';
import type { Commitment } from './commitment';
import type { Deal } from './deal';
import { NOTE_KINDS } from './note';
import type { Health } from './health';
import type { Draft } from './draft';
import type { Note } from './note';
import { FIELD_NAMES, FIELD_STATES, PAGE_KINDS } from './reading';
import type { SeenField, Sighting } from './reading';
import type { Rep } from './rep';
import type { Layout, Site } from './site';

/**
 * The shapes of what is kept, checked where it enters: when it is read from the database, later when it is imported.
 * They are strict: a record with a key that is not known is reported, because writing it again would drop that key.
 * A key that came later has a default, with which older records are read as what they are.
 */

// zod's faster path builds functions from text, which the extension's policy refuses.
z.config({ jitless: true });

const id = z.string().check(z.minLength(1));
const text = z.string();
const count = z.int().check(z.gte(0));
const privacy = z.enum(['private', 'shareable']);
const noteKind = z._default(z.enum(NOTE_KINDS), 'note');
const asked = z._default(z.nullable(id), null);
const fieldNames = z._default(z.array(z.enum(FIELD_NAMES)), []);
const terms = { who: z.enum(PARTIES), due: z.nullable(text) };

export const siteSchema: z.ZodMiniType<Site> = z.strictObject({
  id,
  origins: z.array(text),
  on: z.boolean(),
  crm: z.nullable(text),
  tenant: z.nullable(text),
  addedAt: text,
});

export const layoutSchema: z.ZodMiniType<Layout> = z.strictObject({
  side: z.enum(['right', 'left']),
  width: z.number(),
  open: z.boolean(),
  tab: z.number(),
});

const alias = z.strictObject({ site: id, name: text, userId: z.nullable(text) });

export const repSchema: z.ZodMiniType<Rep> = z.strictObject({
  id,
  name: text,
  aliases: z.array(alias),
  onTeam: z.nullable(z.boolean()),
  firstSeen: text,
});

const identity = z.strictObject({
  name: z.nullable(text),
  account: z.nullable(text),
  createdDate: z.nullable(text),
});

export const dealSchema: z.ZodMiniType<Deal> = z.strictObject({
  key: id,
  rep: z.nullable(id),
  ownerSaid: z.nullable(id),
  identity,
  doubt: z.nullable(z.strictObject({ identity, rep: z.nullable(id), from: count })),
  from: count,
  asked: z._default(z.array(z.strictObject({ prompt: id, at: text, note: id })), []),
});

export const noteSchema: z.ZodMiniType<Note> = z.strictObject({
  id,
  deal: z.nullable(id),
  rep: z.nullable(id),
  dealName: z.nullable(text),
  stage: z.nullable(text),
  kind: noteKind,
  asked,
  text,
  privacy,
  at: text,
  editedAt: z.nullable(text),
  revision: count,
  order: count,
  removedAt: z.nullable(text),
});

export const draftSchema: z.ZodMiniType<Draft> = z.strictObject({
  place: z.strictObject({ deal: z.nullable(id), rep: z.nullable(id) }),
  text,
  privacy,
  kind: noteKind,
  asked,
  promise: z._default(z.nullable(z.strictObject(terms)), null),
});

export const commitmentSchema: z.ZodMiniType<Commitment> = z.strictObject({
  id,
  ...terms,
  what: text,
  rep: z.nullable(id),
  deal: z.nullable(id),
  dealName: z.nullable(text),
  note: z.nullable(id),
  privacy,
  at: text,
  keptOn: z.nullable(text),
  order: count,
  removedAt: z.nullable(text),
});

const seenField: z.ZodMiniType<SeenField> = z.strictObject({
  state: z.enum(FIELD_STATES),
  value: text,
  currency: z.exactOptional(text),
  alternatives: z.exactOptional(z.array(text)),
});

const fields: z.ZodMiniType<Sighting['fields']> = z.partialRecord(z.enum(FIELD_NAMES), seenField);

export const sightingSchema: z.ZodMiniType<Sighting> = z.strictObject({
  deal: id,
  site: id,
  rep: z.nullable(id),
  at: text,
  lastSeen: text,
  pageKind: z.enum(PAGE_KINDS),
  crm: text,
  recipeVersion: count,
  fields,
  empty: fieldNames,
});

const fieldHealth = z.strictObject({
  lastRead: z.nullable(text),
  on: z.array(id),
  row: z.array(z.strictObject({ deal: id, how: z.enum(['unparsed', 'absent']) })),
  longest: count,
});

export const healthSchema: z.ZodMiniType<Health> = z.strictObject({
  id,
  crm: text,
  recipeVersion: count,
  fields: z.partialRecord(z.enum(FIELD_NAMES), fieldHealth),
});
