/** Calls at a steady pace until it is stopped; a call that comes late does not move the next. */
export class Pace {
  #timer: NodeJS.Timeout | null = null;
  #stopped = false;

  /**
   * @param perSecond calls a second
   * @param phase share of one interval (0–1) that passes before the first call
   */
  constructor(perSecond: number, phase: number, call: () => void) {
    const interval = 1_000 / perSecond;
    let due = performance.now() + phase * interval;
    const tick = (): void => {
      if (this.#stopped) return;
      call();
      due += interval;
      this.#timer = setTimeout(tick, Math.max(0, due - performance.now()));
    };
    this.#timer = setTimeout(tick, phase * interval);
  }

  stop(): void {
    this.#stopped = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
  }
}
