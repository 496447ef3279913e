import type { Server } from 'node:http';
import type { Client } from './client.ts';
import { webFolder } from './web-build.ts';

/** What Vite asks for by itself: its own modules, sources, and packages. */
const module = /^\/(@|node_modules\/|src\/|\.svelte-kit\/|_app\/)|\.[a-z0-9]+$/i;

/**
 * The client compiled as it is asked for, with hot reload over the same port (`npm run dev`). Vite
 * is a development dependency, so it is loaded here and nowhere else.
 */
export async function openDevelopmentClient(server: Server): Promise<Client> {
  const { createServer } = await import('vite');
  // SvelteKit looks for its files from the working directory.
  process.chdir(webFolder);
  const vite = await createServer({
    root: webFolder,
    appType: 'custom',
    server: { middlewareMode: true, hmr: { server } },
  });
  return {
    handler: vite.middlewares,
    isAsset: (path) => module.test(path),
    close: () => vite.close(),
  };
}
