import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

/**
 * Finds the browsers and tools that start, tests and bench need, and installs them where it can. Nothing is skipped: what
 * is missing and cannot be installed ends the run in one line.
 */

export type Tool = 'chromium' | 'firefox' | 'xvfb' | 'xdotool';

/** What a decision here depends on; tests hand in their own. */
export interface World {
  platform: NodeJS.Platform;
  /** User id 0. */
  root: boolean;
  home: string;
  env: Readonly<Record<string, string | undefined>>;
  exists: (path: string) => boolean;
  /** Names in a folder; none where there is no such folder. */
  list: (folder: string) => string[];
}

export interface Look {
  /** The program, or null where there is none. */
  path: string | null;
  /** Where it was looked for, in words for the user. */
  looked: string[];
}

/** What to do about tools that are missing. */
export type Remedy =
  /** Runs as root on Debian: installed by apt. */
  | { by: 'apt'; packages: string[] }
  /** Only Chromium is missing: Playwright brings its own. */
  | { by: 'playwright' }
  /** Cannot be done from here: the one command for the user. */
  | { by: 'user'; command: string };

const PROGRAMS: Record<Tool, string[]> = {
  chromium: ['chromium', 'chromium-browser', 'microsoft-edge', 'microsoft-edge-stable', 'msedge'],
  firefox: ['firefox-esr', 'firefox'],
  xvfb: ['Xvfb'],
  xdotool: ['xdotool'],
};

/** Programs outside PATH, by platform. */
const WELL_KNOWN: Partial<Record<NodeJS.Platform, Partial<Record<Tool, string[]>>>> = {
  linux: { chromium: ['/opt/microsoft/msedge/msedge', '/snap/bin/chromium'], firefox: ['/snap/bin/firefox'] },
  darwin: {
    chromium: [
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ],
    firefox: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
  },
  win32: {
    chromium: [
      'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
      'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe',
    ],
    firefox: ['C:\\Program Files\\Mozilla Firefox\\firefox.exe'],
  },
};

/** Google Chrome from 137 on ignores `--load-extension`: it is never used, only named. */
const GOOGLE_CHROME: Partial<Record<NodeJS.Platform, string[]>> = {
  linux: ['/usr/bin/google-chrome', '/usr/bin/google-chrome-stable', '/opt/google/chrome/chrome'],
  darwin: ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
  win32: ['C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'],
};

/** Where Playwright and Puppeteer keep the browsers they bring: folder of versions, then the program inside a version. */
const MAC_TESTING = 'Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing';
const CACHED_PROGRAMS = [
  'chrome-linux64/chrome',
  'chrome-linux/chrome',
  `chrome-mac-arm64/${MAC_TESTING}`,
  `chrome-mac-x64/${MAC_TESTING}`,
  'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
  'chrome-win64/chrome.exe',
  'chrome-win/chrome.exe',
];

/** The machine this runs on. */
export const here: World = {
  platform: process.platform,
  root: process.getuid?.() === 0,
  home: homedir(),
  env: process.env,
  exists: existsSync,
  list: (folder) => (existsSync(folder) ? readdirSync(folder) : []),
};

function caches({ platform, home, env }: World): string[] {
  const base =
    platform === 'darwin'
      ? join(home, 'Library/Caches')
      : platform === 'win32'
        ? (env.LOCALAPPDATA ?? join(home, 'AppData/Local'))
        : join(home, '.cache');
  const playwright = env.PLAYWRIGHT_BROWSERS_PATH ?? join(base, 'ms-playwright');
  return [playwright, join(home, '.cache/puppeteer/chrome')];
}

function cachedChromium(world: World): string | null {
  for (const cache of caches(world)) {
    const versions = world.list(cache).filter((name) => !name.includes('headless_shell'));
    for (const version of versions.sort().reverse()) {
      for (const program of CACHED_PROGRAMS) {
        const path = join(cache, version, program);
        if (world.exists(path)) return path;
      }
    }
  }
  return null;
}

