import type { ClientToServer, ServerToClient } from '@parley/contracts';
import { Notice } from '@parley/contracts';
import type { Socket } from 'socket.io-client';
import * as v from 'valibot';

export type Line = Socket<ServerToClient, ClientToServer>;

/**
 * Opens a line to the server, which opens itself again whenever it ends. What the server says on it is
 * read with care: what is no notice is left out.
 * @throws when the code for it could not be fetched
 */
export async function openLine(onnotice: (notice: Notice) => void): Promise<Line> {
  const { io } = await import('socket.io-client');
  const line: Line = io({ reconnectionDelayMax: 30_000 });
  line.on('notice', (said: unknown) => {
    const notice = v.safeParse(Notice, said);
    if (notice.success) onnotice(notice.output);
  });
  return line;
}
