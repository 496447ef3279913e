import { setTimeout as pause } from 'node:timers/promises';
import { RoomClient } from '../clients/room-client.ts';
import type { Entry } from '../entry.ts';
import { ServerProcess } from '../servers/server-process.ts';
import { measureTraffic, type Duration, type Traffic } from './traffic.ts';
import type { Workload } from './workload.ts';

/*
 * Five clients read 1 KB a second in a room of fifty. They are closed when 2 MiB wait for them (R10),
 * and nobody else notices.
 */

const slowClients = 5;
const bytesPerSecond = 1_024;

/** Edits are large, so that 2 MiB, and what the network takes in besides, come together in seconds. */
const traffic: Traffic = {
  rooms: 1,
  clientsPerRoom: 50,
  writersPerRoom: 10,
  editsPerSecond: 20,
  presencePerSecond: 2,
  padding: 3_000,
};
const full: Duration = { warmUp: 3, window: 20, drain: 10 };
const brief: Duration = { warmUp: 1, window: 15, drain: 5 };

export const slowReaders: Workload = {
  name: 'slow',
  title: `${slowClients} of ${traffic.clientsPerRoom + slowClients} clients read 1 KB a second`,
  servers: ['parley'],
  measure: async (_server, { short, profileIn }) => {
    const duration = short ? brief : full;
    const alone = await onFreshServer(profileIn, (server) =>
      measureTraffic(server, traffic, duration),
    );
    const together = await onFreshServer(profileIn, (server) => withSlow(server, duration));
    return { ...together, p95WithoutSlowMs: alone.p95Ms ?? null };
  },
};

async function onFreshServer<Answer>(
  profileIn: string | undefined,
  act: (server: ServerProcess) => Promise<Answer>,
): Promise<Answer> {
  const server = await ServerProcess.start('parley', { profileIn });
  try {
    return await act(server);
  } finally {
    await server.stop();
  }
}

async function withSlow(server: ServerProcess, duration: Duration): Promise<Entry> {
  const others = measureTraffic(server, traffic, duration);
  // The room is open and written to when the slow ones come, and the clock has not begun to count.
  await pause(duration.warmUp * 500);
  // Nobody waits until they have joined: the document grows faster than they read.
  const slow = Array.from(
    { length: slowClients },
    (_, index) =>
      new RoomClient({ server, room: 'room-0', person: `slow-${index}`, bytesPerSecond }),
  );
  const closed = await untilClosed(server, (duration.warmUp + duration.window) * 1_000);
  const entry = await others;
  for (const client of slow) client.leave();
  return { ...entry, slowClosed: slowClients - closed.left, slowClosedMs: closed.after };
}

/**
 * Asks the server, since the slow ones have megabytes to read before they would learn of it.
 * @returns how many of them are left after `patienceMs`, or how many ms it took until none was
 */
async function untilClosed(
  server: ServerProcess,
  patienceMs: number,
): Promise<{ left: number; after: number | null }> {
  const began = performance.now();
  const slowNow = async (): Promise<number> =>
    (await server.connections()) - traffic.clientsPerRoom;
  let after = 0;
  let left = 0;
  const next = async (): Promise<void> => {
    await pause(100);
    after = performance.now() - began;
    left = await slowNow();
  };
  do await next();
  while (left < slowClients && after < patienceMs);
  do await next();
  while (left > 0 && after < patienceMs);
  return { left: Math.max(0, left), after: left > 0 ? null : after };
}
