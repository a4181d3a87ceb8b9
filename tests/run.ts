import { existsSync, readFileSync, rmSync } from 'node:fs';
import { provide } from './browsers.ts';
import { COUNTED } from './e2e/support/flows.ts';
import { describe, runStep, sum, type Outcome, type Step } from './steps.ts';

/**
 * `npm test` runs all of it; `npm run check` (argument `check`) what takes seconds. The last line is the count; a step that
 * fails does not keep the later ones from running, unless they need it.
 */

const VITEST = ['vitest', 'run', '--config', 'tests/vitest.config.ts'] as const;

function vitest(name: string, projects: readonly string[]): Step {
  const file = `.output/reports/${name}.json`;
  const which = projects.flatMap((project) => ['--project', project]);
  return {
    name,
    command: [...VITEST, ...which, '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`],
    report: { format: 'vitest', file },
  };
}

/** Steps of one row run beside each other; the rows run one after another. */
const CHECK: readonly (readonly Step[])[] = [
  [{ name: 'prepare', command: ['wxt', 'prepare'] }],
  [
    { name: 'types', command: ['tsc', '--noEmit'], needs: ['prepare'] },
    { name: 'format', command: ['prettier', '--check', '--log-level=warn', '.'] },
    { name: 'lint', command: ['oxlint', '--deny-warnings'] },
    {
      name: 'import table',
      command: ['depcruise', '--config', 'tests/imports.mjs', 'entrypoints', 'components', 'lib', 'tests'],
      needs: ['prepare'],
    },
  ],
  [vitest('unit', ['unit', 'components'])],
];

const BUILDS = ['build chrome', 'build firefox', 'build preset chrome', 'build preset firefox'];

const REST: readonly (readonly Step[])[] = [
  [{ name: 'build chrome', command: ['wxt', 'build'] }],
  [{ name: 'build firefox', command: ['wxt', 'build', '-b', 'firefox'] }],
  [{ name: 'build preset chrome', command: ['wxt', 'build', '--mode', 'preset'] }],
  [{ name: 'build preset firefox', command: ['wxt', 'build', '-b', 'firefox', '--mode', 'preset'] }],
  [vitest('browser', ['browser'])],
  [
    {
      name: 'end to end',
      command: ['playwright', 'test', '--config', 'tests/playwright.config.ts'],
      report: { format: 'playwright', file: '.output/reports/e2e.json' },
      needs: BUILDS,
    },
  ],
];

async function runAll(rows: readonly (readonly Step[])[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const row of rows)
    outcomes.push(...(await Promise.all(row.map((step) => runUnlessBroken(step, outcomes)))));
  return outcomes;
}

async function runUnlessBroken(step: Step, before: readonly Outcome[]): Promise<Outcome> {
  const broken = before.find(({ name, ok }) => !ok && step.needs?.includes(name));
  if (broken === undefined) return runStep(step);
  console.log(`FAILED  ${step.name}: not run, because "${broken.name}" failed`);
  return { name: step.name, ok: false, passed: 0, failed: 1, skipped: 0 };
}

/** What the click counter of the end-to-end tests counted: clicks, pages, and how many clicks are allowed. */
function printClicks(): void {
  if (!existsSync(COUNTED)) return;
  console.log('clicks  pages  at most');
  for (const line of readFileSync(COUNTED, 'utf8').trim().split('\n')) {
    const { does, atMost, clicks, pages } = JSON.parse(line) as Record<string, string | number>;
    console.log(
      `${String(clicks).padStart(6)}${String(pages).padStart(7)}${String(atMost).padStart(9)}  ${does}`,
    );
  }
}

const onlyCheck = process.argv[2] === 'check';
try {
  if (!onlyCheck) provide(['chromium', 'firefox', 'xvfb', 'xdotool']);
  rmSync(COUNTED, { force: true });
  const outcomes = await runAll(onlyCheck ? CHECK : [...CHECK, ...REST]);
  if (!onlyCheck) printClicks();
  console.log(describe(sum(outcomes)));
  process.exitCode = outcomes.every(({ ok }) => ok) ? 0 : 1;
} catch (error) {
  console.log(error instanceof Error ? error.message : String(error));
  console.log(describe({ passed: 0, failed: 1, skipped: 0 }));
  process.exitCode = 1;
}
