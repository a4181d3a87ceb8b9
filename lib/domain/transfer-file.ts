import { bytesOf, EXPORT_KINDS, FILE_BYTES, FILE_FORMAT, PART_BYTES, PART_RECORDS } from './transfer';
import { RECORD_BYTES, WrongFile } from './transfer';
import type { Counts, ExportKind, FileHead, Part } from './transfer';

/** A file that holds what it says it holds. Its records are not looked at yet. */
export interface SidelineFile {
  head: FileHead;
  kinds: Record<ExportKind, unknown[]>;
}

/** How every file of ours begins. Other kinds of files, packed ones too, are told by not doing so. */
const BEGINNING = /^\s*\{\s*"sideline"\s*:/;
/** A file of ours is 8 deep. */
const DEEPEST = 16;
const UNSAFE = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Reads a file that somebody chose. Whatever it is, it takes time by its length alone, and makes nothing but plain data.
 * @throws WrongFile
 */
export function readFile(bytes: Uint8Array): SidelineFile {
  if (bytes.length > FILE_BYTES) throw new WrongFile('file-too-large');
  if (!BEGINNING.test(beginningOf(bytes))) throw new WrongFile('file-not-ours');
  const text = textOf(bytes);
  refuseShape(text);
  const value = parse(text);
  refuseUnsafeKeys(value);
  return fileOf(value);
}

/**
 * The records of a file in parts that one message can carry.
 * @throws WrongFile where a record is larger than any that Sideline writes
 */
export function* partsOf(file: SidelineFile): Generator<Part> {
  for (const kind of EXPORT_KINDS) {
    let items: unknown[] = [];
    let bytes = 0;
    for (const record of file.kinds[kind]) {
      const more = bytesOf(record) + 1;
      if (more > RECORD_BYTES) throw new WrongFile('file-wrong');
      if (bytes + more > PART_BYTES || items.length === PART_RECORDS) {
        yield { kind, items };
        items = [];
        bytes = 0;
      }
      items.push(record);
      bytes += more;
    }
    if (items.length > 0) yield { kind, items };
  }
}

/** A whole file, in pieces that follow each other. @param records JSON of each record, by kind */
export function* filePieces(
  head: Omit<FileHead, 'sideline' | 'counts'>,
  records: Record<ExportKind, readonly string[]>,
): Generator<string> {
  const counts = Object.fromEntries(EXPORT_KINDS.map((kind) => [kind, records[kind].length]));
  const { version, exportedAt } = head;
  const whole: FileHead = { sideline: FILE_FORMAT, version, exportedAt, counts };
  yield `${JSON.stringify(whole).slice(0, -1)},"kinds":{`;
  for (const kind of EXPORT_KINDS) {
    yield `${kind === EXPORT_KINDS[0] ? '' : ','}\n"${kind}":[`;
    const all = records[kind];
    for (const [at, record] of all.entries()) yield `${at === 0 ? '' : ','}\n${record}`;
    yield ']';
  }
  yield '}}\n';
}

function beginningOf(bytes: Uint8Array): string {
  const isMarked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const start = isMarked ? 3 : 0;
  return String.fromCharCode(...bytes.subarray(start, start + 64));
}

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new WrongFile('file-damaged');
  }
}

const QUOTE = 34;
const BACKSLASH = 92;
const OPENING = new Set([91, 123]);
const CLOSING = new Set([93, 125]);

/** One walk over the text, before it is parsed: how deep it goes, and whether it comes to an end. */
function refuseShape(text: string): void {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === QUOTE) at = endOfString(text, at);
    else if (OPENING.has(unit)) depth++;
    else if (CLOSING.has(unit)) depth--;
    if (depth > DEEPEST) throw new WrongFile('file-too-deep');
  }
  if (depth > 0) throw new WrongFile('file-cut');
}

function endOfString(text: string, start: number): number {
  for (let end = start; ;) {
    end = text.indexOf('"', end + 1);
    if (end < 0) throw new WrongFile('file-cut');
    let backslashes = 0;
    while (text.charCodeAt(end - 1 - backslashes) === BACKSLASH) backslashes++;
    if (backslashes % 2 === 0) return end;
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new WrongFile('file-damaged');
  }
}

/** Parsed, such a key is harmless; copied or merged later it would not be. */
function refuseUnsafeKeys(value: unknown): void {
  const left: unknown[] = [value];
  while (left.length > 0) {
    const one = left.pop();
    if (typeof one !== 'object' || one === null) continue;
    if (!Array.isArray(one) && Object.keys(one).some((key) => UNSAFE.has(key)))
      throw new WrongFile('file-unsafe');
    for (const inner of Object.values(one)) if (typeof inner === 'object') left.push(inner);
  }
}

const HEAD_KEYS = ['sideline', 'version', 'exportedAt', 'counts', 'kinds'];

function fileOf(value: unknown): SidelineFile {
  if (!isObject(value)) throw new WrongFile('file-not-ours');
  const { sideline, version, exportedAt } = value;
  if (!isWhole(sideline) || sideline < 1) throw new WrongFile('file-not-ours');
  if (sideline > FILE_FORMAT) throw new WrongFile('file-newer');
  const isHead =
    Object.keys(value).every((key) => HEAD_KEYS.includes(key)) &&
    isWhole(version) &&
    version > 0 &&
    typeof exportedAt === 'string' &&
    exportedAt.length <= 40 &&
    !Number.isNaN(Date.parse(exportedAt));
  if (!isHead) throw new WrongFile('file-wrong');
  const { counts, kinds } = recordsOf(value['counts'], value['kinds']);
  return { head: { sideline, version, exportedAt, counts }, kinds };
}

/** A kind that an older Sideline did not have is in neither. */
function recordsOf(counts: unknown, kinds: unknown): { counts: Counts; kinds: SidelineFile['kinds'] } {
  if (!isObject(counts) || !isObject(kinds)) throw new WrongFile('file-wrong');
  const known = new Set<string>(EXPORT_KINDS);
  const isUnknown = (key: string): boolean => !known.has(key);
  if (Object.keys(counts).some(isUnknown) || Object.keys(kinds).some(isUnknown))
    throw new WrongFile('file-wrong');
  const said: Counts = {};
  const found = {} as SidelineFile['kinds'];
  for (const kind of EXPORT_KINDS) {
    const number = counts[kind] ?? 0;
    const records = kinds[kind] ?? [];
    if (!isWhole(number) || !Array.isArray(records)) throw new WrongFile('file-wrong');
    if (records.length !== number) throw new WrongFile('file-counts');
    said[kind] = number;
    found[kind] = records;
  }
  return { counts: said, kinds: found };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isWhole(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
