import type { RequestHandler } from 'express';
import type { Origins } from '../settings.ts';
import { refuse } from './refusal.ts';

const reading = new Set(['GET', 'HEAD']);

/**
 * A request that changes something comes from a page of ours and carries JSON or nothing. Another
 * site's page cannot send either, even with our cookies (CSRF).
 */
export const sameOrigin =
  (origins: Origins): RequestHandler =>
  (req, res, next) => {
    if (reading.has(req.method)) return next();
    const origin = req.headers.origin;
    if (origin === undefined || !origins.allowed.includes(origin)) {
      return refuse(res, 'not-allowed');
    }
    // An empty body, as of signing out, needs no type.
    if (req.headers['content-length'] !== '0' && req.is('application/json') === false) {
      res.status(415).json({ error: 'invalid' });
      return;
    }
    next();
  };
