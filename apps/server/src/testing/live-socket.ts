import type { ClientToServer, Notice, ServerToClient } from '@parley/contracts';
import { io, type Socket } from 'socket.io-client';
import type { Visitor } from './visitor.ts';

export type LiveLine = Socket<ServerToClient, ClientToServer>;
export interface LineWish {
  readonly transport?: 'websocket' | 'polling';
  /** The site whose page asks; Parley's own when it is left out. */
  readonly pageOf?: string;
}

/** A page's live connection, and all that it has heard. */
export interface LiveSocket {
  readonly socket: LiveLine;
  readonly heard: Notice[];
  /** Opens a space on the page; false where that is refused. */
  watch(spaceId: string, board?: WatchedBoard): Promise<boolean>;
  /** Resolves with the next notice. */
  next(): Promise<Notice>;
  close(): void;
}

type WatchedBoard = NonNullable<Parameters<ClientToServer['watch']>[0]['board']>;

/** Connects once, as a page of this visitor's browser does. Rejects when the server refuses. */
export async function openLiveLine(
  origin: string,
  { cookie }: Visitor,
  { transport = 'websocket', pageOf = origin }: LineWish = {},
): Promise<LiveLine> {
  const line: LiveLine = io(origin, {
    ...{ transports: [transport], reconnection: false, forceNew: true },
    extraHeaders: { origin: pageOf, ...(cookie ? { cookie } : {}) },
  });
  await new Promise<void>((resolve, reject) => {
    line.on('connect', resolve);
    line.on('connect_error', reject);
  });
  return line;
}

/** Whether the server refuses to connect. */
export function isLiveLineRefused(
  origin: string,
  visitor: Visitor,
  wish?: LineWish,
): Promise<boolean> {
  return openLiveLine(origin, visitor, wish).then(
    (line) => {
      line.close();
      return false;
    },
    () => true,
  );
}

export async function openLiveSocket(
  origin: string,
  visitor: Visitor,
  wish?: LineWish,
): Promise<LiveSocket> {
  const socket = await openLiveLine(origin, visitor, wish);
  const heard: Notice[] = [];
  socket.on('notice', (notice) => heard.push(notice));
  const watch = (spaceId: string, board?: WatchedBoard) =>
    new Promise<boolean>((resolve) => {
      const place = { spaceId, ...(board ? { board } : {}) };
      socket.emit('watch', place, ({ watching }) => resolve(watching));
    });
  const next = () => new Promise<Notice>((resolve) => socket.once('notice', resolve));
  return { socket, heard, watch, next, close: () => socket.close() };
}
