import type { ErrorRequestHandler } from 'express';
import { fault, type Log } from '../log.ts';
import { refusal, send } from './reply.ts';

/**
 * The last handler: what Express could not read is the sender's fault and is answered as `invalid`;
 * everything else is ours, logged without its contents.
 */
export const faultHandler =
  (log: Log): ErrorRequestHandler =>
  (error: unknown, _req, res, next) => {
    if (res.headersSent) {
      next(error);
      return;
    }
    const status = statusOf(error);
    if (status === null || status < 400 || status >= 500) {
      log.error({ fault: fault(error) }, 'A request failed.');
      send(res, refusal('server-fault'));
      return;
    }
    const invalid = refusal('invalid');
    // Too large, or of a type that is not taken: the status says more than `invalid`.
    send(res, status === 413 || status === 415 ? { ...invalid, status } : invalid);
  };

/** The status that Express and its body parser put on their errors. */
function statusOf(error: unknown): number | null {
  if (!(error instanceof Error) || !('status' in error)) return null;
  return typeof error.status === 'number' ? error.status : null;
}
