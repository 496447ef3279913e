import type { Credentials, SetCookies } from '../session.ts';
import { headersOf } from './account-sessions.ts';
import { unlessRefused, type Auth } from './better-auth.ts';

/** What came of a password that belongs to its address. */
export type PasswordPassed =
  | { readonly step: 'signed-in'; readonly setCookies: SetCookies }
  /** The account wants a second step; the cookies remember for ten minutes that the first was made. */
  | { readonly step: 'code'; readonly setCookies: SetCookies };

export class Passwords {
  readonly #auth: Auth;

  constructor(auth: Auth) {
    this.#auth = auth;
  }

  /** Null when address and password do not belong together; an unknown address takes as long. */
  async check(
    email: string,
    password: string,
    credentials: Credentials,
  ): Promise<PasswordPassed | null> {
    const passed = await unlessRefused(() =>
      this.#auth.api.signInEmail({
        body: { email, password },
        headers: headersOf(credentials),
        returnHeaders: true,
      }),
    );
    if (passed === null) return null;
    const asksMore = 'twoFactorRedirect' in passed.response;
    return {
      step: asksMore ? 'code' : 'signed-in',
      setCookies: passed.headers.getSetCookie(),
    };
  }

  /** Whether this is the account's password. */
  async belongsTo(accountId: string, password: string): Promise<boolean> {
    const { internalAdapter, password: passwords } = this.#auth.context;
    const held = await internalAdapter.findCredentialAccount(accountId);
    if (!held?.password) return false;
    return passwords.verify({ hash: held.password, password });
  }

  /** Whether the account has one at all: somebody may come by passkey or identity provider alone. */
  async isSet(accountId: string): Promise<boolean> {
    const held = await this.#auth.context.internalAdapter.findCredentialAccount(accountId);
    return typeof held?.password === 'string';
  }

  /** Gives the account this password in place of any other. */
  async set(accountId: string, password: string): Promise<void> {
    const { internalAdapter, password: passwords } = this.#auth.context;
    const hash = await passwords.hash(password);
    if ((await internalAdapter.findCredentialAccount(accountId)) === null) {
      await internalAdapter.linkAccount({
        userId: accountId,
        providerId: 'credential',
        accountId,
        password: hash,
      });
    } else await internalAdapter.updatePassword(accountId, hash);
  }
}
