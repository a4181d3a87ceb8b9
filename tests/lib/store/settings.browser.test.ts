import { describe, expect, test } from 'vitest';
import { LAYOUT_START } from '@/lib/domain/site';
import { draftAt, keepDraft } from '@/lib/store/drafts';
import { changePipeline, set, setLayout, setting } from '@/lib/store/settings';
import { keepSite, site, sites } from '@/lib/store/sites';
import { AT, CODECS, damage, draft, testStore } from './stores';

describe.each(CODECS)('through $codec', ({ make }) => {
  test('a setting is what it starts as until it is set', async () => {
    const { store } = testStore({ codec: await make() });
    expect(await setting(store, 'theme')).toBe('computer');
    expect(await setting(store, 'layouts')).toEqual({});
    await set(store, 'theme', 'night');
    expect(await setting(store, 'theme')).toBe('night');
  });

  test('a setting that cannot be read is what it starts as, and is reported', async () => {
    const { store, name, faults } = testStore({ codec: await make() });
    await set(store, 'theme', 'night');
    await damage(name, 'settings', 'theme', (record) => ({ ...record, body: 'pink' }));
    expect(await setting(store, 'theme')).toBe('computer');
    expect(faults).toMatchObject([{ is: 'unreadable', store: 'settings', key: 'theme' }]);
  });

  test('each origin has its own layout, also when two are set at once', async () => {
    const { store } = testStore({ codec: await make() });
    const left = { ...LAYOUT_START, side: 'left', open: true } as const;
    await Promise.all([setLayout(store, 'https://a', left), setLayout(store, 'http://b:8080', LAYOUT_START)]);
    expect(await setting(store, 'layouts')).toEqual({ 'https://a': left, 'http://b:8080': LAYOUT_START });
  });

  test('what is known of stages is kept by site, and what a page shows does not undo what was said', async () => {
    const { store } = testStore({ codec: await make() });
    await Promise.all([
      changePipeline(store, null, 's1|Deal', (known) => ({ ...known, order: ['New', 'Done'] })),
      changePipeline(store, 'op1', 's1|Deal', (known) => ({
        ...known,
        said: { ...known.said, Done: 'won' },
      })),
      changePipeline(store, null, 's2|Deal', (known) => ({ ...known, order: ['Neu'] })),
    ]);
    await changePipeline(store, null, 's1|Deal', (known) => ({ ...known, order: ['New', 'Talk', 'Done'] }));
    expect(await setting(store, 'stages')).toEqual({
      's1|Deal': { order: ['New', 'Talk', 'Done'], said: { Done: 'won' } },
      's2|Deal': { order: ['Neu'], said: {} },
    });
  });

  test('a site is kept over what it was', async () => {
    const { store } = testStore({ codec: await make() });
    const one = { id: 's1', origins: ['https://a'], on: true, crm: 'espocrm', tenant: null, addedAt: AT };
    await keepSite(store, 'op1', one);
    await keepSite(store, 'op2', { ...one, on: false });
    expect(await sites(store)).toEqual([{ ...one, on: false }]);
    expect(await site(store, 's2')).toBeNull();
  });

  test('each place has one draft; an empty one is none; one that is longer than a note is kept', async () => {
    const { store } = testStore({ codec: await make() });
    const place = { deal: 's1|Opportunity|42', rep: 'ana' };
    const long = draft(place, 'x'.repeat(30_000));
    await keepDraft(store, draft(place, 'one'));
    await keepDraft(store, long);
    expect(await draftAt(store, { ...place, rep: null })).toEqual(long);
    expect(await draftAt(store, { deal: null, rep: 'ana' })).toBeNull();
    await keepDraft(store, draft(place, ''));
    expect(await draftAt(store, place)).toBeNull();
  });
});
