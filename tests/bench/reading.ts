import { measured } from './measured.ts';
import { figureOf, type Figures, type Part } from './figures.ts';

/** How the fields of some pages were read. */
interface Count {
  shown: number;
  right: number;
  marked: number;
  missing: number;
  wrong: number;
}

interface Measured {
  fixtures: Record<string, Count>;
  /** Null where no captured pages are at hand. */
  captured: Record<string, Count> | null;
  longest: number;
  list: number[];
  ratios: number[];
}

/** The shares of what was read right (or marked, with the truth inside) and wrong. */
function shares(name: string, counts: Record<string, Count>): Figures {
  const all = Object.values(counts);
  const sum = (part: keyof Count) => all.reduce((total, one) => total + one[part], 0);
  const of = `of ${sum('shown')} fields and rows shown, ${sum('marked')} of them marked`;
  return {
    [`reading.${name}.right`]: figureOf([(sum('right') + sum('marked')) / sum('shown')], 'share', of),
    [`reading.${name}.wrong`]: figureOf([sum('wrong') / sum('shown')], 'share', of),
  };
}

/** The table that the README keeps, per CRM and kind of page. */
function tableOf(counts: Record<string, Count>): string {
  const rows = Object.entries(counts).map(
    ([name, { shown, right, marked, missing, wrong }]) =>
      `| ${name} | ${shown} | ${right} | ${marked} | ${missing} | ${wrong} |`,
  );
  return [
    '| page | shown | right | marked | missing | wrong |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}

/** How true reading is, and what it costs; reading.measure.ts does it, in Chromium. */
export const readingPart: Part = {
  name: 'reading',
  run: async (): Promise<Figures> => {
    const { fixtures, captured, longest, list, ratios } = await measured<Measured>('reading');
    console.error(`Our fixtures\n${tableOf(fixtures)}`);
    if (captured) console.error(`Captured pages\n${tableOf(captured)}`);
    return {
      ...shares('fixtures', fixtures),
      ...(captured ? shares('recipes', captured) : {}),
      'reading.longest_task.ms': figureOf([longest], 'ms', 'at most 50, over 5,000 and 50,000 elements'),
      'reading.walk.ratio': figureOf(
        ratios,
        'ratio',
        "a look at 50,000 elements, to a walk over `querySelectorAll('*')`",
      ),
      'reading.list.ms': figureOf(list, 'ms', '2,000 rows read twice and told, all slices together'),
    };
  },
};
