import * as v from 'valibot';
import { Email } from '@parley/contracts';
import { openAccountsDesk, type AccountsDesk } from '../access/index.ts';
import { readSecret } from '../data-folder.ts';
import { ConsoleProblem } from './console-problem.ts';
import type { Data, Desk } from './desk.ts';

/** What every command about one account takes. */
export const emailParameter = {
  email: { meaning: 'the address of the account', rule: 'an e-mail address' },
} as const;
export const emailInput = v.object({ email: Email });

/** Runs `use` with the accounts of an open data folder. */
export async function withAccounts<T>(
  { settings, origin }: Desk,
  { registry }: Data,
  use: (accounts: AccountsDesk) => Promise<T>,
): Promise<T> {
  const directory = settings.dataDirectory;
  const secret = await readSecret(directory, settings.secret);
  const accounts = await openAccountsDesk({ directory, secret, origin, registry });
  try {
    return await use(accounts);
  } finally {
    accounts.close();
  }
}

/** @throws ConsoleProblem when what was found is null: no account has this address */
export function thereMustBe<T>(found: T | null, email: string): T {
  if (found !== null) return found;
  throw new ConsoleProblem(`There is no account with the address ${email}.`);
}

/** A link and how long it works, in two lines. */
export function sayLink(
  { terminal }: Desk,
  { url, expiresAt }: { readonly url: string; readonly expiresAt: number },
): void {
  terminal.say(url);
  const until = new Date(expiresAt).toLocaleTimeString('en-GB', { timeStyle: 'short' });
  terminal.say(
    `It works once, until ${until} o’clock. Hand it over in a way that nobody else reads.`,
  );
}
