import { describe, expect, test } from 'vitest';
import { EXPORT_KINDS, FILE_BYTES } from '@/lib/domain/transfer';
import type { ExportPlace } from '@/lib/domain/transfer';
import { readFile } from '@/lib/domain/transfer-file';
import { Toast } from '@/lib/state/toast';
import { Transfer } from '@/lib/state/transfer';
import { fakeClient, handTimer, NO_FILES, type FakeClient } from '../../components/fakes';

const REPS = [{ id: 'ana' }, { id: 'bo' }, { id: 'cy' }];

/** Answers an export one kind after another, two people a part; the revision is as told for each question. */
function exportOf(revision: (question: number) => number) {
  let questions = 0;
  return ({ after }: { after: ExportPlace | null }) => {
    const { kind, key } = after ?? { kind: EXPORT_KINDS[0], key: null };
    const start = key === null ? 0 : 2;
    const items = kind === 'reps' ? REPS.slice(start, start + 2) : [];
    const following = EXPORT_KINDS[EXPORT_KINDS.indexOf(kind) + 1];
    const more = kind === 'reps' && start === 0 ? { kind, key: 'bo' } : null;
    const next = more ?? (following ? { kind: following, key: null } : null);
    const unreadable = kind === 'notes' ? 1 : 0;
    return { kind, items, next, revision: revision(questions++), version: 2, unreadable };
  };
}

function build(answers: FakeClient['answers']) {
  const client = fakeClient({ importBegin: { file: 'file-1' }, ...answers });
  const saved: { name: string; text: string }[] = [];
  const shown: string[] = [];
  const toast = new Toast(handTimer().later);
  let again = 0;
  const transfer = new Transfer({
    client,
    toast,
    files: {
      ...NO_FILES,
      save: (name, pieces) => saved.push({ name, text: pieces.join('') }),
      show: (hash) => shown.push(hash),
    },
    again: () => Promise.resolve(again++),
  });
  return { client, saved, shown, toast, transfer, again: () => again };
}

const bytesOf = (text: string) => new TextEncoder().encode(text);
const chosen = (bytes: Uint8Array, size = bytes.length) => ({
  name: 'a.json',
  size,
  bytes: () => Promise.resolve(bytes),
});

async function fileOf(): Promise<Uint8Array> {
  const { saved, transfer } = build({ exportPart: exportOf(() => 7) });
  await transfer.exportAll();
  return bytesOf(saved[0]?.text ?? '');
}

describe('an export', () => {
  test('joins its parts to one file that is named by its day, and says what is in it', async () => {
    const { saved, transfer } = build({ exportPart: exportOf(() => 7) });
    await transfer.exportAll();
    expect(saved.map(({ name }) => name)).toEqual(['2026-11-24.json']);
    const { head, kinds } = readFile(bytesOf(saved[0]?.text ?? ''));
    expect(kinds.reps).toEqual(REPS);
    expect(head).toMatchObject({ sideline: 1, version: 2, counts: { reps: 3, notes: 0 } });
    expect(transfer.exported.value).toMatchObject({ counts: { reps: 3 }, unreadable: 1 });
    expect([transfer.busy.value, transfer.exportProblem.value]).toEqual([null, null]);
  });

  test('in which something is kept meanwhile begins again', async () => {
    const { saved, transfer } = build({ exportPart: exportOf((question) => (question < 4 ? question : 9)) });
    await transfer.exportAll();
    expect(readFile(bytesOf(saved[0]?.text ?? '')).kinds.reps).toEqual(REPS);
  });

  test('says so after three times, and makes no file', async () => {
    const { client, saved, transfer } = build({ exportPart: exportOf((question) => question) });
    await transfer.exportAll();
    expect(transfer.exportProblem.value).toBe('kept-meanwhile');
    expect(saved).toEqual([]);
    expect(client.asked.filter(({ ask }) => (ask as { after: unknown }).after === null)).toHaveLength(3);
  });

  test('that is refused says why, and makes no file', async () => {
    const { saved, transfer } = build({ exportPart: { ok: false, refusal: 'storage' } });
    await transfer.exportAll();
    expect([transfer.exportProblem.value, saved]).toEqual(['storage', []]);
  });
});

describe('a file', () => {
  test('is looked through, said to hold what it holds, and written at the second click', async () => {
    const { client, toast, transfer, again } = build({});
    await transfer.choose(chosen(await fileOf()));
    expect(transfer.ready.value?.file.head.counts).toMatchObject({ reps: 3 });
    const sent = () => client.sent.map(({ command, ask }) => `${command} ${(ask as { pass?: string }).pass}`);
    expect(sent()).toEqual(['importBegin undefined', 'importPart check', 'importEnd check']);
    await transfer.importChosen();
    expect(sent().slice(3)).toEqual(['importPart write', 'importEnd write']);
    expect(client.sent[3]?.ask).toEqual({
      file: 'file-1',
      pass: 'write',
      number: 0,
      kind: 'reps',
      items: REPS,
    });
    expect([toast.shown.value?.happened, again(), transfer.ready.value]).toEqual(['imported', 1, null]);
  });

  test('that is not ours is refused here, and nothing is sent', async () => {
    const { client, transfer } = build({});
    await transfer.choose(chosen(bytesOf('Dear diary')));
    expect([transfer.importProblem.value, transfer.ready.value, client.sent]).toEqual([
      'file-not-ours',
      null,
      [],
    ]);
  });

  test('that is too large is not even read', async () => {
    const { client, transfer } = build({});
    await transfer.choose({
      name: 'a.json',
      size: FILE_BYTES + 1,
      bytes: () => Promise.reject(new Error('read')),
    });
    expect([transfer.importProblem.value, client.sent]).toEqual(['file-too-large', []]);
  });

  test('that went away before it was read is refused', async () => {
    const { transfer } = build({});
    await transfer.choose({ name: 'a.json', size: 9, bytes: () => Promise.reject(new Error('gone')) });
    expect(transfer.importProblem.value).toBe('file-damaged');
  });

  test.each(['importBegin', 'importPart', 'importEnd'] as const)(
    'that the background refuses at %s cannot be imported',
    async (command) => {
      const { transfer } = build({ [command]: { ok: false, refusal: 'file-wrong' } });
      await transfer.choose(chosen(await fileOf()));
      expect([transfer.importProblem.value, transfer.ready.value]).toEqual(['file-wrong', null]);
    },
  );

  test('that could not be written is taken back, and says so', async () => {
    const { client, toast, transfer } = build({});
    await transfer.choose(chosen(await fileOf()));
    client.answers['importPart'] = { ok: false, refusal: 'not-saved' };
    await transfer.importChosen();
    expect(client.sent.at(-1)).toEqual({ command: 'importEnd', ask: { file: 'file-1', pass: 'drop' } });
    expect([transfer.importProblem.value, toast.shown.value]).toEqual(['not-saved', null]);
  });
});

describe('erasing', () => {
  test('goes to the first page and says what happened', async () => {
    const { client, shown, toast, transfer } = build({});
    await transfer.erase();
    expect(client.sent).toEqual([{ command: 'eraseEverything', ask: {} }]);
    expect([shown, toast.shown.value?.happened]).toEqual([['#welcome'], 'erased']);
  });

  test('that failed says so and stays', async () => {
    const { shown, toast, transfer } = build({ eraseEverything: { ok: false, refusal: 'not-saved' } });
    await transfer.erase();
    expect([transfer.eraseProblem.value, shown, toast.shown.value]).toEqual(['not-saved', [], null]);
  });
});
