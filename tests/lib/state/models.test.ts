import { describe, expect, test } from 'vitest';
import type { HereView } from '@/lib/domain/views';
import { Here } from '@/lib/state/here';
import { Panel } from '@/lib/state/panel';
import { Person } from '@/lib/state/people';
import { Settings } from '@/lib/state/settings';
import { Toast, TOAST_FOR } from '@/lib/state/toast';
import { personHash, routeOf } from '@/lib/state/workspace';
import { ANA, BRUNO, deal, fakeClient, handTimer, NO_NOTES, NOTES, settled } from '../../components/fakes';

const reading = (page: string, seq: number): HereView => ({ page, seq, is: 'reading' });

describe('what the panel shows of its page', () => {
  test('is never replaced by an older view of the same page', () => {
    const here = new Here(fakeClient({}));
    here.push(reading('page-1', 5));
    here.push(deal({}, 4));
    expect(here.view.value).toEqual(reading('page-1', 5));
    here.push(deal({}, 6));
    expect(here.view.value?.is).toBe('deal');
    here.push(reading('page-2', 1));
    expect(here.view.value?.page).toBe('page-2');
  });

  test('is asked for again where a push overtook the answer', async () => {
    const answers = [reading('page-1', 1), deal({}, 2)];
    let give = () => {};
    const client = fakeClient({ here: () => new Promise((done) => (give = () => done(answers.shift()))) });
    const here = new Here(client);
    const asking = here.ask();
    here.push(deal({}, 2));
    give();
    await settled();
    expect(here.view.value?.is).toBe('deal');
    give();
    await asking;
    expect(client.asked).toHaveLength(2);
    expect(here.view.value?.is).toBe('deal');
  });

  test('is nothing once it was blanked, whatever answer is still on its way', async () => {
    const client = fakeClient({ here: deal() });
    const here = new Here(client);
    const asking = here.ask();
    here.blank();
    await asking;
    expect(here.view.value).toBeNull();
  });
});

test('a late answer about one person is not shown for another', async () => {
  const give: (() => void)[] = [];
  const client = fakeClient({
    person: ({ rep }: { rep: string }) =>
      new Promise((done) =>
        give.push(() =>
          done({ rep: rep === ANA.id ? ANA : BRUNO, facts: null, notes: NO_NOTES, draft: null }),
        ),
      ),
  });
  const person = new Person(client);
  void person.show(ANA.id);
  const shown = person.show(BRUNO.id);
  give[1]?.();
  await shown;
  give[0]?.();
  await settled();
  expect(person.view.value?.rep.name).toBe('Bruno Müller');
});

describe('a toast', () => {
  test('stays ten seconds, and as long as it is held', () => {
    const timer = handTimer();
    const toast = new Toast(timer.later);
    toast.show('kept');
    timer.pass(TOAST_FOR - 1);
    toast.hold();
    timer.pass(TOAST_FOR * 10);
    expect(toast.shown.value).not.toBeNull();
    toast.release();
    timer.pass(TOAST_FOR);
    expect(toast.shown.value).toBeNull();
  });

  test('undoes once', () => {
    let undone = 0;
    const toast = new Toast(handTimer().later);
    toast.show('kept', () => (undone += 1));
    toast.undo();
    toast.undo();
    expect(undone).toBe(1);
  });
});

describe('a site', () => {
  function build(granted: boolean | Error, answers: Parameters<typeof fakeClient>[0] = {}) {
    const client = fakeClient({
      settings: { sites: [], theme: 'computer', notes: 0, startsCovered: false, privateTold: false },
      ...answers,
    });
    const asked: string[] = [];
    const revoked: string[][] = [];
    const settings = new Settings({
      client,
      toast: new Toast(handTimer().later),
      grants: {
        grant: (origin) => {
          asked.push(origin);
          return granted instanceof Error ? Promise.reject(granted) : Promise.resolve(granted);
        },
        revoke: (origins) => Promise.resolve(void revoked.push(origins)),
      },
    });
    return { client, settings, asked, revoked };
  }

  test('of no http address is refused before the browser is asked', async () => {
    const { settings, asked, client } = build(true);
    expect(await settings.turnOn('mailto:ana@example.com')).toBe(false);
    expect(settings.problem.value).toBe('not-a-site');
    expect([asked, client.sent]).toEqual([[], []]);
  });

  test.each([false, new Error('must be called during a user gesture')])(
    'that is not granted (%s) is not turned on',
    async (granted) => {
      const { settings, client } = build(granted);
      expect(await settings.turnOn('https://crm.example.com')).toBe(false);
      expect(settings.problem.value).toBe('not-granted');
      expect(client.sent).toEqual([]);
    },
  );

  test('is asked for within the click itself, then turned on', async () => {
    const { settings, asked, client } = build(true);
    const turning = settings.turnOn('http://intranet:8080/crm');
    expect(asked).toEqual(['http://intranet:8080']);
    expect(await turning).toBe(true);
    expect(client.sent).toEqual([{ command: 'turnOn', ask: { origin: 'http://intranet:8080' } }]);
  });

  test('that is turned off is given back to the browser', async () => {
    const { settings, client, revoked } = build(true);
    const origins = ['https://crm.example.com'];
    await settings.turnOff({
      id: 'site-1',
      origins,
      crmName: null,
      addedAt: '2026-01-01T00:00:00Z',
      granted: true,
    });
    expect(client.sent).toEqual([{ command: 'turnOff', ask: { site: 'site-1' } }]);
    expect(revoked).toEqual([origins]);
  });

  test('that is joined to another says so, or why it was not, until the question is left', async () => {
    const { settings, client } = build(true);
    const line = (id: string) => ({
      id,
      origins: [`https://${id}.example`],
      crmName: 'EspoCRM',
      addedAt: '2026-01-01T00:00:00Z',
      granted: true,
    });
    expect(await settings.join(line('a'), line('b'))).toBe(true);
    expect(client.sent).toEqual([{ command: 'joinSites', ask: { site: 'a', into: 'b' } }]);
    client.answers.joinSites = { ok: false, refusal: 'two-sites' };
    expect(await settings.join(line('a'), line('b'))).toBe(false);
    expect([settings.joinProblem.value, settings.problem.value]).toEqual(['two-sites', null]);
    settings.joinLeft();
    expect(settings.joinProblem.value).toBeNull();
  });
});

