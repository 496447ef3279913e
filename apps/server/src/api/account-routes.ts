import {
  AddPasskeyRequest,
  ChangePasswordRequest,
  PasskeyOptionsRequest,
  PasswordRequest,
  RenamePasskeyRequest,
  RenameRequest,
  TwoStepConfirmRequest,
  type AccountAnswer,
} from '@parley/contracts';
import { allowTries } from '../access/index.ts';
import type { ApiParts } from './api.ts';
import { readBody } from './body.ts';
import type { Doors } from './doors.ts';
import { limitedFor } from './limited.ts';
import { refusal } from './reply.ts';

/**
 * Somebody's own account. What gives lasting access asks for the password or a session that has just
 * begun, and tells in the trail.
 */
export function accountDoors(doors: Doors, parts: ApiParts): void {
  const { access, accounts, audit } = parts;
  const tries = allowTries(10, 5 * 60);

  doors.account('GET /api/account', async (_req, { key, person }) => {
    const account = await accounts.list.byId(person.id);
    if (account === null) return refusal('not-found');
    const sessions = await accounts.sessions.listOf(person.id);
    const body: AccountAnswer = {
      name: person.name,
      email: account.email,
      hasPassword: await accounts.passwords.isSet(person.id),
      twoStep: {
        on: account.twoStep,
        codesLeft: account.twoStep ? await accounts.twoStep.codesLeft(person.id) : 0,
      },
      passkeys: [...(await accounts.passkeys.listOf(person.id))],
      sessions: sessions.map(({ id, device, shared, startedAt, ...session }) => ({
        ...{ id, ...device, shared, startedAt },
        current: session.key === key,
      })),
    };
    return { status: 200, body };
  });

  doors.account('PATCH /api/account', async (req, { person }) => {
    const body = readBody(RenameRequest, req);
    if (!body.ok) return body.refusal;
    await access.rename(person.id, body.value.name);
    return { status: 204 };
  });

  doors.account('POST /api/account/password', async (req, { key, person }) => {
    const body = readBody(ChangePasswordRequest, req);
    if (!body.ok) return body.refusal;
    const { current, password } = body.value;
    return limitedFor(tries, person.id, async () => {
      if (!(await accounts.passwords.belongsTo(person.id, current))) {
        return refusal('wrong-password');
      }
      await accounts.passwords.set(person.id, password);
      await accounts.sessions.endOf(person.id, (one) => one !== key);
      await audit.record({ chain: 'server', by: person.id, act: 'password-changed' });
      return { status: 204 };
    });
  });

  doors.account('POST /api/account/two-step', async (req, { person }) => {
    const body = readBody(PasswordRequest, req);
    if (!body.ok) return body.refusal;
    return limitedFor(tries, person.id, async () => {
      const started = await accounts.twoStep.start(body.value.password, req.headers);
      return started === null ? refusal('wrong-password') : { status: 200, body: started };
    });
  });

  doors.account('POST /api/account/two-step/confirm', async (req, { person }) => {
    const body = readBody(TwoStepConfirmRequest, req);
    if (!body.ok) return body.refusal;
    return limitedFor(tries, person.id, async () => {
      const setCookies = await access.keepingSession(req.headers, () =>
        accounts.twoStep.confirm(body.value.code, req.headers),
      );
      if (setCookies === null) return refusal('wrong-code');
      await audit.record({ chain: 'server', by: person.id, act: 'two-step-on' });
      return { status: 204, setCookies };
    });
  });

  doors.account('POST /api/account/two-step/codes', async (req, { person }) => {
    const body = readBody(PasswordRequest, req);
    if (!body.ok) return body.refusal;
    return limitedFor(tries, person.id, async () => {
      const codes = await accounts.twoStep.newRecoveryCodes(body.value.password, req.headers);
      if (codes === null) return refusal('wrong-password');
      return { status: 200, body: { recoveryCodes: codes } };
    });
  });

  doors.account('POST /api/account/two-step/off', async (req, { person }) => {
    const body = readBody(PasswordRequest, req);
    if (!body.ok) return body.refusal;
    return limitedFor(tries, person.id, async () => {
      const setCookies = await access.keepingSession(req.headers, () =>
        accounts.twoStep.turnOff(body.value.password, req.headers),
      );
      if (setCookies === null) return refusal('wrong-password');
      await audit.record({ chain: 'server', by: person.id, act: 'two-step-off' });
      return { status: 204, setCookies };
    });
  });

  // Who adds a passkey has the account for good: somebody at a page that was left open may not.
  doors.account('POST /api/account/passkeys/options', async (req, session) => {
    const body = readBody(PasskeyOptionsRequest, req);
    if (!body.ok) return body.refusal;
    const { password } = body.value;
    const { person } = session;
    if (password === undefined && !accounts.sessions.isFresh(session)) return refusal('not-fresh');
    return limitedFor(tries, person.id, async () => {
      if (password !== undefined && !(await accounts.passwords.belongsTo(person.id, password))) {
        return refusal('wrong-password');
      }
      const asked = await accounts.passkeys.askToAdd(req.headers);
      if (asked === null) return refusal('sign-in-again');
      return { status: 200, body: asked.options, setCookies: asked.setCookies };
    });
  });

  doors.account('POST /api/account/passkeys', async (req, { person }) => {
    const body = readBody(AddPasskeyRequest, req);
    if (!body.ok) return body.refusal;
    const { name, response } = body.value;
    const added = await accounts.passkeys.add(name, response, req.headers);
    if (added === null) return refusal('passkey-not-accepted');
    await audit.record({
      ...{ chain: 'server', by: person.id, act: 'passkey-added', subject: added.id },
    });
    return { status: 201, body: { id: added.id } };
  });

  doors.account('PATCH /api/account/passkeys/:passkeyId', async (req, { person }) => {
    const body = readBody(RenamePasskeyRequest, req);
    if (!body.ok) return body.refusal;
    const id = String(req.params.passkeyId);
    const renamed = await accounts.passkeys.rename(person.id, id, body.value.name);
    return renamed ? { status: 204 } : refusal('not-found');
  });

  doors.account('DELETE /api/account/passkeys/:passkeyId', async (req, { person }) => {
    const id = String(req.params.passkeyId);
    if (!(await accounts.passkeys.remove(person.id, id))) return refusal('not-found');
    await audit.record({ chain: 'server', by: person.id, act: 'passkey-removed', subject: id });
    return { status: 204 };
  });

  doors.account('POST /api/account/sessions/end-others', async (_req, { key, person }) => {
    const ended = await accounts.sessions.endOf(person.id, (one) => one !== key);
    if (ended > 0) await audit.record({ chain: 'server', by: person.id, act: 'session-ended' });
    return { status: 204 };
  });

  doors.account('DELETE /api/account/sessions/:sessionId', async (req, { person }) => {
    const id = String(req.params.sessionId);
    const ended = await accounts.sessions.endOf(person.id, (_key, one) => one === id);
    if (ended === 0) return refusal('not-found');
    await audit.record({ chain: 'server', by: person.id, act: 'session-ended', subject: id });
    return { status: 204 };
  });
}
