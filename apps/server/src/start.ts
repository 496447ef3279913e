import { openBuiltClient } from './pages/built-client.ts';
import { openDevelopmentClient } from './pages/development-client.ts';
import { ensureWebBuild } from './pages/web-build.ts';
import { run } from './run.ts';

// What `npm start` and `npm run dev` call.
const development = process.argv.includes('--dev');

await run({
  development,
  openClient: async (server) => {
    if (development) return openDevelopmentClient(server);
    await ensureWebBuild(() => process.stdout.write('Building the client, once per change …\n'));
    return openBuiltClient();
  },
});
