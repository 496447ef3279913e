import { AccountList } from './account-list.ts';
import { AccountSessions, type SessionEnds } from './account-sessions.ts';
import { openAuth, type AuthOptions } from './better-auth.ts';
import { Oidc } from './oidc.ts';
import { Passkeys } from './passkeys.ts';
import { Passwords } from './passwords.ts';
import { ResetLinks } from './reset-links.ts';
import { TwoStep } from './two-step.ts';

/** Accounts of this server: who has one, and every way to prove it. */
export interface Accounts {
  readonly list: AccountList;
  readonly sessions: AccountSessions;
  readonly passwords: Passwords;
  readonly resetLinks: ResetLinks;
  readonly twoStep: TwoStep;
  readonly passkeys: Passkeys;
  readonly oidc: Oidc;
  close(): void;
}

export interface AccountsOptions extends AuthOptions {
  /** Milliseconds since 1970 (UTC). */
  readonly clock: () => number;
  readonly ends: SessionEnds;
}

/** Opens the accounts of a data folder. More than one process may have them open at a time. */
export async function openAccounts(options: AccountsOptions): Promise<Accounts> {
  const auth = await openAuth(options);
  return {
    list: new AccountList(auth),
    sessions: new AccountSessions(auth, options.clock, options.ends),
    passwords: new Passwords(auth),
    resetLinks: new ResetLinks(auth),
    twoStep: new TwoStep(auth),
    passkeys: new Passkeys(auth),
    oidc: new Oidc(auth, options.origin, options.oidc?.name ?? null),
    close: () => auth.close(),
  };
}

export type { Account, SessionEnds } from './account-sessions.ts';
