import AxeBuilder from '@axe-core/playwright';
import axe from 'axe-core';
import type { Frame, Page } from 'playwright';
import { ANCHORS } from '../crm/sample/anchors.ts';
import { truthOf } from '../crm/sample/data.ts';
import type { Opened } from './support/browser.ts';
import { clickToolbar } from './support/devtools.ts';
import { keepNote, openDeal, showAllNotes } from './support/job.ts';
import { go, keptNotes } from './support/kept.ts';
import { waitForScreen, workspace } from './support/panel.ts';
import { expect, test } from './support/test.ts';

const NOTE_BOX = 'textarea[name=note]';

/** Presses Tab from the first thing in the panel to the last, and lists what had the focus; a group of radios counts as one. */
async function walk(page: Page, panel: Frame): Promise<string[]> {
  const focused = () =>
    panel.evaluate(() => {
      const on = document.activeElement;
      if (!on || on === document.body || !document.hasFocus()) return null;
      const { width, height } = on.getBoundingClientRect();
      const words = on.getAttribute('aria-label') ?? on.getAttribute('name') ?? on.textContent?.trim() ?? '';
      const what =
        on instanceof HTMLInputElement ? `radio ${on.closest('fieldset')?.textContent?.trim()}` : words;
      return width * height > 0 ? what : `out of sight: ${what}`;
    });
  await panel.locator('.tab').first().focus();
  const order: string[] = [];
  for (let now = await focused(); now !== null && order.length < 40; now = await focused()) {
    order.push(now);
    await page.keyboard.press('Tab');
  }
  return order;
}

/** Everything in sight that takes a click or keys, in the order of the document. */
function everyControl(panel: Frame): Promise<string[]> {
  return panel
    .locator('button, summary, textarea, input, select, a[href], [tabindex="0"]')
    .evaluateAll((nodes) => {
      const inSight = nodes.filter(
        (node) => node.checkVisibility({ visibilityProperty: true }) && node.getClientRects().length > 0,
      );
      const words = inSight.map((node) =>
        node instanceof HTMLInputElement
          ? `radio ${node.closest('fieldset')?.textContent?.trim()}`
          : // What is covered is shown, and read out, as soon as it has the focus.
            ((node.matches('.cover-place') ? null : node.getAttribute('aria-label')) ??
            node.getAttribute('name') ??
            node.textContent?.trim() ??
            ''),
      );
      return words.filter((one, at) => one !== words[at - 1]);
    });
}

/** What a reader or an eye could not use, by axe; run inside the frame, which no selector reaches. */
async function problems(panel: Frame): Promise<string[]> {
  await panel.evaluate(axe.source);
  return panel.evaluate(async () => {
    // Colours that are still on their way from day to night have no contrast of their own.
    await Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => undefined)));
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document);
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
  });
}

async function openSmall(opened: Opened, url: string, width: number): Promise<{ page: Page; panel: Frame }> {
  const page = await opened.context.newPage();
  await page.setViewportSize({ width, height: 700 });
  await page.goto(url);
  await page.locator('[data-view="deal"]').waitFor();
  await clickToolbar(opened, page);
  return { page, panel: await waitForScreen(page, 'deal') };
}

test('the Tab key reaches everything in the panel, in the order in which it stands', async ({
  crm,
  preset,
}) => {
  const { page, panel } = await openDeal(preset, `${crm.url}/deals/${ANCHORS.complete}`);
  await keepNote(panel, 'One');
  await keepNote(panel, 'Two');
  const reached = await walk(page, panel);
  expect(reached).toEqual(await everyControl(panel));
  expect(reached).toEqual(
    expect.arrayContaining(['Here', 'People', 'Menu', 'note', 'Keep note', 'all 2 notes']),
  );
});

test('the menu opens by Enter, is walked by Tab, and Escape gives the focus back to its button', async ({
  crm,
  preset,
}) => {
  const { page, panel } = await openDeal(preset, `${crm.url}/deals/${ANCHORS.complete}`);
  const button = panel.getByRole('button', { name: 'Menu' });
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(panel.locator('#menu')).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(panel.getByRole('button', { name: 'Dock on the left' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(panel.locator('#menu')).toBeHidden();
  await expect(button).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await (await panel.frameElement()).boundingBox())?.x).toBe(0);
});

test('a note is written, kept, edited, deleted and brought back without a pointer', async ({
  crm,
  preset,
}) => {
  const { page, panel } = await openDeal(preset, `${crm.url}/deals/${ANCHORS.complete}`);
  const press = async (name: string | RegExp) => {
    await panel.getByRole('button', { name }).focus();
    await page.keyboard.press('Enter');
  };
  await panel.locator(NOTE_BOX).focus();
  await page.keyboard.type('By keys');
  await page.keyboard.press('Control+Enter');
  await expect(panel.locator('.note-words')).toHaveText('By keys');
  await press('open');
  await press(/^Edit the note/);
  await expect(panel.locator('.note-edit textarea')).toBeFocused();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' alone');
  await page.keyboard.press('Control+Enter');
  await expect(panel.locator('.notes-open .note-words')).toHaveText('By keys alone');
  await expect(panel.getByRole('button', { name: /^Edit the note/ })).toBeFocused();
  await press(/^Delete the note/);
  await press('Undo');
  await expect(panel.locator('.note-words')).toHaveCount(1);
  expect(await keptNotes(preset)).toHaveLength(1);
});

