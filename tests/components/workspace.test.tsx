import { cleanup, fireEvent, render, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, test } from 'vitest';
import { Workspace as Screen } from '@/components/workspace/workspace';
import { routeOf, Workspace, type Persistence } from '@/lib/state/workspace';
import { expectAccessible } from './axe';
import {
  ANA,
  BRUNO,
  fakeClient,
  handTimer,
  note,
  NO_FILES,
  NO_NOTES,
  NOTES,
  READ,
  TODAY,
  type FakeClient,
} from './fakes';

afterEach(cleanup);

const SITES = [
  {
    id: 'a',
    origins: ['https://crm.example:8443'],
    crmName: 'EspoCRM',
    addedAt: '2026-11-09T10:00:00+01:00',
    granted: true,
  },
  {
    id: 'b',
    origins: ['http://intranet'],
    crmName: null,
    addedAt: '2025-11-09T10:00:00+01:00',
    granted: false,
  },
];

async function show(
  hash: string,
  answers: FakeClient['answers'] = {},
  persistence: Persistence = 'kept',
  leaveExample?: () => void,
) {
  const client = fakeClient({
    people: {
      people: [
        { ...BRUNO, notes: 6, deals: 9, lastSeen: TODAY },
        { ...ANA, notes: 0, deals: 1, lastSeen: null },
      ],
    },
    person: ({ rep }: { rep: string }) => ({
      rep: rep === ANA.id ? ANA : BRUNO,
      promises: [],
      facts: null,
      notes: rep === ANA.id ? NO_NOTES : NOTES,
      draft: null,
    }),
    settings: { sites: SITES, theme: 'night', notes: 412, startsCovered: false, privateTold: true },
    readings: { readings: [{ ...READ, deal: 'k', origin: 'https://crm.example' }] },
    keepNote: { note: note(1, 'kept') },
    ...answers,
  });
  const asked: string[] = [];
  const revoked: string[][] = [];
  const opened: string[] = [];
  const workspace = new Workspace({
    client,
    later: handTimer().later,
    grants: {
      grant: (origin) => Promise.resolve((asked.push(origin), true)),
      revoke: (origins) => Promise.resolve(void revoked.push(origins)),
    },
    files: NO_FILES,
    today: () => TODAY,
    openPerson: (rep) => void opened.push(rep),
    persist: () => Promise.resolve(persistence),
    ...(leaveExample && { leaveExample }),
  });
  await workspace.start(routeOf(hash));
  const screen = render(<Screen workspace={workspace} />);
  return { ...screen, client, workspace, asked, revoked };
}

describe('welcome', () => {
  test.each([
    ['kept', 'This browser keeps the notes until you remove them.'],
    [
      'not-promised',
      'This browser did not promise to keep the notes. It may clear them when the disk is almost full.',
    ],
    ['unknown', 'This browser does not say how long it keeps the notes.'],
  ] as const)('says honestly what the browser answered: %s', async (persistence, words) => {
    const { container, getByText } = await show('#welcome', {}, persistence);
    getByText(words);
    getByText(/^Removing Sideline from the browser deletes your notes\./);
    await expectAccessible(container);
  });

  test('offers three ways to begin, of which one is to be done now and one is said to come later', async () => {
    const { container, getByText, getByRole } = await show('#welcome');
    getByText('Coming later: a list of deals exported from any CRM.');
    expect(getByRole('link', { name: 'Look around' }).getAttribute('href')).toBe('?example#people');
    expect(container.querySelectorAll('.button-primary')).toHaveLength(1);
    expect(container.querySelectorAll('.way :is(button, a)')).toHaveLength(2);
  });

  test('shows how to begin in three steps', async () => {
    const { container, getByRole } = await show('#welcome');
    const steps = container.querySelector('ol') as HTMLElement;
    expect(steps.hidden).toBe(true);
    fireEvent.click(getByRole('button', { name: 'Show me how' }));
    await waitFor(() => expect(steps.hidden).toBe(false));
    expect(steps.children).toHaveLength(3);
    await expectAccessible(container);
  });
});

