import { ANCHORS } from '../crm/sample/anchors.ts';
import { overhear } from './support/inside.ts';
import { openPanel } from './support/job.ts';
import { go } from './support/kept.ts';
import { expect, test } from './support/test.ts';
import { tracesIn } from './support/traces.ts';

test('put into a page again and again, the script is there once: one tab, one panel, one who watches', async ({
  crm,
  preset,
}) => {
  const page = await preset.context.newPage();
  await page.goto(`${crm.url}/deals/${ANCHORS.complete}`);
  await page.locator('[data-view="deal"]').waitFor();
  const inject = async () => {
    const background = await preset.background();
    await background.evaluate(
      async (url) => {
        const [tab] = await chrome.tabs.query({ url });
        for (let i = 0; i < 3; i++)
          await chrome.scripting.executeScript({ target: { tabId: tab?.id ?? -1 }, files: ['/crm.js'] });
      },
      `${page.url()}*`.replace(/:\d+/, ''),
    );
  };
  await inject();
  expect(await tracesIn(preset, page)).toMatchObject({ hosts: 1, frames: 0 });
  const panel = await openPanel(preset, page);
  await inject();
  expect(await tracesIn(preset, page)).toMatchObject({ hosts: 1, frames: 1 });
  const heard = await overhear(preset);
  await go(page, `/deals/${ANCHORS.euro}`);
  await expect(panel.locator('[data-field=recordId]')).toHaveAttribute('data-value', ANCHORS.euro);
  const moves = (await heard()).filter(({ from, name }) => from === 'page' && name === 'moved');
  expect(moves).toHaveLength(1);
});
