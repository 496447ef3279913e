import type { Registry } from '@parley/storage';
import type { Accounts, SessionEnds } from './accounts/index.ts';
import type { CodeKind, CodeRefusal } from './accounts/two-step.ts';
import type { GuestCookie } from './guest-cookie.ts';
import { mirrorOf, personOf } from './persons.ts';
import { hashSecret } from './secrets.ts';
import type { Credentials, Session, SetCookies } from './session.ts';
import type { SetUpLink } from './set-up-link.ts';

export interface AccessParts {
  readonly accounts: Accounts;
  readonly registry: Registry;
  readonly guestCookie: GuestCookie;
  readonly setUpLink: SetUpLink;
  readonly sessionEnds: SessionEnds;
  /** Milliseconds since 1970 (UTC). */
  readonly clock: () => number;
}

/** Signed in: the session that the answer's cookies open. */
export interface SignedIn {
  readonly person: Session['person'];
  readonly key: string;
  readonly idleMs: number | null;
  readonly setCookies: SetCookies;
}

/** The password was right, and the account asks for a code too. */
export interface CodeWanted {
  readonly codeWanted: true;
  readonly setCookies: SetCookies;
}

/**
 * Who somebody is. Asked by pages, API, sync and socket.io alike, so that there is one answer:
 * an account's session if there is one, else a guest's, else nobody.
 */
export class Access {
  readonly #parts: AccessParts;

  constructor(parts: AccessParts) {
    this.#parts = parts;
  }

