import type * as Y from 'yjs';
import { closeCodes } from '../close-codes.ts';
import type { Connection } from './connection.ts';
import type { ClientIds } from './client-ids.ts';
import type { UpdateFrame } from './gate.ts';
import type { Effect } from './logged-document.ts';
import { malformed, Refusal } from './refusal.ts';
import type { Write } from './turn.ts';
import { addsTo, checkOwners, fits, idsWrittenUnder, isTooDeep } from './update-fit.ts';
import { applyInTime, checkWork } from './work-limit.ts';

/** An update or a step 2 of a client. */
export class DataFrame implements Write {
  readonly from: Connection;
  readonly #frame: UpdateFrame;
  readonly #bytes: number;
  readonly #mayHaveGap: boolean;
  /** Whether it was left out for a step 2 to bring, as it builds on something that is not there. */
  #leftOut = false;
  #tooDeep = false;
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

  /**
   * A client that comes back may write before its first step 2 brings what it wrote offline; that
   * step 2 then brings both. Any other gap cannot come from an honest client (R4).
   */
  admit(doc: Y.Doc, clientIds: ClientIds, bytes: number): void {
    const { outline, update } = this.#frame;
    if (!this.from.entitled) throw new Refusal(closeCodes.notAllowed, 'its sender was sent away');
    checkWork(this.from.work);
    checkOwners(this.from.identity.id, outline, doc, clientIds);
    if (bytes + update.length > this.from.maxDocumentBytes && addsTo(outline, doc)) {
      throw new Refusal(closeCodes.tooLarge, 'the document is full');
    }
    this.#leftOut = !fits(outline, doc);
    if (this.#leftOut) this.#refuseGap();
  }

  change(doc: Y.Doc, clientIds: ClientIds): void {
    if (this.#leftOut) return;
    const { outline, update, mostDepth } = this.#frame;
    for (const clientId of idsWrittenUnder(outline, doc)) {
      clientIds.claim(this.from.identity.id, clientId);
    }
    applyInTime(doc, update, this.from, this.from.work);
    this.#tooDeep = isTooDeep(outline, doc, mostDepth);
  }

  /** What can only be seen in the document. */
  check({ gap }: Effect): void {
    if (gap) this.#refuseGap();
    if (this.#tooDeep) throw malformed('types nested too deep');
  }

  durable(effect: Effect): void {
    const taken = this.#frame.kind === 'step-two' ? 'step-two' : 'taken';
    const ms = performance.now() - this.#arrivedAt;
    this.from.dataDurable(this.#bytes, this.#leftOut || effect.gap ? 'left-out' : taken, ms);
  }

  refused(problem: unknown): void {
    this.from.refuse(problem);
  }

  abandoned(): void {
    // Its room has ended and closes the connection.
  }

  #refuseGap(): void {
    if (!this.#mayHaveGap) throw malformed('the change builds on something that is not there');
  }
}