test('at 360 by 700 at most seven lines stand above the note box, and all of it is in sight', async ({
  crm,
  preset,
}) => {
  const { page, panel } = await openSmall(preset, `${crm.url}/deals/${ANCHORS.complete}`, 1280);
  await keepNote(panel, 'A note so that the panel is as full as it gets');
  for (const id of [ANCHORS.complete, ANCHORS.noOwner]) {
    await go(page, `/deals/${id}`);
    await expect(panel.locator('[data-field=recordId]')).toHaveAttribute('data-value', id);
    const seen = await panel.evaluate(() => {
      const body = document.querySelector('main');
      const box = document.querySelector('textarea[name=note]')?.getBoundingClientRect();
      const lines = [...document.querySelectorAll('[data-line]')].map(
        (one) => one.getBoundingClientRect().bottom,
      );
      return {
        width: innerWidth,
        lines: lines.length,
        above: lines.every((bottom) => bottom <= (box?.top ?? 0)),
        boxInSight: (box?.bottom ?? Infinity) <= innerHeight,
        scrolls: (body?.scrollHeight ?? 0) > (body?.clientHeight ?? 0),
        filled: document.querySelectorAll('.button-primary').length,
      };
    });
    expect(seen).toMatchObject({ width: 360, above: true, boxInSight: true, scrolls: false, filled: 1 });
    expect(seen.lines).toBeLessThanOrEqual(7);
  }
});

test('at 320 nothing is cut off and nothing scrolls sideways', async ({ crm, preset }) => {
  const { page, panel } = await openSmall(preset, `${crm.url}/deals/${ANCHORS.complete}`, 360);
  expect(await panel.evaluate(() => innerWidth)).toBe(320);
  const sideways = () =>
    panel.evaluate(
      () =>
        [...document.querySelectorAll('*')].filter(
          (one) =>
            one.getBoundingClientRect().right > innerWidth + 1 &&
            one.checkVisibility() &&
            !one.closest('.out-of-sight'),
        ).length + Math.max(0, document.documentElement.scrollWidth - innerWidth),
    );
  await keepNote(panel, `A note with ${'averylongword'.repeat(12)}`);
  await panel.locator('details.reading > summary').click();
  expect(await sideways()).toBe(0);
  await showAllNotes(panel);
  expect(await sideways()).toBe(0);
  await go(page, `/deals/${ANCHORS.noOwner}`);
  await panel.getByRole('heading', { name: 'Whose deal is this?' }).waitFor();
  expect(await sideways()).toBe(0);
  await panel.getByRole('button', { name: 'People', exact: true }).click();
  await panel.locator('.row-who').first().waitFor();
  expect(await sideways()).toBe(0);
});

const EXAMPLE = ['?example#people', '?example#person/example-bruno'];

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing wrong in the panel and the workspace (${colorScheme})`, async ({ crm, preset }) => {
    test.setTimeout(120_000);
    const { page, panel } = await openDeal(preset, `${crm.url}/deals/${ANCHORS.complete}`);
    await page.emulateMedia({ colorScheme });
    expect(await problems(panel)).toEqual([]);
    await keepNote(panel, 'One');
    await panel.locator('details.reading > summary').click();
    expect(await problems(panel), 'deal').toEqual([]);
    await showAllNotes(panel);
    await panel.getByRole('button', { name: /^Edit the note/ }).click();
    expect(await problems(panel), 'edit').toEqual([]);
    await panel.getByRole('button', { name: 'Menu' }).click();
    expect(await problems(panel), 'menu').toEqual([]);
    await page.keyboard.press('Escape');
    await go(page, `/deals/${ANCHORS.noOwner}`);
    await panel.getByRole('heading', { name: 'Whose deal is this?' }).waitFor();
    expect(await problems(panel), 'whose deal').toEqual([]);
    await panel.getByRole('button', { name: 'People', exact: true }).click();
    await panel.locator('.row-who').first().click();
    await waitForScreen(page, 'person');
    expect(await problems(panel), 'person').toEqual([]);
    await panel.getByRole('button', { name: 'Find', exact: true }).click();
    await panel.locator('.notes-open').waitFor();
    expect(await problems(panel), 'find').toEqual([]);
    await go(page, `/deals/${ANCHORS.noNextStep}`);
    await panel.getByRole('button', { name: 'Here', exact: true }).click();
    await panel.locator('.asks').waitFor();
    expect(await problems(panel), 'ask').toEqual([]);
    await panel.getByRole('button', { name: /^Private text is covered/ }).click();
    expect(await problems(panel), 'uncovered').toEqual([]);
    await page.close();
    for (const hash of ['#welcome', '#people', '#notes', '#settings', '#readings', 'person', ...EXAMPLE]) {
      const tab = await workspace(preset, hash === 'person' ? '#people' : hash);
      await tab.emulateMedia({ colorScheme });
      if (hash === 'person')
        await tab.getByRole('link', { name: truthOf(ANCHORS.complete).owner ?? '' }).click();
      await tab.locator('h1').waitFor();
      const { violations } = await new AxeBuilder({ page: tab }).analyze();
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`),
        hash,
      ).toEqual([]);
      await tab.close();
    }
  });
}
