import { SetUpRequest, SignInRequest, paths, type SessionAnswer } from '@parley/contracts';
import { Router, type Response } from 'express';
import { allowTries } from '../access/index.ts';
import type { Session } from '../access/index.ts';
import type { ApiParts } from './api.ts';
import { readBody } from './body.ts';
import { refuse } from './refusal.ts';
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

  router.post(paths.setUp, async (req, res) => {
    const body = readBody(SetUpRequest, req, res);
    if (body === null) return;
    const address = req.ip ?? '';
    if (!(await setUpTries.take(address))) return refuse(res, 'too-many-tries');
    const result = await access.setUp(body, req.headers);
    if (typeof result === 'string') return refuse(res, result);
    await setUpTries.giveBack(address);
    setCookies(res, result.setCookies).status(201).json(answerOf(result.person));
  });

  router.post(paths.signIn, async (req, res) => {
    const body = readBody(SignInRequest, req, res);
    if (body === null) return;
    const address = req.ip ?? '';
    if (!(await signInTries.take(address))) return refuse(res, 'too-many-tries');
    const signedIn = await access.signIn(body, req.headers);
    if (signedIn === null) return refuse(res, 'wrong-credentials');
    await signInTries.giveBack(address);
    setCookies(res, signedIn.setCookies).json(answerOf(signedIn.person));
  });

  return router;
}

/** Who I am, and signing out. */
export function sessionRoutes({ access, endSession }: ApiParts): Router {
  const router = Router();

  router.get(paths.session, async (req, res) => {
    const session = sessionOf(res);
    setCookies(res, await access.prolong(session, req.headers)).json(answerOf(session.person));
  });

  router.post(paths.signOut, async (req, res) => {
    const { key } = sessionOf(res);
    setCookies(res, await access.signOut(req.headers));
    endSession(key);
    res.status(204).end();
  });

  return router;
}

export function setCookies(res: Response, cookies: readonly string[]): Response {
  for (const cookie of cookies) res.append('set-cookie', cookie);
  return res;
}
