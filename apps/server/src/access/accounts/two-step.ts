import { isAPIError } from 'better-auth/api';
import type { Credentials, SetCookies } from '../session.ts';
import { headersOf } from './account-sessions.ts';
import { unlessRefused, type Auth } from './better-auth.ts';
import { UsedCodes } from './used-codes.ts';

/** What an authenticator app is told, and the codes that stand in for it when it is lost. */
export interface TwoStepStart {
  /** `otpauth://…`, as a QR code or a link. */
  readonly uri: string;
  /** The same secret for typing, in base 32. */
  readonly secret: string;
  readonly recoveryCodes: readonly string[];
}

/** From an app, six digits; or one of the recovery codes, each of which works once. */
export type CodeKind = 'app' | 'recovery';

export type CodeRefusal = 'wrong-code' | 'code-used' | 'sign-in-again' | 'too-many-tries';

/**
 * The second step after a password: codes of an authenticator app (RFC 6238), each good for one use,
 * with recovery codes.
 * Better Auth keeps secret and codes encrypted, allows five tries for one sign-in, and locks an
 * account for a quarter of an hour after ten failures in a row.
 */
export class TwoStep {
  readonly #auth: Auth;
  readonly #used: UsedCodes;

  constructor(auth: Auth) {
    this.#auth = auth;
    this.#used = new UsedCodes(auth.database);
  }

  /** Null when the password is wrong. Nothing is asked at sign-in until `confirm`. */
  async start(password: string, credentials: Credentials): Promise<TwoStepStart | null> {
    const started = await unlessRefused(() =>
      this.#auth.api.enableTwoFactor({
        body: { password, method: 'totp' },
        headers: headersOf(credentials),
      }),
    );
    if (started?.method !== 'totp') return null;
    const secret = new URL(started.totpURI).searchParams.get('secret') ?? '';
    return { uri: started.totpURI, secret, recoveryCodes: started.backupCodes };
  }

  /** Turns it on, once the app shows the right code; null when it does not. */
  async confirm(code: string, credentials: Credentials): Promise<SetCookies | null> {
    const confirmed = await unlessRefused(() =>
      this.#auth.api.verifyTOTP({
        body: { code },
        headers: headersOf(credentials),
        returnHeaders: true,
      }),
    );
    if (confirmed === null) return null;
    this.#used.take(confirmed.response.user.id, code, Date.now());
    return confirmed.headers.getSetCookie();
  }

  /** New recovery codes in place of all others; null when the password is wrong. */
  async newRecoveryCodes(
    password: string,
    credentials: Credentials,
  ): Promise<readonly string[] | null> {
    const made = await unlessRefused(() =>
      this.#auth.api.generateBackupCodes({ body: { password }, headers: headersOf(credentials) }),
    );
    return made?.backupCodes ?? null;
  }

  /** Null when the password is wrong. */
  async turnOff(password: string, credentials: Credentials): Promise<SetCookies | null> {
    const done = await unlessRefused(() =>
      this.#auth.api.disableTwoFactor({
        body: { password },
        headers: headersOf(credentials),
        returnHeaders: true,
      }),
    );
    return done?.headers.getSetCookie() ?? null;
  }

  /** Takes it off an account whose owner has lost both app and codes. */
  async remove(accountId: string): Promise<void> {
    const { adapter, internalAdapter } = this.#auth.context;
    await internalAdapter.updateUser(accountId, { twoFactorEnabled: false });
    await adapter.deleteMany({
      model: 'twoFactor',
      where: [{ field: 'userId', value: accountId }],
    });
  }

  /** How many recovery codes are left; 0 while it is off. */
  async codesLeft(accountId: string): Promise<number> {
    const left = await unlessRefused(() =>
      this.#auth.api.viewBackupCodes({ body: { userId: accountId } }),
    );
    return left?.backupCodes.length ?? 0;
  }

  /** The second step of a sign-in, whose first is in the credentials. */
  async pass(
    kind: CodeKind,
    code: string,
    credentials: Credentials,
  ): Promise<{ readonly setCookies: SetCookies } | CodeRefusal> {
    const call = { body: { code }, headers: headersOf(credentials), returnHeaders: true } as const;
    try {
      if (kind === 'recovery') {
        const { headers } = await this.#auth.api.verifyBackupCode(call);
        return { setCookies: headers.getSetCookie() };
      }
      const { headers, response } = await this.#auth.api.verifyTOTP(call);
      if (!this.#used.take(response.user.id, code, Date.now())) {
        // Nobody has its cookie yet.
        await this.#auth.context.internalAdapter.deleteSession(response.token);
        return 'code-used';
      }
      return { setCookies: headers.getSetCookie() };
    } catch (refusal) {
      if (!isAPIError(refusal) || refusal.statusCode >= 500) throw refusal;
      if (refusal.statusCode === 429) return 'too-many-tries';
      const code = refusal.body?.code;
      return code === 'INVALID_CODE' || code === 'INVALID_BACKUP_CODE'
        ? 'wrong-code'
        : 'sign-in-again';
    }
  }
}
