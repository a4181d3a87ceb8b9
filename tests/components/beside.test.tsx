import { cleanup, fireEvent, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, test } from 'vitest';
import { expectAccessible } from './axe';
import { deal } from './fakes';
import { showPanel } from './show-panel';

afterEach(cleanup);

const menuOf = (container: Element) => {
  const menu = container.querySelector('#menu') as HTMLElement;
  menu.hidePopover = () => {};
  return within(menu);
};

test('a framed panel offers to open beside the page, and the side panel has no place in a page', async () => {
  let opened = 0;
  const openBeside = () => (opened += 1);
  const framed = await showPanel(deal(), {}, true, { openBeside });
  fireEvent.click(menuOf(framed.container).getByText('Open beside the page'));
  expect(opened, 'straight from the click').toBe(1);
  cleanup();
  const beside = await showPanel(deal(), {}, true, { isInFront: () => true });
  const menu = menuOf(beside.container);
  for (const words of ['Dock on the left', 'Dock on the right', 'Collapse', 'Open beside the page'])
    expect(menu.queryByText(words)).toBeNull();
  menu.getByText('Settings');
});

test('a browser without a side panel is offered none', async () => {
  const { container } = await showPanel(deal());
  expect(menuOf(container).queryByText('Open beside the page')).toBeNull();
});

describe('where another panel on the same tab writes', () => {
  test('it says so in place of the box, with one button that takes the pen back', async () => {
    const { container, client, findByText, getByRole, queryByRole } = await showPanel(deal());
    fireEvent.input(getByRole('textbox'), { target: { value: 'half a sentence' } });
    client.listener?.message({ to: 'screen', name: 'pen', pen: { here: false, turn: 1 } });
    await findByText('You are writing in the other panel.');
    expect(queryByRole('textbox')).toBeNull();
    expect(client.sent[0]).toMatchObject({ command: 'keepDraft', ask: { text: 'half a sentence' } });
    expect(container.querySelectorAll('.button-primary')).toHaveLength(1);
    await expectAccessible(container);
    fireEvent.click(getByRole('button', { name: 'Write here' }));
    await waitFor(() => expect(client.sent.at(-1)?.command).toBe('writeHere'));
    client.listener?.message({ to: 'screen', name: 'pen', pen: { here: true, turn: 2 } });
    await waitFor(() => expect(queryByRole('textbox')).not.toBeNull());
  });

  test('beside a person, too', async () => {
    const { client, getByText, findByText, queryByRole } = await showPanel(deal());
    fireEvent.click(getByText('Bruno Müller'));
    await findByText('All people');
    client.listener?.message({ to: 'screen', name: 'pen', pen: { here: false, turn: 1 } });
    await findByText('You are writing in the other panel.');
    expect(queryByRole('textbox')).toBeNull();
  });
});

test('covered by the page, it says why its buttons are off, and takes words all the same', async () => {
  const { container, panel, client, timer, findByText, getByRole, queryByText } = await showPanel(deal());
  panel.pageCover.see({ isInWindow: true, isClear: false });
  await findByText(/^The page covers this panel/);
  const box = getByRole('textbox') as HTMLTextAreaElement;
  fireEvent.input(box, { target: { value: 'words' } });
  fireEvent.click(getByRole('button', { name: 'Keep note' }));
  await findByText(/Nothing was kept; your words are still here/);
  expect(client.sent.map(({ command }) => command)).toEqual(['keepDraft']);
  expect(box.value).toBe('words');
  await expectAccessible(container);
  panel.pageCover.see({ isInWindow: true, isClear: true });
  timer.pass(500);
  await waitFor(() => expect(queryByText('What you type is kept.', { exact: false })).toBeNull());
  fireEvent.click(getByRole('button', { name: 'Keep note' }));
  await waitFor(() => expect(client.sent.at(-1)?.command).toBe('keepNote'));
});

test('beside a page that is none of its business, it says so and takes the name of a person to write about', async () => {
  const { findByRole, getByRole, getByText } = await showPanel(
    { page: '', seq: 0, is: 'nothing', tab: 1 },
    {},
    true,
    { isInFront: ({ tab }) => tab === 1 },
  );
  getByText('Sideline does nothing on this page until you say so.');
  const name = getByRole('combobox', { name: 'Note on a person' });
  expect(document.activeElement).toBe(name);
  fireEvent.input(name, { target: { value: 'ana nowak' } });
  fireEvent.click(getByRole('button', { name: 'Write note' }));
  await findByRole('heading', { name: 'Ana Nowak' });
});
