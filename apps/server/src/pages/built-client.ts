import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { RequestHandler } from 'express';
import { StartupProblem } from '../startup-problem.ts';
import type { Client } from './client.ts';
import { buildFolder } from './web-build.ts';

/**
 * The client that `vite build` made, served by SvelteKit's own handler.
 * @throws {StartupProblem} when the build has no handler
 */
export async function openBuiltClient(): Promise<Client> {
  // Resolved while running, not while compiling: the module is there only after a build.
  const built: unknown = await import(import.meta.resolve('@parley/web/handler'));
  if (!isBuilt(built)) {
    throw new StartupProblem(`The client in ${buildFolder} is damaged: run npm run build.`);
  }
  const assets = await filesOf(join(buildFolder, 'client'));
  return {
    handler: built.handler,
    isAsset: (path) => path.startsWith('/_app/') || assets.has(path),
  };
}

function isBuilt(module: unknown): module is { handler: RequestHandler } {
  return (
    typeof module === 'object' &&
    module !== null &&
    'handler' in module &&
    typeof module.handler === 'function'
  );
}

/** Every file of the client's static folder as a path on the server. */
async function filesOf(folder: string): Promise<ReadonlySet<string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return new Set(
    entries
      .filter((file) => file.isFile())
      .map((file) => `/${relative(folder, join(file.parentPath, file.name)).split(sep).join('/')}`),
  );
}
