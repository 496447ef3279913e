import { existsSync } from 'node:fs';
import { copyFile, chmod, mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { commandLine } from '@parley/contracts';
import * as v from 'valibot';
import { command } from './command.ts';
import { ConsoleProblem } from './console-problem.ts';
import { copyDatabase, databases, schemaOf, secretFile, syncToDisk } from './data-files.ts';
import { sha256Of, writeManifest, type Manifest } from './manifest.ts';

export const backup = command({
  name: 'backup',
  summary: 'Copies all that Parley keeps into a folder, while the server goes on',
  details:
    'All that was acknowledged before is in it. It holds every name, every board and the hashed\n' +
    'passwords: keep it as carefully as the data folder, on an encrypted disk.',
  parameters: { folder: { meaning: 'a folder that is empty or not there yet' } },
  options: {},
  input: v.object({ folder: v.string() }),
  run: async ({ folder: typed }, { open, settings, pathOf, terminal, clock }) => {
    const { audit } = await open();
    const folder = pathOf(typed);
    await beginFolder(folder);
    const madeAt = new Date(clock()).toISOString();
    await audit.record({ chain: 'server', by: commandLine, act: 'backup-made' });
    try {
      const files = await copyAll(settings.dataDirectory, folder);
      await writeManifest(folder, { madeAt, files });
      syncToDisk(folder);
    } catch (failure) {
      // Half a backup must not lie about for a whole one.
      for (const name of await readdir(folder)) await rm(join(folder, name));
      throw failure;
    }
    terminal.say(`All is in ${folder}. Keep it as carefully as the data folder: it holds names.`);
  },
});

/** The registry before the accounts, so that it names no account that the copy does not have. */
async function copyAll(from: string, to: string): Promise<Manifest['files']> {
  const files: Manifest['files'] = {};
  for (const name of databases) {
    if (!existsSync(join(from, name))) continue;
    const copy = join(to, name);
    copyDatabase(join(from, name), copy);
    files[name] = { ...(await factsOf(copy)), schema: schemaOf(copy) };
  }
  if (existsSync(join(from, secretFile))) {
    const copy = join(to, secretFile);
    await copyFile(join(from, secretFile), copy);
    await chmod(copy, 0o600);
    syncToDisk(copy);
    files[secretFile] = await factsOf(copy);
  }
  return files;
}

async function factsOf(file: string): Promise<{ sha256: string; bytes: number }> {
  return { sha256: await sha256Of(file), bytes: (await stat(file)).size };
}

async function beginFolder(folder: string): Promise<void> {
  let found: string[];
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    found = await readdir(folder);
  } catch (cause) {
    throw new ConsoleProblem(`${folder} cannot be made or read: choose another folder.`, { cause });
  }
  if (found.length > 0) {
    throw new ConsoleProblem(`${folder} is not empty: a backup takes a folder of its own.`);
  }
  // It may have been there before, open to others.
  await chmod(folder, 0o700);
}