  async resolveSession(credentials: Credentials): Promise<Session | null> {
    if (credentials.cookie === undefined) return null;
    return (await this.#accountSession(credentials)) ?? (await this.#guestSession(credentials));
  }

  /** Notes that a session is in use, which keeps it from ending for want of it. */
  async touch({ idleMs }: Session, credentials: Credentials): Promise<void> {
    if (idleMs !== null) await this.#parts.accounts.sessions.touch(credentials);
  }

  /** Whether a session that was resolved before is still good: not ended, and not of a disabled person. */
  async isOpen({ key, person, endsAt }: Session): Promise<boolean> {
    const { accounts, registry, clock } = this.#parts;
    if (endsAt <= clock()) return false;
    if (person.kind === 'account' && !(await accounts.sessions.isOpen(key))) return false;
    return (await registry.disabledSince(person.id)) === null;
  }

  /** Ends the sessions that have run out while nobody asked. */
  sweep(): Promise<void> {
    return this.#parts.accounts.sessions.sweep();
  }

  /** The secret of a new set-up link while there is no account; null afterwards. */
  async newSetUpSecret(): Promise<string | null> {
    return (await this.#parts.accounts.list.count()) === 0 ? this.#parts.setUpLink.renew() : null;
  }

  /** Makes the first account and signs it in. */
  async setUp(
    request: { secret: string; name: string; email: string; password: string },
    credentials: Credentials,
  ): Promise<SignedIn | 'link-not-valid' | 'already-set-up'> {
    const { accounts, setUpLink } = this.#parts;
    if ((await accounts.list.count()) > 0) return 'already-set-up';
    const { secret, name, email, password } = request;
    const made = await setUpLink.redeem(secret, async () => {
      const account = await accounts.list.create({ name, email });
      await accounts.passwords.set(account.id, password);
      return account;
    });
    if (made === null) return 'link-not-valid';
    const signedIn = await this.signIn({ email, password, shared: false }, credentials);
    if (signedIn === null || 'codeWanted' in signedIn) {
      throw new Error('The account that was just made cannot sign in.');
    }
    return signedIn;
  }

  /** Null when address and password do not belong together, or the account is disabled. */
  async signIn(
    request: { email: string; password: string; shared: boolean },
    credentials: Credentials,
  ): Promise<SignedIn | CodeWanted | null> {
    const { email, password, shared } = request;
    const passed = await this.#parts.accounts.passwords.check(email, password, credentials);
    if (passed === null) return null;
    const { step, setCookies } = passed;
    if (step === 'code') return { codeWanted: true, setCookies };
    return this.#begin(setCookies, shared, credentials);
  }

  /** The second step of a sign-in whose first is in the credentials; null: the account is disabled. */
  async signInByCode(
    request: { kind: CodeKind; code: string; shared: boolean },
    credentials: Credentials,
  ): Promise<SignedIn | CodeRefusal | null> {
    const passed = await this.#parts.accounts.twoStep.pass(request.kind, request.code, credentials);
    if (typeof passed === 'string') return passed;
    return this.#begin(passed.setCookies, request.shared, credentials);
  }

  /** Null when what the browser answered opens no account, or a disabled one. */
  async signInByPasskey(
    request: { response: Record<string, unknown>; shared: boolean },
    credentials: Credentials,
  ): Promise<SignedIn | null> {
    const opened = await this.#parts.accounts.passkeys.signIn(request.response, credentials);
    return opened && this.#begin(opened, request.shared, credentials);
  }

  /** Null when the identity provider vouches for nobody who has an account here. */
  async signInByProvider(
    search: string,
    credentials: Credentials,
  ): Promise<{ readonly signedIn: SignedIn; readonly next: string } | null> {
    const back = await this.#parts.accounts.oidc.finish(search, credentials);
    if (back === null) return null;
    const signedIn = await this.#begin(back.setCookies, back.shared, credentials);
    return signedIn && { signedIn, next: back.next };
  }

  /** Sets a new password by a link, and ends every session. @returns whose it was; null: no such link */
  async resetPassword(secret: string, password: string): Promise<string | null> {
    const { accounts } = this.#parts;
    const accountId = await accounts.resetLinks.redeem(secret);
    if (accountId === null) return null;
    await accounts.passwords.set(accountId, password);
    await accounts.sessions.endOf(accountId);
    return accountId;
  }

  /** Gives an account another name, which everybody sees from their next page on. */
  async rename(accountId: string, name: string): Promise<void> {
    const { accounts, registry } = this.#parts;
    await accounts.list.rename(accountId, name);
    const person = await registry.person(accountId);
    if (person !== null) await registry.putPerson({ ...person, displayName: name });
  }

  /**
   * Does what makes Better Auth put another session in the place of this one, which stays the same
   * for its owner and for everything that is open under it.
   * @returns the cookies to set; null when `act` refused
   */
  async keepingSession(
    credentials: Credentials,
    act: () => Promise<SetCookies | null>,
  ): Promise<SetCookies | null> {
    const { sessions } = this.#parts.accounts;
    const session = await sessions.of(credentials);
    const opened = await act();
    return opened === null || session === null ? null : sessions.keepAs(session, opened);
  }

  /** Ends every session that these credentials open. */
  async signOut(credentials: Credentials): Promise<SetCookies> {
    const noGuest = await this.#endGuest(credentials);
    return [...(await this.#parts.accounts.sessions.signOut(credentials)), ...noGuest];
  }

  /**
   * What every way of signing in ends with: the session begins, and what was open in this browser
   * before, as a guest or under another account, ends.
   */
  async #begin(
    opened: SetCookies,
    shared: boolean,
    credentials: Credentials,
  ): Promise<SignedIn | null> {
    const { accounts, registry, clock } = this.#parts;
    const { account, key, idleMs, setCookies } = await accounts.sessions.begin(
      opened,
      shared,
      credentials,
    );
    const person = await mirrorOf(account, registry, clock());
    if ((await registry.disabledSince(person.id)) !== null) {
      await accounts.sessions.endOf(account.id);
      return null;
    }
    const noGuest = await this.#endGuest(credentials);
    return { person: personOf(person), key, idleMs, setCookies: [...setCookies, ...noGuest] };
  }

  async #accountSession(credentials: Credentials): Promise<Session | null> {
    const { accounts, registry, clock } = this.#parts;
    const found = await accounts.sessions.of(credentials);
    if (found === null) return null;
    const person = await mirrorOf(found.account, registry, clock());
    if ((await registry.disabledSince(person.id)) !== null) return null;
    const { key, endsAt, idleMs } = found;
    return { person: personOf(person), key, endsAt, idleMs };
  }

  async #guestSession(credentials: Credentials): Promise<Session | null> {
    const { registry, guestCookie, clock } = this.#parts;
    const secret = guestCookie.read(credentials);
    if (secret === null) return null;
    const found = await registry.guestSession(hashSecret(secret));
    if (found === null || found.expiresAt <= clock()) return null;
    const person = await registry.person(found.personId);
    if (person === null) return null;
    const key = guestKey(person.id);
    return { person: personOf(person), key, endsAt: found.expiresAt, idleMs: null };
  }

  async #endGuest(credentials: Credentials): Promise<SetCookies> {
    const { registry, guestCookie, sessionEnds } = this.#parts;
    const secret = guestCookie.read(credentials);
    if (secret === null) return [];
    const session = await registry.guestSession(hashSecret(secret));
    await registry.endGuestSession(hashSecret(secret));
    if (session !== null) sessionEnds.emit('ended', guestKey(session.personId));
    return [guestCookie.take()];
  }
}

/**
 * Names a guest's session among open sockets: a guest has one session, whose secret is replaced when
 * they join another space.
 */
export const guestKey = (personId: string): string => `guest:${personId}`;
