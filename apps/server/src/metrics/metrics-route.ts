import { createHash, timingSafeEqual } from 'node:crypto';
import { Router, type Request } from 'express';
import type { Metrics } from './metrics.ts';

export interface MetricsDoor {
  /** What a scraper must send as a bearer token from wherever it asks; null when there is none. */
  readonly token: string | null;
  /** Whether people reach this server at a public address, and so by way of a proxy. */
  readonly isPublic: boolean;
}

/**
 * `GET /metrics`, for who shows the token. Without a token it is open to this machine alone, and only
 * as long as no public address is set: behind a proxy everybody seems to come from this machine.
 * Who may not ask is told that there is nothing.
 */
export function metricsRoute(metrics: Metrics, door: MetricsDoor): Router {
  const router = Router();
  router.get('/metrics', async (req, res) => {
    if (!mayAsk(req, door)) {
      res.status(404).end();
      return;
    }
    res.set('content-type', metrics.contentType).send(await metrics.text());
  });
  return router;
}

function mayAsk(request: Request, { token, isPublic }: MetricsDoor): boolean {
  if (token !== null) return sameSecret(request.get('authorization') ?? '', `Bearer ${token}`);
  return !isPublic && isOfThisMachine(request);
}

/** By hashes, so that the time taken says nothing of where the two differ. */
function sameSecret(given: string, expected: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(given), hash(expected));
}

const loopbackAddress = /^(::1|(::ffff:)?127(\.\d{1,3}){3})$/;
const loopbackHost = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;
const forwarding = ['x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'forwarded', 'via'];

/**
 * Asked over the loopback, by a program that means this machine: not by a proxy for somebody else,
 * and not by a page whose name was made to point here.
 */
function isOfThisMachine({ socket, headers }: Request): boolean {
  return (
    loopbackAddress.test(socket.remoteAddress ?? '') &&
    loopbackHost.test(headers.host ?? '') &&
    forwarding.every((name) => headers[name] === undefined)
  );
}
