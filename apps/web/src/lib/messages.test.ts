import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { compile } from '@inlang/paraglide-js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import config from '../../project.inlang/paraglide.config.ts';

/*
 * Paraglide compiles nothing, and says nothing, when it cannot load the plugin that reads messages.
 * So messages are compiled here as the build does it, and read back.
 */
const web = fileURLToPath(new URL('../../', import.meta.url));
let outdir: string;
let compiled: Record<string, (values?: Record<string, unknown>) => string>;

beforeAll(async () => {
  outdir = await mkdtemp(join(tmpdir(), 'parley-messages-'));
  const options = { ...config, emitTsDeclarations: false };
  await compile({ ...options, project: join(web, 'project.inlang'), outdir });
  const module: unknown = await import(pathToFileURL(join(outdir, 'messages.js')).href);
  // What was just compiled holds functions only.
  compiled = module as typeof compiled;
}, 60_000);

afterAll(() => rm(outdir, { recursive: true, force: true }));

async function source(file: string): Promise<Record<string, unknown>> {
  const text = await readFile(join(web, 'messages/en', file), 'utf8');
  return JSON.parse(text) as Record<string, unknown>; // message files are objects
}

describe('messages', () => {
  it('say what their file says', async () => {
    const frame = await source('frame.json');
    expect(frame.saved_all).toBe('All changes saved');
    expect(compiled.saved_all?.()).toBe('All changes saved');
  });

  it('count in the reader’s grammar', () => {
    expect(compiled.members_count?.({ count: 1 })).toBe('1 member');
    expect(compiled.members_count?.({ count: 4 })).toBe('4 members');
  });

  it('are compiled from every file, and no two files use one key', async () => {
    const seen = new Map<string, string>();
    for (const file of await readdir(join(web, 'messages/en'))) {
      for (const key of Object.keys(await source(file))) {
        expect(seen.get(key), `${key} stands in ${file} too`).toBeUndefined();
        expect(compiled[key], `${key} of ${file} was not compiled`).toBeTypeOf('function');
        seen.set(key, file);
      }
    }
  });
});
