import type { Frame, Page } from 'playwright';
import { ANCHORS } from '../crm/sample/anchors.ts';
import { truthOf } from '../crm/sample/data.ts';
import type { Opened } from './support/browser.ts';
import { keepNote, openDeal } from './support/job.ts';
import { go, keptDrafts, keptNotes } from './support/kept.ts';
import { watchPage, watchPaints, type Paint } from './support/paints.ts';
import { waitForScreen } from './support/panel.ts';
import { expect, test } from './support/test.ts';

const FIRST = ANCHORS.complete;
const SECOND = ANCHORS.euro;
/** What stands in the panel for one deal and for no other: its note, its name, its rep. */
const WORDS: Record<string, string[]> = Object.fromEntries(
  [FIRST, SECOND].map((id) => [id, [`zqnote ${id}`, truthOf(id).name, truthOf(id).owner ?? '']]),
);
const other = (id: string) => (id === FIRST ? SECOND : FIRST);

async function waitForDeal(panel: Frame, id: string, timeout = 15_000): Promise<void> {
  await expect(panel.locator('[data-field=recordId]')).toHaveAttribute('data-value', id, { timeout });
  await expect(panel.locator('.note-words')).toHaveText(`zqnote ${id}`);
}

/** Two deals, each with a note, the panel open beside the first. */
async function begin(opened: Opened, url: string, query = ''): Promise<{ page: Page; panel: Frame }> {
  const first = await openDeal(opened, `${url}/deals/${SECOND}`);
  await keepNote(first.panel, `zqnote ${SECOND}`);
  await first.page.goto(`${url}/deals/${FIRST}${query}`);
  const panel = await waitForScreen(first.page, 'deal');
  await keepNote(panel, `zqnote ${FIRST}`);
  return { page: first.page, panel };
}

const hasAny = ({ words }: Paint, id: string) => (WORDS[id] ?? []).some((one) => words.includes(one));

/** In no frame stood the words of a deal under another, or where no deal was certain; nor a note box. */
function expectNoMix(paints: Paint[]): void {
  for (const paint of paints) {
    for (const id of [FIRST, SECOND]) {
      const may = paint.screen === 'deal' && (paint.record === null || paint.record === id);
      if (!may && paint.screen !== 'unsure') expect(hasAny(paint, id), JSON.stringify(paint)).toBe(false);
      if (paint.screen === 'unsure') expect(paint.words).not.toContain(`zqnote ${id}`);
    }
    if (paint.screen !== 'deal') expect(paint.hasBox, JSON.stringify(paint)).toBe(false);
  }
}

/** Between the panel's first blank frame after a move and the deal that was moved to, nothing of the old deal came back. */
function expectGone(paints: Paint[], id: string): void {
  const blank = paints.findIndex(({ screen }) => screen === 'reading');
  expect(blank, 'the panel says that it is reading').toBeGreaterThan(-1);
  for (const paint of paints.slice(blank)) expect(hasAny(paint, id), JSON.stringify(paint)).toBe(false);
}

test('where the page comes long after its address, nothing of the old deal stands in the panel meanwhile', async ({
  crm,
  preset,
}) => {
  const { page, panel } = await begin(preset, crm.url, '?slow=1000');
  const paints = await watchPaints(panel);
  const shown = await watchPage(page);
  await go(page, `/deals/${SECOND}`);
  await waitForDeal(panel, SECOND);
  const seen = await paints();
  expectNoMix(seen);
  expectGone(seen, FIRST);
  // The panel was blank before the page had moved at all, though the old deal still stood there.
  const arrived = (await shown()).find(([record]) => record === SECOND)?.[1] ?? 0;
  expect(seen.find(({ screen }) => screen === 'reading')?.at).toBeLessThan(arrived);
  // Nor was the old page, still on screen under the new address, read as the new deal.
  expect(seen.find(({ record }) => record === SECOND)?.at).toBeGreaterThan(arrived);
});

