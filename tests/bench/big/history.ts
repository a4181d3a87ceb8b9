import type { Deal } from '../../../lib/domain/deal.ts';
import type { Note } from '../../../lib/domain/note.ts';
import type { FieldName, SeenField, Sighting } from '../../../lib/domain/reading.ts';
import type { Rep } from '../../../lib/domain/rep.ts';
import { random, type Random } from './random.ts';

/** "Five years of history", the same in every figure: one team, its deals, what was seen of them, what was noted. */
export interface History {
  reps: Rep[];
  deals: Deal[];
  /** Oldest first. */
  sightings: Sighting[];
  /** Oldest first. */
  notes: Note[];
}

export interface Size {
  reps: number;
  deals: number;
  sightings: number;
  notes: number;
  /** How far back it goes. */
  days: number;
}

export const FIVE_YEARS: Size = { reps: 40, deals: 10_000, sightings: 100_000, notes: 20_000, days: 5 * 365 };

const SEED = 20_261_124;
/** The last day of the history. */
const LAST = Date.UTC(2026, 10, 24);
const DAY = 86_400_000;
const SITE = 'big-site';

const FIRST = ['Ada', 'Bruno', 'Chloé', 'Dmitri', 'Elif', 'Femi', 'Greta', 'Hana', 'Ivo', 'Jürgen'] as const;
const LAST_NAMES = ['Adeyemi', 'Bauer', 'Costa', 'Dvořák', 'Eriksen', 'Fischer', 'García', 'Hoang'] as const;
const COMPANY = ['Aurora', 'Borealis', 'Cobalt', 'Delta', 'Ember', 'Fjord', 'Granite', 'Harbour'] as const;
const KIND = [
  'Foods',
  'Logistics',
  'Maschinenbau GmbH',
  'Packaging, Inc.',
  'Textiles',
  'Wasserwerke',
] as const;
const WHAT = ['line retrofit', 'renewal', 'pilot', 'spare parts', 'second plant', 'inspection'] as const;
const STAGES = ['Qualify', 'Discovery', 'Site survey', 'Proposal', 'Negotiation'] as const;
const WORDS = (
  'asked about the date she will call again after the board met price is fine but the buyer changed who signs ' +
  'wants a reference next step is open sent the offer waits for legal promised an answer on Friday'
).split(' ');

/** Makes a history. The same size gives the same history, whenever and wherever. */
export function history(size: Size = FIVE_YEARS): History {
  const chance = random(SEED);
  const reps = Array.from({ length: size.reps }, (_, index) => makeRep(index, size));
  const deals = Array.from({ length: size.deals }, (_, index) => makeDeal(index, reps, size, chance));
  return {
    reps,
    deals,
    sightings: makeSightings(deals, size, chance),
    notes: makeNotes(deals, size, chance),
  };
}

function iso(day: number): string {
  return new Date(LAST + day * DAY).toISOString().slice(0, 10);
}

/** A moment of a day, with the offset that the manager's clock had. */
function moment(day: number, minute: number): string {
  const time = new Date(minute * 60_000).toISOString().slice(11, 19);
  return `${iso(day)}T${time}+00:00`;
}

function makeRep(index: number, { days }: Size): Rep {
  const first = FIRST[index % FIRST.length] ?? '';
  const last = LAST_NAMES[Math.floor(index / 5) % LAST_NAMES.length] ?? '';
  const name = `${first} ${last}`;
  return {
    id: `big-rep-${index}`,
    name,
    aliases: [{ site: SITE, name, userId: `u${1000 + index}` }],
    onTeam: true,
    firstSeen: moment(-days, 480 + index),
  };
}

function makeDeal(index: number, reps: readonly Rep[], { days }: Size, chance: Random): Deal {
  const account = `${chance.pick(COMPANY)} ${chance.pick(KIND)}`;
  const rep = reps[chance.below(reps.length)] ?? null;
  return {
    key: `${SITE}|deal|${100_000 + index}`,
    rep: rep?.id ?? null,
    ownerSaid: null,
    identity: {
      name: `${account}, ${chance.pick(WHAT)} ${index}`,
      account,
      createdDate: iso(-1 - chance.below(days)),
    },
    doubt: null,
    from: 0,
    asked: [],
  };
}

const seen = (value: string): SeenField => ({ state: 'read', value });

/** What a deal looks like `step` sightings after the first: each one moves a stage, a date, an amount or a next step. */
function fieldsOf(deal: Deal, step: number, day: number): Sighting['fields'] {
  const number = Number(deal.key.split('|')[2]);
  const stage = STAGES[Math.min(STAGES.length - 1, Math.floor(step / 2))] ?? 'Qualify';
  const fields: Partial<Record<FieldName, SeenField>> = {
    recordId: seen(String(number)),
    stage: seen(stage),
    status: seen('open'),
    amount: { ...seen(String(((number * 37) % 400) * 500 + step * 1000)), currency: 'EUR' },
    closeDate: seen(iso(day + 30 + Math.floor(step / 3) * 14)),
    lastActivity: seen(iso(day - 2)),
    nextStep: seen(`${WORDS[(number + step) % WORDS.length]} ${WORDS[(number * 7 + step) % WORDS.length]}`),
  };
  if (deal.identity.name) fields.name = seen(deal.identity.name);
  if (deal.identity.account) fields.account = seen(deal.identity.account);
  if (deal.rep) fields.owner = seen(deal.rep);
  if (deal.identity.createdDate) fields.createdDate = seen(deal.identity.createdDate);
  return fields;
}

function makeSightings(deals: readonly Deal[], size: Size, chance: Random): Sighting[] {
  const each = Math.ceil(size.sightings / deals.length);
  const all: { day: number; sighting: Sighting }[] = [];
  for (const deal of deals) {
    const start = -size.days + chance.below(size.days - 60);
    for (let step = 0; step < each && all.length < size.sightings; step++) {
      const day = start + Math.floor((step * 60) / each);
      const at = moment(day, 480 + chance.below(540));
      const fields = fieldsOf(deal, step, day);
      const where = { deal: deal.key, site: SITE, rep: deal.rep, crm: 'espocrm', recipeVersion: 1 };
      all.push({ day, sighting: { ...where, at, lastSeen: at, pageKind: 'deal', fields, empty: [] } });
    }
  }
  return all.sort((one, other) => one.day - other.day).map(({ sighting }) => sighting);
}

function makeNotes(deals: readonly Deal[], size: Size, chance: Random): Note[] {
  return Array.from({ length: size.notes }, (_, index) => {
    const deal = deals[chance.below(deals.length)] ?? null;
    const length = 12 + chance.below(40);
    const text = Array.from({ length }, () => WORDS[chance.below(WORDS.length)]).join(' ');
    return {
      id: `big-note-${index}`,
      deal: deal?.key ?? null,
      rep: deal?.rep ?? null,
      dealName: deal?.identity.name ?? null,
      stage: chance.pick(STAGES),
      kind: 'note',
      asked: null,
      text,
      privacy: chance.next() < 0.8 ? 'private' : 'shareable',
      at: moment(-size.days + Math.floor((index * size.days) / size.notes), 480 + chance.below(540)),
      editedAt: null,
      revision: 0,
      order: index + 1,
      removedAt: null,
    };
  });
}
