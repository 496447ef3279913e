/** Lets what concerns the same thing happen one after the other, and everything else at once. */
export class TurnsByKey {
  readonly #last = new Map<string, Promise<unknown>>();

  /** Runs `act` after all that was asked for under this key before, whether that went well or not. */
  async take<T>(key: string, act: () => Promise<T>): Promise<T> {
    const before = this.#last.get(key) ?? Promise.resolve();
    const turn = before.then(act, act);
    this.#last.set(key, turn);
    try {
      return await turn;
    } finally {
      if (this.#last.get(key) === turn) this.#last.delete(key);
    }
  }
}
