import type { AccountAnswer } from '@parley/contracts';
import { createContext } from 'svelte';
import { readAccount } from '#lib/api/account.ts';
import type { Result } from '#lib/api/call.ts';
import { sentence } from '#lib/api/sentences.ts';
import type { Toasts } from '#lib/ui/toasts.svelte.ts';

/** One's own account while its page is open. */
export class AccountState {
  now: AccountAnswer = $state.raw(nobody);
  readonly #toasts: Toasts;

  constructor(account: AccountAnswer, toasts: Toasts) {
    this.now = account;
    this.#toasts = toasts;
  }

  async refresh(): Promise<void> {
    const read = await readAccount();
    if (read.ok) this.now = read.value;
    else this.#toasts.show(sentence(read.reason), { tone: 'problem' });
  }

  /** Says what was done, or why not, and shows the account as it is now. */
  async did(result: Result<unknown>, done?: string): Promise<boolean> {
    if (!result.ok) this.#toasts.show(sentence(result.reason), { tone: 'problem' });
    else if (done !== undefined) this.#toasts.show(done);
    await this.refresh();
    return result.ok;
  }
}

const nobody: AccountAnswer = {
  name: '',
  email: '',
  hasPassword: false,
  twoStep: { on: false, codesLeft: 0 },
  passkeys: [],
  sessions: [],
};

export const [getAccount, setAccount] = createContext<AccountState>();
