import { figureOf, median, type Figures, type Part } from './figures.ts';
import { measured } from './measured.ts';

/** What keeping a note takes with five years of notes there; notes.measure.ts does it, in Chromium. */

interface Run {
  keep: number[];
  put: number[];
}

export const notesPart: Part = {
  name: 'notes',
  run: async (): Promise<Figures> => {
    const runs = await measured<Run[]>('notes');
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
