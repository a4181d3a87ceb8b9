/** A page that never rests: each frame the text of some of its live cells (`[data-live]`) changes. */
export interface Storm {
  start(): void;
  /** Stops; answers how many frames the storm has lasted in all. */
  stop(): number;
  running: boolean;
  frames: number;
  /** Texts changed so far. */
  changes: number;
}

const CHANGES_A_FRAME = 20;

/** Makes a storm that does not blow yet. It takes the cells in turn, so that each run is the same. */
export function createStorm(): Storm {
  let next = 0;
  const frame = () => {
    if (!storm.running) return;
    const cells = document.querySelectorAll('[data-live]');
    for (let count = 0; count < Math.min(CHANGES_A_FRAME, cells.length); count += 1) {
      // A step that shares no factor with 2,000 spreads the changes over the list.
      next = (next + 997) % cells.length;
      const cell = cells[next];
      if (cell) cell.textContent = String((Number(cell.textContent) + 7) % 100);
      storm.changes += 1;
    }
    storm.frames += 1;
    requestAnimationFrame(frame);
  };
  const storm: Storm = {
    running: false,
    frames: 0,
    changes: 0,
    start: () => {
      if (storm.running) return;
      storm.running = true;
      requestAnimationFrame(frame);
    },
    stop: () => {
      storm.running = false;
      return storm.frames;
    },
  };
  return storm;
}
