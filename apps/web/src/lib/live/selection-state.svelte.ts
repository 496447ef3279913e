/** What this page has selected, oldest first; shared by the boards and shown to others as rings. */
export class SelectionState {
  readonly #tell: (ids: readonly string[]) => void;
  #ids: readonly string[] = $state.raw([]);

  /** @param tell called with each new selection */
  constructor(tell: (ids: readonly string[]) => void) {
    this.#tell = tell;
  }

  get ids(): readonly string[] {
    return this.#ids;
  }

  set(ids: readonly string[]): void {
    const next = [...new Set(ids)];
    if (next.length === this.#ids.length && next.every((id, at) => id === this.#ids[at])) return;
    this.#ids = next;
    this.#tell(next);
  }

  toggle(id: string): void {
    this.set(this.has(id) ? this.#ids.filter((other) => other !== id) : [...this.#ids, id]);
  }

  has(id: string): boolean {
    return this.#ids.includes(id);
  }

  clear(): void {
    this.set([]);
  }
}
