import { expect, test } from '@playwright/test';
import { ANCHORS } from '../crm/sample/anchors.ts';
import { truthOf } from '../crm/sample/data.ts';
import { serveSample } from '../crm/sample/server.ts';
import { openFirefox } from './support/firefox.ts';

test('in Firefox a site is turned on in the workspace, and then its deal is read', async () => {
  test.setTimeout(120_000);
  const crm = await serveSample();
  const firefox = await openFirefox('firefox-mv3');
  try {
    const settings = await firefox.workspace('#settings');
    await settings.waitForSelector('form.add-site input');
    await settings.type('form.add-site input', crm.url);
    await settings.click('form.add-site button[type=submit]');
    await settings.waitForFunction(
      (host) => document.body.innerText.includes(host),
      {},
      new URL(crm.url).host,
    );

    // The deal's tab comes last: one in the background is not read.
    const readings = await firefox.workspace('#readings');
    await firefox.open(`${crm.url}/deals/${ANCHORS.complete}`);
    const shown = () =>
      readings.evaluate(() => document.querySelector('[data-readings]')?.textContent ?? '[]');
    await expect.poll(shown, { timeout: 20_000 }).not.toBe('[]');
    const reading: unknown = JSON.parse(await shown());
    const truth = truthOf(ANCHORS.complete);
    expect(Array.isArray(reading) ? reading[0] : reading).toMatchObject({
      fields: {
        name: { state: 'read', value: truth.name },
        owner: { state: 'read', value: truth.owner },
        amount: { state: 'read', value: truth.amount, currency: truth.currency },
        closeDate: { state: 'read', value: truth.closeDate },
      },
      missing: [],
    });
  } finally {
    await firefox.close();
    await crm.close();
  }
});
