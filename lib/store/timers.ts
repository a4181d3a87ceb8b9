/** The only way in which the store waits; tests hand in their own. Returns what calls it off. */
export type After = (ms: number, run: () => void) => () => void;

export const after: After = (ms, run) => {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
};

/** A promise that only ever rejects, with what `passed` makes, after so many milliseconds; `stop` calls it off. */
export function deadline(
  wait: After,
  ms: number,
  passed: () => Error,
): { promise: Promise<never>; stop: () => void } {
  const { promise, reject } = Promise.withResolvers<never>();
  return { promise, stop: wait(ms, () => reject(passed())) };
}
