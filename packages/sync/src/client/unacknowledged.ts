/** Changes that go together: how many, and what is known of their bytes. */
interface Changes {
  count: number;
  /** One update for each change of this visit; a count that was only remembered has none. */
  updates: Uint8Array[];
}

const none = (): Changes => ({ count: 0, updates: [] });

/**
 * Counts the changes of this page that the server has not called durable (R7), and holds them. A
 * change is one local transaction. The server acknowledges data frames by number, per connection; an
 * update frame covers its own change, a step 2 covers everything made until then. What a lost
 * connection had not acknowledged waits for the next step 2.
 */
export class Unacknowledged {
  /** Changes that no frame of this connection carries. */
  #waiting = none();
  /** Changes that each unacknowledged frame of this connection carries, oldest first. */
  #carried: Changes[] = [];
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
    return this.#carried.reduce((sum, { count }) => sum + count, this.#waiting.count);
  }

  /** The changes of this visit that are not durable yet. */
  get updates(): readonly Uint8Array[] {
    return [...this.#carried, this.#waiting].flatMap(({ updates }) => updates);
  }

  get uncertain(): boolean {
    return this.#uncertain;
  }

  get reconciled(): boolean {
    return this.#reconciled;
  }

  /** A transaction was made here; when connected, the next frame carries it. */
  changed(update: Uint8Array): void {
    this.#waiting.count += 1;
    this.#waiting.updates.push(update);
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
    this.#waiting.count += changes;
  }

  /** A frame was sent that brings a part of what the next one will complete. */
  partSent(): void {
    this.#push(none());
  }

  updateSent(): void {
    const changes = { count: this.#next, updates: this.#waiting.updates.splice(-1, this.#next) };
    this.#waiting.count -= this.#next;
    this.#push(changes);
    this.#next = 0;
    if (this.#reconciled) this.#certainAt = Math.min(this.#certainAt, this.#sent);
  }

  stepTwoSent(): void {
    this.#push(this.#waiting);
    this.#waiting = none();
    this.#reconciled = true;
    this.#certainAt = Math.min(this.#certainAt, this.#sent);
  }

  /** The first `frames` data frames of this connection are durable. */
  durable(frames: number): void {
    this.#carried.splice(0, frames - this.#acknowledged);
    this.#acknowledged = frames;
    if (frames >= this.#certainAt) this.#uncertain = false;
  }

  /** The server takes no more changes from this connection, unless it asks for all of them again. */
  withdrawn(): void {
    this.#reconciled = false;
  }

  disconnected(): void {
    const kept = [...this.#carried, this.#waiting];
    this.#waiting = {
      count: kept.reduce((sum, { count }) => sum + count, 0),
      updates: kept.flatMap(({ updates }) => updates),
    };
    this.#carried = [];
    this.#sent = 0;
    this.#acknowledged = 0;
    this.#reconciled = false;
    this.#next = 0;
    this.#certainAt = Number.POSITIVE_INFINITY;
  }

  #push(changes: Changes): void {
    this.#sent += 1;
    this.#carried.push(changes);
  }
}
