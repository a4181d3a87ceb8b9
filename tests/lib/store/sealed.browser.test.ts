import { expect, test } from 'vitest';
import { aesGcmCodec } from '@/lib/store/codec';
import { readDeal } from '@/lib/store/deals';
import { keepDraft } from '@/lib/store/drafts';
import { keepHealth } from '@/lib/store/health';
import { editNote, keepNote, note, removeNote } from '@/lib/store/notes';
import { repFor } from '@/lib/store/reps';
import { setLayout } from '@/lib/store/settings';
import { keepSighting } from '@/lib/store/sightings';
import { keepSite } from '@/lib/store/sites';
import { AT, damage, draft, dump, newNote, sealed, sighting, testStore } from './stores';

const KEY = 's1|Opportunity|42';
const PLACE = { deal: KEY, rep: 'r1' };
/** In every word that a user or a page could have brought in. */
const CANARY = 'kanarienvogel';

/** One of each kind, with the canary wherever there are words. */
async function fill(store: ReturnType<typeof testStore>['store']): Promise<void> {
  const words = (what: string): string => `${CANARY} ${what}`;
  await keepSite(store, 'op1', {
    id: 's1',
    origins: [`https://${CANARY}.example`],
    on: true,
    crm: CANARY,
    tenant: words('tenant'),
    addedAt: AT,
  });
  await repFor(store, {
    alias: { site: 's1', name: words('name'), userId: words('user') },
    at: AT,
    newId: 'r1',
  });
  const identity = { name: words('deal'), account: words('account'), createdDate: '2026-01-05' };
  await readDeal(store, { key: KEY, rep: 'r1', identity });
  await keepSighting(
    store,
    sighting(KEY, 'r1', { name: words('deal'), owner: words('name'), stage: words('stage') }),
  );
  const written = { text: words('text'), dealName: words('deal'), stage: words('stage') };
  await keepNote(store, 'op2', newNote('n1', PLACE, written));
  await editNote(store, 'op3', { id: 'n1', revision: 0, text: words('edit'), privacy: 'private', at: AT });
  await keepNote(store, 'op4', newNote('n2', PLACE, written));
  await removeNote(store, 'op5', 'n2', AT);
  await keepNote(store, 'op6', newNote('n3', PLACE, { ...written, kind: 'promise' }));
  await keepNote(store, 'op7', newNote('n4', PLACE, { ...written, kind: 'promise' }));
  await removeNote(store, 'op8', 'n4', AT);
  await keepDraft(store, draft(PLACE, words('draft')));
  await keepHealth(store, 's1 0', ({ id }) => ({ id, crm: CANARY, recipeVersion: 1, fields: {} }));
  await setLayout(store, `https://${CANARY}.example`, { side: 'left', width: 400, open: true, tab: 0.5 });
}

/** Everything in the database as text: bytes as Latin-1 and as UTF-16, the rest as JSON. */
async function asText(name: string): Promise<string> {
  const { stores } = await dump(name);
  return JSON.stringify(stores, (_key, value: unknown) =>
    value instanceof Uint8Array
      ? `${new TextDecoder('latin1').decode(value)} ${new TextDecoder('utf-16le').decode(value)}`
      : value,
  ).toLowerCase();
}

test('under AES-GCM no word is found in any record or index key; as they are, all are', async () => {
  const plain = testStore();
  await fill(plain.store);
  expect((await asText(plain.name)).split(CANARY).length).toBeGreaterThan(15);
  const secret = testStore({ codec: await sealed() });
  await fill(secret.store);
  expect(await asText(secret.name)).not.toContain(CANARY);
  const { stores } = await dump(secret.name);
  const filled = Object.entries(stores).filter(([, { records }]) => records.length > 0);
  expect(filled.map(([store]) => store)).toEqual(Object.keys(stores));
});

test('under AES-GCM every record is only ids, numbers and a sealed body', async () => {
  const { store, name } = testStore({ codec: await sealed() });
  await fill(store);
  const { stores } = await dump(name);
  const keys = Object.entries(stores).flatMap(([kind, { records }]) =>
    records.flatMap((record) => Object.keys(record as object).map((key) => `${kind}.${key}`)),
  );
  expect([...new Set(keys)].toSorted()).toEqual([
    'commitments.body',
    'commitments.deal',
    'commitments.id',
    'commitments.order',
    'commitments.removed',
    'commitments.rep',
    'deals.body',
    'deals.key',
    'deals.rep',
    'drafts.body',
    'drafts.place',
    'health.body',
    'health.id',
    'meta.name',
    'meta.order',
    'meta.revision',
    'notes.body',
    'notes.deal',
    'notes.id',
    'notes.order',
    'notes.removed',
    'notes.rep',
    'ops.body',
    'ops.day',
    'ops.id',
    'ops.order',
    'reps.body',
    'reps.id',
    'segments.body',
    'segments.number',
    'settings.body',
    'settings.name',
    'sightings.body',
    'sightings.deal',
    'sightings.order',
    'sightings.rep',
    'sites.body',
    'sites.id',
  ]);
});

test('a sealed body opens in no other place, not when it was changed, and not with another key', async () => {
  const codec = await sealed();
  const { store, name, faults } = testStore({ codec });
  await keepNote(store, 'op1', newNote('n1', PLACE));
  await keepNote(store, 'op2', newNote('n2', PLACE));
  const records = (await dump(name)).stores.notes?.records as { body: Uint8Array }[];
  const [one, two] = records;
  await damage(name, 'notes', 'n2', (record) => ({ ...record, body: one?.body }));
  expect(await note(store, 'n2')).toBeNull();
  const flipped = Uint8Array.from(two?.body ?? [], (byte, at) => (at === 20 ? byte ^ 1 : byte));
  await damage(name, 'notes', 'n2', (record) => ({ ...record, body: flipped }));
  expect(await note(store, 'n2')).toBeNull();
  await damage(name, 'notes', 'n2', (record) => ({ ...record, body: two?.body }));
  expect((await note(store, 'n2'))?.text).toBe('text of n2');
  expect(await note(testStore({ name, codec: await sealed() }).store, 'n2')).toBeNull();
  expect(faults).toHaveLength(2);
});

test('two bodies are never sealed with the same bytes at their head', async () => {
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  const codec = aesGcmCodec(key);
  const place = { store: 'notes', key: 'n1' };
  const heads = new Set<string>();
  for (let n = 0; n < 500; n++) {
    const stored = await codec.encode({ same: true }, place);
    expect(stored).toBeInstanceOf(Uint8Array);
    heads.add((stored as Uint8Array).slice(0, 12).join());
  }
  expect(heads.size).toBe(500);
});
