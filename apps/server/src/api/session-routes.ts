import { SetUpRequest } from '@parley/contracts';
import { allowTries } from '../access/index.ts';
import type { ApiParts } from './api.ts';
import { readBody } from './body.ts';
import type { Doors } from './doors.ts';
import { limited } from './limited.ts';
import { refusal } from './reply.ts';
import { sessionAnswer } from './session-answer.ts';

/** Setting up, who I am, and signing out. */
export function sessionDoors(doors: Doors, { access, audit, endSession }: ApiParts): void {
  const tries = allowTries(10, 5 * 60);

  doors.free('POST /api/set-up', async (req) => {
    const body = readBody(SetUpRequest, req);
    if (!body.ok) return body.refusal;
    return limited(tries, req, async () => {
      const made = await access.setUp(body.value, req.headers);
      if (typeof made === 'string') return refusal(made);
      const { person, idleMs, setCookies } = made;
      await audit.record({
        chain: 'server',
        by: person.id,
        act: 'account-made',
        subject: person.id,
      });
      return { status: 201, body: sessionAnswer(person, idleMs), setCookies };
    });
  });

  doors.session('GET /api/session', async (req, session) => {
    await access.touch(session, req.headers);
    return { status: 200, body: sessionAnswer(session.person, session.idleMs) };
  });

  doors.session('POST /api/sign-out', async (req, { key, person }) => {
    const setCookies = await access.signOut(req.headers);
    endSession(key);
    await audit.record({ chain: 'server', by: person.id, act: 'sign-out' });
    return { status: 204, setCookies, clearsDevice: true };
  });
}
