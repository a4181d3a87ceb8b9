import axe from 'axe-core';
import { expect } from 'vitest';

/** Fails on anything that a reader or a keyboard could not use. Contrast needs a real browser: it is looked at there. */
export async function expectAccessible(container: Element): Promise<void> {
  const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
}
