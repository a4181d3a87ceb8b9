import { googleChrome, lookFor, provide } from './browsers.ts';
import { ANCHORS } from './crm/sample/anchors.ts';
import { serveSample } from './crm/sample/server.ts';
import { openBrowser } from './e2e/support/browser.ts';
import { runProgram } from './steps.ts';
import { tour } from './tour.ts';

/** `npm start`: Sideline beside the sample CRM, to be used; where there is no display, a tour of the same. */

const onDisplay =
  process.platform !== 'linux' ||
  process.env.DISPLAY !== undefined ||
  process.env.WAYLAND_DISPLAY !== undefined;

async function build(): Promise<void> {
  console.log('Building Sideline …');
  const { code, output } = await runProgram(['wxt', 'build']);
  if (code !== 0) throw new Error(`The build failed:\n${output}`);
}

async function show(): Promise<void> {
  const crm = await serveSample();
  const deal = `${crm.url}/deals/${ANCHORS.complete}`;
  if (lookFor('chromium').path === null && googleChrome() !== null) return byHand(deal);
  provide(['chromium']);
  const opened = await openBrowser({ package: 'chrome-mv3', display: 'own' });
  const page = await opened.context.newPage();
  await page.goto(deal);
  await page.bringToFront();
  console.log(`A deal of the sample CRM is open: ${deal}
Press Sideline's button in the toolbar (or Alt+Shift+S), then "Use Sideline on this site", then Allow.
This profile is new and temporary (${opened.folder}). Close the browser to end.`);
  await new Promise((closed) => opened.context.once('close', closed));
  await crm.close();
}

/** Google Chrome takes no extension from outside: its user loads it. The sample CRM is served until Ctrl+C. */
function byHand(deal: string): void {
  console.log(`Only Google Chrome is installed, and it takes no extension from outside. By hand:
1. Open chrome://extensions and switch on "Developer mode".
2. "Load unpacked", and choose the folder .output/chrome-mv3.
3. Open ${deal} and press Sideline's button in the toolbar.
Ctrl+C ends the sample CRM.`);
}

try {
  if (!onDisplay) provide(['chromium']);
  await build();
  await (onDisplay ? show() : tour());
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
