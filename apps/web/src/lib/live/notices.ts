import {
  type ClientToServer,
  Notice,
  type ServerToClient,
  Whereabouts,
  type WatchRequest,
} from '@parley/contracts';
import type { Socket } from 'socket.io-client';
import * as v from 'valibot';

type Watched = v.InferOutput<typeof WatchRequest>;

/** What a page does with what the server says. */
export interface Listener {
  readonly notice: (notice: Notice) => void;
  readonly whereabouts: (whereabouts: Whereabouts) => void;
  /** The line has ended, perhaps for a moment. */
  readonly lost: () => void;
}

export interface LiveLine {
  /** Tells the server which board this page shows. */
  show(board: Watched['board']): void;
  close(): void;
}

/**
 * Listens to what the server says to everybody in a space. The socket's code is fetched when it is
 * needed, after the board.
 */
export function listenToNotices(spaceId: string, listener: Listener): LiveLine {
  let socket: Socket<ServerToClient, ClientToServer> | undefined;
  let watched: Watched = { spaceId };
  let over = false;

  const watch = () => socket?.emit('watch', watched, () => undefined);

  async function open() {
    const { io } = await import('socket.io-client');
    if (over) return;
    socket = io({ reconnectionDelayMax: 30_000 });
    // After each reconnection the server knows nothing of this page any more.
    socket.on('connect', watch);
    socket.on('disconnect', listener.lost);
    socket.on('notice', (said: unknown) => {
      const notice = v.safeParse(Notice, said);
      if (notice.success) listener.notice(notice.output);
    });
    socket.on('whereabouts', (said: unknown) => {
      const whereabouts = v.safeParse(Whereabouts, said);
      if (whereabouts.success) listener.whereabouts(whereabouts.output);
    });
  }
  open().catch(() => undefined); // Notices are a courtesy: without them the page works all the same.

  return {
    show(board) {
      if (board === watched.board) return;
      watched = { spaceId, ...(board ? { board } : {}) };
      if (socket?.connected) watch();
    },
    close() {
      over = true;
      socket?.disconnect();
    },
  };
}