describe('the panel', () => {
  async function build(view: HereView, off = false) {
    const client = fakeClient({
      here: view,
      people: { people: [] },
      settings: { sites: [], theme: 'computer', notes: 3, startsCovered: false, privateTold: true },
      person: { rep: BRUNO, promises: [], facts: null, notes: NO_NOTES, draft: null },
    });
    const panel = new Panel({
      client,
      later: handTimer().later,
      grants: { grant: () => Promise.resolve(true), revoke: () => Promise.resolve() },
      today: () => '2026-11-24',
      openWorkspace: () => {},
      off,
      theme: 'computer',
    });
    await panel.start();
    return { client, panel };
  }

  test('that is off asks for nothing but what one look recognised', async () => {
    const { client } = await build(
      { page: 'p', seq: 1, is: 'off', origin: 'https://x', recognised: null, looked: true },
      true,
    );
    client.listener?.message({ to: 'screen', name: 'changed', revision: 2, kinds: ['sites'] });
    await settled();
    expect(new Set(client.asked.map(({ view }) => view))).toEqual(new Set(['here']));
  });

  test('blanks all that is kept when it is told to', async () => {
    const { client, panel } = await build(deal());
    await panel.show('people', BRUNO.id);
    client.listener?.message({ to: 'screen', name: 'blank' });
    expect([panel.here.view.value, panel.person.view.value, panel.people.view.value]).toEqual([
      null,
      null,
      null,
    ]);
    expect([panel.hereBox.place.value, panel.personBox.place.value]).toEqual([null, null]);
  });

  test('takes the note box away with the deal', async () => {
    const { client, panel } = await build(deal());
    panel.hereBox.write('words');
    client.listener?.message({ to: 'screen', name: 'here', view: { page: 'page-1', seq: 2, is: 'reading' } });
    expect([panel.hereBox.place.value, panel.hereBox.text.value]).toEqual([null, '']);
  });

  test('asks its view again when something was kept', async () => {
    const { client, panel } = await build(deal());
    client.answers.here = deal({ notes: { ...NOTES, count: 7 } });
    client.listener?.message({ to: 'screen', name: 'changed', revision: 2, kinds: ['notes'] });
    await settled();
    expect(panel.here.view.value).toMatchObject({ deal: { notes: { count: 7 } } });
  });

  test('asks for nothing while its page is being read, unless another tab of it is in front', async () => {
    const { client, panel } = await build(reading('page-1', 2));
    const asked = client.asked.length;
    const change = () =>
      client.listener?.message({ to: 'screen', name: 'changed', revision: 2, kinds: ['deals'] });
    change();
    await settled();
    expect(client.asked).toHaveLength(asked);
    await panel.show('people');
    const shown = client.asked.length;
    change();
    await settled();
    expect(client.asked.length).toBeGreaterThan(shown);
  });

  test('that was replaced by an update shows nothing more', async () => {
    const { client, panel } = await build(deal());
    client.listener?.gone();
    expect([panel.gone.value, panel.here.view.value]).toEqual([true, null]);
  });
});

test('an address of the workspace names its page, and people where it names none', () => {
  expect(routeOf('#settings')).toEqual({ page: 'settings' });
  expect(routeOf(personHash('a/b %'))).toEqual({ page: 'person', rep: 'a/b %' });
  for (const hash of ['', '#', '#nothing', '#person/', '#person'])
    expect(routeOf(hash)).toEqual({ page: 'people' });
  expect(routeOf('#person/%E0%A4%A')).toEqual({ page: 'person', rep: '%E0%A4%A' });
});
