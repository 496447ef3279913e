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

/** Numbers between 0 and 1 that are the same in every run (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
