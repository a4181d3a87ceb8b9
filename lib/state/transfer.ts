import { createModel, signal } from '@preact/signals';
import { EXPORT_KINDS, FILE_BYTES, WrongFile } from '@/lib/domain/transfer';
import type { Counts, ExportKind, ExportPart, ExportPlace } from '@/lib/domain/transfer';
import { filePieces, partsOf, readFile } from '@/lib/domain/transfer-file';
import type { SidelineFile } from '@/lib/domain/transfer-file';
import type { Refusal } from '@/lib/domain/refusal';
import type { Answer } from '@/lib/domain/views';
import type { Client } from '@/lib/messages/client';
import type { ToastModel } from './toast';

/** What files and erasing need of the page. */
export interface Files {
  /** Hands a file to the browser as a download. */
  save(name: string, pieces: string[]): void;
  /** The name that an export of this ISO day gets. */
  nameOf(day: string): string;
  /** The page's clock, ISO with its offset. */
  now(): string;
  /** Goes to a page of the workspace. */
  show(hash: '#welcome'): void;
}

/** A file that the user chose. */
export interface ChosenFile {
  name: string;
  /** Bytes. */
  size: number;
  bytes(): Promise<Uint8Array>;
}

interface Needs {
  client: Client;
  toast: ToastModel;
  files: Files;
  /** Asks again what the page shows. */
  again(): Promise<unknown>;
}

/** How often an export is begun, where something is kept while it is under way. */
const TRIES = 3;

interface Gathered {
  version: number;
  records: Record<ExportKind, string[]>;
  unreadable: number;
}

/** A file that was looked through and could be taken in. */
interface Ready {
  name: string;
  file: SidelineFile;
  /** What the background calls it. */
  id: string;
}

/** Everything out into one file, one file in, and everything erased. */
export const Transfer = createModel(({ client, toast, files, again }: Needs) => {
  const busy = signal<'export' | 'check' | 'import' | 'erase' | null>(null);
  /** What went into the last file, and how much could not be read. */
  const exported = signal<{ counts: Counts; unreadable: number } | null>(null);
  const exportProblem = signal<Refusal | null>(null);
  const ready = signal<Ready | null>(null);
  const importProblem = signal<Refusal | null>(null);
  const eraseProblem = signal<Refusal | null>(null);

  const alone = async <T>(what: NonNullable<typeof busy.value>, run: () => Promise<T>): Promise<T | null> => {
    if (busy.peek() !== null) return null;
    busy.value = what;
    try {
      return await run();
    } finally {
      busy.value = null;
    }
  };

  /** All parts, or null where something was kept between two of them. */
  const gather = async (): Promise<Answer<Gathered | null>> => {
    const records = Object.fromEntries(
      EXPORT_KINDS.map((kind) => [kind, []]),
    ) as unknown as Gathered['records'];
    let unreadable = 0;
    let revision: number | null = null;
    for (let after: ExportPlace | null = null; ;) {
      // oxlint-disable-next-line no-await-in-loop -- each part says where the next begins
      const answer: Answer<ExportPart> = await client.view('exportPart', { after });
      if (!answer.ok) return answer;
      const part: ExportPart = answer.value;
      if (revision !== null && part.revision !== revision) return { ok: true, value: null };
      revision = part.revision;
      for (const item of part.items) records[part.kind].push(JSON.stringify(item));
      unreadable += part.unreadable;
      after = part.next;
      if (after === null) return { ok: true, value: { version: part.version, records, unreadable } };
    }
  };

  const exportAll = async (): Promise<Refusal | null> => {
    for (let tries = 0; tries < TRIES; tries++) {
      // oxlint-disable-next-line no-await-in-loop -- begun again where the last try was in vain
      const answer = await gather();
      if (!answer.ok) return answer.refusal;
      if (answer.value === null) continue;
      const { version, records, unreadable } = answer.value;
      const exportedAt = files.now();
      files.save(files.nameOf(exportedAt.slice(0, 10)), [...filePieces({ version, exportedAt }, records)]);
      const counts = Object.fromEntries(EXPORT_KINDS.map((kind) => [kind, records[kind].length]));
      exported.value = { counts, unreadable };
      return null;
    }
    return 'kept-meanwhile';
  };

  /** Sends the parts of one pass, and its end. */
  const send = async (id: string, file: SidelineFile, pass: 'check' | 'write'): Promise<Refusal | null> => {
    let number = 0;
    for (const part of partsOf(file)) {
      // oxlint-disable-next-line no-await-in-loop -- the parts of a pass come in order
      const answer = await client.command('importPart', { ...part, file: id, pass, number });
      if (!answer.ok) return answer.refusal;
      number += 1;
    }
    const answer = await client.command('importEnd', { file: id, pass });
    return answer.ok ? null : answer.refusal;
  };

  const check = async (chosen: ChosenFile): Promise<Refusal | null> => {
    if (chosen.size > FILE_BYTES) return 'file-too-large';
    const bytes = await chosen.bytes().catch(() => null);
    if (bytes === null) return 'file-damaged';
    const file = readFile(bytes);
    const begun = await client.command('importBegin', { head: file.head });
    if (!begun.ok) return begun.refusal;
    const { file: id } = begun.value;
    const refusal = await send(id, file, 'check');
    if (refusal === null) ready.value = { name: chosen.name, file, id };
    return refusal;
  };

  const write = async ({ file, id }: Ready): Promise<Refusal | null> => {
    const refusal = await send(id, file, 'write');
    if (refusal !== null) await client.command('importEnd', { file: id, pass: 'drop' });
    return refusal;
  };

  const orWrongFile = async (run: () => Promise<Refusal | null>): Promise<Refusal | null> => {
    try {
      return await run();
    } catch (error) {
      if (error instanceof WrongFile) return error.refusal;
      throw error;
    }
  };

  return {
    busy,
    exported,
    exportProblem,
    /** The file that could be taken in; null where none was chosen, or it was refused. */
    ready,
    importProblem,
    eraseProblem,
    exportAll: () =>
      alone('export', async () => {
        exported.value = null;
        exportProblem.value = null;
        exportProblem.value = await exportAll();
      }),
    /** Looks through a file; nothing is written. */
    choose: (chosen: ChosenFile) =>
      alone('check', async () => {
        ready.value = null;
        importProblem.value = null;
        importProblem.value = await orWrongFile(() => check(chosen));
      }),
    importChosen: () =>
      alone('import', async () => {
        const chosen = ready.peek();
        if (chosen === null) return;
        importProblem.value = null;
        importProblem.value = await orWrongFile(() => write(chosen));
        ready.value = null;
        if (importProblem.peek() === null) toast.show('imported');
        await again();
      }),
    erase: () =>
      alone('erase', async () => {
        eraseProblem.value = null;
        const answer = await client.command('eraseEverything', {});
        if (!answer.ok) return void (eraseProblem.value = answer.refusal);
        exported.value = null;
        ready.value = null;
        importProblem.value = null;
        files.show('#welcome');
        toast.show('erased');
      }),
  };
});
export type TransferModel = InstanceType<typeof Transfer>;
