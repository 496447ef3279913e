import express, { Router } from 'express';
import type { Access, GuestCookie } from '../access/index.ts';
import type { Live } from '../live/live.ts';
import type { ProcessParts } from '../processes/create-process.ts';
import type { Origins } from '../settings.ts';
import { invitationRoutes } from './invitation-routes.ts';
import { joinRoutes } from './join-routes.ts';
import { processRoutes } from './process-routes.ts';
import { refusal, send } from './reply.ts';
import { sameOrigin } from './same-origin.ts';
import { sessionRoutes, signInRoutes } from './session-routes.ts';
import { requireSession } from './signed-in.ts';
import { spaceRoutes } from './space-routes.ts';

/** What the routes work with. */
export interface ApiParts extends ProcessParts {
  readonly access: Access;
  readonly guestCookie: GuestCookie;
  readonly live: Live;
  /** Closes every socket, of documents and of notices, that a session has opened. */
  readonly endSession: (key: string) => void;
  /** Brings a person's open documents in line with what they may do from now on. */
  readonly accessChanged: (personId: string) => void;
  readonly origins: Origins;
}

/** No request of contracts comes near this, even in four-byte letters. */
const bodyLimit = '16kb';

/** The HTTP API of contracts. Whatever is asked for beyond the open doors needs a session first. */
export function apiRoutes(parts: ApiParts): Router {
  const router = Router();
  router.use('/api', sameOrigin(parts.origins), express.json({ limit: bodyLimit }));
  router.use(signInRoutes(parts), joinRoutes(parts));
  router.use('/api', requireSession(parts.access));
  router.use(sessionRoutes(parts), processRoutes(parts), spaceRoutes(parts));
  router.use(invitationRoutes(parts));
  router.use('/api', (_req, res) => {
    send(res, refusal('not-found'));
  });
  return router;
}
