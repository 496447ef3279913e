import {
  type ClientToServer,
  Notice,
  type ServerToClient,
  type WatchRequest,
} from '@parley/contracts';
import type { Socket } from 'socket.io-client';
import * as v from 'valibot';

/**
 * Listens to what the server says to everybody in a space. The socket's code is fetched when it is
 * needed, after the board.
 * @returns a function that ends it
 */
export function listenToNotices(spaceId: string, onnotice: (notice: Notice) => void): () => void {
  let socket: Socket<ServerToClient, ClientToServer> | undefined;
  let over = false;

  async function open() {
    const { io } = await import('socket.io-client');
    if (over) return;
    socket = io({ reconnectionDelayMax: 30_000 });
    const request: v.InferOutput<typeof WatchRequest> = { spaceId };
    // After each reconnection the server knows nothing of this page any more.
    socket.on('connect', () => socket?.emit('watch', request, () => undefined));
    socket.on('notice', (said: unknown) => {
      const notice = v.safeParse(Notice, said);
      if (notice.success) onnotice(notice.output);
    });
  }
  open().catch(() => undefined); // Notices are a courtesy: without them the page works all the same.

  return () => {
    over = true;
    socket?.disconnect();
  };
}
