import { SetUpRequest, SignInRequest, paths, type SessionAnswer } from '@parley/contracts';
import { Router } from 'express';
import { allowTries, type Session } from '../access/index.ts';
import type { ApiParts } from './api.ts';
import { readBody } from './body.ts';
import { limited } from './limited.ts';
import { endpoint, refusal } from './reply.ts';
import { sessionOf } from './signed-in.ts';

/** A password is slow to guess and slow to check: ten failures in five minutes from one address. */
const passwordTries = () => allowTries(10, 5 * 60);

const answerOf = (person: Session['person']): SessionAnswer => ({
  person,
  mayCreateProcesses: person.kind === 'account',
});

/** What can be asked without a session: setting up and signing in. */
export function signInRoutes({ access }: ApiParts): Router {
  const router = Router();
  const [setUpTries, signInTries] = [passwordTries(), passwordTries()];

  router.post(
    paths.setUp,
    endpoint(async (req) => {
      const body = readBody(SetUpRequest, req);
      if (!body.ok) return body.refusal;
      return limited(setUpTries, req, async () => {
        const made = await access.setUp(body.value, req.headers);
        if (typeof made === 'string') return refusal(made);
        return { status: 201, body: answerOf(made.person), setCookies: made.setCookies };
      });
    }),
  );

  router.post(
    paths.signIn,
    endpoint(async (req) => {
      const body = readBody(SignInRequest, req);
      if (!body.ok) return body.refusal;
      return limited(signInTries, req, async () => {
        const signedIn = await access.signIn(body.value, req.headers);
        if (signedIn === null) return refusal('wrong-credentials');
        return { status: 200, body: answerOf(signedIn.person), setCookies: signedIn.setCookies };
      });
    }),
  );

  return router;
}

/** Who I am, and signing out. */
export function sessionRoutes({ access, endSession }: ApiParts): Router {
  const router = Router();

  router.get(
    paths.session,
    endpoint(async (req) => {
      const session = sessionOf(req);
      const setCookies = await access.prolong(session, req.headers);
      return { status: 200, body: answerOf(session.person), setCookies };
    }),
  );

  router.post(
    paths.signOut,
    endpoint(async (req) => {
      const { key } = sessionOf(req);
      const setCookies = await access.signOut(req.headers);
      endSession(key);
      return { status: 204, setCookies };
    }),
  );

  return router;
}
