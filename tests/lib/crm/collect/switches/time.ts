/** Time that moves only when it is told to, for a page and its watch together. Milliseconds. */
export class Time {
  now = 0;
  private timers: { at: number; run: () => void }[] = [];

  /** Runs once after a time; gives the way to call it off. */
  after(ms: number, run: () => void): () => void {
    const timer = { at: this.now + ms, run };
    this.timers.push(timer);
    return () => {
      this.timers = this.timers.filter((other) => other !== timer);
    };
  }

  /** Lets time pass; what is due runs in order, each at its own time. */
  pass(ms: number): void {
    const end = this.now + ms;
    for (let next = this.next(end); next !== undefined; next = this.next(end)) {
      const { at, run } = next;
      this.timers = this.timers.filter((timer) => timer !== next);
      this.now = Math.max(this.now, at);
      run();
    }
    this.now = end;
  }

  private next(end: number): { at: number; run: () => void } | undefined {
    let first: { at: number; run: () => void } | undefined;
    for (const timer of this.timers)
      if (timer.at <= end && (first === undefined || timer.at < first.at)) first = timer;
    return first;
  }
}
