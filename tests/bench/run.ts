import { provide } from '../browsers.ts';
import { runProgram } from '../steps.ts';
import { askPart } from './ask.ts';
import { calibration, table, writeFigures, type Figures, type Part } from './figures.ts';
import { navigationPart } from './navigation.ts';
import { notesPart } from './notes.ts';
import { pagePart } from './page.ts';
import { readingPart } from './reading.ts';
import { searchPart } from './search.ts';
import { sizePart } from './size.ts';

/**
 * `npm run bench` measures all parts, `npm run bench -- <part>` one. It builds first, prints the table that the README keeps
 * and writes `.output/bench.json`.
 */

const PARTS: readonly Part[] = [
  sizePart,
  pagePart,
  navigationPart,
  notesPart,
  searchPart,
  askPart,
  readingPart,
];

async function build(): Promise<void> {
  for (const more of [[], ['--mode', 'preset']]) {
    const { code, output } = await runProgram(['wxt', 'build', ...more]);
    if (code !== 0) throw new Error(`The build failed:\n${output}`);
  }
}

async function measureAll(parts: readonly Part[]): Promise<Figures> {
  const figures: Figures = { 'bench.calibration.ms': calibration() };
  for (const part of parts) {
    const start = Date.now();
    console.error(`Measuring ${part.name} …`);
    Object.assign(figures, await part.run());
    console.error(`  ${((Date.now() - start) / 1000).toFixed(0)} s`);
  }
  return figures;
}

try {
  const asked = process.argv.slice(2);
  const parts = asked.length === 0 ? PARTS : PARTS.filter(({ name }) => asked.includes(name));
  const names = PARTS.map(({ name }) => name).join(', ');
  if (parts.length < asked.length) throw new Error(`No such part. There are: ${names}`);
  provide(['chromium']);
  await build();
  const figures = await measureAll(parts);
  writeFigures(figures);
  console.log(table(figures));
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
