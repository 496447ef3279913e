/**
 * Counts the changes of this page that the server has not called durable (R7). A change is one local
 * transaction. The server acknowledges data frames by number, per connection; an update frame covers
 * its own change, a step 2 covers everything made until then. What a lost connection had not
 * acknowledged waits for the next step 2.
 */
export class Unacknowledged {
  /** Changes that no frame of this connection carries. */
  #waiting = 0;
  /** Changes that each unacknowledged frame of this connection carries, oldest first. */
  #carried: number[] = [];
  #sent = 0;
  #acknowledged = 0;
  /** Whether a step 2 was sent on this connection, so that updates alone complete the picture. */
  #reconciled = false;
  /** Changes in the update that is about to be sent: 1, or 0 for what was only restored. */
  #next = 0;
  /** Whether the document may hold changes of an earlier visit that were never counted. */
  #uncertain = false;
  /** The frame whose acknowledgement makes it certain again. */
  #certainAt = Number.POSITIVE_INFINITY;

  /** Counted changes that are not durable yet. */
  get pending(): number {
    return this.#carried.reduce((sum, changes) => sum + changes, this.#waiting);
  }

  get uncertain(): boolean {
    return this.#uncertain;
  }

  get reconciled(): boolean {
    return this.#reconciled;
  }

  /** A transaction was made here; when connected, the next frame carries it. */
  changed(): void {
    this.#waiting += 1;
    this.#next = 1;
  }

  /** The document took in what this device kept of an earlier visit. */
  restored(): void {
    this.#next = 0;
    this.#uncertain = true;
    this.#certainAt = Number.POSITIVE_INFINITY;
  }

  /** An earlier visit is known to have left this many changes. */
  restoredKnown(changes: number): void {
    this.#waiting += changes;
  }

  updateSent(): void {
    this.#waiting -= this.#next;
    this.#push(this.#next);
    this.#next = 0;
    if (this.#reconciled) this.#certainAt = Math.min(this.#certainAt, this.#sent);
  }

  stepTwoSent(): void {
    this.#push(this.#waiting);
    this.#waiting = 0;
    this.#reconciled = true;
    this.#certainAt = Math.min(this.#certainAt, this.#sent);
  }

  /** The first `frames` data frames of this connection are durable. */
  durable(frames: number): void {
    this.#carried.splice(0, frames - this.#acknowledged);
    this.#acknowledged = frames;
    if (frames >= this.#certainAt) this.#uncertain = false;
  }

  disconnected(): void {
    this.#waiting = this.pending;
    this.#carried = [];
    this.#sent = 0;
    this.#acknowledged = 0;
    this.#reconciled = false;
    this.#next = 0;
    this.#certainAt = Number.POSITIVE_INFINITY;
  }

  #push(changes: number): void {
    this.#sent += 1;
    this.#carried.push(changes);
  }
}
