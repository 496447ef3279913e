import type { Act } from './rights.ts';

/** Open to anybody. */
interface Free {
  readonly needs: 'nothing';
}
/** Open to whoever is signed in, with an account or as a guest. */
interface Session {
  readonly needs: 'session';
}
/** Open to whoever has an account. */
interface Account {
  readonly needs: 'account';
}
/** Open to members of the space named in the door who may do `act` there. */
interface InSpace {
  readonly needs: 'space';
  readonly act: Act;
}
/** Open to members of any space of the process named in the door who may do `act` there. */
interface InProcess {
  readonly needs: 'process';
  readonly act: Act;
}
/** Open to members of the space named in the door, which has ended, who could do `act` there. */
interface InEndedSpace {
  readonly needs: 'ended-space';
  readonly act: Act;
}
export type Door = Free | Session | Account | InSpace | InProcess | InEndedSpace;

const free: Free = { needs: 'nothing' };
const session: Session = { needs: 'session' };
const account: Account = { needs: 'account' };
const space = <A extends Act>(act: A) => ({ needs: 'space', act }) as const;
const process = <A extends Act>(act: A) => ({ needs: 'process', act }) as const;
const endedSpace = <A extends Act>(act: A) => ({ needs: 'ended-space', act }) as const;

/**
 * Every HTTP door of the server and what it asks of who knocks. The server registers no route that is
 * not here (it would not compile), answers 401 without a session, and the same 404 for a space or
 * process that is not there and one that is closed to the asker. Who is inside but may not do what
 * the door asks gets 403.
 */
export const doors = {
  'GET /api/session': session,
  'POST /api/set-up': free,
  'GET /api/sign-in': free,
  'POST /api/sign-in': free,
  'POST /api/sign-in/code': free,
  'POST /api/sign-in/passkey/options': free,
  'POST /api/sign-in/passkey': free,
  'POST /api/sign-in/oidc': free,
  'GET /api/sign-in/callback/oidc': free,
  'POST /api/reset': free,
  'POST /api/reset/mail': free,
  'POST /api/sign-out': session,
  'GET /api/account': account,
  'PATCH /api/account': account,
  'POST /api/account/password': account,
  'POST /api/account/two-step': account,
  'POST /api/account/two-step/confirm': account,
  'POST /api/account/two-step/codes': account,
  'POST /api/account/two-step/off': account,
  'POST /api/account/passkeys/options': account,
  'POST /api/account/passkeys': account,
  'PATCH /api/account/passkeys/:passkeyId': account,
  'DELETE /api/account/passkeys/:passkeyId': account,
  'POST /api/account/sessions/end-others': account,
  'DELETE /api/account/sessions/:sessionId': account,
  'POST /api/join/preview': free,
  'POST /api/join': free,
  'GET /api/processes': session,
  'POST /api/processes': account,
  'POST /api/processes/examples': account,
  'PATCH /api/processes/:processId': process('rename'),
  'POST /api/processes/:processId/spaces': process('make-space'),
  'POST /api/processes/:processId/end': process('end-process'),
  'GET /api/spaces/:spaceId': space('open'),
  'GET /api/spaces/:spaceId/ballots': space('open'),
  'GET /api/spaces/:spaceId/voices': space('open'),
  'GET /api/spaces/:spaceId/rounds': space('open'),
  'GET /api/spaces/:spaceId/screenings': space('open'),
  'PATCH /api/spaces/:spaceId': space('manage-space'),
  'POST /api/spaces/:spaceId/end': space('manage-space'),
  'POST /api/spaces/:spaceId/reopen': endedSpace('manage-space'),
  'GET /api/spaces/:spaceId/candidates': space('manage-members'),
  'POST /api/spaces/:spaceId/members': space('manage-members'),
  'PATCH /api/spaces/:spaceId/members/:personId': space('manage-members'),
  'DELETE /api/spaces/:spaceId/members/:personId': space('manage-members'),
  'DELETE /api/spaces/:spaceId/membership': space('open'),
  'GET /api/spaces/:spaceId/arrivals': space('admit'),
  'POST /api/spaces/:spaceId/arrivals': space('admit'),
  'GET /api/waiting': session,
  'GET /api/spaces/:spaceId/invitations': space('invite'),
  'POST /api/spaces/:spaceId/invitations': space('invite'),
  'DELETE /api/spaces/:spaceId/invitations/:invitationId': space('invite'),
  'GET /api/spaces/:spaceId/opens': space('see-opens'),
  'GET /api/spaces/:spaceId/audit': space('audit'),
  'POST /api/spaces/:spaceId/audit/head': space('audit'),
  'GET /api/processes/:processId/audit': process('audit'),
  'POST /api/processes/:processId/audit/head': process('audit'),
  'POST /api/spaces/:spaceId/exports': space('export'),
} as const satisfies Readonly<
  Record<`${'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'} /api/${string}`, Door>
>;

export type DoorName = keyof typeof doors;
/** The doors that need this. */
export type DoorNeeding<Needs extends Door['needs']> = {
  [Name in DoorName]: (typeof doors)[Name]['needs'] extends Needs ? Name : never;
}[DoorName];
