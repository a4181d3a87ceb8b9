import { describe, expect, test } from 'vitest';
import type { DealIdentity } from '@/lib/domain/deal';
import type { Site } from '@/lib/domain/site';
import { commitmentsOfNotes } from '@/lib/store/note-companions';
import { deal, readDeal } from '@/lib/store/deals';
import { draftAt, keepDraft } from '@/lib/store/drafts';
import { joinSites } from '@/lib/store/join';
import { keepNote, notesOfDeal, notesOfRep, removeNote, restoreNote } from '@/lib/store/notes';
import { repFor, reps } from '@/lib/store/reps';
import { openSearch } from '@/lib/store/search';
import { set, setting } from '@/lib/store/settings';
import { keepSighting, sightingsOfDeal } from '@/lib/store/sightings';
import { keepSites, sites } from '@/lib/store/sites';
import type { Store } from '@/lib/store/store';
import { AT, CODECS, damage, draft, dump, newNote, sighting, testStore } from './stores';

const JOINING = { site: 'gone', into: 'stays' };
const [GONE, STAYS] = ['gone|Deal|1', 'stays|Deal|1'];
const ALL = { limit: 50, before: null };
const PUMPS: DealIdentity = { name: 'Pumps', account: 'Acme', createdDate: null };

const site = (id: string, more: Partial<Site> = {}): Site => ({
  id,
  origins: [`https://${id}.example`],
  on: true,
  crm: 'sample',
  tenant: null,
  addedAt: AT,
  ...more,
});

/** One deal of one owner, read and noted upon on both sites. */
async function readOnBoth(store: Store, onGone: DealIdentity = PUMPS): Promise<void> {
  await keepSites(store, 'sites', [site('gone'), site('stays')]);
  for (const [id, key, where, identity] of [
    ['a', STAYS, 'stays', PUMPS],
    ['b', GONE, 'gone', onGone],
  ] as const) {
    await repFor(store, { alias: { site: where, name: 'Ana', userId: null }, at: AT, newId: id });
    await readDeal(store, { key, rep: id, identity });
    await keepNote(
      store,
      `note-${id}`,
      newNote(`note-${id}`, { deal: key, rep: id }, { text: `Said on ${where}`, kind: 'promise' }),
    );
  }
}

