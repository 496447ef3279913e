import {
  type ClientToServer,
  CommandAnswer,
  type CommandRequest,
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
  /** The line stands, for the first time or again. */
  readonly connected: () => void;
  /** The line has ended, perhaps for a moment. */
  readonly lost: () => void;
}

export interface LiveLine {
  /** The board stands: the line may be opened. */
  begin(): void;
  /** Tells the server which board this page shows. */
  show(board: Watched['board']): void;
  /** Resolves with the server's answer; null when there is no line, or no answer in time. */
  send(request: CommandRequest): Promise<CommandAnswer | null>;
  close(): void;
}

/** How long an answer to a command may take before it is asked for again, in ms. */
const patience = 15_000;

/** Listens to what the server says to everybody in a space, and carries commands. */
export function listenToNotices(spaceId: string, listener: Listener): LiveLine {
  let socket: Socket<ServerToClient, ClientToServer> | undefined;
  let watched: Watched = { spaceId };
  let over = false;

  const watch = () => socket?.emit('watch', watched, () => undefined);

  async function open() {
    const { io } = await import('socket.io-client');
    if (over || socket) return;
    socket = io({ reconnectionDelayMax: 30_000 });
    // After each reconnection the server knows nothing of this page any more.
    socket.on('connect', () => {
      watch();
      listener.connected();
    });
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
  // Without a line nothing is lost: it is tried again when the network is back.
  const begin = () => void open().catch(() => undefined);

  /** The network has gone or come: the socket would not notice for half a minute. */
  function startOver() {
    if (socket) socket.disconnect().connect();
    else begin();
  }
  window.addEventListener('online', startOver);
  window.addEventListener('offline', startOver);

  return {
    begin,
    show(board) {
      if (board === watched.board) return;
      watched = { spaceId, ...(board ? { board } : {}) };
      if (socket?.connected) watch();
    },
    async send(request) {
      if (!socket?.connected) return null;
      const sent: Promise<unknown> = socket.timeout(patience).emitWithAck('command', request);
      const answer = v.safeParse(CommandAnswer, await sent.catch(() => null));
      return answer.success ? answer.output : null;
    },
    close() {
      over = true;
      window.removeEventListener('online', startOver);
      window.removeEventListener('offline', startOver);
      socket?.disconnect();
    },
  };
}
