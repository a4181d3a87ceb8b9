import type { Frame, Page } from 'playwright';
import { serveSample } from '../crm/sample/server.ts';
import type { Served } from '../crm/serve-folder.ts';
import type { Opened } from './support/browser.ts';
import { until } from './support/devtools.ts';
import { inWorldOf, overhear, sessionMemory, type HeardMessage } from './support/inside.ts';
import { keepNote, openDeal } from './support/job.ts';
import { screenOf } from './support/panel.ts';
import { test as base, expect } from './support/test.ts';

const NOTE = 'Only the true panel may show this';

/** A second site, on another origin. */
const test = base.extend<{ elsewhere: Served }>({
  elsewhere: async ({ served }, use) => {
    const site = await serveSample({ host: 'localhost' });
    served.push(new URL(site.url).host);
    await use(site);
    await site.close();
  },
});

/** Puts a frame into a page, as a script of that page would, and gives it back once it has loaded something or failed. */
async function addFrame(parent: Page | Frame, src: string): Promise<Frame> {
  const page = 'page' in parent ? parent.page() : parent;
  const before = new Set(page.frames());
  const frame = await parent.evaluateHandle((address) => {
    const made = document.createElement('iframe');
    made.src = address;
    document.body.append(made);
    return new Promise<HTMLIFrameElement>((done) => {
      made.addEventListener('load', () => done(made), { once: true });
    });
  }, src);
  const content = await frame.contentFrame();
  if (content === null || before.has(content)) throw new Error(`No new frame of ${src}`);
  return content;
}

/** The address by which our own script frames the panel. It changes with each start of the browser, and no page learns it. */
async function secretAddress(opened: Opened, page: Page): Promise<string> {
  const run = await inWorldOf(opened, page);
  const address = String(await run(`return chrome.runtime.getURL('/panel.html')`));
  expect(address).not.toContain(opened.id);
  return address;
}

/** A token that would be taken in the true place: asked for in the name of our own script. */
async function freshToken(opened: Opened, page: Page): Promise<string> {
  const { tabs = [] } = await sessionMemory(opened);
  const known = JSON.parse(JSON.stringify(tabs)) as [number, { page: string; url: string }][];
  const state = known.find(([, { url }]) => url === page.url())?.[1];
  const run = await inWorldOf(opened, page);
  const answer = await run(
    `return (await chrome.runtime.sendMessage({ from: 'page', name: 'mount', page: '${state?.page}' })).token`,
  );
  expect(answer).toMatch(/^[0-9a-f-]{36}$/);
  return String(answer);
}

type Heard = () => Promise<HeardMessage[]>;

/** What frames sent that were loaded with this token. */
async function sentWith(heard: Heard, token: string): Promise<string[]> {
  return (await heard()).filter(({ url }) => url.endsWith(`#${token}`)).map(({ name }) => name);
}

/** Frames the panel with a token where it must not be let in: it knocks once, asks nothing more, and shows nothing. */
async function expectRefused(
  heard: Heard,
  parent: Page | Frame,
  address: string,
  token: string,
): Promise<void> {
  const stolen = await addFrame(parent, `${address}#${token}`);
  await until(async () => (await sentWith(heard, token)).length > 0, 'the stolen frame to say hello');
  // When a frame that came later has been through the same, the first one would have asked what it may see.
  await addFrame(parent, `${address}#after-${token}`);
  await until(
    async () => (await sentWith(heard, `after-${token}`)).length > 0,
    'the later frame to say hello',
  );
  expect(await sentWith(heard, token)).toEqual(['hello']);
  expect(await stolen.evaluate(() => document.body.childElementCount)).toBe(0);
}

test('the address that follows from the id is no page for a web page', async ({ crm, preset, errors }) => {
  const { page } = await openDeal(preset, `${crm.url}/deals/10001`);
  for (const path of ['panel.html', 'panel.html#guessed', 'workspace.html']) {
    const frame = await addFrame(page, `${preset.origin}/${path}`);
    expect(frame.url()).toBe('chrome-error://chromewebdata/');
  }
  // The browser says so, by the address that the page asked for.
  for (const error of errors.splice(0)) expect(error).toContain('Denying load');
});

test('framed by a page that has stolen its address, the panel shows nothing and asks nothing', async ({
  crm,
  preset,
}) => {
  const { page, panel } = await openDeal(preset, `${crm.url}/deals/10001`);
  await keepNote(panel, NOTE);
  const address = await secretAddress(preset, page);
  const heard = await overhear(preset);

  const silent = await addFrame(page, address);
  await expectRefused(heard, page, address, 'guessed');
  expect(await silent.evaluate(() => document.body.childElementCount)).toBe(0);
  expect((await heard()).filter(({ url }) => url.endsWith('/panel.html'))).toEqual([]);
  // A refused hello makes the true panel be mounted anew: it is the one frame that shows anything.
  await until(async () => (await showing(page)).length === 1, 'the true panel to be back');
  for (const back of await showing(page)) await expect(back.locator('.note-words')).toHaveText(NOTE);
});

async function showing(page: Page): Promise<Frame[]> {
  const panels = page.frames().filter((frame) => frame.url().includes('panel.html'));
  const screens = await Promise.all(panels.map(screenOf));
  return panels.filter((_, index) => screens[index] !== null);
}

test("in a frame of another site, or in another site's page, even a fresh token opens nothing", async ({
  crm,
  elsewhere,
  preset,
}) => {
  const { page, panel } = await openDeal(preset, `${crm.url}/deals/10001`);
  await keepNote(panel, NOTE);
  const address = await secretAddress(preset, page);
  const heard = await overhear(preset);
  const nested = await addFrame(page, `${elsewhere.url}/`);
  await expectRefused(heard, nested, address, await freshToken(preset, page));

  const other = await preset.context.newPage();
  await other.goto(`${elsewhere.url}/deals/10001`);
  await expectRefused(heard, other, address, await freshToken(preset, page));
});
