import { join } from 'node:path';
import { WebSocketServer } from 'ws';
import { answerBench, folder, listen } from './child.ts';

/*
 * `@y/websocket-server` as its own server.js sets it up, with LevelDB. It reads its folder from the
 * environment when it is imported.
 */

process.env.YPERSISTENCE = join(folder(), 'level');
const { setupWSConnection } = await import('@y/websocket-server/utils');

const sockets = new WebSocketServer({ noServer: true });
const http = await listen();
http.on('upgrade', (request, socket, head) => {
  sockets.handleUpgrade(request, socket, head, (client) => setupWSConnection(client, request, {}));
});
answerBench(http);
