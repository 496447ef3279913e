import { spawn } from 'node:child_process';
import { readdir, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { repositoryRoot } from '../settings.ts';
import { StartupProblem } from '../startup-problem.ts';

export const webFolder = join(repositoryRoot, 'apps/web');
export const buildFolder = join(webFolder, 'build');

/** What a build is made from. */
const sources = ['apps/web', 'packages', 'pnpm-lock.yaml'].map((path) =>
  join(repositoryRoot, path),
);

/** Folders that are made by tools, some of them by the build itself. */
const made = new Set(['node_modules', 'build', '.svelte-kit', 'paraglide', 'test-results']);

/**
 * Builds the client unless the last build is newer than everything that it is made from.
 * @param onBuild called before a build starts: it takes a while
 * @throws {StartupProblem} when the build fails
 */
export async function ensureWebBuild(onBuild: () => void): Promise<void> {
  const builtAt = await changedAt(join(buildFolder, 'handler.js'));
  if (builtAt > 0 && !(await anyNewer(sources, builtAt))) return;
  onBuild();
  await buildClient(webFolder);
}

/** Whether a file of ours, or a folder that lost or gained one, changed after `time` (ms). */
export async function anyNewer(paths: readonly string[], time: number): Promise<boolean> {
  for (const path of paths) {
    if (isTest(path)) continue;
    const about = await stat(path).catch(() => null);
    if (about === null) continue;
    // A folder's own time tells of a file that was removed.
    if (about.mtimeMs > time) return true;
    if (!about.isDirectory()) continue;
    const entries = (await readdir(path)).filter((name) => !made.has(name));
    if (
      await anyNewer(
        entries.map((name) => join(path, name)),
        time,
      )
    )
      return true;
  }
  return false;
}

const isTest = (path: string): boolean => /\.(test\.[a-z]+|md)$/.test(path);

/** When a file was last written, in ms since 1970; 0 when it is not there. */
async function changedAt(file: string): Promise<number> {
  return (await stat(file).catch(() => null))?.mtimeMs ?? 0;
}

/**
 * Runs `vite build` in a folder, in a process of its own: it leaves much behind in memory.
 * @throws {StartupProblem} when the build fails
 */
export async function buildClient(folder: string): Promise<void> {
  // Found from the client's folder: Vite is its dependency, and this server's in development alone.
  const require = createRequire(join(folder, 'package.json'));
  const vite = join(dirname(require.resolve('vite/package.json')), 'bin/vite.js');
  const child = spawn(process.execPath, [vite, 'build', '--logLevel', 'error'], {
    cwd: folder,
    stdio: 'ignore',
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
  if (code !== 0) {
    throw new StartupProblem('The client could not be built: run npm run build to see why.');
  }
}
