import { openSqliteStorage } from '@parley/storage';
import { openAccountsDesk, type AccountsDesk } from '../access/index.ts';
import { readSecret } from '../data-folder.ts';
import type { TestParley } from './test-parley.ts';

/** The accounts desk as the command line has it: on the data of a Parley that may be running. */
export async function openDesk({
  directory,
  origin,
}: Pick<TestParley, 'directory' | 'origin'>): Promise<
  Omit<AccountsDesk, 'close'> & { close(): Promise<void> }
> {
  const storage = await openSqliteStorage({ directory });
  const secret = await readSecret(directory, null);
  const { registry } = storage;
  const desk = await openAccountsDesk({ directory, secret, origin, registry });
  return {
    ...desk,
    close: async () => {
      desk.close();
      await storage.close();
    },
  };
}
