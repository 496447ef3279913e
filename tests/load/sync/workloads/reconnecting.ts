import { DocumentProvider } from '@parley/sync/client';
import { setTimeout as pause } from 'node:timers/promises';
import { WebSocket as NodeSocket } from 'ws';
import * as Y from 'yjs';
import type { Entry } from '../entry.ts';
import { makeDataFolder, ServerProcess } from '../servers/server-process.ts';
import type { Workload } from './workload.ts';

/*
 * The server is stopped while 500 pages are open, and started again: how soon is everybody back? The
 * clients are ours with a Y.Doc each, since when they try again is up to them.
 */

const clients = 500;
const downMs = 3_000;
const patienceMs = 60_000;

// The parts of the browser's class that providers use are the same in ws; the types differ.
const WebSocketPolyfill = NodeSocket as unknown as typeof WebSocket;

export const reconnecting: Workload = {
  name: 'reconnect',
  title: `${clients} clients come back after a restart`,
  servers: ['parley'],
  measure: async (_server, { short, profileIn }) => {
    const data = await makeDataFolder();
    const first = await ServerProcess.start('parley', { data, profileIn });
    const { port } = first;
    const providers = Array.from(
      { length: short ? 50 : clients },
      (_, index) =>
        new DocumentProvider(`ws://127.0.0.1:${port}`, 'room', new Y.Doc(), {
          params: { as: `person-${index}` },
          WebSocketPolyfill,
        }),
    );
    try {
      await inStep(providers);
      await first.stop();
      await pause(downMs);
      const second = await ServerProcess.start('parley', { data, port, profileIn });
      try {
        return await measureReturn(second, providers);
      } finally {
        for (const provider of providers) provider.destroy();
        await second.stop();
      }
    } finally {
      await data.remove();
    }
  },
};

async function measureReturn(
  server: ServerProcess,
  providers: readonly DocumentProvider[],
): Promise<Entry> {
  const began = performance.now();
  const isBack = await inStep(providers);
  return {
    backAfterSeconds: isBack ? (performance.now() - began) / 1_000 : null,
    rssMb: server.rssMb(),
  };
}

/** Resolves to true when all are connected and have what the server has; to false after a minute. */
async function inStep(providers: readonly DocumentProvider[]): Promise<boolean> {
  const end = performance.now() + patienceMs;
  const isIn = ({ state }: DocumentProvider): boolean =>
    state.connection === 'connected' && state.synced;
  while (!providers.every(isIn)) {
    if (performance.now() > end) return false;
    await pause(50);
  }
  return true;
}
