import { describe, expect, test } from 'vitest';
import type { NotePlace } from '@/lib/domain/note';
import { NoteBox } from '@/lib/state/note-box';
import { Toast } from '@/lib/state/toast';
import { fakeClient, handTimer, note, type FakeClient } from '../../components/fakes';

const PLAIN = { privacy: 'private', kind: 'note', asked: null, promise: null } as const;
const DEAL_A: NotePlace = { deal: 'deal-a', rep: 'rep-1' };
const DEAL_B: NotePlace = { deal: 'deal-b', rep: 'rep-2' };

function build(answers: FakeClient['answers'] = {}) {
  const client = fakeClient({ keepNote: { note: note(9, 'kept') }, ...answers });
  const { later } = handTimer();
  return { client, box: new NoteBox({ client, later, toast: new Toast(later) }) };
}

describe('a note that was not said to be kept and yet may have been', () => {
  const keeps = (client: FakeClient) =>
    client.operations.filter((_, at) => client.sent[at]?.command === 'keepNote');

  test('is kept under the same operation when it is tried again, also after its owner became known', async () => {
    const { box, client } = build({ keepNote: { ok: false, refusal: 'not-saved' } });
    box.enter({ deal: 'deal-a', rep: null }, null);
    box.write('words');
    await box.keep();
    expect([box.text.value, box.problem.value]).toEqual(['words', 'not-saved']);
    box.enter(DEAL_A, null);
    await box.keep();
    box.enter(DEAL_B, null);
    box.enter(DEAL_A, { place: DEAL_A, text: 'words', ...PLAIN });
    client.answers['keepNote'] = { note: note(9, 'words') };
    await box.keep();
    expect(new Set(keeps(client)).size).toBe(1);
    expect(keeps(client)).toHaveLength(3);
    expect(box.text.value).toBe('');
  });

  test('is another note once its words, privacy, kind or place are others', async () => {
    const { box, client } = build({ keepNote: { ok: false, refusal: 'not-saved' } });
    box.enter(DEAL_A, null);
    for (const change of [
      () => box.write('words'),
      () => box.write('other words'),
      () => box.choose('shareable'),
      () => box.turn('promise'),
      () => box.promises({ who: 'rep', due: null }),
      () => (box.enter(DEAL_B, null), box.write('words')),
    ]) {
      change();
      await box.keep();
    }
    expect(new Set(keeps(client)).size).toBe(6);
  });

  test('is another note when the same words are written again after they were kept', async () => {
    const { box, client } = build();
    box.enter(DEAL_A, null);
    for (const _ of [1, 2]) {
      box.write('words');
      await box.keep();
    }
    expect(new Set(keeps(client)).size).toBe(2);
  });
});
