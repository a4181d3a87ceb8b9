import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Draft } from '@/lib/domain/draft';
import type { NotePlace } from '@/lib/domain/note';
import { DRAFT_AFTER, NoteBox, placeKey } from '@/lib/state/note-box';
import { Toast } from '@/lib/state/toast';
import { fakeClient, handTimer, note, settled, type FakeClient } from '../../components/fakes';

const PLAIN = { privacy: 'private', kind: 'note', asked: null, promise: null } as const;
const DEAL_A: NotePlace = { deal: 'deal-a', rep: 'rep-1' };
const DEAL_B: NotePlace = { deal: 'deal-b', rep: 'rep-2' };
const PERSON: NotePlace = { deal: null, rep: 'rep-1' };

function build(answers: FakeClient['answers'] = {}) {
  const client = fakeClient({ keepNote: { note: note(9, 'kept') }, ...answers });
  const timer = handTimer();
  const toast = new Toast(timer.later);
  const box = new NoteBox({ client, later: timer.later, toast });
  return { client, timer, toast, box };
}

const drafts = (client: FakeClient) =>
  client.sent.filter(({ command }) => command === 'keepDraft').map(({ ask }) => ask as Draft);

describe('words typed at one place', () => {
  test('are never shown at another, nor filed there', async () => {
    const { box, client, timer } = build();
    box.enter(DEAL_A, null);
    box.write('about deal A');
    box.enter(DEAL_B, null);
    expect(box.text.value).toBe('');
    timer.pass(DRAFT_AFTER);
    await settled();
    expect(drafts(client)).toEqual([{ place: DEAL_A, text: 'about deal A', ...PLAIN }]);
  });

  test('are gone from sight when no place is certain, and wait for their own', () => {
    const { box } = build({ keepDraft: { ok: false, refusal: 'storage' } });
    box.enter(DEAL_A, null);
    box.write('half a sentence');
    box.leave();
    expect(box.text.value).toBe('');
    box.enter(DEAL_A, null);
    expect(box.text.value).toBe('half a sentence');
  });

  test('stay when the owner of the deal becomes known', () => {
    const { box } = build();
    box.enter({ deal: 'deal-a', rep: null }, null);
    box.write('half a sentence');
    box.enter(DEAL_A, null);
    expect(box.text.value).toBe('half a sentence');
    expect(box.place.value).toEqual(DEAL_A);
  });

  test('stay, with what went wrong, when the note is refused', async () => {
    const { box, client, timer } = build({ keepNote: { ok: false, refusal: 'not-saved' } });
    box.enter(DEAL_A, null);
    box.write('words');
    await box.keep();
    expect(box.text.value).toBe('words');
    expect(box.problem.value).toBe('not-saved');
    timer.pass(DRAFT_AFTER);
    await settled();
    expect(drafts(client).at(-1)?.text).toBe('words');
  });

  test('stay when the page moved on while they were being kept and that was refused', async () => {
    const { box } = build({
      keepNote: { ok: false, refusal: 'page-moved-on' },
      keepDraft: { ok: false, refusal: 'storage' },
    });
    box.enter(DEAL_A, null);
    box.write('words');
    const keeping = box.keep();
    box.enter(DEAL_B, null);
    await keeping;
    expect(box.text.value).toBe('');
    expect(box.problem.value).toBeNull();
    box.enter(DEAL_A, null);
    expect(box.text.value).toBe('words');
  });
});

describe('a note', () => {
  test('of no words, or of too many, is refused before anything is sent', async () => {
    const { box, client } = build();
    box.enter(DEAL_A, null);
    for (const [text, refusal] of [
      ['  \n', 'nothing-written'],
      ['x'.repeat(20_001), 'too-long'],
    ] as const) {
      box.write(text);
      await box.keep();
      expect(box.problem.value).toBe(refusal);
      expect(box.text.value).toBe(text);
    }
    expect(client.sent.filter(({ command }) => command === 'keepNote')).toEqual([]);
  });

  test('is sent once, however often the key is pressed while it is being kept', async () => {
    const { box, client } = build();
    box.enter(DEAL_A, null);
    box.write('words');
    await Promise.all([box.keep(), box.keep(), box.keep()]);
    expect(client.sent.filter(({ command }) => command === 'keepNote')).toEqual([
      { command: 'keepNote', ask: { place: DEAL_A, text: 'words', ...PLAIN } },
    ]);
  });

  test('kept empties the box, and leaves no draft to come later', async () => {
    const { box, client, timer, toast } = build();
    box.enter(DEAL_A, null);
    box.write('words');
    box.choose('shareable');
    await box.keep();
    expect([box.text.value, box.privacy.value]).toEqual(['', 'private']);
    expect(toast.shown.value?.happened).toBe('kept');
    timer.pass(DRAFT_AFTER);
    await settled();
    expect(client.sent.map(({ command }) => command)).toEqual(['keepNote']);
  });

  test('waits for a draft that is on its way, so that the draft cannot outlive it', async () => {
    let arrive = () => {};
    const { box, client, timer } = build({
      keepDraft: () => new Promise<object>((done) => (arrive = () => done({}))),
    });
    box.enter(DEAL_A, null);
    box.write('words');
    timer.pass(DRAFT_AFTER);
    await settled();
    const keeping = box.keep();
    await settled();
    expect(client.sent.map(({ command }) => command)).toEqual(['keepDraft']);
    arrive();
    await keeping;
    expect(client.sent.map(({ command }) => command)).toEqual(['keepDraft', 'keepNote']);
  });

  test('leaves what was typed after it in the box', async () => {
    let arrive = () => {};
    const { box } = build({
      keepNote: () => new Promise<object>((done) => (arrive = () => done({ note: note(1, 'words') }))),
    });
    box.enter(DEAL_A, null);
    box.write('words');
    const keeping = box.keep();
    box.write('words and more');
    await settled();
    arrive();
    await keeping;
    expect(box.text.value).toBe('words and more');
  });

  test('that is taken back puts its words into the box again', async () => {
    const { box, client, toast } = build();
    box.enter(DEAL_A, null);
    box.write('words');
    await box.keep();
    toast.undo();
    await settled();
    expect(client.sent.at(-1)).toEqual({ command: 'removeNote', ask: { id: 'note-9' } });
    expect(box.text.value).toBe('words');
  });
});

