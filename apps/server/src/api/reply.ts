import type { ApiError, Refusal } from '@parley/contracts';
import type { Response } from 'express';
import type { SetCookies } from '../access/index.ts';

/** What an endpoint answers. */
export interface Reply {
  readonly status: number;
  /** Sent as JSON; left out for an answer without a body. */
  readonly body?: unknown;
  readonly setCookies?: SetCookies;
  /** Where the browser goes instead, for a status of 303. */
  readonly location?: string;
  /**
   * Whether the browser is to delete what it keeps of Parley. The page does so too; this holds where
   * the page is closed too early. Cookies are left to `setCookies`: this would take those of every
   * site of the same registered domain.
   */
  readonly clearsDevice?: boolean;
}

const statuses: Readonly<Record<Refusal, number>> = {
  'no-session': 401,
  'not-found': 404,
  invalid: 422,
  'too-many-tries': 429,
  'wrong-credentials': 403,
  'wrong-password': 403,
  'wrong-code': 403,
  'code-used': 403,
  'sign-in-again': 403,
  'not-fresh': 403,
  'passkey-not-accepted': 403,
  'provider-unreachable': 502,
  'link-not-valid': 404,
  removed: 403,
  'already-set-up': 409,
  'not-allowed': 403,
  'nobody-left': 409,
  'server-fault': 500,
};

/** A reason from contracts, under the status that belongs to it. */
export function refusal(error: Refusal, fields?: readonly string[]): Reply {
  const body: ApiError = { error, ...(fields ? { fields: [...fields] } : {}) };
  return { status: statuses[error], body };
}

export function send(
  res: Response,
  { status, body, setCookies = [], location, clearsDevice }: Reply,
): void {
  for (const cookie of setCookies) res.append('set-cookie', cookie);
  if (clearsDevice) res.set('clear-site-data', '"cache", "storage"');
  res.status(status);
  if (location !== undefined) res.location(location).end();
  else if (body === undefined) res.end();
  else res.json(body);
}
