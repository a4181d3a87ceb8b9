import { readFileSync, rmSync } from 'node:fs';
import { runProgram } from '../steps.ts';

/**
 * Runs `tests/bench/<name>.measure.ts` in Chromium.
 * @returns what it wrote to `.output/bench/<name>.json`
 * @throws with its output where it failed
 */
export async function measured<T>(name: string): Promise<T> {
  const file = `.output/bench/${name}.json`;
  rmSync(file, { force: true });
  const measure = ['run', '--config', 'tests/vitest.config.ts', '--project', 'bench'];
  const { code, output } = await runProgram(['vitest', ...measure, `tests/bench/${name}.measure.ts`]);
  if (code !== 0) throw new Error(`Not measured:\n${output}`);
  return JSON.parse(readFileSync(file, 'utf8'));
}
