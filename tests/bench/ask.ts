import { measured } from './measured.ts';
import { figureOf, type Figures, type Part } from './figures.ts';

/** What choosing the questions about a deal takes; ask.measure.ts does it, in Chromium. */
export const askPart: Part = {
  name: 'ask',
  run: async (): Promise<Figures> => ({
    'ask.choose.ms': figureOf(
      await measured<number[]>('ask'),
      'ms',
      'the questions of one deal, each run over 1,000 readings',
    ),
  }),
};
