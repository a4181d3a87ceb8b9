import '@/components/ui/styles/tokens.css';
import '@/components/ui/styles/base.css';
import '@/components/ui/styles/parts.css';
import '@/components/ui/styles/writing.css';
import '@/components/ui/styles/workspace.css';
import { effect } from '@preact/signals';
import { render } from 'preact';
import { Workspace as WorkspaceScreen } from '@/components/workspace/workspace';
import { createClient } from '@/lib/messages/client';
import { browserLine, grant, now, revoke } from '@/lib/messages/client-browser';
import { isExample } from '@/lib/state/example';
import { personHash, routeOf, Workspace, type Persistence } from '@/lib/state/workspace';
import { language, t } from '@/lib/text/words';

/** Asks the browser to keep what is stored, and says what it answered. */
async function persist(): Promise<Persistence> {
  if (navigator.storage?.persist === undefined) return 'unknown';
  const kept = (await navigator.storage.persisted()) || (await navigator.storage.persist());
  return kept ? 'kept' : 'not-promised';
}

/** Ctrl+K or ⌘+K: into the search. */
function searchKey(event: KeyboardEvent): void {
  if (event.key !== 'k' || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  document.querySelector<HTMLInputElement>('input[type="search"]')?.focus();
}

/** Hands a file to the browser as a download: it is made in this page, and no request is sent. */
function save(name: string, pieces: string[]): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob(pieces, { type: 'application/json' }));
  link.download = name;
  link.click();
  // The browser reads it after this turn; then its text need not stay in memory.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Back to what is real; the example is not to be come back to by the browser's Back. */
function leaveExample(): void {
  location.replace(`${location.pathname}#welcome`);
}

/** The full tab. A page of it is what stands after the `#`. */
async function start(): Promise<void> {
  if (window.top !== window) return;
  const line = browserLine();
  const example = isExample(location.search);
  const workspace = new Workspace({
    client: createClient(line, null),
    later: line.later,
    grants: { grant, revoke },
    files: {
      save,
      nameOf: (day) => t('settings.fileName', { day }),
      now,
      show: (hash) => (location.hash = hash),
    },
    today: () => now().slice(0, 10),
    openPerson: (rep) => {
      location.hash = personHash(rep);
    },
    // What is made up need not be kept, and the browser may ask the user about it.
    ...(example ? { persist: async () => 'unknown' as const, leaveExample } : { persist }),
  });
  document.documentElement.lang = language();
  document.title = t(example ? 'example.title' : 'extName');
  effect(() => {
    document.documentElement.dataset.theme = workspace.theme.value;
  });
  addEventListener('hashchange', () => void workspace.go(routeOf(location.hash)));
  addEventListener('pagehide', workspace.leavePage);
  for (const kind of ['keydown', 'pointerdown', 'pointermove'] as const)
    addEventListener(kind, workspace.cover.stay, { passive: true });
  addEventListener('keydown', searchKey);
  render(<WorkspaceScreen workspace={workspace} />, document.body);
  await workspace.start(routeOf(location.hash));
}

void start();
