import { describe, expect, test } from 'vitest';
import type { Draft } from '@/lib/domain/draft';
import type { HereView } from '@/lib/domain/views';
import { CLEAR_FOR, PageCover, unlessCovered } from '@/lib/state/page-cover';
import { NoteBox } from '@/lib/state/note-box';
import { Panel } from '@/lib/state/panel';
import { Toast } from '@/lib/state/toast';
import { deal, fakeClient, handTimer, NOTES, settled, type FakeClient } from '../../components/fakes';

const PLAIN = { privacy: 'private', kind: 'note', asked: null, promise: null } as const;

const onTab = (tab: number, view: HereView, turn = tab): HereView => ({
  ...view,
  page: `page of ${tab}`,
  tab,
  pen: { here: true, turn },
});
const A = onTab(1, deal({ key: 'deal-a', name: 'Deal A' }));
const B = onTab(2, deal({ key: 'deal-b', name: 'Deal B' }));

/** A side panel with a background whose answers to `here` wait for the test. */
async function besidePanel(answers: FakeClient['answers'] = {}) {
  const waiting: ((view: HereView) => void)[] = [];
  const client = fakeClient({
    here: () => new Promise((done) => waiting.push(done)),
    dealNotes: NOTES,
    settings: { sites: [], theme: 'computer', notes: 3 },
    ...answers,
  });
  const timer = handTimer();
  let front = 1;
  const panel = new Panel({
    client,
    later: timer.later,
    grants: { grant: () => Promise.resolve(true), revoke: () => Promise.resolve() },
    today: () => '2026-11-24',
    openWorkspace: () => undefined,
    off: false,
    theme: 'computer',
    isInFront: (view) => view.tab === front,
  });
  void panel.start();
  const answer = async (index: number, view: HereView) => {
    waiting[index]?.(view);
    await settled();
  };
  const turn = (tab: number) => {
    front = tab;
    void panel.turnTo();
  };
  const name = () => {
    const view = panel.here.view.value;
    return view?.is === 'deal' ? view.deal.name : (view?.is ?? null);
  };
  return { panel, client, timer, waiting, answer, turn, name };
}

describe('when another tab comes to the front', () => {
  test('nothing of the one before is left, before anything is asked', async () => {
    const { panel, client, answer, turn, name } = await besidePanel();
    await answer(0, A);
    panel.hereBox.write('about deal A');
    const asked = client.asked.length;
    let atAsking: unknown = 'not asked';
    client.answers.here = () => {
      atAsking = [name(), panel.hereBox.text.value, panel.hereBox.place.value];
      return B;
    };
    turn(2);
    expect(client.asked.length).toBe(asked + 1);
    expect(atAsking).toEqual([null, '', null]);
    await settled();
    expect(name()).toBe('Deal B');
    expect(client.sent[0]).toMatchObject({
      command: 'keepDraft',
      ask: { place: { deal: 'deal-a' }, text: 'about deal A' },
    });
  });

  test('no late answer or push of another tab is shown, however often it is switched', async () => {
    const { client, answer, turn, name } = await besidePanel();
    await answer(0, A);
    turn(2);
    turn(1);
    turn(2);
    client.listener?.message({ to: 'screen', name: 'here', view: A });
    expect(name()).toBeNull();
    await answer(1, B);
    await answer(2, A);
    expect(name()).toBeNull();
    await answer(3, A);
    expect(name(), 'the background had not heard of the switch yet').toBeNull();
    client.listener?.message({ to: 'screen', name: 'here', view: B });
    expect(name()).toBe('Deal B');
    client.listener?.message({ to: 'screen', name: 'here', view: A });
    expect(name()).toBe('Deal B');
  });

  test('the words typed there before are whole again, also where the answer was made before they were kept', async () => {
    let kept = () => {};
    const { panel, waiting, answer, turn } = await besidePanel({
      keepDraft: () => new Promise((done) => (kept = () => done({}))),
    });
    await answer(0, A);
    panel.hereBox.write('all of it');
    turn(2);
    turn(1);
    await settled();
    kept();
    await settled();
    // Made before the draft was kept, and so without it.
    const old = onTab(1, deal({ key: 'deal-a', draft: null }));
    await answer(2, old);
    expect(waiting).toHaveLength(4);
    const draft: Draft = { place: { deal: 'deal-a', rep: null }, text: 'all of it', ...PLAIN };
    await answer(3, onTab(1, deal({ key: 'deal-a', draft })));
    expect(panel.hereBox.text.value).toBe('all of it');
  });
});

