/**
 * What has to be closed, in the order in which it was opened; it is closed in the opposite one, so
 * that nothing loses what it stands on. A step that fails does not keep the next from its turn.
 */
export class Closing {
  readonly #steps: (() => void | Promise<void>)[] = [];
  #running: Promise<void> | null = null;

  add(step: () => void | Promise<void>): void {
    this.#steps.push(step);
  }

  /**
   * Closes everything, once; a second call waits for the first.
   * @throws AggregateError with what could not be closed
   */
  run(): Promise<void> {
    this.#running ??= this.#runAll();
    return this.#running;
  }

  async #runAll(): Promise<void> {
    const failures: unknown[] = [];
    for (const step of this.#steps.toReversed()) {
      try {
        await step();
      } catch (failure) {
        failures.push(failure);
      }
    }
    if (failures.length > 0) throw new AggregateError(failures, 'Not everything could be closed.');
  }
}