describe('settings', () => {
  test('refuse what is no address of a site, in words and beside the field', async () => {
    const { container, getByLabelText, getByRole, findByRole, asked } = await show('#settings');
    const field = getByLabelText('Address of your CRM');
    fireEvent.input(field, { target: { value: 'mailto:ana@example.com' } });
    fireEvent.submit(container.querySelector('.add-site') as Element);
    expect((await findByRole('alert')).textContent).toContain('no address of a site');
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(asked).toEqual([]);
    getByRole('button', { name: 'Turn on' });
    await expectAccessible(container);
  });

  test('turn a site on by its address', async () => {
    const { container, client, getByLabelText, asked } = await show('#settings');
    fireEvent.input(getByLabelText('Address of your CRM'), {
      target: { value: 'http://crm.local:8080/deals' },
    });
    fireEvent.submit(container.querySelector('.add-site') as Element);
    await waitFor(() =>
      expect(client.sent).toEqual([{ command: 'turnOn', ask: { origin: 'http://crm.local:8080' } }]),
    );
    expect(asked).toEqual(['http://crm.local:8080']);
    await expectAccessible(container);
  });

  test('turn a site off in one click, and say where the browser no longer allows it', async () => {
    const { container, client, getByRole, getByText, revoked } = await show('#settings');
    getByText('EspoCRM, on since Mon 9 Nov');
    getByText('the browser no longer allows it, nothing runs there');
    getByText('http://intranet');
    fireEvent.click(getByRole('button', { name: 'Turn off crm.example:8443' }));
    await waitFor(() => expect(revoked).toEqual([['https://crm.example:8443']]));
    expect(client.sent).toEqual([{ command: 'turnOff', ask: { site: 'a' } }]);
    await expectAccessible(container);
  });

  test('say how many notes there are, where, and until when', async () => {
    const { container, getByText, workspace } = await show('#settings', {}, 'not-promised');
    getByText('412 notes in this browser profile.');
    getByText(/no copy but the files that you export yourself/);
    expect(workspace.theme.value).toBe('night');
    getByText('Ask the browser to keep the notes');
    await expectAccessible(container);
  });

  test('that could not be read say why', async () => {
    const { container, getByRole } = await show('#settings', {
      settings: { ok: false, refusal: 'newer-database' },
    });
    expect(getByRole('alert').textContent).toContain('newer Sideline');
    await expectAccessible(container);
  });
});

describe('people', () => {
  test('stand by name, and are not ordered by anything else', async () => {
    const { container, getByText } = await show('#people');
    expect([...container.querySelectorAll('.table-who')].map((cell) => cell.textContent)).toEqual([
      'ANAna Nowak',
      'BMBruno Müller',
    ]);
    expect(container.querySelector('th button, th a')).toBeNull();
    getByText('Not said yet');
    await expectAccessible(container);
  });

  test('each have their notes and a box, and the box of one is never that of another', async () => {
    const { container, workspace, findByRole, getByText } = await show('#person/rep-bruno');
    getByText('Gives way on price.');
    fireEvent.input(await findByRole('textbox', { name: 'Note on Bruno Müller' }), {
      target: { value: 'about Bruno' },
    });
    await workspace.go(routeOf('#person/rep-ana'));
    const field = (await findByRole('textbox', { name: 'Note on Ana Nowak' })) as HTMLTextAreaElement;
    expect(field.value).toBe('');
    getByText('Is Ana Nowak on your team?');
    expect(container.querySelectorAll('.button-primary')).toHaveLength(1);
    await expectAccessible(container);
  });
});

describe('the example team', () => {
  test.each(['#people', '#person/rep-bruno', '#settings', '#welcome', '#readings'])(
    'is said to be one above %s, and has nothing to be set',
    async (hash) => {
      const { container, client, getByText, queryByText } = await show(hash, {}, 'kept', () => {});
      getByText('Example, nothing here is real');
      expect(client.sent[0]).toEqual({ command: 'enterExample', ask: {} });
      expect(queryByText('Settings')).toBeNull();
      expect(container.querySelector('main')?.dataset['screen']).toMatch(/^(people|person)$/);
      await expectAccessible(container);
    },
  );

  test('is left in one click', async () => {
    const left: string[] = [];
    const shown = await show('#people', {}, 'kept', () => left.push('left'));
    fireEvent.click(shown.getByRole('button', { name: 'Leave' }));
    await waitFor(() => expect(left).toEqual(['left']));
    expect(shown.client.sent.at(-1)).toEqual({ command: 'leaveExample', ask: {} });
  });

  test('that could not be made says why, and is made anew when the line is up again', async () => {
    const refused = { ok: false, refusal: 'not-saved' };
    const { client, findByRole, queryByRole } = await show(
      '#people',
      { enterExample: refused },
      'kept',
      () => {},
    );
    expect((await findByRole('alert')).textContent).toContain('Not kept');
    client.answers['enterExample'] = {};
    client.listener?.again();
    await waitFor(() => expect(queryByRole('alert')).toBeNull());
    expect(client.sent.map(({ command }) => command)).toEqual(['enterExample', 'enterExample']);
  });

  test('is offered where nobody was read yet, and not within itself', async () => {
    const nobody = { people: { people: [] } };
    const real = await show('#people', nobody);
    real.getByRole('link', { name: 'Look at an example team' });
    expect(real.client.sent).toEqual([]);
    cleanup();
    const inside = await show('#people', nobody, 'kept', () => {});
    expect(inside.queryByRole('link', { name: 'Look at an example team' })).toBeNull();
  });
});

test('the developer page lists the last readings as JSON', async () => {
  const { container } = await show('#readings');
  const text = container.querySelector('[data-readings]')?.textContent ?? '';
  expect(JSON.parse(text)).toMatchObject([{ crm: 'espocrm', deal: 'k', origin: 'https://crm.example' }]);
  await expectAccessible(container);
});
