import { expect, test } from '@playwright/test';
import { LIMITS, pageScripts, sizes } from '../bench/size.ts';
import { packageFolder } from './support/browser.ts';

for (const name of ['chrome-mv3', 'firefox-mv3']) {
  test(`${name}: what runs in a page, and what the panel needs to show itself, stay small`, () => {
    expect(pageScripts(packageFolder(name)).toSorted()).toEqual(['crm.js', 'describe.js']);
    const { content, asked, panel } = sizes(name);
    // Nothing at all would be small, too.
    expect(content).toBeGreaterThan(1_000);
    expect(panel).toBeGreaterThan(5_000);
    expect(content).toBeLessThanOrEqual(LIMITS.content);
    expect(asked).toBeLessThanOrEqual(LIMITS.asked);
    expect(panel).toBeLessThanOrEqual(LIMITS.panel);
  });
}
