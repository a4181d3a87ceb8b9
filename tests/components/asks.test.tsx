import { cleanup, fireEvent, waitFor } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import type { Ask } from '@/lib/domain/ask';
import { expectAccessible } from './axe';
import { ANA, deal, note, NO_NOTES, NOTES, TODAY } from './fakes';
import { showPanel } from './show-panel';

afterEach(cleanup);

const ASKS: Ask[] = [
  { prompt: 'nextStepEmpty', cause: { is: 'empty', field: 'nextStep', value: null, days: null } },
  { prompt: 'closeDatePassed', cause: { is: 'passed', field: 'closeDate', value: '2026-11-12', days: 12 } },
  { prompt: 'activityLongAgo', cause: { is: 'ago', field: 'lastActivity', value: '2026-10-03', days: 52 } },
];
const QUESTION = 'What have you and the customer agreed to do next, and by when?';

test('the first question stands open with its reason, the others lead on, in at most seven lines', async () => {
  const { container, getByText } = await showPanel(deal({ asks: ASKS }));
  const questions = [...container.querySelectorAll<HTMLDetailsElement>('details.ask')];
  expect(questions.map(({ open, dataset }) => [dataset.prompt, open])).toEqual([
    ['nextStepEmpty', true],
    ['closeDatePassed', false],
    ['activityLongAgo', false],
  ]);
  expect(new Set(questions.map((one) => one.getAttribute('name')))).toEqual(new Set(['ask']));
  getByText('Next step is empty.');
  getByText('The close date, Thu 12 Nov, has passed.');
  expect(container.querySelectorAll('[data-line]').length).toBeLessThanOrEqual(7);
  expect(container.querySelectorAll('.button-primary')).toHaveLength(1);
  await expectAccessible(container);
});

test('without a reason there is no question, and no heading for one', async () => {
  const { container, queryByText } = await showPanel(deal());
  expect(container.querySelector('.ask')).toBeNull();
  expect(queryByText(/^Ask/)).toBeNull();
});

test('Ask puts the question into the box with the cursor behind it, and the note says what it answers', async () => {
  const { client, getByRole, findByText } = await showPanel(deal({ asks: ASKS }));
  const box = getByRole('textbox') as HTMLTextAreaElement;
  fireEvent.click(getByRole('button', { name: `Ask: ${QUESTION}` }));
  await waitFor(() => expect(box.value).toBe(`${QUESTION}\n`));
  expect(document.activeElement).toBe(box);
  expect([box.selectionStart, box.selectionEnd]).toEqual([box.value.length, box.value.length]);
  fireEvent.input(box, { target: { value: `${box.value}A visit on Friday.` } });
  fireEvent.keyDown(box, { key: 'Enter', ctrlKey: true });
  await findByText('Note kept');
  expect(client.sent).toContainEqual({
    command: 'keepNote',
    ask: expect.objectContaining({ asked: 'nextStepEmpty', text: `${QUESTION}\nA visit on Friday.` }),
  });
});

test('the box that is shown again does not take the focus by itself', async () => {
  const { panel, getByRole, findByRole } = await showPanel(deal({ asks: ASKS.slice(0, 1) }));
  fireEvent.click(getByRole('button', { name: /^Ask: / }));
  await panel.show('people');
  fireEvent.click(await findByRole('button', { name: 'Here' }));
  const box = await findByRole('textbox');
  expect((box as HTMLTextAreaElement).value).toContain(QUESTION);
  expect(document.activeElement).not.toBe(box);
});

test('once its answer is kept a question is gone, the note stands there, and undone it is back', async () => {
  const { client, container, getByRole, findByText, getByText } = await showPanel(
    deal({ asks: ASKS.slice(0, 1) }),
  );
  fireEvent.click(getByRole('button', { name: /^Ask: / }));
  const kept = note(4, `${QUESTION}\nA visit on Friday.`, {
    asked: 'nextStepEmpty',
    at: `${TODAY}T09:00:00+01:00`,
  });
  client.answers.here = deal({ asks: [], notes: { ...NOTES, notes: [kept, ...NOTES.notes] } });
  fireEvent.submit(container.querySelector('form.note-box') as Element);
  await findByText('Note kept');
  client.listener?.message({ to: 'screen', name: 'changed', revision: 2, kinds: ['notes', 'deals'] });
  await findByText(/A visit on Friday\./);
  expect(container.querySelector('.ask')).toBeNull();
  client.answers.here = deal({ asks: ASKS.slice(0, 1) });
  fireEvent.click(getByText('Undo'));
  client.listener?.message({ to: 'screen', name: 'changed', revision: 3, kinds: ['notes', 'deals'] });
  await waitFor(() => expect(container.querySelector<HTMLDetailsElement>('.ask')?.open).toBe(true));
});

test('a person shows what was seen, and each fact opens its rows', async () => {
  const row = (id: string, name: string | null, value: string | null) => ({
    deal: id,
    name,
    value,
    seen: '2026-11-15',
  });
  const facts = {
    seen: 7,
    oldest: 9,
    facts: [
      { is: 'open', rows: [row('b', 'Press', 'Proposal'), row('a', 'Pump', 'Qualify')], of: 5, unread: 2 },
      { is: 'closeDatePassed', rows: [row('a', null, '2026-11-12')], of: 2, unread: 0 },
      { is: 'nextStepEmpty', rows: [], of: 2, unread: 0 },
    ],
    untold: [{ is: 'nextStepEmpty', unread: 2 }],
  };
  const { container, panel, findByText, getByText } = await showPanel(deal(), {
    person: { rep: ANA, promises: [], facts, notes: NO_NOTES, draft: null },
  });
  await panel.show('people', ANA.id);
  await findByText('seen 7 deals, oldest look 9 days');
  const [open, passed] = container.querySelectorAll<HTMLDetailsElement>('details.fact');
  expect(open?.querySelector('summary')?.textContent).toBe(
    '2 open deals of 5 seen; status not read on 2 deals',
  );
  const rowsOf = (fact: Element | undefined) =>
    [...(fact?.querySelectorAll('.fact-row') ?? [])].map((one) => one.textContent);
  expect(rowsOf(open)).toEqual(['PressProposalseen Sun 15 Nov', 'PumpQualifyseen Sun 15 Nov']);
  expect(rowsOf(passed)).toEqual(['Deal without a nameThu 12 Novseen Sun 15 Nov']);
  expect(passed?.open).toBe(false);
  getByText('No deal without a next step');
  // A count of none has no rows, and opens nothing.
  expect(container.querySelector('[data-fact=nextStepEmpty] summary')).toBeNull();
  expect(container.querySelectorAll('details.fact')).toHaveLength(2);
  getByText('next step not on the page of 2 deals');
  await expectAccessible(container);
});

test('of a person of whom nothing was seen it says so, and shows no zero', async () => {
  const { container, panel, findByText } = await showPanel(deal(), {
    person: {
      rep: ANA,
      promises: [],
      facts: { seen: 0, oldest: null, facts: [], untold: [] },
      notes: NO_NOTES,
      draft: null,
    },
  });
  await panel.show('people', ANA.id);
  await findByText('No deal of Ana Nowak seen yet.');
  expect(container.querySelector('.fact')).toBeNull();
});
