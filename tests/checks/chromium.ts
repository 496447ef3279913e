import { access, constants, readFile } from 'node:fs/promises';
import { run } from './outcome.ts';

const usual = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/**
 * Finds a Chromium, or installs Debian's when this is Debian and we are root.
 * @returns its path; null when there is none and none can be installed
 */
export async function chromiumPath(): Promise<string | null> {
  const installed = await firstExecutable([process.env.CHROMIUM_PATH ?? '', ...usual]);
  if (installed !== null || process.getuid?.() !== 0 || !(await isDebian())) return installed;
  console.log('Installing Chromium from Debian …');
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update'], { env });
  const ended = await run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], {
    env,
  });
  if (ended.code !== 0) console.log(ended.output);
  return firstExecutable(usual);
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
