import {
  ResetMailRequest,
  ResetRequest,
  SignInByCodeRequest,
  SignInByPasskeyRequest,
  SignInByProviderRequest,
  SignInRequest,
  somebody,
  type SignInWays,
} from '@parley/contracts';
import type { Request } from 'express';
import { allowTries, type SignedIn } from '../access/index.ts';
import type { ApiParts } from './api.ts';
import { readBody } from './body.ts';
import type { Doors } from './doors.ts';
import { limited, limitedFor } from './limited.ts';
import { refusal, type Reply } from './reply.ts';
import { sessionAnswer } from './session-answer.ts';

const minutes = 60;
/** A password is slow to guess and slow to check: ten failures in five minutes from one address … */
const perAddress = () => allowTries(10, 5 * minutes);
/** … and thirty in fifteen for one account, from wherever. A passkey is not held up by it. */
const perAccount = () => allowTries(30, 15 * minutes);

/** Every way to open a session with an account. */
export function signInDoors(doors: Doors, { access, accounts, audit, mail }: ApiParts): void {
  const [tries, accountTries, mailTries] = [perAddress(), perAccount(), perAddress()];

  const welcome = async ({ person, idleMs, setCookies }: SignedIn): Promise<Reply> => {
    await audit.record({ chain: 'server', by: person.id, act: 'sign-in' });
    return { status: 200, body: sessionAnswer(person, idleMs), setCookies };
  };
  const turnAway = async (error: Parameters<typeof refusal>[0]): Promise<Reply> => {
    await audit.record({ chain: 'server', by: somebody, act: 'sign-in-failed' });
    return refusal(error);
  };

  doors.free('GET /api/sign-in', () => {
    const body: SignInWays = { provider: accounts.oidc.name, mail: mail !== null };
    return Promise.resolve({ status: 200, body });
  });

  doors.free('POST /api/sign-in', async (req) => {
    const body = readBody(SignInRequest, req);
    if (!body.ok) return body.refusal;
    return limited(tries, req, () =>
      limitedFor(accountTries, body.value.email, async () => {
        const signedIn = await access.signIn(body.value, req.headers);
        if (signedIn === null) return turnAway('wrong-credentials');
        if (!('codeWanted' in signedIn)) return welcome(signedIn);
        const { setCookies } = signedIn;
        return { status: 200, body: { codeWanted: true }, setCookies };
      }),
    );
  });

  doors.free('POST /api/sign-in/code', async (req) => {
    const body = readBody(SignInByCodeRequest, req);
    if (!body.ok) return body.refusal;
    return limited(tries, req, async () => {
      const signedIn = await access.signInByCode(body.value, req.headers);
      if (signedIn === null) return turnAway('wrong-credentials');
      return typeof signedIn === 'string' ? turnAway(signedIn) : welcome(signedIn);
    });
  });

  doors.free('POST /api/sign-in/passkey/options', async () => {
    const { options, setCookies } = await accounts.passkeys.askToSignIn();
    return { status: 200, body: options, setCookies };
  });

  doors.free('POST /api/sign-in/passkey', async (req) => {
    const body = readBody(SignInByPasskeyRequest, req);
    if (!body.ok) return body.refusal;
    return limited(tries, req, async () => {
      const signedIn = await access.signInByPasskey(body.value, req.headers);
      return signedIn === null ? turnAway('passkey-not-accepted') : welcome(signedIn);
    });
  });

  doors.free('POST /api/sign-in/oidc', async (req) => {
    const body = readBody(SignInByProviderRequest, req);
    if (!body.ok) return body.refusal;
    if (accounts.oidc.name === null) return refusal('not-found');
    const started = await accounts.oidc.start(body.value, req.headers);
    if (started === null) return refusal('provider-unreachable');
    return { status: 200, body: { url: started.url }, setCookies: started.setCookies };
  });

  doors.free('GET /api/sign-in/callback/oidc', async (req) => {
    if (accounts.oidc.name === null) return refusal('not-found');
    const back = await access.signInByProvider(searchOf(req), req.headers);
    if (back === null) {
      await turnAway('wrong-credentials');
      return { status: 303, location: '/sign-in?problem=provider' };
    }
    return { ...(await welcome(back.signedIn)), status: 303, location: back.next };
  });

  doors.free('POST /api/reset', async (req) => {
    const body = readBody(ResetRequest, req);
    if (!body.ok) return body.refusal;
    return limited(tries, req, async () => {
      const accountId = await access.resetPassword(body.value.secret, body.value.password);
      if (accountId === null) return refusal('link-not-valid');
      await audit.record({ chain: 'server', by: accountId, act: 'password-reset' });
      return { status: 204 };
    });
  });

  doors.free('POST /api/reset/mail', async (req) => {
    const body = readBody(ResetMailRequest, req);
    if (!body.ok) return body.refusal;
    if (mail === null) return refusal('not-found');
    if (!(await mailTries.take(req.ip ?? ''))) return refusal('too-many-tries');
    // Not awaited: how long it takes would tell whether the address has an account.
    mail.sendResetLink(body.value.email);
    return { status: 204 };
  });
}

const searchOf = ({ originalUrl }: Request): string => {
  const start = originalUrl.indexOf('?');
  return start < 0 ? '' : originalUrl.slice(start);
};
