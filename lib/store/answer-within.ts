import { StoreError } from './errors';
import type { Store } from './store';
import { deadline, after as realAfter } from './timers';
import type { After } from './timers';

/**
 * How long whoever stands before a screen waits for the store, in ms. Less than 5 s, which is what people are promised:
 * the answer still has to travel, and to be drawn.
 */
export const ANSWER_WITHIN = 4_500;

/**
 * Runs work on the store and gives it up where it has not ended in time: reads have no watchdog of their own. What was given
 * up begins no commit any more, so that nothing is written behind the back of a user who was told that it was not. A commit
 * that is already being written may still come through; its retry with the same operation id finds it.
 * @throws what `work` throws
 * @throws StoreError `not-saved` where it did not end within ANSWER_WITHIN
 */
export async function answerWithin<T>(
  store: Store,
  work: (store: Store) => Promise<T>,
  after: After = realAfter,
): Promise<T> {
  let late = false;
  const refuseLate = (): void => {
    if (late) throw new StoreError('not-saved');
  };
  const silence = deadline(after, ANSWER_WITHIN, () => {
    late = true;
    // What hangs may hang with its connection: the next question gets another one.
    store.connection.drop();
    return new StoreError('not-saved');
  });
  const watched: Store = {
    ...store,
    commit: (operation, plan, durability) =>
      store.commit(
        operation,
        async (order) => {
          refuseLate();
          const change = await plan(order);
          refuseLate();
          return change;
        },
        durability,
      ),
  };
  const working = work(watched);
  // Once given up, nobody awaits it any more.
  working.catch(() => {});
  try {
    return await Promise.race([working, silence.promise]);
  } finally {
    silence.stop();
  }
}
