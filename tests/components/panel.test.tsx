import { cleanup, fireEvent, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, test } from 'vitest';
import type { HereView } from '@/lib/domain/views';
import { expectAccessible } from './axe';
import { ANA, BRUNO, deal, NO_NOTES, READ } from './fakes';
import { showPanel } from './show-panel';

afterEach(cleanup);

const screenOf = (container: Element) => container.querySelector('main')?.getAttribute('data-screen');
const rowOf = (container: Element, field: string) => container.querySelector(`[data-field="${field}"]`);

describe('while it is not certain which deal this is', () => {
  const uncertain: [string, HereView][] = [
    ['nothing', { page: '', seq: 0, is: 'nothing' }],
    ['reading', { page: 'p', seq: 1, is: 'reading' }],
    ['unsure', { page: 'p', seq: 1, is: 'unsure', read: { ...READ, missing: [] } }],
    [
      'doubted',
      { page: 'p', seq: 1, is: 'doubted', key: 'k', before: 'Old name', now: 'New name', read: READ },
    ],
    ['elsewhere', { page: 'p', seq: 1, is: 'elsewhere', crmName: 'EspoCRM' }],
    ['unknown', { page: 'p', seq: 1, is: 'unknown' }],
    ['off', { page: 'p', seq: 1, is: 'off', origin: 'https://crm.example', recognised: READ, looked: true }],
  ];

  test.each(uncertain)('%s shows no note and has no box to write one', async (name, view) => {
    const { container, queryByRole } = await showPanel(view);
    expect(screenOf(container)).toBe(name);
    expect(queryByRole('textbox')).toBeNull();
    expect(container.querySelector('.note')).toBeNull();
    expect(container.querySelectorAll('.button-primary').length).toBeLessThanOrEqual(1);
    await expectAccessible(container);
  });

  test('a deal that turns into another page leaves nothing of itself', async () => {
    const { container, client, getByRole } = await showPanel(deal());
    fireEvent.input(getByRole('textbox'), { target: { value: 'half a sentence' } });
    client.listener?.message({ to: 'screen', name: 'here', view: { page: 'page-1', seq: 2, is: 'reading' } });
    await waitFor(() => expect(screenOf(container)).toBe('reading'));
    for (const words of ['Bruno', 'Retrofit', 'Gives way', 'half a sentence'])
      expect(container.innerHTML).not.toContain(words);
  });
});

test('nothing at all is shown before the first view, or once it is blanked', async () => {
  const { container, client } = await showPanel(deal());
  client.listener?.message({ to: 'screen', name: 'blank' });
  await waitFor(() => expect(container.innerHTML).toBe(''));
});

test('replaced by an update, it says to reload and shows nothing else', async () => {
  const { container, client, findByRole } = await showPanel(deal());
  client.listener?.gone();
  expect((await findByRole('alert')).textContent).toContain('Reload this page');
  expect(container.innerHTML).not.toContain('Bruno');
  await expectAccessible(container);
});

