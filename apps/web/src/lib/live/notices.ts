import {
  CommandAnswer,
  type CommandRequest,
  type Notice,
  Whereabouts,
  type WatchRequest,
} from '@parley/contracts';
import * as v from 'valibot';
import { type Line, openLine } from './line.ts';

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
  /** The server answers again: a line that was lost needs not wait for its next try, up to half a minute off. */
  hurry(): void;
  /** Resolves with the server's answer; null when there is no line, or no answer in time. */
  send(request: CommandRequest): Promise<CommandAnswer | null>;
  close(): void;
}

/** How long an answer to a command may take before it is asked for again, in ms. */
const patience = 15_000;

/** Listens to what the server says to everybody in a space, and carries commands. */
export function listenToNotices(spaceId: string, listener: Listener): LiveLine {
  let line: Line | undefined;
  let opening: Promise<void> | undefined;
  let watched: Watched = { spaceId };
  let over = false;
  let lost = false;

  const watch = () => line?.emit('watch', watched, () => undefined);

  async function open() {
    const opened = await openLine(listener.notice);
    if (over) return void opened.disconnect();
    line = opened;
    // After each reconnection the server knows nothing of this page any more.
    line.on('connect', () => {
      lost = false;
      watch();
      listener.connected();
    });
    line.on('disconnect', () => {
      lost = true;
      listener.lost();
    });
    line.on('whereabouts', (said: unknown) => {
      const whereabouts = v.safeParse(Whereabouts, said);
      if (whereabouts.success) listener.whereabouts(whereabouts.output);
    });
  }
  // Without a line nothing is lost: it is tried again when the network is back.
  const begin = () => {
    opening ??= open().catch(() => {
      opening = undefined;
    });
  };

  /** The network has gone or come: the line would not notice for half a minute. */
  function startOver() {
    if (line) line.disconnect().connect();
    else begin();
  }
  window.addEventListener('online', startOver);
  window.addEventListener('offline', startOver);

  return {
    begin,
    show(board) {
      if (board === watched.board) return;
      watched = { spaceId, ...(board ? { board } : {}) };
      if (line?.connected) watch();
    },
    hurry() {
      if (lost && !over) startOver();
    },
    async send(request) {
      if (!line?.connected) return null;
      const sent: Promise<unknown> = line.timeout(patience).emitWithAck('command', request);
      const answer = v.safeParse(CommandAnswer, await sent.catch(() => null));
      return answer.success ? answer.output : null;
    },
    close() {
      over = true;
      window.removeEventListener('online', startOver);
      window.removeEventListener('offline', startOver);
      line?.disconnect();
    },
  };
}
