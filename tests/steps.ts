import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, resolve } from 'node:path';

/** Runs one step of a check and counts what it did. */

export interface Step {
  name: string;
  /** A program of node_modules/.bin and its arguments. */
  command: readonly [string, ...string[]];
  /** Where the step writes its results; a step without one counts as one check. */
  report?: { format: 'vitest' | 'playwright'; file: string };
  /** The step means nothing where one of these failed: it then counts as failed without being run. */
  needs?: readonly string[];
}

export interface Count {
  passed: number;
  failed: number;
  skipped: number;
}

export interface Outcome extends Count {
  name: string;
  ok: boolean;
}

const BIN = resolve('node_modules/.bin');

/** The environment of a child: our own Node first, days in UTC, no colours in what is kept. */
export function childEnvironment(): NodeJS.ProcessEnv {
  return { ...process.env, PATH: `${BIN}${delimiter}${process.env.PATH ?? ''}`, TZ: 'UTC', NO_COLOR: '1' };
}

/** Runs a program of node_modules/.bin to its end and keeps what it printed. */
export function runProgram([program, ...args]: Step['command']): Promise<{ code: number; output: string }> {
  return new Promise((done, lost) => {
    const child = spawn(resolve(BIN, program), args, {
      env: childEnvironment(),
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    });
    let output = '';
    child.stdout.on('data', (part: Buffer) => (output += part.toString()));
    child.stderr.on('data', (part: Buffer) => (output += part.toString()));
    child.once('error', lost);
    child.once('close', (code) => done({ code: code ?? 1, output }));
  });
}

/** Runs a step, prints one line on it and, where it failed, the end of what it said. */
export async function runStep(step: Step): Promise<Outcome> {
  const start = Date.now();
  if (step.report) {
    mkdirSync('.output/reports', { recursive: true });
    rmSync(step.report.file, { force: true });
  }
  const { code, output } = await runProgram(step.command);
  const count = step.report ? countReport(step.report, code === 0) : countOne(code === 0);
  const ok = code === 0 && count.failed === 0;
  const seconds = ((Date.now() - start) / 1000).toFixed(1);
  console.log(
    `${ok ? 'ok    ' : 'FAILED'}  ${step.name} (${seconds} s)${step.report ? `: ${describe(count)}` : ''}`,
  );
  if (!ok) console.log(lastLines(output, 120));
  return { name: step.name, ok, ...count };
}

function countOne(ok: boolean): Count {
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 };
}

/** A run that ended badly without a failed test (a crash, a file that does not load) counts as one failure. */
function countReport({ format, file }: NonNullable<Step['report']>, ok: boolean): Count {
  const count = readReport(format, file);
  if (count === null) return { passed: 0, failed: 1, skipped: 0 };
  return !ok && count.failed === 0 ? { ...count, failed: 1 } : count;
}

function readReport(format: 'vitest' | 'playwright', file: string): Count | null {
  try {
    const report: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return format === 'vitest' ? countVitest(report) : countPlaywright(report);
  } catch {
    return null;
  }
}

/** The counts of Vitest's JSON report. */
export function countVitest(report: unknown): Count {
  return {
    passed: numberAt(report, 'numPassedTests'),
    failed: numberAt(report, 'numFailedTests'),
    skipped: numberAt(report, 'numPendingTests') + numberAt(report, 'numTodoTests'),
  };
}

/** The counts of Playwright's JSON report. A test that passed only at a second try is a failure. */
export function countPlaywright(report: unknown): Count {
  const stats = typeof report === 'object' && report !== null && 'stats' in report ? report.stats : null;
  return {
    passed: numberAt(stats, 'expected'),
    failed: numberAt(stats, 'unexpected') + numberAt(stats, 'flaky'),
    skipped: numberAt(stats, 'skipped'),
  };
}

/** @throws where the report has no such number: a report of another shape must not count as nothing. */
function numberAt(object: unknown, key: string): number {
  const value: unknown =
    typeof object === 'object' && object !== null
      ? Object.entries(object).find(([name]) => name === key)?.[1]
      : undefined;
  if (typeof value !== 'number') throw new Error(`The report has no ${key}`);
  return value;
}

/** The sum of several counts. */
export function sum(counts: readonly Count[]): Count {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const { passed, failed, skipped } of counts) {
    total.passed += passed;
    total.failed += failed;
    total.skipped += skipped;
  }
  return total;
}

/** A count in the words of the last line. */
export function describe({ passed, failed, skipped }: Count): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

function lastLines(text: string, most: number): string {
  const lines = text.trimEnd().split('\n');
  const cut = lines.length > most ? [`… ${lines.length - most} lines above`] : [];
  return [...cut, ...lines.slice(-most)].join('\n');
}