for (const nodes of ['', '&nodes=reuse', '&tie=none', '&tie=none&nodes=reuse']) {
  test(`of a move at once, no frame shows one deal's words under the other${nodes && ` (${nodes.slice(1)})`}`, async ({
    crm,
    preset,
  }) => {
    const { page, panel } = await begin(preset, crm.url, `?slow=0${nodes}`);
    for (const id of [SECOND, FIRST, SECOND]) {
      const paints = await watchPaints(panel);
      await go(page, `/deals/${id}`);
      await waitForDeal(panel, id);
      const seen = await paints();
      expectNoMix(seen);
      expectGone(seen, other(id));
    }
  });
}

test('of two fast moves whose pages come in the wrong order, the panel ends on the deal of the address', async ({
  crm,
  preset,
}) => {
  const { page, panel } = await begin(preset, crm.url, '?order=swap');
  const paints = await watchPaints(panel);
  await go(page, `/deals/${ANCHORS.yen}`);
  await go(page, `/deals/${SECOND}`);
  await waitForDeal(panel, SECOND);
  await page.evaluate(() => window.__sample?.settled());
  await waitForDeal(panel, SECOND);
  const seen = await paints();
  expectNoMix(seen);
  expectGone(seen, FIRST);
  for (const { words, record } of seen)
    if (record === SECOND) expect(words).not.toContain(truthOf(ANCHORS.yen).name);
});

test('where the wrong page stays, the panel says that it is not sure and has no box for a note', async ({
  crm,
  preset,
}) => {
  const { page, panel } = await begin(preset, crm.url, '?order=stuck');
  await go(page, `/deals/${ANCHORS.yen}`);
  await page.evaluate(() => window.__sample?.settled());
  await expect(panel.locator('[data-field=recordId]')).toHaveAttribute('data-value', ANCHORS.yen);
  const paints = await watchPaints(panel);
  // The page of the first move comes over that of the second, and nothing puts it right.
  await page.evaluate(
    ([one = '', two = '']) => {
      window.__sample?.go(one);
      window.__sample?.go(two);
    },
    [`/deals/${FIRST}`, `/deals/${SECOND}`],
  );
  await page.evaluate(() => window.__sample?.settled());
  expect(await page.evaluate(() => window.__sample?.shown.path)).toBe(`/deals/${FIRST}`);
  expect(new URL(page.url()).pathname).toBe(`/deals/${SECOND}`);
  await expect(panel.locator('main')).toHaveAttribute('data-screen', 'unsure', { timeout: 15_000 });
  await expect(panel.locator('.empty-words')).toHaveText(
    'I cannot tell which deal this is, so I show no notes.',
  );
  await expect(panel.locator('textarea')).toHaveCount(0);
  await expect(panel.getByRole('button', { name: 'Note on a person' })).toBeVisible();
  expectNoMix(await paints());
  // It goes on looking, and knows the deal again once the page shows it.
  await go(page, `/deals/${FIRST}`);
  await page.evaluate(() => window.__sample?.settled());
  await waitForDeal(panel, FIRST);
});

test('words typed while the page moves stay with the deal that they were typed at', async ({
  crm,
  preset,
}) => {
  const { page, panel } = await begin(preset, crm.url, '?slow=300');
  const box = panel.locator('textarea[name=note]');
  await box.pressSequentially('Typed at the first');
  await go(page, `/deals/${SECOND}`);
  await page.keyboard.type(', and while it moved');
  await page.keyboard.press('Control+Enter');
  await waitForDeal(panel, SECOND);
  await expect(box).toHaveValue('');
  const filed = [...(await keptNotes(preset)), ...(await keptDrafts(preset))].filter(({ text }) =>
    text.startsWith('Typed'),
  );
  expect(filed.length).toBeGreaterThan(0);
  for (const { deal } of filed) expect(deal).toContain(FIRST);
  expect(JSON.stringify(filed)).toContain('Typed at the first');
});
