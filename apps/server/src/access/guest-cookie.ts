import type { Credentials } from './session.ts';

/** The cookie that carries a guest's secret: out of reach of scripts, gone after `lifetime` ms. */
export interface GuestCookie {
  /** The secret in a request, or null. */
  readonly read: (credentials: Credentials) => string | null;
  /** Sets it for `lifetime` ms. */
  readonly give: (secret: string, lifetime: number) => string;
  readonly take: () => string;
}

/**
 * @param secure whether people reach Parley by https; the cookie is then bound to this host too
 */
export function guestCookie(secure: boolean): GuestCookie {
  const name = secure ? '__Host-parley_guest' : 'parley_guest';
  const attributes = `Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
  const pattern = new RegExp(`(?:^|;)\\s*${name}=([A-Za-z0-9_-]{43})(?=;|$)`);
  return {
    read: ({ cookie }) => pattern.exec(cookie ?? '')?.[1] ?? null,
    give: (secret, lifetime) =>
      `${name}=${secret}; ${attributes}; Max-Age=${Math.floor(lifetime / 1000)}`,
    take: () => `${name}=; ${attributes}; Max-Age=0`,
  };
}
