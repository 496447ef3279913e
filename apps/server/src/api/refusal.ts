import type { ApiError, Refusal } from '@parley/contracts';
import type { ErrorRequestHandler, Response } from 'express';
import { fault, type Log } from '../log.ts';

const statuses: Readonly<Record<Refusal, number>> = {
  'no-session': 401,
  'not-found': 404,
  invalid: 422,
  'too-many-tries': 429,
  'wrong-credentials': 403,
  'link-not-valid': 404,
  'already-set-up': 409,
  'not-allowed': 403,
  'server-fault': 500,
};

/** Answers with a reason from contracts, under the status that belongs to it. */
export function refuse(res: Response, error: Refusal, fields?: readonly string[]): void {
  const body: ApiError = { error, ...(fields ? { fields: [...fields] } : {}) };
  res.status(statuses[error]).json(body);
}

/**
 * The last handler: what Express could not read is the sender's fault and is answered as `invalid`
 * (413 when it is too large); everything else is ours, logged without its contents.
 */
export const faultHandler =
  (log: Log): ErrorRequestHandler =>
  (error: unknown, _req, res, next) => {
    if (res.headersSent) {
      next(error);
      return;
    }
    const status = statusOf(error);
    if (status === 413 || status === 415) {
      const body: ApiError = { error: 'invalid' };
      res.status(status).json(body);
    } else if (status !== null && status >= 400 && status < 500) {
      refuse(res, 'invalid');
    } else {
      log.error({ fault: fault(error) }, 'A request failed.');
      refuse(res, 'server-fault');
    }
  };

/** The status that Express and its body parser put on their errors. */
function statusOf(error: unknown): number | null {
  if (!(error instanceof Error) || !('status' in error)) return null;
  return typeof error.status === 'number' ? error.status : null;
}
