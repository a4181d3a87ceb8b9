import { openDesktop } from './support/desktop.ts';
import { clickToolbar } from './support/devtools.ts';
import { findPanel, readCard, waitForScreen } from './support/panel.ts';
import { SHIPPED, expect, test } from './support/test.ts';

const USE = { name: 'Use Sideline on this site' };

test('on a site that is not turned on there is nothing in the page until the toolbar button is pressed', async ({
  crm,
  shipped,
}) => {
  const page = await shipped.context.newPage();
  await page.goto(`${crm.url}/deals/10001`);
  await page.locator('[data-view="deal"]').waitFor();
  expect(findPanel(page)).toBeNull();

  await clickToolbar(shipped, page);
  const off = await waitForScreen(page, 'off');
  await expect(off.getByRole('button', USE)).toBeVisible();
  await expect.poll(async () => (await readCard(off)).name?.value).toBe('Palletiser retrofit, north hall');
});

test("the browser's own prompt, once allowed, turns the site on without a reload", async ({ crm, open }) => {
  const desktop = await openDesktop();
  try {
    const opened = await open({ package: SHIPPED, display: desktop.display });
    const page = await opened.context.newPage();
    await page.goto(`${crm.url}/deals/10001`);
    await clickToolbar(opened, page);
    const off = await waitForScreen(page, 'off');
    await off.getByRole('button', USE).click();

    const background = await opened.background();
    const granted = () =>
      background.evaluate((origins) => chrome.permissions.contains({ origins }), [`${crm.url}/*`]);
    expect(await granted()).toBe(false);
    await desktop.acceptPrompt(granted);
    await waitForScreen(page, 'deal');
    // Before its screen goes, which would end it too soon.
    await opened.close();
  } finally {
    desktop.close();
  }
});

test('a site that the browser has granted is turned on by one click in the panel', async ({
  crm,
  granted,
}) => {
  const page = await granted.context.newPage();
  await page.goto(`${crm.url}/deals/10001`);
  await clickToolbar(granted, page);
  const off = await waitForScreen(page, 'off');
  await off.getByRole('button', USE).click();
  const panel = await waitForScreen(page, 'deal');
  await expect(panel.locator('.rep-strip-name')).toHaveText('Siobhán O’Neill');
});
