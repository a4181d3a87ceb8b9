import { randomFrom } from './random.ts';

/** From how many to how many milliseconds something takes. */
export interface Span {
  min: number;
  max: number;
}

/** All waiting of the sample CRM. Nothing else in it knows a clock. */
export interface Scheduler {
  /** Multiplies every delay that begins from now on. */
  scale: number;
  /** A whole number of milliseconds out of a span, before `scale`: the same row of them for the same seed. */
  draw(span: Span): number;
  /** Runs `ms` times `scale` later, at once where that is nothing. Answers how to call it off. */
  after(ms: number, run: () => void): () => void;
}

/** Makes a scheduler that draws from a seed. */
export function createScheduler({ seed, scale }: { seed: number; scale: number }): Scheduler {
  const random = randomFrom(seed);
  const scheduler: Scheduler = {
    scale,
    draw: ({ min, max }) => min + Math.floor(random() * (max - min + 1)),
    after: (ms, run) => {
      const wait = ms * scheduler.scale;
      if (wait === 0) {
        run();
        return () => undefined;
      }
      const timer = setTimeout(run, wait);
      return () => clearTimeout(timer);
    },
  };
  return scheduler;
}
