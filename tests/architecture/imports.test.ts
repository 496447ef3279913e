import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const repository = fileURLToPath(new URL('../..', import.meta.url));

/** Which workspace may import which: the arrows of docs/architecture.md, and no others. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  'packages/model': [],
  'packages/contracts': [],
  'packages/storage': [],
  'packages/sync': [],
  'packages/exchange': ['@parley/model'],
  'apps/web': ['@parley/contracts', '@parley/exchange', '@parley/model', '@parley/sync'],
  'apps/server': [
    '@parley/contracts',
    '@parley/exchange',
    '@parley/model',
    '@parley/storage',
    '@parley/sync',
    '@parley/web',
  ],
};

/** The one part of a package that a workspace may use, where it may not use all of it. */
const onlyPart: Readonly<Record<string, Readonly<Record<string, RegExp>>>> = {
  'apps/web': { '@parley/sync': /^@parley\/sync\/(client(\/[a-z-]+)?|close-codes)$/ },
  // The server mounts the built client; it imports nothing from its sources.
  'apps/server': { '@parley/web': /^@parley\/web\/handler$/ },
};

const importPattern = /(?:from\s+|import\s*\(\s*|import\s+|export\s+\*\s+from\s+)['"]([^'"]+)['"]/g;

async function importsOf(workspace: string) {
  const entries = await readdir(join(repository, workspace, 'src'), {
    recursive: true,
    withFileTypes: true,
  });
  const files = entries.filter((entry) => entry.isFile() && /\.(ts|svelte)$/.test(entry.name));
  const found: { file: string; specifier: string }[] = [];
  for (const entry of files) {
    const file = join(entry.parentPath, entry.name);
    if (file.includes('/paraglide/')) continue;
    for (const [, specifier] of (await readFile(file, 'utf8')).matchAll(importPattern)) {
      if (specifier !== undefined) found.push({ file: relative(repository, file), specifier });
    }
  }
  return found;
}

/** @returns what is wrong with an import, or null */
export function objection(workspace: string, specifier: string): string | null {
  if (/^(\.\.\/)+(apps|packages|tests)\//.test(specifier)) return 'reaches into another workspace';
  const name = /^@parley\/[a-z]+/.exec(specifier)?.[0];
  if (name === undefined) return null;
  if (!allowed[workspace]?.includes(name)) return `${workspace} may not import ${name}`;
  const part = onlyPart[workspace]?.[name];
  return part && !part.test(specifier) ? `only ${String(part)} may be imported` : null;
}

describe('imports run one way', () => {
  test.each(Object.keys(allowed))('%s imports only what it may', async (workspace) => {
    const imports = await importsOf(workspace);
    const wrong = imports.flatMap(({ file, specifier }) => {
      const reason = objection(workspace, specifier);
      return reason === null ? [] : [`${file}: ${specifier} (${reason})`];
    });
    expect(wrong).toEqual([]);
  });

  test('the search finds imports at all', async () => {
    const imports = await importsOf('apps/server');
    expect(imports.map(({ specifier }) => specifier)).toContain('@parley/contracts');
  });

  test('an import against the direction is named', () => {
    expect(objection('packages/model', '@parley/contracts')).toMatch(/may not import/);
    expect(objection('packages/sync', '@parley/storage')).toMatch(/may not import/);
    expect(objection('apps/web', '@parley/sync/server')).toMatch(/only/);
    expect(objection('packages/exchange', '@parley/server')).toMatch(/may not import/);
    expect(objection('apps/web', '../../../packages/model/src/index.ts')).toMatch(
      /another workspace/,
    );
    expect(objection('apps/web', '@parley/sync/client')).toBeNull();
  });
});
