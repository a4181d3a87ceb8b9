import { cleanup, fireEvent, render, waitFor } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { Data } from '@/components/settings/data';
import { Toast } from '@/lib/state/toast';
import { Transfer } from '@/lib/state/transfer';
import { expectAccessible } from './axe';
import { fakeClient, handTimer, NO_FILES, TODAY, type FakeClient } from './fakes';

afterEach(cleanup);

const FILE =
  '{"sideline":1,"version":2,"exportedAt":"2026-11-20T10:00:00+01:00","counts":{"reps":1,"notes":2},' +
  '"kinds":{"reps":[{"id":"ana"}],"notes":[{"id":"n1"},{"id":"n2"}]}}';

function show(answers: FakeClient['answers'] = {}) {
  const client = fakeClient({ importBegin: { file: 'file-1' }, ...answers });
  const toast = new Toast(handTimer().later);
  const transfer = new Transfer({ client, toast, files: NO_FILES, again: () => Promise.resolve() });
  const screen = render(<Data transfer={transfer} today={TODAY} />);
  const choose = (text: string) => {
    const input = screen.container.querySelector('input[type=file]') as HTMLInputElement;
    Object.defineProperty(input, 'files', { value: [new File([text], 'backup.json')], configurable: true });
    fireEvent.change(input);
  };
  return { ...screen, client, transfer, choose };
}

test('a file says what is in it and of which day before anything is written', async () => {
  const { choose, client, container, findByText, getByRole } = show();
  choose(FILE);
  await findByText('1 person, 2 notes, of Fri 20 Nov.');
  expect(client.sent.some(({ ask }) => (ask as { pass?: string }).pass === 'write')).toBe(false);
  await expectAccessible(container);
  fireEvent.click(getByRole('button', { name: 'Import what is in the file' }));
  await waitFor(() => expect(client.sent.at(-1)?.ask).toEqual({ file: 'file-1', pass: 'write' }));
});

test('a file that is refused says why, where it was chosen, and that nothing was written', async () => {
  const { choose, container, findByRole, queryByRole } = show();
  choose('PK');
  expect((await findByRole('alert')).textContent).toBe('This is not a Sideline file. Nothing was written.');
  expect(queryByRole('button', { name: 'Import what is in the file' })).toBeNull();
  await expectAccessible(container);
});

test('storage that fails at an import speaks of the file, not of a note', async () => {
  const { choose, findByRole } = show({ importPart: { ok: false, refusal: 'not-saved' } });
  choose(FILE);
  expect((await findByRole('alert')).textContent).toContain('nothing of it was kept');
});

test('everything is erased only after its word was typed', async () => {
  const { client, container, getByLabelText, getAllByRole, getByRole } = show();
  fireEvent.click(getByRole('button', { name: 'Erase everything' }));
  const dialog = container.querySelector('dialog') as HTMLDialogElement;
  expect(dialog.open).toBe(true);
  await expectAccessible(container);
  const last = () => getAllByRole('button', { name: 'Erase everything' }).at(-1) as HTMLButtonElement;
  const field = getByLabelText('Type “erase” to go on');
  for (const typed of ['', 'eras', 'erase it']) {
    fireEvent.input(field, { target: { value: typed } });
    expect(last().disabled, typed).toBe(true);
    fireEvent.submit(dialog.querySelector('form') as HTMLFormElement);
  }
  expect(client.sent).toEqual([]);
  fireEvent.input(field, { target: { value: ' Erase ' } });
  await waitFor(() => expect(last().disabled).toBe(false));
  fireEvent.submit(dialog.querySelector('form') as HTMLFormElement);
  await waitFor(() => expect(client.sent).toEqual([{ command: 'eraseEverything', ask: {} }]));
  await waitFor(() => expect(dialog.open).toBe(false));
});

test('erasing that failed says so in the dialog, which stays', async () => {
  const { container, getByLabelText, getByRole, findByRole } = show({
    eraseEverything: { ok: false, refusal: 'not-saved' },
  });
  fireEvent.click(getByRole('button', { name: 'Erase everything' }));
  fireEvent.input(getByLabelText('Type “erase” to go on'), { target: { value: 'erase' } });
  const dialog = container.querySelector('dialog') as HTMLDialogElement;
  fireEvent.submit(dialog.querySelector('form') as HTMLFormElement);
  expect((await findByRole('alert')).textContent).toContain('not certain');
  expect(dialog.open).toBe(true);
});
