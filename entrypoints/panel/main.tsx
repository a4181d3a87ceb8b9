import '@/components/ui/styles/tokens.css';
import '@/components/ui/styles/base.css';
import '@/components/ui/styles/parts.css';
import '@/components/ui/styles/writing.css';
import { effect } from '@preact/signals';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { Panel as PanelScreen } from '@/components/panel/panel';
import { createClient, sayBeside, sayHello } from '@/lib/messages/client';
import { browserLine, grant, now, revoke } from '@/lib/messages/client-browser';
import type { HelloAnswer } from '@/lib/messages/protocol';
import { Panel, type PanelModel, type PanelNeeds } from '@/lib/state/panel';
import { language, t } from '@/lib/text/words';
import { besideOpener, besideWindow, watchFront } from './beside';
import { holdClicks, watchSight } from './sight';

type Own = Pick<PanelNeeds, 'isInFront' | 'openBeside'>;

const line = browserLine();

/**
 * The side panel, in a frame of the page or in the browser's own side panel. It shows nothing until the background has let it in:
 * a frame by the one-time token that it was given.
 */
async function start(): Promise<void> {
  const token = location.hash.slice(1);
  history.replaceState(null, '', location.pathname);
  if (window.top === window) await startBeside();
  else if (token !== '') await startFramed(token);
}

async function startFramed(token: string): Promise<void> {
  const openBeside = await besideOpener();
  const panel = makePanel(await sayHello(line, token, ancestors()), openBeside ? { openBeside } : {});
  if (!panel) return;
  watchSight(panel.pageCover.see);
  holdClicks(() => panel.pageCover.off.peek());
  await begin(panel);
}

async function startBeside(): Promise<void> {
  const window = await besideWindow();
  if (window === null) return;
  const front = await watchFront(window);
  const panel = makePanel(await sayBeside(line, window), { isInFront: front.isInFront });
  if (!panel) return;
  front.follow({ turned: () => void panel.turnTo(), changed: () => void panel.look() });
  await begin(panel);
}

function makePanel(hello: HelloAnswer, own: Own): PanelModel | null {
  if (!hello.ok) return null;
  const { session, off, theme } = hello.value;
  return new Panel({
    client: createClient(line, session),
    later: line.later,
    grants: { grant, revoke },
    today: () => now().slice(0, 10),
    openWorkspace: (route) => {
      void browser.tabs.create({ url: `${browser.runtime.getURL('/workspace.html')}#${route}` });
    },
    off,
    theme,
    ...own,
  });
}

async function begin(panel: PanelModel): Promise<void> {
  show(panel);
  await panel.start();
  focusWhenWanted(panel);
}

/** The origins of the pages around this frame, the nearest first, where the browser tells them. */
function ancestors(): string[] {
  return 'ancestorOrigins' in location ? [...location.ancestorOrigins] : [];
}

function show(panel: PanelModel): void {
  document.documentElement.lang = language();
  document.title = t('extName');
  effect(() => {
    document.documentElement.dataset.theme = panel.theme.value;
  });
  coverWhenHidden(panel);
  addEventListener('pagehide', panel.leavePage);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') panel.leavePage();
  });
  render(<PanelScreen panel={panel} />, document.body);
}

/** A collapsed panel is covered when it is opened again; a key or a move in it keeps what is uncovered so. */
function coverWhenHidden({ cover }: PanelModel): void {
  new IntersectionObserver(([last]) => {
    if (last?.isIntersecting === false) cover.cover();
  }).observe(document.body);
  for (const kind of ['keydown', 'pointerdown', 'pointermove'] as const)
    addEventListener(kind, cover.stay, { passive: true });
}

/**
 * Opened by its shortcut or just turned on, the panel is there to write in: the cursor goes into the note box, as soon as
 * there is one. Once it was there, or somewhere else in the panel, a next deal does not take it.
 */
function focusWhenWanted(panel: PanelModel): void {
  // Opened by itself as the user left it, the panel takes no key from the page.
  let wanted = document.hasFocus();
  const focus = () => {
    if (!wanted || !document.hasFocus()) return;
    const box = document.querySelector('textarea');
    const isFree = document.activeElement === document.body;
    if (isFree) box?.focus();
    wanted = isFree && box === null;
  };
  addEventListener('focus', () => {
    wanted = true;
    focus();
  });
  effect(() => {
    const is = panel.here.view.value?.is;
    const writes = panel.pen.here.value;
    // The button that turns a site on, or takes the pen, has the focus, and goes with it.
    if (is === 'off' || !writes) wanted = true;
    // The note box is painted after the view has come.
    if (is === 'deal') line.later(0, focus);
  });
}

void start();
