import { cleanup, fireEvent, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, test } from 'vitest';
import { expectAccessible } from './axe';
import { BRUNO, deal } from './fakes';
import { showPanel } from './show-panel';

afterEach(cleanup);

describe('the note box', () => {
  test.each([{ ctrlKey: true }, { metaKey: true }])(
    'keeps the note with the keyboard alone (%o)',
    async (keys) => {
      const { container, client, getByRole, findByText } = await showPanel(deal());
      const field = getByRole('textbox') as HTMLTextAreaElement;
      fireEvent.input(field, { target: { value: 'Ask for the list.' } });
      fireEvent.keyDown(field, { key: 'Enter', ...keys });
      await findByText('Note kept');
      expect(client.sent).toContainEqual({
        command: 'keepNote',
        ask: {
          place: { deal: 'site|Opportunity|1', rep: BRUNO.id },
          text: 'Ask for the list.',
          privacy: 'private',
          kind: 'note',
          asked: null,
          promise: null,
        },
      });
      await waitFor(() => expect(field.value).toBe(''));
      await expectAccessible(container);
    },
  );

  test('refused, says so at once and keeps the words', async () => {
    const { container, getByRole, findByRole } = await showPanel(deal(), {
      keepNote: { ok: false, refusal: 'not-saved' },
    });
    const field = getByRole('textbox') as HTMLTextAreaElement;
    fireEvent.input(field, { target: { value: 'Ask for the list.' } });
    fireEvent.submit(container.querySelector('form') as Element);
    expect((await findByRole('alert')).textContent).toContain('Not kept.');
    expect(field.value).toBe('Ask for the list.');
    await expectAccessible(container);
  });

  test('says who may see the note in words, by icon and by its edge', async () => {
    const { container, getByRole } = await showPanel(deal());
    const edge = () => container.querySelector('.note-box-field')?.getAttribute('data-seen-by');
    expect(edge()).toBe('me');
    fireEvent.click(getByRole('radio', { name: 'Shareable' }));
    await waitFor(() => expect(edge()).toBe('rep'));
    expect(container.querySelectorAll('.note-box .segment svg')).toHaveLength(2);
    await expectAccessible(container);
  });

  test.each([
    [false, true],
    [true, false],
  ])(
    'said before: %s; says at the first private one that it is data about a person: %s',
    async (privateTold, said) => {
      const { container, getByRole, queryByText } = await showPanel(deal(), {
        settings: { sites: [], theme: 'computer', notes: 2, startsCovered: false, privateTold },
      });
      const words = () => queryByText(/^Only you see this here\. It is still data about Bruno Müller/);
      expect(words()).toBeNull();
      fireEvent.input(getByRole('textbox'), { target: { value: 'w' } });
      await waitFor(() => expect(words() !== null).toBe(said));
      fireEvent.click(getByRole('radio', { name: 'Shareable' }));
      await waitFor(() => expect(words()).toBeNull());
      await expectAccessible(container);
    },
  );
});

describe('the notes', () => {
  test('open to all, each with its look, and are edited in place', async () => {
    const { container, client, getByText, findByText, getAllByRole, findByRole, queryByRole } =
      await showPanel(deal());
    fireEvent.click(getByText('all 6 notes'));
    await findByText('We agreed on every step.');
    const looks = [...container.querySelectorAll('.note')].map((one) => [
      one.hasAttribute('data-private'),
      one.querySelector('.seal')?.textContent,
    ]);
    expect(looks).toEqual([
      [true, 'Only me'],
      [false, 'Shareable'],
    ]);
    fireEvent.click(getAllByRole('button', { name: 'Edit the note of Tue 17 Nov' })[0] as Element);
    const field = (await findByRole('textbox', {
      name: 'Edit the note of Tue 17 Nov',
    })) as HTMLTextAreaElement;
    fireEvent.input(field, { target: { value: 'Better words.' } });
    await expectAccessible(container);
    fireEvent.keyDown(field, { key: 'Enter', ctrlKey: true });
    await waitFor(() => expect(queryByRole('textbox', { name: 'Edit the note of Tue 17 Nov' })).toBeNull());
    expect(client.sent.at(-1)).toEqual({
      command: 'editNote',
      ask: { id: 'note-3', revision: 1, text: 'Better words.', privacy: 'private' },
    });
  });

  test('are deleted with a way back, and Escape leaves an edit', async () => {
    const { container, client, getByText, findByText, getAllByRole, findByRole, queryByRole } =
      await showPanel(deal());
    fireEvent.click(getByText('all 6 notes'));
    await findByText('We agreed on every step.');
    fireEvent.click(getAllByRole('button', { name: /^Edit/ })[0] as Element);
    fireEvent.keyDown(await findByRole('textbox', { name: /^Edit/ }), { key: 'Escape' });
    await waitFor(() => expect(queryByRole('textbox', { name: /^Edit/ })).toBeNull());
    fireEvent.click(getAllByRole('button', { name: /^Delete/ })[1] as Element);
    await findByText('Note deleted');
    fireEvent.click(getByText('Undo'));
    await waitFor(() =>
      expect(client.sent.map(({ command }) => command)).toEqual(['removeNote', 'restoreNote']),
    );
    expect(client.sent[1]?.ask).toEqual({ id: 'note-2' });
    await expectAccessible(container);
  });
});
