import type { Frame, Page } from 'playwright';
import { keepNote, openDeal, showAllNotes } from './support/job.ts';
import { readCard, workspace } from './support/panel.ts';
import { expect, test } from './support/test.ts';

/** Names that a CRM can hold, and how each is shown: as words, on one line, and not endless. */
const NAMES: { what: string; name: string; shown: string }[] = [
  {
    what: 'markup that would run',
    name: '<img src=x onerror="window.owned=1"><script>window.owned=1</script>',
    shown: '<img src=x onerror="window.owned=1"><script>window.owned=1</script>',
  },
  {
    what: 'an address that would run',
    name: 'javascript:window.owned=1',
    shown: 'javascript:window.owned=1',
  },
  {
    what: 'marks that turn the words around them',
    name: 'Pay \u202e000,1 ruoy\u202c \u2066now\u2069 \u200f!',
    shown: 'Pay 000,1 ruoy now !',
  },
  { what: 'a joined family and a flag', name: '👩🏽‍👩🏾‍👧🏿‍👦🏻 🏴󠁧󠁢󠁳󠁣󠁴󠁿 deal', shown: '👩🏽‍👩🏾‍👧🏿‍👦🏻 🏴󠁧󠁢󠁳󠁣󠁴󠁿 deal' },
  { what: 'control characters', name: 'A\u0000B\u0007C\u001b[31mD\nE', shown: 'A B C [31mD E' },
  { what: 'what objects are made of', name: '__proto__', shown: '__proto__' },
  { what: 'a million letters without a space', name: 'W'.repeat(1_000_000), shown: 'W'.repeat(300) },
];

/** Whether words ran as code, and how many elements stand there that only words could have made. */
function ranOrBecame(screen: Frame | Page): Promise<{ ran: boolean; foreign: number }> {
  return screen.evaluate(() => ({
    ran: 'owned' in window,
    foreign: document.querySelectorAll('img, script:not([src]), a[href^="javascript"], body iframe').length,
  }));
}

/** Nothing ran, nothing became an element, and nothing sticks out to the side. */
async function expectWhole(panel: Frame, width: number): Promise<void> {
  expect(await ranOrBecame(panel)).toEqual({ ran: false, foreign: 0 });
  const seen = await panel.evaluate(() => ({
    width: document.documentElement.clientWidth,
    wide: document.documentElement.scrollWidth,
    out: [...document.querySelectorAll('body *')]
      .filter((node) => {
        const { left, right, width: own } = node.getBoundingClientRect();
        return own > 0 && (left < -1 || right > document.documentElement.clientWidth + 1);
      })
      .map((node) => `${node.tagName} ${node.className}`),
  }));
  expect(seen).toEqual({ width, wide: width, out: [] });
}

/** A page that is hard to read is looked at again only after a while. */
const patient = { timeout: 40_000 };

test('whatever deals and people are called, the names are shown as words, and the narrowest panel holds them', async ({
  crm,
  preset,
}) => {
  test.setTimeout(240_000);
  const { page, panel } = await openDeal(preset, `${crm.url}/deals/10001`);
  const people = await workspace(preset, '#people');
  // The panel leaves the page 40 pixels: it is as narrow as it ever is.
  await page.setViewportSize({ width: 360, height: 700 });
  await page.bringToFront();
  await panel.locator('details.reading > summary').click();
  for (const [index, { what, name, shown }] of NAMES.entries()) {
    await page.evaluate((changes) => window.__sample?.change('10001', changes), {
      name,
      account: name,
      nextStep: name,
      owner: { id: `u90${index}`, name } as never,
    });
    for (const field of ['name', 'account', 'nextStep', 'owner']) {
      const value = async () => (await readCard(panel))[field]?.value;
      await expect.poll(value, { ...patient, message: `${what}: ${field}` }).toBe(shown);
    }
    await expect(panel.locator('.note-box-label b')).toHaveText(shown);
    await expect(panel.locator('.rep-strip-name')).toHaveText(shown);
    await expectWhole(panel, 320);
    await expect(people.locator('.table-who').filter({ hasText: shown })).toBeAttached();
    expect(await ranOrBecame(people), `${what}: in the workspace`).toEqual({ ran: false, foreign: 0 });
  }
});

test('whatever a note says, it is shown as it was written', async ({ crm, preset }) => {
  const { page, panel } = await openDeal(preset, `${crm.url}/deals/10001`);
  await page.setViewportSize({ width: 360, height: 700 });
  await keepNote(panel, 'first');
  await showAllNotes(panel);
  const texts = NAMES.map(({ name }) => (name.length > 1_000 ? 'W'.repeat(19_000) : name));
  for (const text of texts) {
    await panel.locator('textarea[name=note]').fill(text);
    await panel.getByRole('button', { name: 'Keep note' }).click();
    await expect(panel.locator('textarea[name=note]')).toHaveValue('');
    const latest = panel.locator('.note-words').first();
    await expect.poll(() => latest.evaluate((node) => node.textContent)).toBe(text);
    await expectWhole(panel, 320);
  }
});
