import * as Y from 'yjs';
import { closeCodes } from '../close-codes.ts';
import type { Connection } from './connection.ts';
import { Refusal, type UpdateFrame } from './gate.ts';
import type { Effect } from './logged-document.ts';
import type { Write } from './turn.ts';

/** An update or a step 2 of a client. */
export class DataFrame implements Write {
  readonly from: Connection;
  readonly #frame: UpdateFrame;
  readonly #bytes: number;
  readonly #mayHaveGap: boolean;
  readonly #arrivedAt = performance.now();

  /** @throws Refusal when the connection may only read (R3) */
  constructor(from: Connection, frame: UpdateFrame, bytes: number) {
    if (from.capability !== 'edit') {
      throw new Refusal(closeCodes.notAllowed, 'a reader sent a change');
    }
    this.from = from;
    this.#frame = frame;
    this.#bytes = bytes;
    this.#mayHaveGap = frame.kind === 'update' && !from.reconciled;
    if (frame.kind === 'step-two') from.reconciled = true;
    from.dataArrived(bytes);
  }

  change(doc: Y.Doc): void {
    Y.applyUpdate(doc, this.#frame.update, this.from);
  }

  /**
   * A client that comes back may write before its first step 2 brings what it wrote offline; that
   * step 2 then brings both. Any other gap cannot come from an honest client (R4).
   */
  check(effect: Effect): void {
    if (!effect.gap || this.#mayHaveGap) return;
    throw new Refusal(closeCodes.malformed, 'the change builds on something that is not there');
  }

  durable(effect: Effect): void {
    const taken = this.#frame.kind === 'step-two' ? 'step-two' : 'taken';
    const ms = performance.now() - this.#arrivedAt;
    this.from.dataDurable(this.#bytes, effect.gap ? 'left-out' : taken, ms);
  }

  refused(problem: unknown): void {
    this.from.refuse(problem);
  }

  abandoned(): void {
    // Its room has ended and closes the connection.
  }
}
