import type { Request, RequestHandler } from 'express';
import type { Access, Session } from '../access/index.ts';
import { refusal, send } from './reply.ts';

const sessions = new WeakMap<Request, Session>();

/** Lets nobody past without a session. */
export const requireSession =
  (access: Access): RequestHandler =>
  async (req, res, next) => {
    const session = await access.resolveSession(req.headers);
    if (session === null) {
      send(res, refusal('no-session'));
      return;
    }
    sessions.set(req, session);
    next();
  };

/**
 * The session of a request behind `requireSession`.
 * @throws when there is none: the route was put before the guard
 */
export function sessionOf(req: Request): Session {
  const session = sessions.get(req);
  if (!session) throw new Error('This route stands outside the guard that requires a session.');
  return session;
}
