import { mkdir, mkdtemp, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { StartupProblem } from '../startup-problem.ts';
import { anyNewer, buildClient, webFolder } from './web-build.ts';

let folder: string;
const builtAt = new Date('2026-01-02T00:00:00Z');
const before = new Date('2026-01-01T00:00:00Z');
const after = new Date('2026-01-03T00:00:00Z');

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-build-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Writes files as they were changed then; folders count as old unless a test says otherwise. */
async function files(times: Record<string, Date>): Promise<void> {
  for (const [path, time] of Object.entries(times)) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, '');
    await utimes(file, time, time);
  }
  await age(folder);
  for (const path of Object.keys(times)) {
    for (let parent = dirname(path); parent !== '.'; parent = dirname(parent)) {
      await age(join(folder, parent));
    }
  }
}

const age = (path: string) => utimes(path, before, before);

const stale = () => anyNewer([folder], builtAt.getTime());

describe('a build of the client', () => {
  it('is fresh while nothing that it is made from is newer', async () => {
    await files({ 'src/app.ts': before, 'vite.config.ts': before });
    expect(await stale()).toBe(false);
  });

  it('is stale when a source is newer, however deep', async () => {
    await files({ 'src/a/b/c.svelte': after });
    expect(await stale()).toBe(true);
  });

  it('is stale when a source was removed', async () => {
    await files({ 'src/routes/kept.svelte': before });
    await utimes(join(folder, 'src/routes'), after, after);
    expect(await stale()).toBe(true);
  });

  it('stays fresh when tests, notes and what tools make are newer', async () => {
    await files({
      'src/app.ts': before,
      'src/app.test.ts': after,
      'README.md': after,
      'node_modules/x/index.js': after,
      '.svelte-kit/types.d.ts': after,
      'src/lib/paraglide/messages.js': after,
      'build/handler.js': after,
    });
    expect(await stale()).toBe(false);
  });

  it('does not fail over a path that is not there', async () => {
    expect(await anyNewer([join(folder, 'gone')], 0)).toBe(false);
  });

  it('that breaks is told in one sentence', async () => {
    await symlink(join(webFolder, 'node_modules'), join(folder, 'node_modules'));
    await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
    await writeFile(join(folder, 'vite.config.ts'), 'export default {');
    const failure = buildClient(folder);
    await expect(failure).rejects.toThrow(StartupProblem);
    await expect(failure).rejects.toThrow(
      /^The client could not be built: run npm run build .+\.$/,
    );
  });
});
