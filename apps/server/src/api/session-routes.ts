import { SetUpRequest, SignInRequest, type SessionAnswer } from '@parley/contracts';
import { allowTries, type Session } from '../access/index.ts';
import type { ApiParts } from './api.ts';
import { readBody } from './body.ts';
import type { Doors } from './doors.ts';
import { limited } from './limited.ts';
import { refusal } from './reply.ts';

/** A password is slow to guess and slow to check: ten failures in five minutes from one address. */
const passwordTries = () => allowTries(10, 5 * 60);

const answerOf = (person: Session['person']): SessionAnswer => ({
  person,
  mayCreateProcesses: person.kind === 'account',
});

/** Setting up, signing in, who I am, and signing out. */
export function sessionDoors(doors: Doors, { access, endSession }: ApiParts): void {
  const [setUpTries, signInTries] = [passwordTries(), passwordTries()];

  doors.free('POST /api/set-up', async (req) => {
    const body = readBody(SetUpRequest, req);
    if (!body.ok) return body.refusal;
    return limited(setUpTries, req, async () => {
      const made = await access.setUp(body.value, req.headers);
      if (typeof made === 'string') return refusal(made);
      return { status: 201, body: answerOf(made.person), setCookies: made.setCookies };
    });
  });

  doors.free('POST /api/sign-in', async (req) => {
    const body = readBody(SignInRequest, req);
    if (!body.ok) return body.refusal;
    return limited(signInTries, req, async () => {
      const signedIn = await access.signIn({ ...body.value, shared: false }, req.headers);
      if (signedIn === null || 'codeWanted' in signedIn) return refusal('wrong-credentials');
      return { status: 200, body: answerOf(signedIn.person), setCookies: signedIn.setCookies };
    });
  });

  doors.session('GET /api/session', async (req, session) => {
    await access.touch(session, req.headers);
    return { status: 200, body: answerOf(session.person) };
  });

  doors.session('POST /api/sign-out', async (req, { key }) => {
    const setCookies = await access.signOut(req.headers);
    endSession(key);
    return { status: 204, setCookies };
  });
}
