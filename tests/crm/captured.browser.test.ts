import { afterEach, expect, test } from 'vitest';
import { commands } from 'vitest/browser';
import { recipes } from '@/lib/crm/recipes/registry';
import { closePages, open, openNothing } from '../lib/crm/collect/page';
import { addressOf, CAPTURED_ON, loadable, truthOf } from './captured';
import { judgePage } from './pages';
import type { CapturedFolder } from './shared-pages';

declare module 'vitest/browser' {
  interface BrowserCommands {
    sharedPages(): Promise<CapturedFolder[] | null>;
  }
}

/** Captured pages of real CRMs, where they are at hand: nothing that is read of them is wrong, and nothing is missed. */

afterEach(closePages);

const shared = await commands.sharedPages();
const pages = (shared ?? []).flatMap(({ files, held }) => files.map((file) => ({ ...file, held })));

test.runIf(shared === null)('no captured pages are at hand: SIDELINE_SHARED names none', () => {
  expect(pages).toEqual([]);
});

test.runIf(pages.length > 0).each(pages)('$name is read as it is shown', ({ name, html, held }) => {
  const known = truthOf({ name, html }, held);
  const recipe = recipes.find(({ crm }) => crm === known?.crm);
  if (known === null || recipe === undefined) throw new Error('no truth, or no recipe');
  const document = open(loadable({ name, html }));
  const at = Date.parse(`${CAPTURED_ON}T12:00:00Z`);
  const page = { document, url: addressOf(html), openRoot: openNothing, now: () => at };
  const faults = judgePage(recipe, page, known.truth, CAPTURED_ON).filter(
    ({ verdict }) => verdict === 'wrong' || verdict === 'missing',
  );
  expect(
    faults.map(({ field, verdict, read, shown }) => `${field} ${verdict}: ${read}; shown ${shown}`),
  ).toEqual([]);
});
