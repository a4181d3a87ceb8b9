import { mkdirSync, writeFileSync } from 'node:fs';

/** One measured figure, as `.output/bench.json` holds it. */
export interface Figure {
  value: number;
  unit: 'bytes' | 'ms' | 'ratio' | 'share' | 'frames' | 'count';
  /** What it is held against, in words. */
  against: string;
  runs: number;
  /** The least and the most of the runs. */
  spread: [number, number];
}

export type Figures = Record<string, Figure>;

/** One part of the bench. */
export interface Part {
  name: string;
  run: () => Promise<Figures>;
}

/** The figure of several runs: their median, and how far they spread. @throws without a run */
export function figureOf(runs: readonly number[], unit: Figure['unit'], against: string): Figure {
  const sorted = [...runs].sort((one, other) => one - other);
  const [least, most] = [sorted[0], sorted.at(-1)];
  if (least === undefined || most === undefined) throw new Error('A figure needs at least one run');
  return {
    value: round(median(sorted)),
    unit,
    against,
    runs: runs.length,
    spread: [round(least), round(most)],
  };
}

/** The middle of several numbers. @throws without a number */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((one, other) => one - other);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  if (low === undefined || high === undefined) throw new Error('Nothing has no middle');
  return (low + high) / 2;
}

/** Four figures that count; more would only say that no two runs are alike. */
function round(value: number): number {
  return Number(value.toPrecision(4));
}

/** Milliseconds of a fixed loop: how fast this machine is now. Stands beside each figure in ms. */
export function calibration(): Figure {
  const runs = Array.from({ length: 5 }, () => {
    const start = performance.now();
    let state = 1;
    for (let turn = 0; turn < 50_000_000; turn++) state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const took = performance.now() - start;
    // Used, so that no compiler leaves the loop out.
    return state === 0 ? took + 1 : took;
  });
  return figureOf(runs, 'ms', 'a fixed loop of 50,000,000 steps');
}

/** The table that the README keeps. */
export function table(figures: Figures): string {
  const rows = Object.entries(figures).map(([name, { value, unit, against, runs, spread }]) => {
    const range = runs === 1 ? '' : ` (${spread[0]} to ${spread[1]}, ${runs} runs)`;
    return `| \`${name}\` | ${value} ${unit}${range} | ${against} |`;
  });
  return ['| figure | value | against |', '| --- | --- | --- |', ...rows].join('\n');
}

export function writeFigures(figures: Figures, file = '.output/bench.json'): void {
  mkdirSync('.output', { recursive: true });
  writeFileSync(file, `${JSON.stringify(figures, null, 2)}\n`);
}
