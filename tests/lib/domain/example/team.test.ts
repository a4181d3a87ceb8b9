import { describe, expect, it } from 'vitest';
import { exampleTeam } from '@/lib/domain/example/team';
import type { Sighting } from '@/lib/domain/reading';
import {
  commitmentSchema,
  dealSchema,
  noteSchema,
  repSchema,
  sightingSchema,
  siteSchema,
} from '@/lib/domain/schemas';
import { sameSighting } from '@/lib/domain/sighting';
import { addDays, daysBetween, isIsoDay } from '@/lib/domain/time';

const TODAY = '2026-11-24';
/** One of each weekday. */
const WEEK = Array.from({ length: 7 }, (_, ahead) => addDays(TODAY, ahead));
const team = exampleTeam(TODAY, 60);

describe('the example team', () => {
  it('is as large as it says', () => {
    expect(team.reps).toHaveLength(8);
    expect(team.deals).toHaveLength(60);
    expect(team.notes).toHaveLength(80);
    expect(new Set(team.notes.map(({ id }) => id)).size).toBe(80);
    expect(new Set(team.deals.map(({ key }) => key)).size).toBe(60);
    const first = team.sightings[0]?.at ?? '';
    expect(daysBetween(first.slice(0, 10), TODAY)).toBeGreaterThan(175);
    expect(daysBetween(first.slice(0, 10), TODAY)).toBeLessThanOrEqual(182);
  });

  it('is made of records as they are kept', () => {
    const ordered = (thing: object, order: number) => ({ ...thing, order });
    siteSchema.parse(team.site);
    for (const rep of team.reps) repSchema.parse(rep);
    for (const deal of team.deals) dealSchema.parse(deal);
    for (const sighting of team.sightings) sightingSchema.parse(sighting);
    team.notes.map(ordered).forEach((note) => noteSchema.parse(note));
    team.commitments.map(ordered).forEach((promise) => commitmentSchema.parse(promise));
  });

  it.each(WEEK)('on %s nobody has worked on a weekend', (today) => {
    const { sightings, notes, commitments } = exampleTeam(today, 60);
    const days = [
      ...[...sightings, ...notes].map(({ at }) => at),
      ...commitments.flatMap(({ due, keptOn }) => [due, keptOn]),
      ...sightings.map(({ fields }) => fields.lastActivity?.value),
    ].flatMap((day) => (day ? [day.slice(0, 10)] : []));
    const weekday = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay();
    expect(days.filter((day) => [0, 6].includes(weekday(day)))).toEqual([]);
  });

  it('is the same for the same day, and moves with the day', () => {
    expect(exampleTeam(TODAY, 60)).toEqual(team);
    const later = exampleTeam(addDays(TODAY, 40), 60);
    const texts = (of: typeof team) => of.notes.map(({ text }) => text).sort();
    expect(texts(later)).toEqual(texts(team));
    expect((later.notes[0]?.at ?? '') > (team.notes[0]?.at ?? '')).toBe(true);
    const weeks = exampleTeam(addDays(TODAY, 42), 60);
    expect(weeks.notes[0]?.at.slice(0, 10)).toBe(addDays(team.notes[0]?.at.slice(0, 10) ?? '', 42));
  });

  it.each([
    ['2026-11-24', 60],
    ['2024-02-29', -570],
    ['2027-01-01', 840],
  ])('has nothing in it that happens after %s, but what is planned', (today, offset) => {
    const { site, reps, deals, sightings, notes, commitments } = exampleTeam(today, offset);
    const days = [
      site.addedAt,
      ...reps.map(({ firstSeen }) => firstSeen),
      ...deals.flatMap(({ identity, asked }) => [identity.createdDate ?? '', ...asked.map(({ at }) => at)]),
      ...sightings.flatMap(({ at, lastSeen, fields }) => [
        at,
        lastSeen,
        fields.lastActivity?.value ?? '',
        fields.createdDate?.value ?? '',
      ]),
      ...notes.map(({ at }) => at),
      ...commitments.flatMap(({ at, keptOn }) => [at, ...(keptOn === null ? [] : [keptOn])]),
    ].map((at) => at.slice(0, 10));
    expect(days.filter((day) => !isIsoDay(day) || day >= today)).toEqual([]);
  });

  it.each(WEEK)(
    'on %s it stands in the order of time, and says nothing before it could be known',
    (today) => {
      const team = exampleTeam(today, 60);
      for (const list of [team.sightings, team.notes, team.commitments])
        expect(list.map(({ at }) => at)).toEqual(list.map(({ at }) => at).toSorted());
      for (const { at, lastSeen, fields } of team.sightings) {
        expect(lastSeen >= at).toBe(true);
        expect((fields.lastActivity?.value ?? '') <= at.slice(0, 10)).toBe(true);
        expect((fields.createdDate?.value ?? '') <= at.slice(0, 10)).toBe(true);
      }
      for (const note of team.notes) {
        const deal = team.deals.find(({ key }) => key === note.deal);
        if (deal) expect((deal.identity.createdDate ?? '') <= note.at.slice(0, 10), note.text).toBe(true);
      }
    },
  );

  it.each(WEEK)('on %s it has promises of both, kept and open, late and still to come', (today) => {
    const team = exampleTeam(today, 60);
    const promised = team.notes.filter(({ kind }) => kind === 'promise').map(({ id }) => id);
    expect(team.commitments.map(({ note }) => note)).toEqual(promised);
    const open = team.commitments.filter(({ keptOn }) => keptOn === null);
    for (const who of ['manager', 'rep'])
      for (const late of [true, false])
        expect(open.some((one) => one.who === who && (one.due ?? '') < today === late)).toBe(true);
    expect(team.commitments.some(({ keptOn }) => keptOn !== null)).toBe(true);
    for (const { at, due, keptOn } of team.commitments) {
      expect((due ?? '') > at.slice(0, 10)).toBe(true);
      expect(keptOn === null || keptOn >= at.slice(0, 10)).toBe(true);
    }
  });

  it('has notes of every kind, beside deals and people, for both eyes and for one, some answering a question', () => {
    for (const kind of ['note', 'for-1on1', 'promise', 'praise'] as const)
      expect(team.notes.filter((note) => note.kind === kind).length).toBeGreaterThan(5);
    for (const privacy of ['private', 'shareable'] as const)
      expect(team.notes.filter((note) => note.privacy === privacy).length).toBeGreaterThan(20);
    expect(team.notes.filter(({ deal }) => deal === null).length).toBeGreaterThan(20);
    expect(new Set(team.notes.flatMap(({ asked }) => asked ?? []))).toEqual(
      new Set(['next-step-empty', 'close-date-passed', 'last-activity-old', 'amount-empty']),
    );
    for (const note of team.notes.filter(({ asked }) => asked !== null)) {
      const deal = team.deals.find(({ key }) => key === note.deal);
      expect(deal?.asked.map(({ prompt }) => prompt)).toContain(note.asked);
      expect(note.text).toContain('?\n');
    }
    const day = addDays(TODAY, -60);
    const lately = (rep: string) => team.notes.filter((note) => note.rep === rep && note.at > day).length;
    expect(lately('example-daan')).toBe(0);
    expect(lately('example-bruno')).toBeGreaterThan(7);
  });

  it.each(WEEK)('on %s it has asked only what the deal gave a reason for then', (today) => {
    const team = exampleTeam(today, 60);
    const isOld = (day: string, at: string) => daysBetween(day, at) > 14;
    const reasons: Record<string, (one: Sighting, at: string) => boolean> = {
      'next-step-empty': ({ empty }) => empty.includes('nextStep'),
      'amount-empty': ({ empty }) => empty.includes('amount'),
      'close-date-passed': ({ fields }, at) => (fields.closeDate?.value ?? at) < at,
      'last-activity-old': ({ fields }, at) => isOld(fields.lastActivity?.value ?? at, at),
    };
    for (const { asked, deal, at, text } of team.notes) {
      if (asked === null) continue;
      const then = team.sightings.findLast((one) => one.deal === deal && one.at <= at);
      expect(then && reasons[asked]?.(then, at.slice(0, 10)), text).toBe(true);
    }
  });

  it.each(WEEK)('on %s its deals tell different things of each person', (today) => {
    const team = exampleTeam(today, 60);
    const last = team.deals.map(({ key }) => team.sightings.findLast(({ deal }) => deal === key));
    const open = last.filter((one) => one?.fields.status?.value === 'open');
    const per = (is: (one: NonNullable<(typeof last)[number]>) => boolean) =>
      team.reps.map(({ id }) => open.filter((one) => one?.rep === id && is(one)).length);
    expect(last.every(Boolean)).toBe(true);
    expect(last.filter((one) => one?.fields.status?.value === 'won').length).toBeGreaterThan(8);
    expect(last.filter((one) => one?.fields.status?.value === 'lost').length).toBeGreaterThan(5);
    expect(per(({ empty }) => empty.includes('nextStep'))).toEqual([1, 4, 1, 0, 2, 4, 1, 1]);
    expect(per(({ fields }) => (fields.closeDate?.value ?? '') < today)).toEqual([1, 1, 1, 0, 1, 1, 2, 0]);
    expect(per(({ empty }) => empty.includes('amount'))).toEqual([0, 2, 0, 0, 1, 0, 0, 0]);
    expect(new Set(last.map((one) => one?.fields.amount?.currency)).size).toBeGreaterThan(6);
  });

  it('has a history in which stages, dates and amounts move, and never two equal looks after each other', () => {
    const changes = { stage: 0, closeDate: 0, amount: 0, nextStep: 0, lastActivity: 0 };
    for (const { key } of team.deals) {
      const all = team.sightings.filter(({ deal }) => deal === key);
      all.slice(1).forEach((one, index) => {
        const before = all[index];
        if (before === undefined) return;
        expect(sameSighting(before, one)).toBe(false);
        expect(before.lastSeen < one.at).toBe(true);
        for (const name of Object.keys(changes) as (keyof typeof changes)[])
          if (before.fields[name]?.value !== one.fields[name]?.value) changes[name] += 1;
      });
    }
    expect(changes.stage).toBeGreaterThan(60);
    expect(changes.closeDate).toBeGreaterThan(20);
    expect(changes.amount).toBeGreaterThanOrEqual(7);
    expect(changes.nextStep).toBeGreaterThan(60);
  });
});