describe('a deal', () => {
  test('shows whose it is, the latest note, and what was read, in at most seven lines', async () => {
    const { container, getByText } = await showPanel(deal());
    expect(screenOf(container)).toBe('deal');
    getByText('Bruno Müller');
    getByText('all 6 notes');
    getByText('2 of 5 fields read; 1 to look at, next step, last activity missing');
    expect(container.querySelectorAll('[data-line]').length).toBeLessThanOrEqual(7);
    expect(container.querySelectorAll('.button-primary')).toHaveLength(1);
    await expectAccessible(container);
  });

  test('has each field in the document, marked with its state and value, also while the card is closed', async () => {
    const { container } = await showPanel(deal());
    expect(container.querySelector('details')?.open).toBe(false);
    const rows = [...container.querySelectorAll('[data-field]')].map((row) => row.getAttribute('data-field'));
    expect(rows).toEqual(['createdDate', 'nextStep', 'lastActivity', 'name', 'amount']);
    expect({ ...(rowOf(container, 'amount') as HTMLElement).dataset }).toEqual({
      field: 'amount',
      state: 'approximate',
      value: '1250000',
      currency: 'EUR',
      how: 'attribute data-name=amount',
    });
    expect({ ...(rowOf(container, 'nextStep') as HTMLElement).dataset }).toEqual({
      field: 'nextStep',
      state: 'missing',
      empty: 'true',
    });
    expect(rowOf(container, 'nextStep')?.textContent).toBe('Next stepempty');
    expect({ ...(rowOf(container, 'lastActivity') as HTMLElement).dataset }).toEqual({
      field: 'lastActivity',
      state: 'missing',
    });
    expect(rowOf(container, 'lastActivity')?.textContent).toBe('Last activitynot on this page');
    await expectAccessible(container);
  });

  test('shows words of the page as words, whatever they look like', async () => {
    const name = '<img src=x onerror="alert(1)">';
    const read = {
      ...READ,
      fields: [{ name: 'name' as const, state: 'read' as const, value: name, how: 'title' }],
    };
    const { container, getAllByText } = await showPanel(deal({ name, read, rep: { ...BRUNO, name } }));
    expect(container.querySelector('img')).toBeNull();
    expect(getAllByText(name).length).toBeGreaterThanOrEqual(2);
  });

  test('seen for the first time says what to do', async () => {
    const { container, getByText } = await showPanel(deal({ notes: NO_NOTES }));
    getByText('First time here. Write what you want to remember before the call.');
    await expectAccessible(container);
  });

  test('asks once whether its rep is on the team', async () => {
    const { container, client, getByRole, queryByText } = await showPanel(deal({ rep: ANA }));
    client.answers.here = deal({ rep: { ...ANA, onTeam: true } });
    const question = getByRole('group', { name: 'Is Ana Nowak on your team?' });
    fireEvent.click(within(question).getByText('Yes'));
    await waitFor(() => expect(queryByText('Is Ana Nowak on your team?')).toBeNull());
    expect(client.sent).toContainEqual({ command: 'answerTeam', ask: { rep: ANA.id, onTeam: true } });
    await expectAccessible(container);
  });

  test.each(['missing', 'unsure'] as const)(
    'whose owner is %s asks whose it is, and names nobody by itself',
    async (askOwner) => {
      const { container, client, getByRole, queryByText } = await showPanel(
        deal({ rep: null, askOwner, people: [ANA, BRUNO] }),
      );
      expect(container.querySelector('.rep-strip')).toBeNull();
      const remember = getByRole('button', { name: 'Remember' });
      const person = getByRole('combobox', { name: 'Person' }) as HTMLSelectElement;
      fireEvent.click(remember);
      expect(client.sent.some(({ command }) => command === 'sayOwner')).toBe(false);
      expect(person.validity.valueMissing).toBe(true);
      expect(queryByText('Name of the person')).toBeNull();
      fireEvent.change(person, { target: { value: BRUNO.id } });
      await waitFor(() => expect(person.value).toBe(BRUNO.id));
      fireEvent.click(remember);
      await waitFor(() => expect(client.sent.some(({ command }) => command === 'sayOwner')).toBe(true));
      expect(client.sent.at(-1)?.ask).toMatchObject({ rep: BRUNO.id, name: null });
      await expectAccessible(container);
    },
  );

  test('whose owner nobody knows yet takes a name', async () => {
    const { container, client, getByLabelText } = await showPanel(deal({ rep: null, askOwner: 'missing' }));
    const name = getByLabelText('Name of the person') as HTMLInputElement;
    fireEvent.input(name, { target: { value: '   ' } });
    fireEvent.submit(container.querySelector('.ask-card') as Element);
    expect(client.sent.some(({ command }) => command === 'sayOwner')).toBe(false);
    expect(name.validity.patternMismatch).toBe(true);
    fireEvent.input(name, { target: { value: '  Ana Nowak ' } });
    await waitFor(() => expect(name.validity.valid).toBe(true));
    fireEvent.submit(container.querySelector('.ask-card') as Element);
    await waitFor(() => expect(client.sent.at(-1)?.ask).toMatchObject({ rep: null, name: 'Ana Nowak' }));
    await expectAccessible(container);
  });
});

