import { commandLine, type AuditAct } from '@parley/contracts';
import type { AccountsDesk } from '../access/index.ts';
import { emailInput, emailParameter, thereMustBe, withAccounts } from './accounts.ts';
import { command } from './command.ts';
import type { Desk } from './desk.ts';

/** Does something to an account, with its line in the trail. */
async function change(
  desk: Desk,
  email: string,
  act: AuditAct,
  carryOut: (accounts: AccountsDesk) => Promise<{ readonly id: string } | null>,
): Promise<void> {
  const data = await desk.open();
  await withAccounts(desk, data, async (accounts) => {
    const { id: subject } = thereMustBe(await carryOut(accounts), email);
    await data.audit.record({ chain: 'server', by: commandLine, act, subject });
  });
}

export const userDisable = command({
  name: 'user disable',
  summary: 'Ends every session of an account and lets nobody in by it',
  details: 'Pages that are open are closed within a second. Memberships stay, for “user enable”.',
  parameters: emailParameter,
  options: {},
  input: emailInput,
  run: async ({ email }, desk) => {
    await change(desk, email, 'account-disabled', (accounts) => accounts.disable(email));
    desk.terminal.say(`${email} is signed out everywhere and cannot sign in any more.`);
  },
});

export const userEnable = command({
  name: 'user enable',
  summary: 'Lets a disabled account in again',
  parameters: emailParameter,
  options: {},
  input: emailInput,
  run: async ({ email }, desk) => {
    await change(desk, email, 'account-enabled', (accounts) => accounts.enable(email));
    desk.terminal.say(`${email} can sign in again.`);
  },
});
