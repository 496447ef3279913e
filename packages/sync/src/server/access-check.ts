import type { IncomingMessage } from 'node:http';
import type { Admission, OpenConnection } from './admission.ts';
import { inTime } from './in-time.ts';
import type { SyncLog } from './sync-event.ts';

export interface AccessCheckOptions {
  readonly authorize: (request: IncomingMessage, documentId: string) => Promise<Admission>;
  readonly reauthorize?: ((connection: OpenConnection) => Promise<Admission>) | undefined;
  /** Longest wait for `reauthorize`, in ms. */
  readonly recheckMs: number;
  readonly log: SyncLog;
}

/** Asks the caller who may do what, and fails closed: what cannot be looked up is not allowed (R2). */
export class AccessCheck {
  readonly #options: AccessCheckOptions;
  /** Grows whenever what somebody may do has changed. */
  #version = 0;

  constructor(options: AccessCheckOptions) {
    this.#options = options;
  }

  /** Another number than before: an answer that was under way meanwhile may be out of date. */
  get version(): number {
    return this.#version;
  }

  /** Says that what somebody may do has changed. */
  changed(): void {
    this.#version += 1;
  }

  /** What a request may do now. */
  async ofRequest(request: IncomingMessage, documentId: string): Promise<Admission> {
    const { authorize, log } = this.#options;
    try {
      return await authorize(request, documentId);
    } catch (error) {
      log({ kind: 'authorize-failed', documentId, error });
      return { kind: 'unavailable' };
    }
  }

  /** What somebody who is connected may do now. */
  async ofConnection(connection: OpenConnection): Promise<Admission> {
    const { reauthorize, recheckMs, log } = this.#options;
    if (reauthorize === undefined) return { kind: 'unavailable' };
    try {
      return await inTime(reauthorize(connection), recheckMs);
    } catch (error) {
      log({ kind: 'recheck-failed', documentId: connection.documentId, error });
      return { kind: 'unavailable' };
    }
  }
}
