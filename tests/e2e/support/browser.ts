import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium, type BrowserContext, type Worker } from 'playwright';
import { launchArgs, pathOf } from '../../browsers.ts';

/** Opens Chromium with a built package of Sideline in a fresh profile. */

/** Match patterns of every site. */
export const EVERYWHERE: readonly string[] = ['*://*/*'];

export interface OpenOptions {
  /** A folder under `.output`, or any folder that holds a manifest. */
  package: string;
  /**
   * Match patterns that the browser has granted before the package is first loaded, for example EVERYWHERE. Headless
   * Chromium cannot answer a permission prompt; what it does keep is a grant that the same folder got at install.
   */
  grant?: readonly string[];
  /** Where the profile and the package's copy are kept; a new temporary folder unless told. */
  folder?: string;
  /** The X display to be seen on; headless without one. `own` is the user's. */
  display?: string;
  args?: readonly string[];
  viewport?: { width: number; height: number };
  /** Whether pages that are left are kept alive for when the user comes back, as the browser does unless it is driven. */
  pagesKept?: boolean;
  /** Called for each start, before a page is opened. */
  onStart?: (context: BrowserContext) => void;
}

export interface Opened {
  context: BrowserContext;
  /** The extension's id, which follows from the folder that it is loaded from. */
  id: string;
  /** Holds `package`, `profile` and a network log `net-*.json` of each start. */
  folder: string;
  /** `chrome-extension://<id>` */
  origin: string;
  /** The background as it runs now; starts it where it is stopped. */
  background: () => Promise<Worker>;
  /** Closes the browser and opens it again on the same profile, as the user would. This object then stands for the new one. */
  restart: () => Promise<void>;
  /** Closes the browser; its folder stays. */
  close: () => Promise<void>;
}

// A machine without a display has no mouse either and says that nothing can hover; a manager's has one. The numbers are Blink's own:
// fine pointer 4, hover 2.
const MOUSE = `--blink-settings=${['primaryHoverType=2', 'availableHoverTypes=2', 'primaryPointerType=4', 'availablePointerTypes=4'].join()}`;

const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--no-default-browser-check',
  // Lets a test click the toolbar button.
  '--enable-unsafe-extension-debugging',
];

/** @throws where the package is not built. */
export async function openBrowser(options: OpenOptions): Promise<Opened> {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'sideline-'));
  const extension = join(folder, 'package');
  if (!existsSync(join(folder, 'profile'))) {
    mkdirSync(join(folder, 'profile'), { recursive: true });
    if (options.grant !== undefined) await grantAtInstall(folder, options.grant);
    copyPackage(options.package, extension);
  }
  return launch({ ...options, folder });
}

/** The folder of a built package. @throws where it is not built. */
export function packageFolder(name: string): string {
  const folder = existsSync(join(name, 'manifest.json')) ? name : resolve('.output', name);
  if (!existsSync(join(folder, 'manifest.json'))) throw new Error(`${folder} is not built: npm run build`);
  return folder;
}

function copyPackage(name: string, to: string): void {
  rmSync(to, { recursive: true, force: true });
  cpSync(packageFolder(name), to, { recursive: true });
}

/**
 * Loads an empty extension with host permissions from the folder in which the package will stand. The browser keeps the
 * grant under the folder's id, and nothing of Sideline has run yet.
 */
async function grantAtInstall(folder: string, origins: readonly string[]): Promise<void> {
  const extension = join(folder, 'package');
  mkdirSync(extension, { recursive: true });
  const manifest = { manifest_version: 3, name: 'Grant', version: '0.0.1', host_permissions: origins };
  writeFileSync(join(extension, 'manifest.json'), JSON.stringify(manifest));
  const context = await chromium.launchPersistentContext(join(folder, 'profile'), launchOptions({ folder }));
  await context.close();
}

type Launch = Omit<OpenOptions, 'package' | 'grant' | 'folder'> & { folder: string };

function launchOptions({ folder, display, args = [], viewport, pagesKept = false }: Launch) {
  const extension = join(folder, 'package');
  return {
    executablePath: pathOf('chromium'),
    // Playwright's own headless is another program, without extensions.
    headless: false,
    ignoreDefaultArgs: pagesKept ? ['--disable-back-forward-cache'] : [],
    viewport: viewport ?? (display === undefined ? { width: 1280, height: 800 } : null),
    env: {
      ...process.env,
      ...(display === undefined || display === 'own' ? {} : { DISPLAY: display, WAYLAND_DISPLAY: '' }),
    } as Record<string, string>,
    args: [
      ...(display === undefined ? ['--headless=new', MOUSE] : []),
      ...launchArgs(),
      ...QUIET,
      `--load-extension=${extension}`,
      `--disable-extensions-except=${extension}`,
      `--log-net-log=${join(folder, `net-${Date.now()}.json`)}`,
      ...args,
    ],
  };
}

async function launch(options: Launch): Promise<Opened> {
  const { folder } = options;
  const start = async () => {
    const context = await chromium.launchPersistentContext(join(folder, 'profile'), launchOptions(options));
    options.onStart?.(context);
    return context;
  };
  const context = await start();
  const first = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const id = new URL(first.url()).host;
  const opened: Opened = {
    context,
    id,
    folder,
    origin: `chrome-extension://${id}`,
    close: () => opened.context.close(),
    background: () => background(opened.context, opened.origin),
    restart: async () => {
      await opened.context.close();
      opened.context = await start();
    },
  };
  return opened;
}

async function background(context: BrowserContext, origin: string): Promise<Worker> {
  const running = () => context.serviceWorkers().find((worker) => worker.url().startsWith(origin));
  const now = running();
  if (now !== undefined) return now;
  const woken = context.waitForEvent('serviceworker');
  const page = await context.newPage();
  await page.goto(`${origin}/workspace.html`);
  const worker = await woken;
  await page.close();
  return worker;
}

/** The manifest of a built package, as it was built. */
export function manifestOf(name: string): Record<string, unknown> {
  const manifest: unknown = JSON.parse(readFileSync(join(packageFolder(name), 'manifest.json'), 'utf8'));
  if (typeof manifest !== 'object' || manifest === null)
    throw new Error(`${name}: the manifest is no object`);
  return { ...manifest };
}
