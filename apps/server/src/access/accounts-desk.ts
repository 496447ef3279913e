import { EventEmitter } from 'node:events';
import type { Registry } from '@parley/storage';
import { openAccounts } from './accounts/index.ts';
import { mirrorOf } from './persons.ts';

/** An account, in a list for whoever runs the server. */
interface AccountOnDesk {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  /** Milliseconds since 1970 (UTC). */
  readonly createdAt: number;
  readonly disabledAt: number | null;
  /** Whether it asks for a second step after the password. */
  readonly twoStep: boolean;
  readonly hasPassword: boolean;
}

/** A link that sets a password: once, within the hour, ending every session. */
interface ResetLink {
  readonly accountId: string;
  readonly url: string;
  /** Milliseconds since 1970 (UTC). */
  readonly expiresAt: number;
}

/**
 * What an administrator does with accounts, in a process of its own on the same data folder; the
 * server may be running. Every function that takes an e-mail address answers null where no account
 * has it.
 */
export interface AccountsDesk {
  /** Makes an account without a password; `createResetLink` gives it its first. Null: the address has one. */
  create(person: { name: string; email: string }): Promise<{ readonly id: string } | null>;
  createResetLink(email: string): Promise<ResetLink | null>;
  /** Takes the second step off, for somebody who has lost both app and recovery codes. */
  turnOffTwoStep(email: string): Promise<{ readonly id: string } | null>;
  /** Ends every session of the account, at once, and lets nobody in by it. */
  disable(email: string): Promise<{ readonly id: string } | null>;
  /** Lets a disabled account in again. */
  enable(email: string): Promise<{ readonly id: string } | null>;
  /** Ends every session, and takes back every link and half-made sign-in. */
  endEverything(): Promise<void>;
  list(): Promise<readonly AccountOnDesk[]>;
  close(): void;
}

interface DeskOptions {
  /** The data folder. */
  readonly directory: string;
  readonly secret: string;
  /** Where pages are served from. */
  readonly origin: string;
  readonly registry: Registry;
}

export async function openAccountsDesk(options: DeskOptions): Promise<AccountsDesk> {
  const { registry, origin } = options;
  const accounts = await openAccounts({
    ...options,
    oidc: null,
    clock: Date.now,
    // Nothing is open in this process; the server notices for itself.
    ends: new EventEmitter(),
  });

  async function setDisabled(email: string, at: number | null) {
    const account = await accounts.list.byEmail(email);
    if (account === null) return null;
    const { id } = await mirrorOf(account, registry, Date.now());
    // The sessions first: what makes the server look is the change in the registry.
    if (at !== null) await accounts.sessions.endOf(id);
    await registry.setDisabled(id, at);
    return { id };
  }

  return {
    async create(person) {
      if ((await accounts.list.byEmail(person.email)) !== null) return null;
      const { id } = await accounts.list.create(person);
      return { id };
    },
    async createResetLink(email) {
      const account = await accounts.list.byEmail(email);
      if (account === null) return null;
      const { secret, expiresAt } = await accounts.resetLinks.create(account.id);
      return { accountId: account.id, url: `${origin}/reset#${secret}`, expiresAt };
    },
    async turnOffTwoStep(email) {
      const account = await accounts.list.byEmail(email);
      if (account === null) return null;
      await accounts.twoStep.remove(account.id);
      return { id: account.id };
    },
    disable: (email) => setDisabled(email, Date.now()),
    enable: (email) => setDisabled(email, null),
    async endEverything() {
      await accounts.sessions.endAll();
      await accounts.resetLinks.withdrawAll();
    },
    list: async () =>
      Promise.all(
        (await accounts.list.all()).map(async (account) => ({
          ...account,
          disabledAt: await registry.disabledSince(account.id),
          hasPassword: await accounts.passwords.isSet(account.id),
        })),
      ),
    close: () => accounts.close(),
  };
}
