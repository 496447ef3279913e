import { setTimeout as pause } from 'node:timers/promises';

/**
 * Gathers the commits of all rooms of a server (R6). The first one after a quiet moment begins at
 * once. Those that would begin within `groupMs` of it wait and begin together, so that the store can
 * make them durable together: one forced write to the disk serves many rooms.
 */
export class CommitPace {
  readonly #groupMs: number;
  #beganAt = Number.NEGATIVE_INFINITY;
  #next: Promise<void> | null = null;

  /** @param groupMs least time between two groups, in milliseconds */
  constructor(groupMs: number) {
    this.#groupMs = groupMs;
  }

  /** Resolves when a commit may begin; null when it may at once. */
  begin(): Promise<void> | null {
    if (this.#next !== null) return this.#next;
    const now = performance.now();
    const rest = this.#beganAt + this.#groupMs - now;
    if (rest <= 0) {
      this.#beganAt = now;
      return null;
    }
    this.#next = pause(rest).then(() => {
      this.#next = null;
      this.#beganAt = performance.now();
    });
    return this.#next;
  }
}