describe('of two panels on one tab', () => {
  test('the one that loses the pen sends its words at once, and an older word changes nothing', async () => {
    const { panel, client, answer } = await besidePanel();
    await answer(0, A);
    panel.hereBox.write('half');
    expect(client.sent).toEqual([]);
    client.listener?.message({ to: 'screen', name: 'pen', pen: { here: false, turn: 9 } });
    await settled();
    expect(panel.pen.here.value).toBe(false);
    expect(client.sent).toMatchObject([{ command: 'keepDraft', ask: { text: 'half' } }]);
    client.listener?.message({ to: 'screen', name: 'pen', pen: { here: true, turn: 8 } });
    expect(panel.pen.here.value).toBe(false);
    client.listener?.message({ to: 'screen', name: 'pen', pen: { here: true, turn: 10 } });
    expect(panel.pen.here.value).toBe(true);
  });
});

describe('words that another panel wrote at the same place', () => {
  const place = { deal: 'deal-a', rep: null };
  const draft = (text: string): Draft => ({ place, text, ...PLAIN });
  const build = () => {
    const client = fakeClient({});
    const timer = handTimer();
    const box = new NoteBox({ client, later: timer.later, toast: new Toast(timer.later) });
    box.enter(place, draft('begun'));
    return { client, timer, box };
  };

  test('come into a box that is untouched, and go from it when they became a note', () => {
    const { box, timer } = build();
    box.receive(draft('begun and gone on'));
    expect(box.text.value).toBe('begun and gone on');
    box.receive(draft(''));
    expect(box.text.value).toBe('');
    expect(timer.waiting(), 'nothing is sent back').toBe(0);
  });

  test('never take the place of newer ones, and are not lost', async () => {
    const { box, client, timer } = build();
    box.write('begun here');
    box.receive(draft('begun there'));
    expect(box.text.value).toBe('begun here\n there');
    timer.pass(1_000);
    await settled();
    expect(client.sent.at(-1)).toMatchObject({ ask: { text: 'begun here\n there' } });
  });

  test('that the box has already are not written twice', () => {
    const { box } = build();
    box.write('begun and more');
    box.receive(draft('begun'));
    box.receive(draft('begun and'));
    expect(box.text.value).toBe('begun and more');
  });

  test('of another place change nothing', () => {
    const { box } = build();
    box.receive({ ...draft('elsewhere'), place: { deal: 'deal-b', rep: null } });
    expect(box.text.value).toBe('begun');
  });
});

describe('a panel that the page covers', () => {
  const clear = { isInWindow: true, isClear: true };
  const hidden = { isInWindow: true, isClear: false };

  test('refuses every act, and goes on keeping what is typed', async () => {
    const client = fakeClient({});
    let off = true;
    const guarded = unlessCovered(client, () => off);
    expect(await guarded.command('removeNote', { id: 'n' })).toEqual({ ok: false, refusal: 'covered' });
    expect(client.sent).toEqual([]);
    await guarded.command('keepDraft', { place: { deal: 'd', rep: null }, text: 't', ...PLAIN });
    off = false;
    await guarded.command('removeNote', { id: 'n' });
    expect(client.sent.map(({ command }) => command)).toEqual(['keepDraft', 'removeNote']);
  });

  test('works again when it was clear for half a second in one piece', () => {
    const timer = handTimer();
    const cover = new PageCover(timer.later);
    cover.see(hidden);
    expect([cover.off.value, cover.covered.value]).toEqual([true, true]);
    cover.see(clear);
    expect([cover.off.value, cover.covered.value]).toEqual([true, false]);
    timer.pass(CLEAR_FOR - 1);
    cover.see(hidden);
    cover.see(clear);
    timer.pass(CLEAR_FOR - 1);
    expect(cover.off.value).toBe(true);
    timer.pass(1);
    expect(cover.off.value).toBe(false);
  });

  test('that its user put away is off without a word, and one of which nothing is known is on', () => {
    const cover = new PageCover(handTimer().later);
    cover.see({ isInWindow: true, isClear: null });
    expect(cover.off.value).toBe(false);
    cover.see({ isInWindow: false, isClear: false });
    expect([cover.off.value, cover.covered.value]).toEqual([true, false]);
  });
});
