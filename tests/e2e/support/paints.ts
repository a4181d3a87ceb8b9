import type { Frame, Page } from 'playwright';

/** What stood in the panel at one animation frame. */
export interface Paint {
  /** Milliseconds since 1970, a clock that page and panel share. */
  at: number;
  screen: string | null;
  /** The id of the deal whose fields are listed, or null. */
  record: string | null;
  /** All words, also those in the note box and in what is folded away. */
  words: string;
  hasBox: boolean;
}

/** Begins to note, at each animation frame, what stands in the panel; the answer gives what was noted so far. */
export async function watchPaints(panel: Frame): Promise<() => Promise<Paint[]>> {
  await panel.evaluate(() => {
    const paints: Paint[] = [];
    Object.assign(window, { paints });
    const look = () => {
      const box = document.querySelector<HTMLTextAreaElement>('textarea[name=note]');
      const record = document.querySelector('[data-field=recordId]')?.getAttribute('data-value') ?? null;
      const screen = document.querySelector('main')?.getAttribute('data-screen') ?? null;
      const words = `${document.body.textContent} ${box?.value ?? ''}`;
      const last = paints.at(-1);
      // Equal ones are noted once: the first of a row says when it began.
      if (!last || last.words !== words || last.screen !== screen || last.record !== record)
        paints.push({ at: Date.now(), screen, record, words, hasBox: box !== null });
      requestAnimationFrame(look);
    };
    look();
  });
  return () => panel.evaluate(() => (window as unknown as { paints: Paint[] }).paints);
}

/** Begins to note when the page puts which deal on screen; the answer gives `[record, at]` in order. */
export async function watchPage(page: Page): Promise<() => Promise<[string | null, number][]>> {
  await page.evaluate(() => {
    const shown: [string | null, number][] = [];
    Object.assign(window, { shown });
    const look = () => {
      const path = window.__sample?.shown.path ?? '';
      const record = /^\/deals\/(\d+)$/.exec(path)?.[1] ?? null;
      const last = shown.at(-1);
      if (!last || last[0] !== record) shown.push([record, Date.now()]);
      requestAnimationFrame(look);
    };
    look();
  });
  return () => page.evaluate(() => (window as unknown as { shown: [string | null, number][] }).shown);
}
