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

async function show(hash: string, answers: FakeClient['answers'] = {}, persistence: Persistence = 'kept') {
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

  test('shows how to begin in three steps', async () => {
    const { container, getByRole } = await show('#welcome');
    const steps = container.querySelector('ol') as HTMLElement;
    expect(steps.hidden).toBe(true);
    fireEvent.click(getByRole('button', { name: 'Show me' }));
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
    getByText('Ask the browser to keep them');
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

test('the developer page lists the last readings as JSON', async () => {
  const { container } = await show('#readings');
  const text = container.querySelector('[data-readings]')?.textContent ?? '';
  expect(JSON.parse(text)).toMatchObject([{ crm: 'espocrm', deal: 'k', origin: 'https://crm.example' }]);
  await expectAccessible(container);
});
