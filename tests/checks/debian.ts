import { access, constants, readFile } from 'node:fs/promises';
import { run } from './outcome.ts';

/**
 * Finds a program that tests need, or installs Debian's package of it when this is Debian and we
 * are root.
 * @returns its path; null when there is none and none can be installed
 */
export async function programOf(
  debianPackage: string,
  paths: readonly string[],
): Promise<string | null> {
  const installed = await firstExecutable(paths);
  if (installed !== null || process.getuid?.() !== 0 || !(await isDebian())) return installed;
  console.log(`Installing ${debianPackage} from Debian …`);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update'], { env });
  const install = ['install', '-y', '--no-install-recommends', debianPackage];
  const ended = await run('apt-get', install, { env });
  if (ended.code !== 0) console.log(ended.output);
  return firstExecutable(paths);
}

async function firstExecutable(paths: readonly string[]): Promise<string | null> {
  for (const path of paths) {
    const found = await access(path, constants.X_OK).then(
      () => path !== '',
      () => false,
    );
    if (found) return path;
  }
  return null;
}

async function isDebian(): Promise<boolean> {
  const release = await readFile('/etc/os-release', 'utf8').catch(() => '');
  return /^ID(_LIKE)?=.*debian/m.test(release);
}
