import type { IncomingMessage } from 'node:http';
import type { Admission, OpenConnection } from './admission.ts';
import { inTime } from './in-time.ts';
import type { Limits } from './limits.ts';
import type { SyncLog } from './sync-event.ts';

export interface AccessCheckOptions {
  readonly authorize: (request: IncomingMessage, documentId: string) => Promise<Admission>;
  readonly reauthorize?: ((connection: OpenConnection) => Promise<Admission>) | undefined;
  readonly limits: Pick<Limits, 'authorizeMs' | 'recheckMs'>;
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
    const { authorize, limits, log } = this.#options;
    try {
      return await inTime(authorize(request, documentId), limits.authorizeMs);
    } catch (error) {
      log({ kind: 'authorize-failed', documentId, error });
      return { kind: 'unavailable' };
    }
  }

  /** What somebody who is connected may do now. */
  async ofConnection(connection: OpenConnection): Promise<Admission> {
    const { reauthorize, limits, log } = this.#options;
    if (reauthorize === undefined) return { kind: 'unavailable' };
    try {
      return await inTime(reauthorize(connection), limits.recheckMs);
    } catch (error) {
      log({ kind: 'recheck-failed', documentId: connection.documentId, error });
      return { kind: 'unavailable' };
    }
  }
}
