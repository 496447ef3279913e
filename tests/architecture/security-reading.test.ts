import { access, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const repository = new URL('../../', import.meta.url);

/** The files and folders that docs/security.md sends its reader to. */
async function named(): Promise<readonly string[]> {
  const text = await readFile(new URL('docs/security.md', repository), 'utf8');
  return [...text.matchAll(/`((?:apps|packages|tests)\/[\w./-]+)`/g)].flatMap(
    ([, path]) => path ?? [],
  );
}

it('docs/security.md sends its reader to files that are there', async () => {
  const paths = await named();
  expect(paths.length).toBeGreaterThan(20);
  for (const path of paths) {
    await expect(access(fileURLToPath(new URL(path, repository))), path).resolves.toBeUndefined();
  }
});