describe.each(CODECS)('two sites that the manager joins, through $codec', ({ make }) => {
  test('have one deal with the notes, promises and drafts of both, and one person', async () => {
    const { store } = testStore({ codec: await make() });
    await readOnBoth(store);
    const search = openSearch(store);
    await search.warm();
    await keepDraft(store, draft({ deal: STAYS, rep: 'a' }, 'Begun here'));
    await keepDraft(store, draft({ deal: GONE, rep: 'b' }, 'and there'));
    await keepDraft(store, draft({ deal: null, rep: 'b' }, 'On Ana'));
    await joinSites(store, 'join', JOINING);
    expect((await sites(store)).map(({ id, origins }) => ({ id, origins }))).toEqual([
      { id: 'stays', origins: ['https://stays.example', 'https://gone.example'] },
    ]);
    expect((await reps(store)).map(({ id }) => id)).toEqual(['a']);
    const notes = await notesOfDeal(store, STAYS, ALL);
    expect(notes.map(({ text, rep }) => [text, rep])).toEqual([
      ['Said on gone', 'a'],
      ['Said on stays', 'a'],
    ]);
    expect(await notesOfRep(store, 'a', ALL)).toHaveLength(2);
    expect(
      [...(await commitmentsOfNotes(store, notes)).values()].map(({ deal: of, rep }) => [of, rep]),
    ).toEqual([
      [STAYS, 'a'],
      [STAYS, 'a'],
    ]);
    const onAna = { words: 'said', rep: 'a', deal: STAYS, kind: null, before: null, limit: 50 };
    expect((await search.find(onAna, new Map())).count).toBe(2);
    expect(await deal(store, GONE)).toBeNull();
    expect((await draftAt(store, { deal: STAYS, rep: 'a' }))?.text).toBe('Begun here\n\nand there');
    expect((await draftAt(store, { deal: null, rep: 'a' }))?.text).toBe('On Ana');
    expect(await draftAt(store, { deal: GONE, rep: 'b' })).toBeNull();
  });

  test('leave nothing behind that names the site or the person that went', async () => {
    const { store, name } = testStore({ codec: await make() });
    await readOnBoth(store);
    await keepSighting(store, sighting(GONE, 'b', { name: 'Pumps' }));
    await removeNote(store, 'remove', 'note-b', AT);
    await set(store, 'stages', {
      'gone|Deal': { order: ['New', 'Won'], said: { New: 'own' } },
      'stays|Deal': { order: [], said: { New: 'new' } },
    });
    await joinSites(store, 'join', JOINING);
    await restoreNote(store, 'restore', 'note-b');
    expect((await notesOfDeal(store, STAYS, ALL)).map(({ id }) => id)).toEqual(['note-b', 'note-a']);
    expect(await sightingsOfDeal(store, STAYS, ALL)).toHaveLength(1);
    expect(await setting(store, 'stages')).toEqual({
      'stays|Deal': { order: ['New', 'Won'], said: { New: 'new' } },
    });
    const { stores } = await dump(name);
    const { ops, ...kept } = stores;
    expect(ops).toBeDefined();
    expect(JSON.stringify(kept)).not.toMatch(/gone\||"b"/);
  });

  test('a retry is answered as the first time, and other sites are left alone', async () => {
    const { store } = testStore({ codec: await make() });
    await readOnBoth(store);
    await keepSites(store, 'third', [site('third')]);
    await readDeal(store, { key: 'third|Deal|1', rep: 'a', identity: PUMPS });
    await joinSites(store, 'join', JOINING);
    expect(await joinSites(store, 'join', JOINING)).toMatchObject({ again: true });
    expect(await deal(store, 'third|Deal|1')).toMatchObject({ rep: 'a' });
    expect(await sites(store)).toHaveLength(2);
  });
});

describe('sites are not joined, and nothing is written', () => {
  async function expectRefused(
    code: string,
    { store, name }: { store: Store; name: string },
    joining = JOINING,
  ) {
    const before = await dump(name);
    await expect(joinSites(store, 'join', joining)).rejects.toMatchObject({ code });
    expect(await dump(name)).toEqual(before);
  }

  test('where one record number stands for two deals', async () => {
    const tested = testStore();
    await readOnBoth(tested.store, { name: 'Valves', account: 'Borg', createdDate: null });
    await expectRefused('two-sites', tested);
  });

  test('where they are two CRMs, or one and the same site', async () => {
    const tested = testStore();
    await readOnBoth(tested.store);
    await keepSites(tested.store, 'other', [site('odoo', { crm: 'odoo' })]);
    await expectRefused('two-sites', tested, { site: 'odoo', into: 'stays' });
    await expectRefused('two-sites', tested, { site: 'stays', into: 'stays' });
  });

  test('where one of them is not there', async () => {
    const tested = testStore();
    await readOnBoth(tested.store);
    await expectRefused('not-found', tested, { site: 'gone', into: 'nowhere' });
    await expectRefused('not-found', tested, { site: 'nowhere', into: 'stays' });
  });

  test('while it is asked of a deal whether it is the same one', async () => {
    const tested = testStore();
    await readOnBoth(tested.store);
    await readDeal(tested.store, {
      key: GONE,
      rep: 'b',
      identity: { name: 'Valves', account: 'Borg', createdDate: null },
    });
    await expectRefused('in-doubt', tested);
  });

  test('where a note cannot be read: it would be left behind', async () => {
    const tested = testStore();
    await readOnBoth(tested.store);
    await damage(tested.name, 'notes', 'note-b', (record) => ({ ...record, body: 'damaged' }));
    await expectRefused('unreadable', tested);
  });
});
