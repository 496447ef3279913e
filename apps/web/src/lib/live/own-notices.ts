import { type ClientToServer, Notice, type ServerToClient } from '@parley/contracts';
import type { Socket } from 'socket.io-client';
import * as v from 'valibot';

/**
 * Listens to what the server says to this person alone, on a page that has no space open.
 * @param onconnect what was said while the line was down is not said again: time to ask
 * @returns a function that ends it
 */
export function listenToOwnNotices(
  onnotice: (notice: Notice) => void,
  onconnect: () => void,
): () => void {
  let socket: Socket<ServerToClient, ClientToServer> | undefined;
  let over = false;

  async function open() {
    const { io } = await import('socket.io-client');
    if (over) return;
    socket = io({ reconnectionDelayMax: 30_000 });
    socket.on('connect', onconnect);
    socket.on('notice', (said: unknown) => {
      const notice = v.safeParse(Notice, said);
      if (notice.success) onnotice(notice.output);
    });
  }
  // Without them the page can be reloaded by hand.
  open().catch(() => undefined);

  return () => {
    over = true;
    socket?.disconnect();
  };
}
