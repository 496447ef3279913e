import type { ClientToServer, Notice, ServerToClient } from '@parley/contracts';
import { io, type Socket } from 'socket.io-client';
import type { Visitor } from './visitor.ts';

/** A page's live connection, and all that it has heard. */
export interface LiveSocket {
  readonly socket: Socket<ServerToClient, ClientToServer>;
  readonly heard: Notice[];
  /** Opens a space on the page; false where that is refused. */
  watch(spaceId: string): Promise<boolean>;
  close(): void;
}

/** Connects as a page of this visitor's browser does. */
export async function openLiveSocket(origin: string, visitor: Visitor): Promise<LiveSocket> {
  const socket: LiveSocket['socket'] = io(origin, {
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
    extraHeaders: { cookie: visitor.cookie, origin },
  });
  const heard: Notice[] = [];
  socket.on('notice', (notice) => heard.push(notice));
  await new Promise<void>((resolve, reject) => {
    socket.on('connect', resolve);
    socket.on('connect_error', reject);
  });
  const watch = (spaceId: string) =>
    new Promise<boolean>((resolve) => {
      socket.emit('watch', { spaceId }, ({ watching }) => resolve(watching));
    });
  return { socket, heard, watch, close: () => socket.close() };
}
