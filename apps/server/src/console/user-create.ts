import { commandLine, DisplayName, Email } from '@parley/contracts';
import * as v from 'valibot';
import { emailParameter, sayLink, thereMustBe, withAccounts } from './accounts.ts';
import { command } from './command.ts';
import { ConsoleProblem } from './console-problem.ts';

export const userCreate = command({
  name: 'user create',
  summary: 'Makes an account and prints the link by which its owner sets a password',
  parameters: emailParameter,
  options: {
    name: {
      value: 'name',
      required: true,
      meaning: 'what others see; its owner can change it',
      rule: 'a name of at most 80 characters on one line',
    },
  },
  input: v.object({ email: Email, name: DisplayName }),
  run: async ({ email, name }, desk) => {
    const data = await desk.openOrBegin();
    await withAccounts(desk, data, async (accounts) => {
      const made = await accounts.create({ name, email });
      if (made === null) {
        throw new ConsoleProblem(
          `${email} has an account already. “user reset” prints a link for a new password.`,
        );
      }
      const { id } = made;
      await data.audit.record({
        ...{ chain: 'server', by: commandLine, act: 'account-made', subject: id },
      });
      sayLink(desk, thereMustBe(await accounts.createResetLink(email), email));
    });
  },
});
