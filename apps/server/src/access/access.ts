import type { Registry } from '@parley/storage';
import type { Accounts } from './accounts.ts';
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
  /** Milliseconds since 1970 (UTC). */
  readonly clock: () => number;
}

/** Signed in: the session that the answer's cookies open. */
export interface SignedIn {
  readonly person: Session['person'];
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

  /** Keeps a session that is in use from ending. A guest's has a fixed end. */
  async prolong(session: Session, credentials: Credentials): Promise<SetCookies> {
    return session.person.kind === 'account' ? this.#parts.accounts.prolong(credentials) : [];
  }

  /** The secret of a new set-up link while there is no account; null afterwards. */
  async newSetUpSecret(): Promise<string | null> {
    return (await this.#parts.accounts.count()) === 0 ? this.#parts.setUpLink.renew() : null;
  }

  /** Makes the first account and signs it in. */
  async setUp(
    request: { secret: string; name: string; email: string; password: string },
    credentials: Credentials,
  ): Promise<SignedIn | 'link-not-valid' | 'already-set-up'> {
    const { accounts, setUpLink } = this.#parts;
    if ((await accounts.count()) > 0) return 'already-set-up';
    const { secret, ...person } = request;
    const made = await setUpLink.redeem(secret, () => accounts.create(person));
    if (made === null) return 'link-not-valid';
    const signedIn = await this.signIn(request, credentials);
    if (signedIn === null) throw new Error('The account that was just made cannot sign in.');
    return signedIn;
  }

  /** Null when address and password do not belong together. A guest's session ends here. */
  async signIn(
    request: { email: string; password: string },
    credentials: Credentials,
  ): Promise<SignedIn | null> {
    const { accounts, registry, clock } = this.#parts;
    const signedIn = await accounts.signIn(request.email, request.password);
    if (signedIn === null) return null;
    const person = await mirrorOf(signedIn.account, registry, clock());
    const noGuest = await this.#endGuest(credentials);
    return { person: personOf(person), setCookies: [...signedIn.setCookies, ...noGuest] };
  }

  /** Ends every session that these credentials open. */
  async signOut(credentials: Credentials): Promise<SetCookies> {
    const noGuest = await this.#endGuest(credentials);
    return [...(await this.#parts.accounts.signOut(credentials)), ...noGuest];
  }

  async #accountSession(credentials: Credentials): Promise<Session | null> {
    const { accounts, registry, clock } = this.#parts;
    const found = await accounts.session(credentials);
    if (found === null) return null;
    const person = await mirrorOf(found.account, registry, clock());
    return { person: personOf(person), key: found.key, endsAt: found.endsAt };
  }

  async #guestSession(credentials: Credentials): Promise<Session | null> {
    const { registry, guestCookie, clock } = this.#parts;
    const secret = guestCookie.read(credentials);
    if (secret === null) return null;
    const found = await registry.guestSession(hashSecret(secret));
    if (found === null || found.expiresAt <= clock()) return null;
    const person = await registry.person(found.personId);
    if (person === null) return null;
    return { person: personOf(person), key: guestKey(found.secretHash), endsAt: found.expiresAt };
  }

  async #endGuest(credentials: Credentials): Promise<SetCookies> {
    const { registry, guestCookie } = this.#parts;
    const secret = guestCookie.read(credentials);
    if (secret === null) return [];
    await registry.endGuestSession(hashSecret(secret));
    return [guestCookie.take()];
  }
}

/** The part of a hash that names a guest's session among open sockets. */
const guestKey = (secretHash: string): string => `guest:${secretHash}`;
