import { expect, it } from 'vitest';
import { extensionTime } from './page';

it("counts what an extension's script does and calls, and not what the page does", () => {
  const node = (id: number, url: string, children: number[] = []) => ({ id, callFrame: { url }, children });
  const profile = {
    nodes: [
      node(1, '', [2, 3]),
      node(2, 'chrome-extension://a/crm.js', [4]),
      node(3, 'http://crm/app.js', [5]),
      node(4, ''),
      node(5, ''),
    ],
    samples: [2, 4, 3, 5, 1],
    timeDeltas: [1_000, 500, 7_000, 7_000, 7_000],
  };
  expect(extensionTime(profile)).toBe(1.5);
});
