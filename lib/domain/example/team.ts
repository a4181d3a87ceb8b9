import { PARTIES, type Commitment } from '../commitment';
import type { AskedPrompt, Deal } from '../deal';
import { dealKey, type DealKey } from '../ids';
import { NOTE_KINDS, type Note } from '../note';
import type { Sighting } from '../reading';
import type { Rep } from '../rep';
import { sameSighting } from '../sighting';
import type { Site } from '../site';
import { moment, workday, type Today } from './days';
import { DEALS } from './deals';
import { HISTORY_DAYS, looksAt } from './history';
import { NOTES_ON_DEALS } from './notes-on-deals';
import { NOTES_ON_PEOPLE } from './notes-on-people';
import { PEOPLE, type ExamplePerson } from './people';
import { dealRows, noteRows, type DealRow, type NoteRow } from './rows';

/** A note or promise before the store gives it its place in the order of writing. */
export type Unordered<T> = Omit<T, 'order'>;

/** All that is kept of the example team. Lists that have an order in time stand in it, the oldest first. */
export interface ExampleTeam {
  site: Site;
  reps: Rep[];
  deals: Deal[];
  sightings: Sighting[];
  notes: Unordered<Note>[];
  commitments: Unordered<Commitment>[];
}

const SITE = 'example';

/** The site that the example's deals are on. It is off, and its address belongs to nobody. */
export function exampleSite(day: string, offset: number): Site {
  const addedAt = moment({ day, offset }, HISTORY_DAYS + 1, 'site', 9);
  return { id: SITE, origins: ['https://crm.example'], on: false, crm: null, tenant: null, addedAt };
}

/**
 * The example team: eight people who do not exist, and half a year with them. The same day and offset give the same team.
 * @param day ISO day of the page's clock
 * @param offset minutes east of UTC
 * @throws where `day` is no ISO day
 */
export function exampleTeam(day: string, offset: number): ExampleTeam {
  const today = { day, offset };
  const people = PEOPLE.map((person) => aroundPerson(person, today));
  const sightings = inTime(people.flatMap((one) => one.sightings));
  return {
    site: exampleSite(day, offset),
    reps: people.map((one) => one.rep),
    deals: people.flatMap((one) => one.deals),
    sightings,
    notes: inTime(people.flatMap((one) => one.notes)),
    commitments: inTime(people.flatMap((one) => one.commitments)),
  };
}

function aroundPerson(
  person: ExamplePerson,
  today: Today,
): Omit<ExampleTeam, 'site' | 'reps'> & { rep: Rep } {
  const id = `example-${person.key}`;
  const rows = dealRows(DEALS[person.key] ?? '').map((row, index) => ({
    row,
    key: dealKey(SITE, 'Deal', `${person.key}-${index + 1}`),
  }));
  const sightings = rows.flatMap(({ row, key }) => seen(row, key, id, person, today));
  const lines = [NOTES_ON_DEALS[person.key], NOTES_ON_PEOPLE[person.key]].flatMap((table) =>
    table === undefined ? [] : noteRows(table),
  );
  const notes = lines.map((line, index) => {
    const key = rows.find(({ row }) => row.name === line.deal)?.key ?? null;
    if (line.deal !== null && key === null) throw new Error(`No deal of this name: ${line.deal}`);
    return { line, note: noteOf(line, `${id}-${index + 1}`, id, key, sightings, today) };
  });
  const kept = notes.map(({ note }) => note);
  const firstSeen = inTime([...sightings])[0]?.at ?? moment(today, HISTORY_DAYS, id, 8);
  return {
    rep: {
      id,
      name: person.name,
      aliases: [{ site: SITE, name: person.name, userId: person.key }],
      onTeam: true,
      firstSeen,
    },
    deals: rows.map(({ row, key }) => dealOf(row, key, id, kept, today)),
    sightings,
    notes: kept,
    commitments: notes.flatMap(({ line, note }) => commitmentOf(line, note, today)),
  };
}

/** One that says the same as the one before only moves when that was last seen, as where deals are really read. */
function seen(row: DealRow, deal: DealKey, rep: string, person: ExamplePerson, today: Today): Sighting[] {
  const kept: Sighting[] = [];
  for (const { ago, fields, empty } of looksAt(row, person, today.day)) {
    const at = moment(today, ago, `${row.name} look`, 8);
    const about = { deal, site: SITE, rep, pageKind: 'deal', crm: 'example', recipeVersion: 1 } as const;
    const sighting: Sighting = { ...about, at, lastSeen: at, fields, empty };
    const last = kept.at(-1);
    if (last !== undefined && sameSighting(last, sighting)) last.lastSeen = at;
    else kept.push(sighting);
  }
  return kept;
}

function dealOf(row: DealRow, key: DealKey, rep: string, notes: Unordered<Note>[], today: Today): Deal {
  const asked = new Map<string, AskedPrompt>();
  for (const { id, deal, asked: prompt, at } of inTime([...notes]))
    if (deal === key && prompt !== null) asked.set(prompt, { prompt, at, note: id });
  const createdDate = workday(today.day, -row.age);
  const identity = { name: row.name, account: row.account, createdDate };
  return { key, rep, ownerSaid: null, identity, doubt: null, from: 0, asked: [...asked.values()] };
}

function noteOf(
  line: NoteRow,
  id: string,
  rep: string,
  deal: DealKey | null,
  sightings: Sighting[],
  today: Today,
): Unordered<Note> {
  const at = moment(today, line.ago, id, 10);
  const before = sightings.findLast((sighting) => sighting.deal === deal && sighting.at <= at);
  return {
    id,
    deal,
    rep,
    dealName: line.deal,
    stage: before?.fields.stage?.value ?? null,
    kind: oneOf(NOTE_KINDS, line.kind),
    asked: line.asked,
    text: line.text,
    privacy: oneOf(['private', 'shareable'] as const, line.privacy),
    at,
    editedAt: null,
    revision: 0,
    removedAt: null,
  };
}

function commitmentOf({ promise }: NoteRow, note: Unordered<Note>, today: Today): Unordered<Commitment>[] {
  if (promise === null) return [];
  const { id, text: what, rep, deal, dealName, privacy, at, removedAt } = note;
  const keptOn = promise.kept === null ? null : workday(today.day, -promise.kept);
  const terms = { who: oneOf(PARTIES, promise.who), due: workday(today.day, promise.due) };
  return [{ id, note: id, what, rep, deal, dealName, privacy, at, ...terms, keptOn, removedAt }];
}

function oneOf<T extends string>(known: readonly T[], word: string): T {
  const found = known.find((one) => one === word);
  if (found === undefined) throw new Error(`Not one of ${known.join(', ')}: ${word}`);
  return found;
}

function inTime<T extends { at: string }>(things: T[]): T[] {
  // All moments have the same offset, so their text stands in the order of time.
  return things.sort((one, other) => (one.at < other.at ? -1 : Number(one.at > other.at)));
}
