import { WebSocketServer, type RawData, type WebSocket } from 'ws';
import { answerBench, listen } from './child.ts';

/*
 * The floor: every frame goes to everybody else in the room, unread and unkept. No server that
 * forwards frame by frame can be cheaper.
 */

const rooms = new Map<string, Set<WebSocket>>();
const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false });
const http = await listen();

http.on('upgrade', (request, socket, head) => {
  sockets.handleUpgrade(request, socket, head, (client) => enter(client, request.url ?? ''));
});
answerBench(http);

function enter(client: WebSocket, url: string): void {
  const name = url.split('?')[0] ?? '';
  const room = rooms.get(name) ?? new Set();
  rooms.set(name, room.add(client));
  client.on('error', () => undefined);
  client.on('message', (data: RawData) => {
    for (const other of room) if (other !== client) other.send(data);
  });
  client.on('close', () => {
    room.delete(client);
    if (room.size === 0) rooms.delete(name);
  });
}
