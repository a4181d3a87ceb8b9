import { cleanup, fireEvent, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Lost } from '@/lib/domain/health';
import { expectAccessible } from './axe';
import { deal, settled } from './fakes';
import { showPanel } from './show-panel';

const REPORT = 'recipe: espocrm, version 3\n<div class="panel">\n "Xxxx"';
const LOST: Lost = { gone: ['amount', 'closeDate'], unparsed: [] };

const copies = vi.fn(() => true);
beforeEach(() => Object.assign(document, { execCommand: copies }));
afterEach(() => {
  cleanup();
  copies.mockReset().mockReturnValue(true);
});

const lineOf = (container: Element) => container.querySelector('.lost-line > span')?.textContent;
const asked = ({ client }: Awaited<ReturnType<typeof showPanel>>) =>
  client.asked.filter(({ view }) => view === 'report');

test('what is lost is one quiet line, and nothing where nothing is', async () => {
  const { container, client } = await showPanel(deal({ lost: LOST }));
  expect(lineOf(container)).toBe('No longer found on EspoCRM: amount, close date');
  expect(container.querySelectorAll('.button-primary')).toHaveLength(1);
  expect(container.querySelectorAll('[data-line]').length).toBeLessThanOrEqual(7);
  await expectAccessible(container);
  client.listener?.message({ to: 'screen', name: 'here', view: deal({}, 2) });
  await waitFor(() => expect(container.querySelector('.lost-line')).toBeNull());
});

test.each<[Lost, string]>([
  [{ gone: [], unparsed: ['owner'] }, 'No longer understood on EspoCRM: owner'],
  [
    { gone: ['amount'], unparsed: ['owner'] },
    'No longer found on EspoCRM: amount; No longer understood on EspoCRM: owner',
  ],
])('%o is said as it is', async (lost, words) => {
  const { container } = await showPanel(deal({ lost }));
  expect(lineOf(container)).toBe(words);
});

test('the report is made when it is asked for, shown whole, and copied by a click alone', async () => {
  const shown = await showPanel(deal({ lost: LOST }), { report: { text: REPORT } });
  const { container, getByRole, findByRole, findByText } = shown;
  expect(asked(shown)).toEqual([]);
  fireEvent.click(getByRole('button', { name: 'Report' }));
  const field = (await findByRole('textbox', { name: 'Bug report' })) as HTMLTextAreaElement;
  expect(asked(shown)).toEqual([{ view: 'report', ask: { deal: 'site|Opportunity|1' } }]);
  expect([field.value, field.readOnly, copies.mock.calls.length]).toEqual([REPORT, true, 0]);
  await expectAccessible(container);
  fireEvent.click(getByRole('button', { name: 'Copy' }));
  await findByText('Copied');
  expect(copies.mock.calls).toEqual([['copy']]);
  expect([field.selectionStart, field.selectionEnd]).toEqual([0, REPORT.length]);
  expect(shown.client.sent).toEqual([]);
});

test('where the browser does not copy, it says how to', async () => {
  copies.mockReturnValue(false);
  const { getByRole, findByRole, findByText, queryByText } = await showPanel(deal({ lost: LOST }), {
    report: { text: REPORT },
  });
  fireEvent.click(getByRole('button', { name: 'Report' }));
  await findByRole('textbox', { name: 'Bug report' });
  fireEvent.click(getByRole('button', { name: 'Copy' }));
  await findByText('Press Ctrl+C to copy.');
  expect(queryByText('Copied')).toBeNull();
});

test('a report that could not be made says so, and there is nothing to copy', async () => {
  const { getByRole, findByText } = await showPanel(deal({ lost: LOST }), {
    report: { ok: false, refusal: 'page-not-told' },
  });
  fireEvent.click(getByRole('button', { name: 'Report' }));
  await findByText('The page could not be described. Reload it and try again.');
  expect((getByRole('button', { name: 'Copy' }) as HTMLButtonElement).disabled).toBe(true);
});

test('put away while it is made, it is not shown when it comes', async () => {
  const made = Promise.withResolvers<{ text: string }>();
  const { container, getByRole, findByText, panel } = await showPanel(deal({ lost: LOST }), {
    report: () => made.promise,
  });
  fireEvent.click(getByRole('button', { name: 'Report' }));
  await findByText('Making the report…');
  fireEvent.click(getByRole('button', { name: 'Close' }));
  made.resolve({ text: REPORT });
  await settled();
  expect([panel.report.text.value, container.querySelector('.report-text')]).toEqual([null, null]);
});

test('with the deal its report goes', async () => {
  const { container, client, getByRole, findByRole, panel } = await showPanel(deal({ lost: LOST }), {
    report: { text: REPORT },
  });
  fireEvent.click(getByRole('button', { name: 'Report' }));
  await findByRole('textbox', { name: 'Bug report' });
  client.listener?.message({ to: 'screen', name: 'here', view: { page: 'page-1', seq: 2, is: 'reading' } });
  await waitFor(() => expect(container.querySelector('dialog')).toBeNull());
  expect(panel.report.text.value).toBeNull();
});
