import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { passkey } from '@better-auth/passkey';
import { betterAuth, type BetterAuthOptions } from 'better-auth';
import { isAPIError } from 'better-auth/api';
import { getMigrations } from 'better-auth/db/migration';
import { genericOAuth, twoFactor } from 'better-auth/plugins';
import type { OidcSettings } from '../../settings.ts';
import { oidcCallbackBase, oidcProvider } from './oidc-names.ts';

/** Every session ends after this time, whatever is done in it; in seconds. */
const sessionSeconds = 12 * 60 * 60;

export interface AuthOptions {
  /** The data folder. */
  readonly directory: string;
  readonly secret: string;
  /** Where pages are served from. */
  readonly origin: string;
  /** Null: nobody signs in by an identity provider. */
  readonly oidc: OidcSettings | null;
}

export type Auth = Awaited<ReturnType<typeof openAuth>>;

/**
 * Better Auth on `accounts.db` of the data folder. None of its HTTP routes is mounted: what is needed
 * of it is called by the functions beside this one (docs/decisions/0010). It reports nothing to
 * anybody and keeps no network address.
 */
export async function openAuth({ directory, secret, origin, oidc }: AuthOptions) {
  const database = new DatabaseSync(join(directory, 'accounts.db'));
  database.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000;',
  );
  const { hostname, protocol } = new URL(origin);
  const configuration = {
    appName: 'Parley',
    baseURL: origin,
    basePath: oidcCallbackBase,
    secret,
    database,
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 12,
      maxPasswordLength: 200,
    },
    session: {
      expiresIn: sessionSeconds,
      disableSessionRefresh: true,
      additionalFields: {
        /** Whether others use the device: the session then ends when nobody uses it. */
        shared: { type: 'boolean', required: false, input: false },
        activeAt: { type: 'date', required: false, input: false },
      },
    },
    databaseHooks: {
      account: {
        // Only who somebody is was asked of the provider. Its tokens would be keys left lying about.
        create: { before: (row) => Promise.resolve({ data: { ...row, ...noTokens } }) },
        update: { before: (row) => Promise.resolve({ data: { ...row, ...noTokens } }) },
      },
    },
    telemetry: { enabled: false },
    // Its messages quote addresses; what matters of a fault reaches our log as a throw.
    logger: { disabled: true },
    // Tries are counted by our own doors (tries.ts).
    rateLimit: { enabled: false },
    verification: { storeIdentifier: 'hashed' },
    onAPIError: { errorURL: `${origin}/sign-in` },
    advanced: {
      cookiePrefix: 'parley',
      useSecureCookies: protocol === 'https:',
      ipAddress: { disableIpTracking: true },
    },
    plugins: [
      twoFactor({ issuer: `Parley (${hostname})` }),
      passkey({
        rpID: hostname,
        rpName: 'Parley',
        origin,
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        authentication: {
          // A passkey stands for password and second step together, so the device must have asked
          // for a finger, a face or a PIN.
          afterVerification: ({ verification }) => {
            if (!verification.authenticationInfo.userVerified) {
              throw new Error('The device did not check who used the passkey.');
            }
          },
        },
      }),
      genericOAuth({
        config: oidc === null ? [] : [{ ...configOf(oidc), providerId: oidcProvider }],
      }),
    ],
  } satisfies BetterAuthOptions;
  await (await getMigrations(configuration)).runMigrations();
  const auth = betterAuth(configuration);
  const context = await auth.$context;
  return { ...auth, context, database, close: () => database.close() };
}

const noTokens = { accessToken: null, refreshToken: null, idToken: null };

const configOf = (oidc: OidcSettings) => ({
  name: oidc.name,
  discoveryUrl: `${oidc.issuer}/.well-known/openid-configuration`,
  clientId: oidc.clientId,
  clientSecret: oidc.clientSecret,
  scopes: ['openid', 'email', 'profile'],
  // Accounts are made by an administrator; a provider only says who comes.
  disableSignUp: true,
  requireIdTokenVerification: true,
});

/** Runs a call of Better Auth's; null when it refuses. @throws what is a fault and not a refusal */
export async function unlessRefused<T>(call: () => Promise<T>): Promise<T | null> {
  try {
    return await call();
  } catch (refusal) {
    if (isAPIError(refusal) && refusal.statusCode < 500) return null;
    throw refusal;
  }
}
