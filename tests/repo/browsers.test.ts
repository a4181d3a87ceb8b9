import { describe, expect, it } from 'vitest';
import { googleChrome, launchArgs, lookFor, remedy, type World } from '../browsers';

/** A machine on which these files are, and nothing else. */
function machine(files: string[], more: Partial<World> = {}): World {
  const list = (folder: string) => [
    ...new Set(
      files
        .filter((file) => file.startsWith(`${folder}/`))
        .map((file) => file.slice(folder.length + 1).split('/')[0] ?? ''),
    ),
  ];
  return {
    platform: 'linux',
    root: false,
    home: '/home/jo',
    env: { PATH: '/usr/local/bin:/usr/bin' },
    exists: (path) => files.includes(path),
    list,
    ...more,
  };
}

describe('looking for a browser', () => {
  it.each([
    ['Chromium on PATH', ['/usr/bin/chromium'], '/usr/bin/chromium'],
    ['Edge on PATH', ['/usr/bin/microsoft-edge'], '/usr/bin/microsoft-edge'],
    [
      "Playwright's newest own",
      [
        '/home/jo/.cache/ms-playwright/chromium-1100/chrome-linux/chrome',
        '/home/jo/.cache/ms-playwright/chromium-1200/chrome-linux64/chrome',
      ],
      '/home/jo/.cache/ms-playwright/chromium-1200/chrome-linux64/chrome',
    ],
    [
      'Chrome for Testing',
      ['/home/jo/.cache/puppeteer/chrome/linux-150.0/chrome-linux64/chrome'],
      '/home/jo/.cache/puppeteer/chrome/linux-150.0/chrome-linux64/chrome',
    ],
    ['none, though Google Chrome is there', ['/usr/bin/google-chrome'], null],
    [
      'none, though a headless shell is there, which takes no extension',
      ['/home/jo/.cache/ms-playwright/chromium_headless_shell-1200/chrome-linux64/chrome'],
      null,
    ],
  ])('finds %s', (_, files, path) => {
    expect(lookFor('chromium', machine(files)).path).toBe(path);
  });

  it('takes the one that the user names before any other', () => {
    const env = { PATH: '/usr/bin', CHROMIUM_PATH: '/opt/mine' };
    expect(lookFor('chromium', machine(['/usr/bin/chromium', '/opt/mine'], { env })).path).toBe('/opt/mine');
  });

  it('finds Firefox on a Mac, and Edge on Windows', () => {
    const mac = '/Applications/Firefox.app/Contents/MacOS/firefox';
    expect(lookFor('firefox', machine([mac], { platform: 'darwin' })).path).toBe(mac);
    const edge = 'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe';
    expect(lookFor('chromium', machine([edge], { platform: 'win32' })).path).toBe(edge);
  });

  it('says where it looked', () => {
    expect(lookFor('chromium', machine([])).looked.join('; ')).toMatch(
      /\$CHROMIUM_PATH.*chromium.*ms-playwright/,
    );
  });

  it('knows when Google Chrome is all there is', () => {
    expect(googleChrome(machine(['/usr/bin/google-chrome']))).toBe('/usr/bin/google-chrome');
    expect(googleChrome(machine([]))).toBeNull();
  });
});

describe('what to do about what is missing', () => {
  const debian = ['/etc/debian_version'];

  it('installs by apt as root on Debian', () => {
    expect(remedy(['chromium', 'firefox', 'xvfb'], machine(debian, { root: true }))).toEqual({
      by: 'apt',
      packages: ['chromium', 'firefox-esr', 'xvfb'],
    });
  });

  it("takes Playwright's Chromium where it is not root, or not Debian", () => {
    expect(remedy(['chromium'], machine(debian))).toEqual({ by: 'playwright' });
    expect(remedy(['chromium'], machine([], { platform: 'darwin', root: true }))).toEqual({
      by: 'playwright',
    });
  });

  it('prints one command for what it cannot install', () => {
    expect(remedy(['firefox', 'xdotool'], machine(debian))).toEqual({
      by: 'user',
      command: 'sudo apt-get install -y firefox-esr xdotool',
    });
    expect(remedy(['firefox'], machine([], { platform: 'darwin' }))).toEqual({
      by: 'user',
      command: 'brew install --cask firefox',
    });
  });

  it('sends to Linux for what only runs there', () => {
    const way = remedy(['firefox', 'xvfb', 'xdotool'], machine([], { platform: 'darwin' }));
    expect(way).toMatchObject({ by: 'user', command: expect.stringContaining('Linux') });
  });

  it('gives up the sandbox only as root', () => {
    expect(launchArgs(machine([], { root: true }))).toEqual(['--no-sandbox']);
    expect(launchArgs(machine([]))).toEqual([]);
  });
});
