import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDataFolder, readSecret } from './data-folder.ts';
import { StartupProblem } from './startup-problem.ts';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'parley-folder-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

describe('the data folder', () => {
  it('is made for this user alone', async () => {
    const folder = join(directory, 'new', 'data');
    await openDataFolder(folder);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
  });

  it('cannot stand where a file is', async () => {
    const file = join(directory, 'file');
    await writeFile(file, '');
    await expect(openDataFolder(file)).rejects.toThrow(/PARLEY_DATA_DIR/);
  });
});

describe('the secret', () => {
  it('is made once, kept, and readable by this user alone', async () => {
    const first = await readSecret(directory, null);
    expect(first).toMatch(/^[\w-]{43}$/);
    expect(await readSecret(directory, null)).toBe(first);
    expect((await stat(join(directory, 'secret'))).mode & 0o777).toBe(0o600);
  });

  it('is not kept when the environment gives one', async () => {
    const given = 'a secret of the environment, long enough';
    expect(await readSecret(directory, given)).toBe(given);
    await expect(readFile(join(directory, 'secret'))).rejects.toThrow('ENOENT');
  });

  it('is never replaced by a new one when the file is damaged', async () => {
    await writeFile(join(directory, 'secret'), 'cut');
    await expect(readSecret(directory, null)).rejects.toThrow(StartupProblem);
  });
});
