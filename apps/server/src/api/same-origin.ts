import type { RequestHandler } from 'express';
import type { Origins } from '../settings.ts';
import { refusal, send } from './reply.ts';

const reading = new Set(['GET', 'HEAD']);

/**
 * A request that changes something comes from a page of ours and carries JSON or nothing. Another
 * site's page cannot send either, even with our cookies (CSRF).
 */
export const sameOrigin =
  (origins: Origins): RequestHandler =>
  (req, res, next) => {
    const { origin, 'content-length': length } = req.headers;
    if (reading.has(req.method)) {
      next();
    } else if (origin === undefined || !origins.allowed.includes(origin)) {
      send(res, refusal('not-allowed'));
    } else if (length !== '0' && req.is('application/json') === false) {
      // An empty body, as of signing out, needs no type.
      send(res, { ...refusal('invalid'), status: 415 });
    } else {
      next();
    }
  };
