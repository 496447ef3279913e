import type { IncomingMessage } from 'node:http';
import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { closeCodes, type CloseCode } from '../close-codes.ts';
import { epochParameter, receiptsParameter } from '../wire.ts';
import type { Admission } from './admission.ts';

type Refused = Exclude<Admission['kind'], 'admitted'>;

/**
 * How a refusal is said (R1). A browser hides the HTTP status of a failed upgrade from the page, and
 * a provider would try again for ever; so a client that speaks our receipts is let in and told by
 * the close code instead.
 */
export const refusals: Readonly<Record<Refused, { status: number; code: CloseCode }>> = {
  'no-session': { status: 401, code: closeCodes.sessionEnded },
  'not-found': { status: 404, code: closeCodes.notFound },
  unavailable: { status: 503, code: closeCodes.tryLater },
};

/** Answers an upgrade with a status and an empty body, and ends the socket. */
export function refuseUpgrade(socket: Duplex, status: number): void {
  if (socket.destroyed) return;
  socket.once('finish', () => socket.destroy());
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n` +
      'Connection: close\r\nContent-Length: 0\r\n\r\n',
  );
}

/** Without a list every origin may connect; with one, a request without an Origin may not (R1). */
export function originAllowed(
  request: IncomingMessage,
  allowed: readonly string[] | undefined,
): boolean {
  const { origin } = request.headers;
  return allowed === undefined || (origin !== undefined && allowed.includes(origin));
}

/** What a client said of itself in the query of its request. */
export interface Wishes {
  /** Whether it wants receipts (R7). */
  readonly receipts: boolean;
  /** The epoch that it belongs to; null when it did not say, or not as a number (R12). */
  readonly epoch: number | null;
}

export function wishesOf(request: IncomingMessage): Wishes {
  const query = new URLSearchParams((request.url ?? '').split('?')[1] ?? '');
  const epoch = query.get(epochParameter);
  return {
    receipts: query.get(receiptsParameter) === '1',
    epoch: epoch !== null && /^\d{1,15}$/.test(epoch) ? Number(epoch) : null,
  };
}
