import * as v from 'valibot';
import { withAccounts } from './accounts.ts';
import { command } from './command.ts';

export const userList = command({
  name: 'user list',
  summary: 'Lists every account',
  parameters: {},
  options: {},
  input: v.object({}),
  run: async (_given, desk) => {
    const data = await desk.open();
    const accounts = await withAccounts(desk, data, (opened) => opened.list());
    if (accounts.length === 0) desk.terminal.say('There is no account.');
    for (const { email, name, createdAt, disabledAt, twoStep, hasPassword } of accounts) {
      const remarks = [
        `made ${new Date(createdAt).toISOString().slice(0, 10)}`,
        ...(twoStep ? ['two steps'] : []),
        ...(hasPassword ? [] : ['no password yet']),
        ...(disabledAt === null ? [] : ['disabled']),
      ];
      desk.terminal.say(`${email}  ${name} (${remarks.join(', ')})`);
    }
  },
});
