import * as v from 'valibot';
import { commandLine, Email } from '@parley/contracts';
import { emailParameter, sayLink, thereMustBe, withAccounts } from './accounts.ts';
import { command } from './command.ts';

export const userReset = command({
  name: 'user reset',
  summary: 'Prints a link by which somebody sets a new password',
  details:
    'Setting it ends all their sessions. “--two-step” also takes the second step off at once, for\n' +
    'somebody who has lost both the app and the recovery codes: make sure that it is them who ask.',
  parameters: emailParameter,
  options: { 'two-step': { meaning: 'take the second step of their sign-in off, too' } },
  input: v.object({ email: Email, 'two-step': v.optional(v.boolean(), false) }),
  run: async ({ email, 'two-step': twoStep }, desk) => {
    const data = await desk.open();
    await withAccounts(desk, data, async (accounts) => {
      const link = thereMustBe(await accounts.createResetLink(email), email);
      if (twoStep) {
        await accounts.turnOffTwoStep(email);
        const subject = link.accountId;
        await data.audit.record({ chain: 'server', by: commandLine, act: 'two-step-off', subject });
      }
      sayLink(desk, link);
    });
  },
});
