import type { Page } from 'playwright';
import { dataOn } from '../crm/sample/data.ts';
import type { Pipeline } from '@/lib/domain/stage';
import type { Opened } from './support/browser.ts';
import { expectInert, expectWhole, NAMES } from './support/hostile.ts';
import { everythingKept } from './support/inside.ts';
import { openDeal } from './support/job.ts';
import { go } from './support/kept.ts';
import { waitForScreen } from './support/panel.ts';
import { expect, test } from './support/test.ts';

/** A letter that is eighteen in the form in which names are compared. */
const GROWING = '\ufdfa'.repeat(100);
const ALL = [...NAMES, { what: 'letters that grow when they are compared', name: GROWING, shown: GROWING }];
const STAGES = ALL.map(({ shown }) => shown);
const ids = dataOn()
  .deals.slice(0, ALL.length)
  .map(({ id }) => id);

/** What a stage of this name is can be said, and is forgotten: no object holds anything under it. */
const UNSAID = '__proto__';
const DEALS = ALL.map(({ name }, at) => ({ id: ids[at] ?? '', name }));

/** What no page may do to the panel: a dialog, a page that opens. Both are listed. */
function watchPage(page: Page): string[] {
  const seen: string[] = [];
  page.on('dialog', (dialog) => {
    seen.push(dialog.message());
    void dialog.dismiss();
  });
  page.on('popup', (popup) => seen.push(popup.url()));
  return seen;
}

/** A deal of the sample CRM with the panel beside it, as narrow as it ever is. */
async function begin(opened: Opened, url: string, rows: number) {
  const { page, panel } = await openDeal(opened, `${url}/deals/10020?rows=${rows}`);
  await page.setViewportSize({ width: 360, height: 700 });
  return { page, panel, seen: watchPage(page) };
}

/** A page that is hard to read is looked at again only after a while. */
const patient = { timeout: 30_000 };

test('whatever stands in a list, in its count and in the ids of its rows, is shown as words and kept in short', async ({
  crm,
  preset,
}) => {
  const { page, seen } = await begin(preset, crm.url, ALL.length);
  await page.evaluate((all) => {
    for (const { id, name } of all) window.__sample?.change(id, { name });
    window.__sample?.change(all[0]?.id ?? '', { id: 'javascript:window.owned=1' });
    window.__sample?.change(all[1]?.id ?? '', { id: '<img src=x onerror="window.owned=1">\u0000\u202e' });
  }, DEALS);
  /** Gives the deals owners with their own names: all, or only the one whose name is endless. */
  const own = (all: boolean) =>
    page.evaluate(
      ([deals, isAll]) => {
        for (const [at, { id, name }] of deals.entries()) {
          const owner = { id: `u90${at}`, name, title: name, place: name };
          window.__sample?.change(id, { owner: isAll || name.length >= 1_000_000 ? owner : null });
        }
      },
      [DEALS, all] as const,
    );
  // Alone, the longest name stands in the button, too.
  await own(false);
  await go(page, '/deals');
  const panel = await waitForScreen(page, 'list');
  await expect(panel.getByRole('button', { name: /^Add W{300} to my team$/ })).toBeVisible();
  await expectWhole(panel, 320);
  await own(true);
  await go(page, '/deals/10020');
  await waitForScreen(page, 'deal');
  await go(page, '/deals');
  await page.evaluate((n) => {
    const count = document.querySelector('.count');
    if (count)
      count.textContent = `<script>window.owned=1</script>\u202e ${n}\u0000 ${'W'.repeat(1_000_000)}`;
  }, ALL.length);
  await expect(panel.getByText(`All ${ALL.length} seen`)).toBeVisible();
  for (const { what, shown } of ALL) {
    const owner = panel.locator('details').filter({ has: panel.getByText(shown, { exact: true }) });
    await owner.locator('summary').click();
    await expect(owner.locator('.list-row > span'), what).toHaveText(shown);
  }
  await expect(panel.locator('[role=alert]')).toHaveCount(0);
  await expectWhole(panel, 320);
  await panel.getByRole('button', { name: `Add ${ALL.length} to my team` }).click();
  await expect(panel.getByRole('button', { name: /to my team/ })).toHaveCount(0);
  const { reps = [], settings = [], sightings = [] } = await everythingKept(preset);
  expect(reps).toHaveLength(ALL.length + 1);
  expectInert({ reps, settings, sightings });
  expect(seen).toEqual([]);
});

test('whatever stages are called, on a deal and on a board, they are shown as words and kept in short', async ({
  crm,
  preset,
}) => {
  const { page, panel, seen } = await begin(preset, crm.url, 60);
  await page.evaluate((all) => {
    const names = all.map(({ name }) => name);
    for (const { id, name } of all) {
      // One endless name on a page is enough.
      const stages = [name, ...names.filter((one) => one !== name && one.length < 1_000)];
      window.__sample?.change(id, { stage: name, pipeline: { id: 'hostile', name: 'Hostile', stages } });
    }
  }, DEALS);
  // All of them stand on each page; these stand in for the deal's own.
  const own = ALL.filter(({ what }) => !/^(an address|marks|a joined)/.test(what));
  for (const { what, name, shown } of own) {
    await go(page, `/deals/${DEALS.find((deal) => deal.name === name)?.id}`);
    const stage = panel.locator('[data-field=stage]');
    await expect(stage, what).toHaveAttribute('data-value', shown, patient);
    const kind = stage.locator('select');
    await expect(kind).toHaveAttribute('title', `What ${shown} is`);
    await expect.poll(async () => (await pipelineOf(preset))?.order[0], what).toBe(shown);
    if (shown === UNSAID) continue;
    await panel.locator('details.reading:not([open]) > summary').click();
    await kind.selectOption('won');
    await expect(kind, what).toHaveAttribute('data-said', 'true');
    await expectWhole(panel, 320);
  }
  const said = own.filter(({ shown }) => shown !== UNSAID).map(({ shown }) => [shown, 'won']);
  expect((await pipelineOf(preset))?.said).toEqual(Object.fromEntries(said));
  await go(page, '/pipeline/new-business');
  const board = await waitForScreen(page, 'list');
  await page.evaluate((all) => {
    for (const [at, head] of [...document.querySelectorAll('.column > h2')].entries()) {
      head.firstChild?.replaceWith(all[at]?.name ?? '');
      const tally = head.querySelector('.tally');
      if (tally) tally.textContent = `<b onclick="window.owned=1">${all[at]?.name}</b>`;
    }
    for (const card of document.querySelectorAll('.board-card')) {
      card.querySelector('[data-field=owner]')?.setAttribute('title', all[0]?.name ?? '');
      card.querySelector('[data-field=name]')?.append(' (read anew)');
    }
  }, DEALS);
  await expect.poll(async () => (await pipelineOf(preset))?.order, patient).toEqual(STAGES.slice(0, 7));
  await expect(board.locator('.row-name', { hasText: STAGES[0] ?? '' })).toBeVisible(patient);
  await expectWhole(board, 320);
  const { reps, settings, sightings } = await everythingKept(preset);
  expectInert({ reps, settings, sightings });
  expect(seen).toEqual([]);
});

/** What is kept of the stages of the one site. */
async function pipelineOf(opened: Opened) {
  const { settings = [] } = await everythingKept(opened);
  const known = (settings as { body: Record<string, unknown> }[]).flatMap(({ body }) => Object.values(body));
  return known.find((one) => Object.hasOwn(Object(one), 'order')) as Pipeline | undefined;
}
