import { randomBytes } from 'node:crypto';
import { access, constants, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StartupProblem } from './startup-problem.ts';

const secretFile = 'secret';

/**
 * Makes the data folder when it is not there, readable by this user alone: it holds names.
 * @throws {StartupProblem} when the folder cannot be made or written
 */
export async function openDataFolder(directory: string): Promise<void> {
  try {
    await mkdir(directory, { recursive: true, mode: 0o700 });
    await access(directory, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw notWritable(directory, cause);
  }
}

/**
 * The secret that signs cookies: the one given, or the one kept in the data folder, made at the
 * first start. Losing it signs everybody out and harms nothing else.
 * @throws {StartupProblem} when the file cannot be read or written
 */
export async function readSecret(directory: string, given: string | null): Promise<string> {
  if (given !== null) return given;
  const file = join(directory, secretFile);
  try {
    const fresh = randomBytes(32).toString('base64url');
    // `wx` never replaces a secret that another start wrote meanwhile.
    await writeFile(file, `${fresh}\n`, { flag: 'wx', mode: 0o600 });
    return fresh;
  } catch (cause) {
    if (!isAlreadyThere(cause)) throw notWritable(directory, cause);
  }
  const kept = (await readFile(file, 'utf8').catch(() => '')).trim();
  if (kept.length >= 32) return kept;
  throw new StartupProblem(
    `The file ${file} does not hold a secret: delete it and start again; everybody will have to sign in anew.`,
  );
}

function isAlreadyThere(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === 'EEXIST';
}

function notWritable(directory: string, cause: unknown): StartupProblem {
  return new StartupProblem(
    `The data folder ${directory} cannot be written: give it to this user, or set PARLEY_DATA_DIR to a folder that can.`,
    { cause },
  );
}
