import { commandLine } from '@parley/contracts';
import { emailInput, emailParameter, thereMustBe, withAccounts } from './accounts.ts';
import { command } from './command.ts';

export const userDisable = command({
  name: 'user disable',
  summary: 'Ends every session of an account and lets nobody in by it',
  details: 'Pages that are open are closed within a second. Memberships stay, for “user enable”.',
  parameters: emailParameter,
  options: {},
  input: emailInput,
  run: async ({ email }, desk) => {
    const data = await desk.open();
    await withAccounts(desk, data, async (accounts) => {
      const { id: subject } = thereMustBe(await accounts.disable(email), email);
      await data.audit.record({
        chain: 'server',
        by: commandLine,
        act: 'account-disabled',
        subject,
      });
      desk.terminal.say(`${email} is signed out everywhere and cannot sign in any more.`);
    });
  },
});

export const userEnable = command({
  name: 'user enable',
  summary: 'Lets a disabled account in again',
  parameters: emailParameter,
  options: {},
  input: emailInput,
  run: async ({ email }, desk) => {
    const data = await desk.open();
    await withAccounts(desk, data, async (accounts) => {
      const { id: subject } = thereMustBe(await accounts.enable(email), email);
      await data.audit.record({
        chain: 'server',
        by: commandLine,
        act: 'account-enabled',
        subject,
      });
      desk.terminal.say(`${email} can sign in again.`);
    });
  },
});