function onPath(tool: Tool, world: World): string | null {
  const folders = (world.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  for (const program of PROGRAMS[tool]) {
    for (const folder of folders) {
      if (world.exists(join(folder, program))) return join(folder, program);
    }
  }
  return null;
}

/** Looks for one tool: `$CHROMIUM_PATH` and the like first, then PATH, well-known places, and browsers' caches. */
export function lookFor(tool: Tool, world: World = here): Look {
  const variable = `${tool.toUpperCase()}_PATH`;
  const wellKnown = WELL_KNOWN[world.platform]?.[tool] ?? [];
  const looked = [`$${variable}`, `${PROGRAMS[tool].join(', ')} on PATH`, ...wellKnown];
  if (tool === 'chromium') looked.push(...caches(world));
  const asked = world.env[variable];
  const path =
    (asked !== undefined && world.exists(asked) ? asked : null) ??
    onPath(tool, world) ??
    wellKnown.find(world.exists) ??
    (tool === 'chromium' ? cachedChromium(world) : null);
  return { path, looked };
}

/** Google Chrome, which cannot be given an extension from outside; null where it is not installed either. */
export function googleChrome(world: World = here): string | null {
  return GOOGLE_CHROME[world.platform]?.find(world.exists) ?? null;
}

const APT_PACKAGES: Record<Tool, string> = {
  chromium: 'chromium',
  firefox: 'firefox-esr',
  xvfb: 'xvfb',
  xdotool: 'xdotool',
};

/** How to come by the missing tools. */
export function remedy(missing: Tool[], world: World = here): Remedy {
  const packages = missing.map((tool) => APT_PACKAGES[tool]);
  const debian = world.platform === 'linux' && world.exists('/etc/debian_version');
  if (debian && world.root) return { by: 'apt', packages };
  if (missing.every((tool) => tool === 'chromium')) return { by: 'playwright' };
  if (debian) return { by: 'user', command: `sudo apt-get install -y ${packages.join(' ')}` };
  // The test of the real permission prompt needs a screen of its own and real keys.
  const onlyLinux = missing.some((tool) => tool === 'xvfb' || tool === 'xdotool');
  if (world.platform !== 'linux' && onlyLinux)
    return { by: 'user', command: 'run the tests on Linux (Xvfb, xdotool)' };
  if (world.platform === 'darwin') return { by: 'user', command: 'brew install --cask firefox' };
  if (world.platform === 'win32') return { by: 'user', command: 'winget install Mozilla.Firefox' };
  return { by: 'user', command: `install ${packages.join(', ')} with your package manager` };
}

/** Switches that Chromium needs where tests run: as root it has no sandbox. */
export function launchArgs(world: World = here): string[] {
  return world.root ? ['--no-sandbox'] : [];
}

/** The path of a tool that `provide` has seen to. @throws in one line where it is missing. */
export function pathOf(tool: Tool): string {
  const { path, looked } = lookFor(tool);
  if (path === null) throw new Error(`No ${tool}. Looked for: ${looked.join('; ')}.`);
  return path;
}

/**
 * Sees to it that the tools are there: looks, says what it looked for, installs what it can.
 * @throws in one line where something stays missing.
 */
export function provide(tools: Tool[]): void {
  const missing = tools.filter((tool) => lookFor(tool).path === null);
  if (missing.length === 0) return;
  for (const tool of missing)
    console.log(`No ${tool} found. Looked for: ${lookFor(tool).looked.join('; ')}.`);
  const way = remedy(missing);
  if (way.by !== 'user') install(way);
  const still = missing.filter((tool) => lookFor(tool).path === null);
  if (still.length === 0) return;
  const apt = `apt-get update && apt-get install -y --reinstall ${missing.map((tool) => APT_PACKAGES[tool]).join(' ')}`;
  const how = way.by === 'user' ? way.command : way.by === 'apt' ? apt : PLAYWRIGHT;
  throw new Error(`Cannot go on without ${still.join(', ')}. What would help: ${how}`);
}

const PLAYWRIGHT = 'npx playwright install chromium';

function install(way: Exclude<Remedy, { by: 'user' }>): void {
  if (way.by === 'apt') {
    console.log(`Installing with apt-get: ${way.packages.join(' ')}`);
    run('apt-get', ['update', '-qq']);
    // Again, where a package counts as installed and its program is gone: apt would otherwise do nothing.
    run('apt-get', ['install', '-y', '-qq', '--reinstall', '--no-install-recommends', ...way.packages]);
    return;
  }
  // Not tried where this was written: only package registries could be reached there.
  console.log(`Installing: ${PLAYWRIGHT}`);
  run(process.execPath, [join('node_modules', 'playwright', 'cli.js'), 'install', 'chromium']);
}

function run(command: string, args: string[]): void {
  // apt's own chatter goes to the error stream, so that the last line of a run stays the count.
  spawnSync(command, args, {
    stdio: ['ignore', 2, 2],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}
