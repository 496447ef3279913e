import { boardDocumentId, type ProcessSummary } from '@parley/contracts';
import { Board } from '@parley/model';
import { DocumentProvider } from '@parley/sync/client';
import type { BrowserContext } from '@playwright/test';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { spaceOf } from './team.ts';

/** The board of a process on one more device of a person, past the pages. */
export interface Device {
  readonly board: Board;
  /** Resolves when the server has acknowledged everything. */
  readonly settled: () => Promise<void>;
  readonly close: () => void;
}

/**
 * Writes to the board of a process as one more device of a person, past the pages: for boards that
 * would take too long to fill by hand. Resolves when the server has acknowledged everything.
 */
export async function writeBoard<T>(
  context: BrowserContext,
  origin: string,
  process: ProcessSummary,
  write: (board: Board) => T,
): Promise<T> {
  const device = await openDevice(context, origin, process);
  try {
    const result = write(device.board);
    await device.settled();
    return result;
  } finally {
    device.close();
  }
}

/** Resolves when the device has all that the server has. */
export async function openDevice(
  context: BrowserContext,
  origin: string,
  process: ProcessSummary,
): Promise<Device> {
  const cookies = await context.cookies(origin);
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');

  class SignedInSocket extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols, { headers: { cookie, origin } });
    }
  }

  const doc = new Y.Doc();
  const provider = new DocumentProvider(
    `${origin.replace(/^http/, 'ws')}/sync`,
    boardDocumentId(spaceOf(process)),
    doc,
    // ws has the events and methods of the browser's class that the provider uses.
    { WebSocketPolyfill: SignedInSocket as unknown as typeof globalThis.WebSocket },
  );
  const settled = () =>
    new Promise<void>((resolve, reject) => {
      const stop = provider.subscribe(({ connection, synced, pending }) => {
        const end =
          connection === 'refused' ? () => reject(new Error('The board was refused')) : resolve;
        if (connection !== 'refused' && (!synced || pending > 0)) return;
        queueMicrotask(() => stop());
        end();
      });
    });
  const board = new Board(doc);
  const close = () => {
    board.destroy();
    provider.destroy();
  };
  try {
    await settled();
    return { board, settled, close };
  } catch (fault) {
    close();
    throw fault;
  }
}
