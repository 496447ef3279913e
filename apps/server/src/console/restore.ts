import { chmod, copyFile, mkdir, rename, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { commandLine } from '@parley/contracts';
import { openSqliteStorage } from '@parley/storage';
import * as v from 'valibot';
import { openAccountsDesk } from '../access/index.ts';
import { openAudit } from '../audit/audit.ts';
import { openDataFolder, readSecret } from '../data-folder.ts';
import { command } from './command.ts';
import { ConsoleProblem } from './console-problem.ts';
import { expectClosed, ownFilesIn, syncToDisk } from './data-files.ts';
import type { Desk } from './desk.ts';
import { readManifest, sha256Of, type Manifest } from './manifest.ts';
import { beginNewEpochs } from './new-epochs.ts';

export const restore = command({
  name: 'restore',
  summary: 'Puts a backup into the data folder of a Parley that is stopped',
  details:
    'Everybody signs in anew and every invitation is taken back, since some may have been ended after the\n' +
    'backup was made. For the same reason look at who is disabled and who is a member of what. What\n' +
    'people wrote after the backup does not come back by itself; pages that still have it offer it as a\n' +
    'file.',
  parameters: { folder: { meaning: 'a folder that “backup” has made' } },
  options: {
    replace: { meaning: 'put what is in the data folder now aside, into a folder beside it' },
  },
  input: v.object({ folder: v.string(), replace: v.optional(v.boolean(), false) }),
  run: async ({ folder: typed, replace }, desk) => {
    const { terminal, clock } = desk;
    const folder = desk.pathOf(typed);
    const target = desk.settings.dataDirectory;
    const manifest = await readManifest(folder);
    await openDataFolder(target);
    const former = ownFilesIn(target);
    if (former.length > 0 && !replace) {
      throw new ConsoleProblem(
        `${target} is not empty, and nothing was restored: “--replace” puts aside what is in it.`,
      );
    }
    expectClosed(target);
    const prepared = join(target, 'restoring');
    try {
      await copyChecked(manifest, folder, prepared);
      const { count, unreadable } = await prepare(prepared, desk);
      const aside = former.length === 0 ? null : await putAside(target, clock());
      for (const name of ownFilesIn(prepared))
        await rename(join(prepared, name), join(target, name));
      await rmdir(prepared);
      syncToDisk(target);
      terminal.say(`The backup of ${manifest.madeAt} is in ${target}: ${count} documents.`);
      for (const id of unreadable) terminal.say(`Document ${id} is damaged in the backup itself.`);
      if (aside !== null) terminal.say(`What was there before is in ${aside}.`);
      terminal.say('Everybody signs in anew; guests need new links. Start Parley.');
    } finally {
      await rm(prepared, { recursive: true, force: true });
    }
  },
});

async function copyChecked(manifest: Manifest, from: string, to: string): Promise<void> {
  await rm(to, { recursive: true, force: true });
  await mkdir(to, { mode: 0o700 });
  for (const [name, { sha256 }] of Object.entries(manifest.files)) {
    const copy = join(to, name);
    const isCopied = await copyFile(join(from, name), copy).then(
      () => true,
      () => false,
    );
    if (!isCopied || (await sha256Of(copy)) !== sha256) {
      throw new ConsoleProblem(
        `${join(from, name)} is not what was backed up, and nothing was restored: take another backup.`,
      );
    }
    await chmod(copy, 0o600);
  }
}

/** Makes of a copy what may be served: this schema, new epochs, no session and no open link. */
async function prepare(directory: string, { settings, origin, clock }: Desk) {
  const now = clock();
  const storage = await openSqliteStorage({ directory });
  try {
    const { registry } = storage;
    const documents = await beginNewEpochs(storage, now);
    await registry.withdrawEveryLink(now);
    const secret = await readSecret(directory, settings.secret);
    const accounts = await openAccountsDesk({ directory, secret, origin, registry });
    try {
      await accounts.endEverything();
    } finally {
      accounts.close();
    }
    const audit = openAudit(registry, clock);
    await audit.record({ chain: 'server', by: commandLine, act: 'restored' });
    return documents;
  } finally {
    await storage.close();
  }
}

/** @returns the folder that now holds what was in the data folder */
async function putAside(target: string, now: number): Promise<string> {
  const stamp = new Date(now).toISOString().slice(0, 19).replaceAll(':', '-');
  const aside = join(target, `replaced-${stamp}`);
  await mkdir(aside, { mode: 0o700 });
  for (const name of ownFilesIn(target)) await rename(join(target, name), join(aside, name));
  return aside;
}