test('a note taken back after the page moved on leaves the box of the other deal alone', async () => {
  const { box, toast } = build();
  box.enter(DEAL_A, null);
  box.write('words');
  await box.keep();
  box.enter(DEAL_B, null);
  toast.undo();
  await settled();
  expect(box.text.value).toBe('');
});

describe('a draft', () => {
  test('is sent once the typing stops, not with each key', async () => {
    const { box, client, timer } = build();
    box.enter(DEAL_A, null);
    for (const text of ['w', 'wo', 'wor']) {
      box.write(text);
      timer.pass(DRAFT_AFTER - 1);
    }
    expect(drafts(client)).toEqual([]);
    timer.pass(DRAFT_AFTER);
    await settled();
    expect(drafts(client).map(({ text }) => text)).toEqual(['wor']);
  });

  test('is sent at once when the page is left', () => {
    const { box, client } = build();
    box.enter(DEAL_A, null);
    box.write('words');
    box.leavePage();
    expect(drafts(client).map(({ text }) => text)).toEqual(['words']);
  });

  test('that the store holds comes into the box of its place', () => {
    const { box } = build();
    const promise = { who: 'rep', due: '2026-12-01' } as const;
    const words = { text: 'from yesterday', privacy: 'shareable', kind: 'promise', asked: 'p' } as const;
    box.enter(PERSON, { place: PERSON, ...words, promise });
    expect([box.text.value, box.privacy.value, box.kind.value, box.promise.value]).toEqual([
      'from yesterday',
      'shareable',
      'promise',
      promise,
    ]);
  });
});

test('no order of moves, typing, keeping and failing brings words to a place they were not typed at', async () => {
  const places = [DEAL_A, DEAL_B, PERSON];
  const step = fc.oneof(
    fc.record({ do: fc.constant('enter' as const), at: fc.nat(2) }),
    fc.record({ do: fc.constant('leave' as const) }),
    fc.record({ do: fc.constant('write' as const) }),
    fc.record({ do: fc.constant('keep' as const), fails: fc.boolean() }),
    fc.record({ do: fc.constant('undo' as const) }),
    fc.record({ do: fc.constant('wait' as const) }),
    fc.record({ do: fc.constant('settle' as const) }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      const stored = new Map<string, Draft>();
      const { box, client, timer, toast } = build({
        keepDraft: (draft: Draft) => void stored.set(placeKey(draft.place), draft),
      });
      let at: NotePlace | null = null;
      let typed = 0;
      for (const it of steps) {
        if (it.do === 'enter') {
          at = places[it.at] ?? DEAL_A;
          box.enter(at, stored.get(placeKey(at)) ?? null);
        } else if (it.do === 'leave') {
          at = null;
          box.leave();
        } else if (it.do === 'write' && at !== null) box.write(`${placeKey(at)} #${++typed}`);
        else if (it.do === 'keep') {
          client.answers.keepNote = it.fails ? { ok: false, refusal: 'storage' } : { note: note(1, '') };
          void box.keep();
        } else if (it.do === 'undo') toast.undo();
        else if (it.do === 'wait') timer.pass(DRAFT_AFTER);
        else if (it.do === 'settle') await settled();
        expect(box.text.value === '' || (at !== null && box.text.value.startsWith(`${placeKey(at)} #`))).toBe(
          true,
        );
      }
      await settled();
      for (const { command, ask } of client.sent) {
        if (command !== 'keepNote' && command !== 'keepDraft') continue;
        const { place, text } = ask as Draft;
        expect(text === '' || text.startsWith(`${placeKey(place)} #`)).toBe(true);
      }
    }),
    { numRuns: 500 },
  );
});
