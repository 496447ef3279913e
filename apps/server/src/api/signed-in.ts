import type { RequestHandler, Response } from 'express';
import type { Access, Session } from '../access/index.ts';
import { refuse } from './refusal.ts';

const sessions = new WeakMap<Response, Session>();

/** Lets nobody past without a session. */
export const requireSession =
  (access: Access): RequestHandler =>
  async (req, res, next) => {
    const session = await access.resolveSession(req.headers);
    if (session === null) return refuse(res, 'no-session');
    sessions.set(res, session);
    next();
  };

/**
 * The session of a request behind `requireSession`.
 * @throws when there is none: the route was put before the guard
 */
export function sessionOf(res: Response): Session {
  const session = sessions.get(res);
  if (!session) throw new Error('This route stands outside the guard that requires a session.');
  return session;
}
