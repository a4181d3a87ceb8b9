import { browser } from 'wxt/browser';
import { startImportCheck, type ImportCheck } from '@/lib/domain/import-check';
import { SETTINGS_START } from '@/lib/domain/settings';
import { FILE_FORMAT, WrongFile, type FileHead } from '@/lib/domain/transfer';
import type { CommandName, Commands, ViewName } from '@/lib/domain/views';
import { erase } from '@/lib/store/erase';
import { StoreError } from '@/lib/store/errors';
import { beginImport, isEmpty, type Import } from '@/lib/store/import';
import { VERSION } from '@/lib/store/schema';
import { setting } from '@/lib/store/settings';
import { sites } from '@/lib/store/sites';
import { arrange } from './arrange';
import { tellPage, type Background } from './background';
import { complain } from './log';
import { settle } from './pages';
import { Refused } from './refused';
import { giveBack, isPreset } from './sites';

/** Taking a whole file in, and erasing everything. */

export const FOR_IMPORTS: readonly (ViewName | CommandName)[] = ['importBegin', 'importPart', 'importEnd'];

type Pass = Commands['importPart']['ask']['pass'];

/** A file on its way in. Lost with this life of the background; what was written of it is then taken back. */
interface Transfer {
  /** The operation that began it. */
  file: string;
  head: FileHead;
  pass: Pass;
  /** The number of the next part. */
  number: number;
  check: ImportCheck;
  /** The first pass came to its end without a fault. */
  checked: boolean;
  /** Set while it is being written. */
  writing: Import | null;
  /** When it was last heard of: the background's own clock. */
  heardAt: number;
}

let current: Transfer | null = null;
let last: Promise<unknown> = Promise.resolve();

/** A workspace that says nothing for so long was closed. Milliseconds. */
const SILENT_FOR = 30_000;

/** Whether a file is being written, so that nothing else may be asked or changed. One that was left in the middle is taken back. */
export async function isImporting({ now }: Background): Promise<boolean> {
  if (!current?.writing) return false;
  if (now() - current.heardAt > SILENT_FOR) await inTurn(drop);
  return Boolean(current?.writing);
}

function inTurn<T>(run: () => Promise<T>): Promise<T> {
  const done = last.then(run);
  last = done.catch(() => undefined);
  return done;
}

/** Forgets the file, and takes back what was written of it. */
async function drop(): Promise<void> {
  const writing = current?.writing;
  current = null;
  try {
    await writing?.takeBack();
  } catch {
    // The storage does not answer: it is taken back when it does, before anything else.
    complain('import', 'not taken back yet');
  }
}

type Asked<N extends CommandName> = { ask: Commands[N]['ask']; operation: string; at: string };

async function begin({ store, now }: Background, { ask: { head }, operation }: Asked<'importBegin'>) {
  if (current?.file === operation) return { file: operation };
  // Another workspace is in the middle of it.
  if (current?.writing && now() - current.heardAt <= SILENT_FOR) throw new StoreError('busy');
  await drop();
  if (head.sideline > FILE_FORMAT || head.version > VERSION) throw new WrongFile('file-newer');
  if (!(await isEmpty(store))) throw new StoreError('not-empty');
  const check = startImportCheck();
  current = {
    file: operation,
    head,
    pass: 'check',
    number: 0,
    check,
    checked: false,
    writing: null,
    heardAt: now(),
  };
  return { file: operation };
}

/** @throws Refused `interrupted` where the background knows nothing of this file, or not of this part of it */
function transferOf(file: string, pass: Pass, now: number): Transfer {
  if (current?.file !== file || (pass === 'write' && !current.checked)) throw new Refused('interrupted');
  if (current.pass === 'check' && pass === 'write')
    Object.assign(current, { pass, number: 0, check: startImportCheck() });
  if (current.pass !== pass) throw new Refused('interrupted');
  current.heardAt = now;
  return current;
}

async function part({ store, now }: Background, { ask }: Asked<'importPart'>) {
  const transfer = transferOf(ask.file, ask.pass, now());
  // Its answer was lost on the way.
  if (ask.number === transfer.number - 1) return {};
  if (ask.number !== transfer.number) throw new Refused('interrupted');
  const records = transfer.check.add(ask.kind, ask.items);
  if (ask.pass === 'write') await (await write(store, transfer)).add(ask.kind, records);
  transfer.number++;
  return {};
}

async function write(store: Background['store'], transfer: Transfer): Promise<Import> {
  return (transfer.writing ??= await beginImport(store));
}

async function end(background: Background, { ask, at }: Asked<'importEnd'>) {
  if (ask.pass === 'drop') {
    if (current?.file === ask.file) await drop();
    return {};
  }
  const { store, now } = background;
  const transfer = transferOf(ask.file, ask.pass, now());
  transfer.check.end(transfer.head.counts);
  if (ask.pass === 'check') {
    transfer.checked = true;
    return {};
  }
  await (await write(store, transfer)).end();
  current = null;
  try {
    await lookAgain(background, at);
  } catch {
    // Everything of the file is kept; open panels are right at the next move of their page.
    complain('import', 'not shown everywhere yet');
  }
  return {};
}

/** What stands on screens and in tabs was worked out on what was kept before. */
async function lookAgain(background: Background, at: string): Promise<void> {
  const { store, memory, screens } = background;
  screens.toAll({ to: 'screen', name: 'theme', theme: await setting(store, 'theme') });
  await arrange(background);
  for (const state of memory.tabs.values())
    // oxlint-disable-next-line no-await-in-loop -- each tab's page is taken in before the next
    if (!state.once && state.is === 'settled') await settle(background, state, state.reading, at);
}

/** One after another, and whatever is refused ends the whole. */
function whole<N extends CommandName>(
  run: (background: Background, asked: Asked<N>) => Promise<Commands[N]['answer']>,
): (background: Background, asked: Asked<N>) => Promise<Commands[N]['answer']> {
  return (background, asked) =>
    inTurn(async () => {
      try {
        return await run(background, asked);
      } catch (error) {
        if (!(error instanceof StoreError && error.code === 'busy')) await drop();
        throw error;
      }
    });
}

/** The three commands of an import. */
export const transfers = {
  importBegin: whole<'importBegin'>(begin),
  importPart: whole<'importPart'>(part),
  importEnd: whole<'importEnd'>(end),
};

/** Empties the database, turns every site off, gives the permissions back, and lets every screen forget what it shows. */
export async function eraseEverything(background: Background): Promise<Record<never, never>> {
  const { store, screens } = background;
  await inTurn(drop);
  const origins = (await sites(store)).flatMap((site) => site.origins);
  await erase(store, async () => {
    await leaveTabs(background);
    await arrange(background);
    if (!isPreset()) await giveBack(origins, new Set());
  });
  screens.toAll({ to: 'screen', name: 'theme', theme: SETTINGS_START.theme });
  screens.toAll({ to: 'screen', name: 'erased' });
  return {};
}

async function leaveTabs({ memory, screens, keep }: Background): Promise<void> {
  const tabs = [...memory.tabs.keys()];
  for (const tab of tabs) {
    screens.blank(tab);
    void tellPage(tab, { to: 'page', name: 'stop' });
  }
  for (const known of [memory.tabs, memory.mounts, memory.sessions, memory.remounts]) known.clear();
  memory.readings.length = 0;
  keep();
  await Promise.all(
    tabs.map((tabId) =>
      // The tab may be closed by now.
      browser.action.setBadgeText({ tabId, text: '' }).catch(() => undefined),
    ),
  );
}