describe('a site that is off', () => {
  const off = (more: object = {}) =>
    ({
      page: 'p',
      seq: 1,
      is: 'off',
      origin: 'https://crm.example:8443',
      recognised: READ,
      looked: true,
      ...more,
    }) as HereView;

  test('says what one look recognised, and asks the browser on a click', async () => {
    const { container, client, getByText, asked, queryByText } = await showPanel(off());
    getByText('Looks like EspoCRM; 3 of 5 fields');
    getByText('crm.example:8443');
    expect(queryByText('People')).toBeNull();
    fireEvent.click(getByText('Use Sideline on this site'));
    await waitFor(() =>
      expect(client.sent).toEqual([{ command: 'turnOn', ask: { origin: 'https://crm.example:8443' } }]),
    );
    expect(asked).toEqual(['https://crm.example:8443']);
    await expectAccessible(container);
  });

  test('stays off where the browser does not allow it, and says so', async () => {
    const { container, client, getByText, findByRole } = await showPanel(off(), {}, false);
    fireEvent.click(getByText('Use Sideline on this site'));
    expect((await findByRole('alert')).textContent).toContain('did not allow it');
    expect(client.sent).toEqual([]);
    await expectAccessible(container);
  });

  test('that was not recognised can be used all the same, and a note on a person be written', async () => {
    const { container, getByText, opened } = await showPanel(off({ recognised: null }));
    getByText('I do not know this CRM yet.');
    getByText('Use Sideline on this site');
    fireEvent.click(getByText('Write a note on a person'));
    expect(opened).toEqual(['people']);
    await expectAccessible(container);
  });
});

test('a deal that may be another is settled by the manager', async () => {
  const view: HereView = {
    page: 'p',
    seq: 1,
    is: 'doubted',
    key: 'k',
    before: 'Old name',
    now: null,
    read: READ,
  };
  const { container, client, getByText } = await showPanel(view);
  getByText('Old name');
  getByText('without a name');
  fireEvent.click(getByText('No, another'));
  await waitFor(() =>
    expect(client.sent).toEqual([{ command: 'answerSame', ask: { deal: 'k', same: false } }]),
  );
  await expectAccessible(container);
});

describe('people', () => {
  test('stand by name, and each opens the notes about them, with a box of its own', async () => {
    const { container, getByText, findByText, findByRole, client } = await showPanel(deal());
    fireEvent.click(getByText('People'));
    await findByText('by name');
    expect([...container.querySelectorAll('.row-name')].map((row) => row.textContent)).toEqual([
      'Ana Nowak',
      'Bruno Müller',
    ]);
    getByText('1 note, 1 deal seen');
    await expectAccessible(container);
    fireEvent.click(getByText('Ana Nowak'));
    const field = await findByRole('textbox', { name: 'Note on Ana Nowak' });
    expect(screenOf(container)).toBe('person');
    fireEvent.input(field, { target: { value: 'Ready for more.' } });
    fireEvent.keyDown(field, { key: 'Enter', ctrlKey: true });
    await findByText('Note kept');
    expect(client.sent.at(-1)?.ask).toMatchObject({
      place: { deal: null, rep: ANA.id },
      text: 'Ready for more.',
    });
    await expectAccessible(container);
    fireEvent.click(getByText('All people'));
    await findByText('by name');
  });

  test('are nobody at first, and it says how that changes', async () => {
    const { container, getByText, findByText } = await showPanel(deal(), { people: { people: [] } });
    fireEvent.click(getByText('People'));
    await findByText(/^Nobody yet/);
    await expectAccessible(container);
  });
});

test('the menu is the browser’s own popover, and sends where the panel is to stand', async () => {
  const { container, client, getByRole } = await showPanel(deal());
  const menu = container.querySelector('#menu') as HTMLElement;
  expect(menu.getAttribute('popover')).toBe('auto');
  expect(getByRole('button', { name: 'Menu' }).getAttribute('popovertarget')).toBe('menu');
  menu.hidePopover = () => {};
  fireEvent.click(within(menu).getByText('Dock on the left'));
  fireEvent.click(within(menu).getByRole('radio', { name: 'Night' }));
  await waitFor(() => expect(client.sent.map(({ command }) => command)).toEqual(['place', 'setTheme']));
  await expectAccessible(container);
});
