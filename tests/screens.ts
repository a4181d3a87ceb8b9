import { mkdirSync, rmSync } from 'node:fs';
import { provide } from './browsers.ts';
import { serveSample } from './crm/sample/server.ts';
import { openBrowser, type Opened } from './e2e/support/browser.ts';
import { until } from './e2e/support/devtools.ts';
import { offScreens, panelScreens } from './screens/panel.ts';
import { workspaceScreens } from './screens/workspace.ts';
import { FOLDER } from './screens/draw.ts';
import { runProgram } from './steps.ts';

/**
 * `npm run screens`: draws every screen and state into .output/screens, so that somebody looks at them: the panel at 360 and
 * 320, the workspace at 1280, 1920 and 360, each by day and by night; empty, typical and full.
 */

async function build(): Promise<void> {
  for (const more of [[], ['--mode', 'preset']]) {
    const { code, output } = await runProgram(['wxt', 'build', ...more]);
    if (code !== 0) throw new Error(`The build failed:\n${output}`);
  }
}

async function fresh(name: string, run: (opened: Opened) => Promise<void>): Promise<void> {
  const opened = await openBrowser({ package: name });
  try {
    const isWelcome = () => opened.context.pages().some((page) => page.url().endsWith('#welcome'));
    await until(isWelcome, 'the first page');
    await run(opened);
  } finally {
    await opened.close();
    rmSync(opened.folder, { recursive: true, force: true });
  }
}

provide(['chromium']);
await build();
rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER, { recursive: true });
const crm = await serveSample();
try {
  await fresh('chrome-mv3', (opened) => offScreens(opened, crm.url));
  await fresh('preset/chrome-mv3', (opened) => panelScreens(opened, crm.url));
  await fresh('preset/chrome-mv3', workspaceScreens);
} finally {
  await crm.close();
}
console.log(`Screens: ${FOLDER}`);
