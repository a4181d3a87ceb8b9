import { until } from './support/devtools.ts';
import { keepNote, openDeal } from './support/job.ts';
import { waitForScreen } from './support/panel.ts';
import { expect, test } from './support/test.ts';

test('reloaded while panels are open in five tabs, each old panel shows nothing of its deal within a second, and says so', async ({
  crm,
  preset,
  errors,
}) => {
  test.setTimeout(120_000);
  const { panel: first } = await openDeal(preset, `${crm.url}/deals/10001`);
  await keepNote(first, 'Words of the old life');
  const panels = [first];
  for (const id of ['10002', '10003', '10004', '10001']) {
    const page = await preset.context.newPage();
    await page.goto(`${crm.url}/deals/${id}`);
    // Opened on the first page, it opens by itself on the others of that site.
    panels.push(await waitForScreen(page, 'deal'));
  }
  // Noted in each panel itself: looking from outside takes longer than what is measured.
  for (const panel of panels)
    await panel.evaluate(() => {
      const seen: { at: number; words: string }[] = [];
      Object.assign(window, { seen });
      new MutationObserver(() => {
        seen.push({ at: Date.now(), words: document.body.textContent ?? '' });
      }).observe(document.body, { childList: true, subtree: true, characterData: true });
    });
  const reloadedAt = Date.now();
  const background = await preset.background();
  // The background ends before it can answer.
  await background.evaluate(() => chrome.runtime.reload()).catch(() => undefined);
  for (const panel of panels) {
    await until(
      () => panel.evaluate(() => document.querySelector('main')?.getAttribute('data-screen') === 'gone'),
      'the panel to be gone',
    );
    const last = await panel.evaluate(() =>
      (window as unknown as { seen: { at: number; words: string }[] }).seen.at(-1),
    );
    expect(last?.words.trim()).toBe('Sideline was updated. Reload this page to go on.');
    expect((last?.at ?? Infinity) - reloadedAt).toBeLessThan(1_500);
  }
  expect(errors).toEqual([]);
  // It stays to be read for ten seconds, and in a tab behind the browser takes its time.
  for (const panel of panels) await expect.poll(() => panel.isDetached(), { timeout: 20_000 }).toBe(true);
});
