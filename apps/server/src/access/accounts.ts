import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { betterAuth, type BetterAuthOptions } from 'better-auth';
import { isAPIError } from 'better-auth/api';
import { getMigrations } from 'better-auth/db/migration';
import type { Credentials, SetCookies } from './session.ts';

/** An account as Better Auth knows it; the registry keeps a mirror of it as a person. */
export interface Account {
  readonly id: string;
  readonly name: string;
}

interface AccountSession {
  readonly account: Account;
  readonly key: string;
  readonly endsAt: number;
}

export interface Accounts {
  count(): Promise<number>;
  /** Makes an account with a password. Nobody is signed in by it. */
  create(person: { name: string; email: string; password: string }): Promise<Account>;
  /** Null when address and password do not belong together. */
  signIn(
    email: string,
    password: string,
  ): Promise<{ readonly account: Account; readonly setCookies: SetCookies } | null>;
  session(credentials: Credentials): Promise<AccountSession | null>;
  /** Prolongs a session that has been used for a day; returns the cookie that says so, if any. */
  prolong(credentials: Credentials): Promise<SetCookies>;
  signOut(credentials: Credentials): Promise<SetCookies>;
  close(): void;
}

const day = 24 * 60 * 60;

/**
 * Accounts in `accounts.db` of the data folder, kept by Better Auth. Its own HTTP routes are never
 * mounted: the only ways in are the functions here, and signing up is not among them.
 */
export async function openAccounts(options: {
  directory: string;
  secret: string;
  secure: boolean;
}): Promise<Accounts> {
  const database = new DatabaseSync(join(options.directory, 'accounts.db'));
  database.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000;',
  );
  const configuration = {
    appName: 'Parley',
    // Used for Better Auth's own routes alone, which nobody can reach.
    baseURL: options.secure ? 'https://localhost' : 'http://localhost',
    secret: options.secret,
    database,
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 12,
      maxPasswordLength: 200,
    },
    session: { expiresIn: 7 * day, updateAge: day },
    telemetry: { enabled: false },
    // Its messages quote addresses; what matters of a fault reaches our log as a throw.
    logger: { disabled: true },
    advanced: {
      cookiePrefix: 'parley',
      useSecureCookies: options.secure,
      ipAddress: { disableIpTracking: true },
    },
  } satisfies BetterAuthOptions;
  await (await getMigrations(configuration)).runMigrations();
  const auth = betterAuth(configuration);
  const { adapter, internalAdapter, password: passwords } = await auth.$context;

  return {
    // Counted by their passwords: somebody without one could not sign in, and is made good below.
    count: () => adapter.count({ model: 'account' }),

    async create({ name, email, password }) {
      const hash = await passwords.hash(password);
      const unfinished = await internalAdapter.findUserByEmail(email);
      const user =
        unfinished?.user ??
        (await internalAdapter.createUser(
          { name, email, emailVerified: false },
          { method: 'email-password' },
        ));
      await internalAdapter.linkAccount({
        userId: user.id,
        providerId: 'credential',
        accountId: user.id,
        password: hash,
      });
      return { id: user.id, name: user.name };
    },

    async signIn(email, password) {
      try {
        const { headers, response } = await auth.api.signInEmail({
          body: { email, password },
          returnHeaders: true,
        });
        const { id, name } = response.user;
        return { account: { id, name }, setCookies: headers.getSetCookie() };
      } catch (refusal) {
        if (isAPIError(refusal) && refusal.statusCode < 500) return null;
        throw refusal;
      }
    },

    async session(credentials) {
      const found = await auth.api.getSession({
        headers: headersOf(credentials),
        query: { disableRefresh: true },
      });
      if (!found) return null;
      const { user, session } = found;
      return {
        account: { id: user.id, name: user.name },
        key: `account:${session.id}`,
        endsAt: session.expiresAt.getTime(),
      };
    },

    async prolong(credentials) {
      const { headers } = await auth.api.getSession({
        headers: headersOf(credentials),
        returnHeaders: true,
      });
      return headers.getSetCookie();
    },

    async signOut(credentials) {
      const { headers } = await auth.api.signOut({
        headers: headersOf(credentials),
        returnHeaders: true,
      });
      return headers.getSetCookie();
    },

    close: () => database.close(),
  };
}

const headersOf = ({ cookie }: Credentials): Headers =>
  new Headers(cookie === undefined ? {} : { cookie });
