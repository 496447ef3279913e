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
      const done = { chain: 'server', by: commandLine, subject: link.accountId } as const;
      await data.audit.record({ ...done, act: 'reset-link-made' });
      if (twoStep) {
        await accounts.turnOffTwoStep(email);
        await data.audit.record({ ...done, act: 'two-step-off' });
      }
      sayLink(desk, link);
    });
  },
});
