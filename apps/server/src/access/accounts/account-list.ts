import type { Account } from './account-sessions.ts';
import type { Auth } from './better-auth.ts';

/** An account as whoever runs the server sees it. */
export interface ListedAccount extends Account {
  readonly email: string;
  /** Milliseconds since 1970 (UTC). */
  readonly createdAt: number;
  /** Whether it asks for a second step after the password. */
  readonly twoStep: boolean;
}

/** Which accounts there are, by id and by address. */
export class AccountList {
  readonly #auth: Auth;

  constructor(auth: Auth) {
    this.#auth = auth;
  }

  /** How many can sign in: who has neither a password nor an identity provider yet does not count. */
  count(): Promise<number> {
    return this.#auth.context.adapter.count({ model: 'account' });
  }

  async all(): Promise<readonly ListedAccount[]> {
    const users = await this.#auth.context.adapter.findMany<User>({
      model: 'user',
      sortBy: { field: 'createdAt', direction: 'asc' },
    });
    return users.map(listed);
  }

  async byEmail(email: string): Promise<ListedAccount | null> {
    const found = await this.#auth.context.internalAdapter.findUserByEmail(email);
    return found && listed(found.user);
  }

  async byId(accountId: string): Promise<ListedAccount | null> {
    const found = await this.#auth.context.internalAdapter.findUserById(accountId);
    return found && listed(found);
  }

  /** Makes an account without any way to sign in; the one that has this address, if there is one. */
  async create({ name, email }: { name: string; email: string }): Promise<Account> {
    const there = await this.byEmail(email);
    if (there !== null) return { id: there.id, name: there.name };
    const user = await this.#auth.context.internalAdapter.createUser(
      // Whoever makes an account vouches for its address; an identity provider has to as well.
      { name, email, emailVerified: true },
      { method: 'email-password' },
    );
    return { id: user.id, name: user.name };
  }

  async rename(accountId: string, name: string): Promise<void> {
    await this.#auth.context.internalAdapter.updateUser(accountId, { name });
  }
}

type User = NonNullable<Awaited<ReturnType<Auth['context']['internalAdapter']['findUserById']>>>;

function listed(user: User): ListedAccount {
  return {
    id: user.id,
    name: user.name,
    email: user.email,
    createdAt: user.createdAt.getTime(),
    twoStep: 'twoFactorEnabled' in user && user.twoFactorEnabled === true,
  };
}
