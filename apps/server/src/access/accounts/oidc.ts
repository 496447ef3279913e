import type { Credentials, SetCookies } from '../session.ts';
import { headersOf } from './account-sessions.ts';
import { unlessRefused, type Auth } from './better-auth.ts';
import { oidcCallbackBase, oidcProvider } from './oidc-names.ts';

/** Somebody who comes back from the identity provider with an account here. */
export interface BackFromProvider {
  readonly setCookies: SetCookies;
  readonly shared: boolean;
  /** The path that they wanted to open. */
  readonly next: string;
}

/** Signing in by an identity provider (OpenID Connect, code flow with PKCE and nonce). */
export class Oidc {
  readonly #auth: Auth;
  readonly #origin: string;
  /** What people call the provider; null where none is set. */
  readonly name: string | null;

  constructor(auth: Auth, origin: string, name: string | null) {
    this.#auth = auth;
    this.#origin = origin;
    this.name = name;
  }

  /** Where the browser has to go; null while the provider cannot be reached. */
  async start(
    wish: { shared: boolean; next: string },
    credentials: Credentials,
  ): Promise<{ readonly url: string; readonly setCookies: SetCookies } | null> {
    const back = new URL('/', this.#origin);
    back.searchParams.set('next', wish.next);
    if (wish.shared) back.searchParams.set('shared', '1');
    const started = await unlessRefused(() =>
      this.#auth.api.signInSocial({
        body: {
          provider: oidcProvider,
          // Kept on this side, under the state that the provider hands back.
          callbackURL: back.href,
          errorCallbackURL: new URL('/sign-in', this.#origin).href,
          disableRedirect: true,
        },
        headers: headersOf(credentials),
        returnHeaders: true,
      }),
    );
    const url = started?.response.url;
    return url === undefined ? null : { url, setCookies: started?.headers.getSetCookie() ?? [] };
  }

  /**
   * Takes what the provider sent; null when it vouches for nobody who has an account here.
   * @param search of the address that the provider led the browser to, with its `?`
   */
  async finish(search: string, credentials: Credentials): Promise<BackFromProvider | null> {
    const address = new URL(`${oidcCallbackBase}/callback/${oidcProvider}${search}`, this.#origin);
    const answer = await this.#auth.handler(
      new Request(address, { headers: headersOf(credentials) }),
    );
    const to = new URL(answer.headers.get('location') ?? '/sign-in', this.#origin);
    if (to.origin !== this.#origin || to.pathname !== '/') return null;
    return {
      setCookies: answer.headers.getSetCookie(),
      shared: to.searchParams.get('shared') === '1',
      next: to.searchParams.get('next') ?? '/',
    };
  }
}
