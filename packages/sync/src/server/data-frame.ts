import * as Y from 'yjs';
import { closeCodes } from '../close-codes.ts';
import type { Connection } from './connection.ts';
import type { ClientIds } from './client-ids.ts';
import type { UpdateFrame } from './gate.ts';
import type { Effect } from './logged-document.ts';
import { malformed, Refusal } from './refusal.ts';
import type { Write } from './turn.ts';
import type { ClockRange, UpdateOutline } from './update-outline.ts';
import { addsTo, checkOwners, fits, isInPlace, isTooDeep, newIn } from './update-fit.ts';
import { checkWork, withinWork } from './work-limit.ts';

/** An update or a step 2 of a client. */
export class DataFrame implements Write {
  readonly from: Connection;
  readonly #frame: UpdateFrame;
  readonly #bytes: number;
  readonly #mayHaveGap: boolean;
  /** Whether it was left out for a step 2 to bring, as it builds on something that is not there. */
  #leftOut = false;
  /** What the document showed to be wrong with it. */
  #problem: string | null = null;
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
    const added = newIn(outline, doc);
    for (const clientId of added.keys()) clientIds.claim(this.from.identity.id, clientId);
    withinWork(doc, update.byteLength, this.from.work, () => {
      Y.applyUpdate(doc, update, this.from);
      this.#problem = problemOf(outline, added, doc, mostDepth);
    });
  }

  /** What can only be seen in the document. */
  check({ gap }: Effect): void {
    if (gap) this.#refuseGap();
    if (this.#problem !== null) throw malformed(this.#problem);
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

function problemOf(
  outline: UpdateOutline,
  added: ReadonlyMap<number, ClockRange>,
  doc: Y.Doc,
  mostDepth: number,
): string | null {
  if (isTooDeep(outline, doc, mostDepth)) return 'types nested too deep';
  return isInPlace(added, doc) ? null : 'neighbours that never were';
}
