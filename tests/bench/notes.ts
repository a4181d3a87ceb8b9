import { readFileSync, rmSync } from 'node:fs';
import { runProgram } from '../steps.ts';
import { figureOf, median, type Figures, type Part } from './figures.ts';

/** What keeping a note takes with five years of notes there; notes.measure.ts does it, in Chromium. */

const MEASURED = '.output/bench/notes.json';
const MEASURE = ['vitest', 'run', '--config', 'tests/vitest.config.ts', '--project', 'bench'] as const;

interface Run {
  keep: number[];
  put: number[];
}

export const notesPart: Part = {
  name: 'notes',
  run: async (): Promise<Figures> => {
    rmSync(MEASURED, { force: true });
    const { code, output } = await runProgram([...MEASURE]);
    if (code !== 0) throw new Error(`Not measured:\n${output}`);
    const runs: Run[] = JSON.parse(readFileSync(MEASURED, 'utf8'));
    const saves = runs.map(({ keep }) => median(keep));
    const puts = runs.map(({ put }) => median(put));
    const ratios = saves.map((save, run) => save / (puts[run] ?? Number.NaN));
    return {
      'notes.save.ms': figureOf(
        saves,
        'ms',
        'at most 3 times notes.put.ms: the store keeps a note, 20,000 there',
      ),
      'notes.put.ms': figureOf(
        puts,
        'ms',
        'a plain IndexedDB put of the same note, as durable, as many rows',
      ),
      'notes.save.ratio': figureOf(ratios, 'ratio', 'at most 3'),
    };
  },
};
