import { execFileSync, spawn } from 'node:child_process';
import { pathOf } from '../../browsers.ts';

/** A screen without a monitor, with real keys: what a permission prompt and a keyboard shortcut need. */
export interface Desktop {
  /** To open a browser on, for example `:99`. */
  display: string;
  /** Presses keys in the window that has the focus, in xdotool's names, for example `alt+shift+s`. */
  press: (...keys: string[]) => void;
  /**
   * Allows what the browser's permission prompt asks. The prompt is drawn inside the browser's window, where nothing outside
   * sees it: that it was accepted is seen from what `granted` says.
   */
  acceptPrompt: (granted: () => Promise<boolean>) => Promise<void>;
  close: () => void;
}

/** Milliseconds in which a new prompt takes no key, so that nobody accepts it by accident; Chromium's is 500. */
const PROMPT_DEAF = 1_000;

const wait = (ms: number) => new Promise((go) => setTimeout(go, ms));

/** Starts a screen on a free display number. */
export async function openDesktop(): Promise<Desktop> {
  const server = spawn(
    pathOf('xvfb'),
    ['-displayfd', '1', '-screen', '0', '1440x900x24', '-nolisten', 'tcp'],
    {
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  );
  const number = await new Promise<string>((found, lost) => {
    server.stdout.once('data', (said: Buffer) => found(said.toString().trim()));
    server.once('exit', (code) => lost(new Error(`Xvfb ended with ${code}`)));
    server.once('error', lost);
  });
  const display = `:${number}`;
  const press = (...keys: string[]) => {
    execFileSync(pathOf('xdotool'), ['key', '--clearmodifiers', ...keys], {
      env: { ...process.env, DISPLAY: display },
    });
  };
  return {
    display,
    press,
    acceptPrompt: async (granted) => {
      for (let attempt = 0; attempt < 8; attempt++) {
        await wait(PROMPT_DEAF);
        press('Tab', 'Return');
        for (let look = 0; look < 10; look++) {
          if (await granted()) return;
          await wait(100);
        }
      }
      throw new Error('The permission prompt was not accepted');
    },
    close: () => void server.kill(),
  };
}
