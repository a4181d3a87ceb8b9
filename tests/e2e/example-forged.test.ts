import type { Frame, Page } from 'playwright';
import { everyScreenMessage } from './support/forged.ts';
import { databases, everythingKept, sessionMemory } from './support/inside.ts';
import { keepNote, openDeal } from './support/job.ts';
import { workspace } from './support/panel.ts';
import { expect, test } from './support/test.ts';

/** Sends messages from a page of ours as if its code had been taken over, and gives back what was answered. */
function send(page: Page | Frame, messages: object[]): Promise<unknown[]> {
  return page.evaluate(async (all) => {
    const answers: unknown[] = [];
    for (const message of all) answers.push(await chrome.runtime.sendMessage(message));
    return answers;
  }, messages);
}

const at = new Date().toISOString();
const view = (name: string, ask: object, more: object = {}) => ({
  from: 'screen',
  name: 'view',
  session: null,
  view: name,
  ask,
  at,
  ...more,
});
const command = (name: string, ask: object, more: object = {}) => ({
  from: 'screen',
  name: 'command',
  session: null,
  command: name,
  operation: `forged-${name}-${JSON.stringify(more)}`,
  ask,
  at,
  ...more,
});
const NOT_ALLOWED = { ok: false, refusal: 'not-allowed' };
const NOT_UNDERSTOOD = { ok: false, refusal: 'not-understood' };

test('a real workspace or panel that claims to show the example is answered nothing of it, and makes none', async ({
  crm,
  preset,
}) => {
  const { panel } = await openDeal(preset, `${crm.url}/deals/10001`);
  await keepNote(panel, 'A real note');
  const real = await workspace(preset, '#people');
  await real.locator('.table-who').waitFor();
  const { sessions = [] } = await sessionMemory(preset);
  const session = String(sessions[0]?.[0]);
  const before = await everythingKept(preset);
  for (const page of [real, panel]) {
    const as = page === panel ? { session } : {};
    expect(
      await send(page, [
        command('enterExample', {}, as),
        command('leaveExample', {}, as),
        view('people', {}, { ...as, example: true }),
        view('people', { example: true }, as),
        command('enterExample', {}, { ...as, example: true }),
      ]),
    ).toEqual([NOT_ALLOWED, NOT_ALLOWED, NOT_UNDERSTOOD, NOT_UNDERSTOOD, NOT_UNDERSTOOD]);
  }
  // An address that only looks like the example's, in a fragment or with more in it, is not one.
  const looks = await workspace(preset, '#?example');
  expect(await send(looks, [command('enterExample', {})])).toEqual([NOT_ALLOWED]);
  const more = await workspace(preset, '?example=1');
  expect(await send(more, [command('enterExample', {}), view('people', {})])).toEqual([UNHEARD, UNHEARD]);
  expect(await databases(preset)).toEqual(['sideline']);
  expect(await everythingKept(preset)).toEqual(before);
});

/** Who may not speak at all is answered nothing. */
const UNHEARD = null;

test('a workspace that shows the example gains nothing real by whatever it says of itself', async ({
  crm,
  preset,
}) => {
  const { panel } = await openDeal(preset, `${crm.url}/deals/10001`);
  await keepNote(panel, 'A real note');
  const { sessions = [] } = await sessionMemory(preset);
  const session = String(sessions[0]?.[0]);
  const before = await everythingKept(preset);
  const first = (store: string, key: string) => String(Reflect.get(Object(before[store]?.[0]), key));
  const known = {
    session,
    deal: first('deals', 'key'),
    rep: first('reps', 'id'),
    note: first('notes', 'id'),
    site: first('sites', 'id'),
  };
  const shown = await workspace(preset, '?example#people');
  await expect(shown.locator('.table-who')).toHaveCount(8);
  const messages = everyScreenMessage(known).filter(
    (said) => said.name !== 'command' || said.command !== 'leaveExample',
  );
  const answers = await send(shown, messages);
  const told = JSON.stringify(answers);
  expect(told).not.toContain('A real note');
  for (const id of [known.deal, known.rep, known.note, known.site]) expect(told).not.toContain(id);
  expect(await everythingKept(preset)).toEqual(before);
  const refused = messages.flatMap((said, index) => {
    const isRefused = JSON.stringify(answers[index]) === JSON.stringify(NOT_ALLOWED);
    return isRefused && said.name !== 'hello' && said.name !== 'beside' && said.session === null
      ? [said.name === 'view' ? said.view : said.command]
      : [];
  });
  expect(refused).toEqual(
    expect.arrayContaining(['here', 'readings', 'turnOn', 'turnOff', 'setTheme', 'place', 'collapse']),
  );
});
