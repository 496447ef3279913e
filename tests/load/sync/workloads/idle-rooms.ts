import { setTimeout as pause } from 'node:timers/promises';
import { RoomClient } from '../clients/room-client.ts';
import type { Entry } from '../entry.ts';
import { ServerProcess, serverNames } from '../servers/server-process.ts';
import { joinTogether } from './join-together.ts';
import type { Workload } from './workload.ts';

/*
 * W7: many rooms with one connection each in which nothing happens, and what they leave behind.
 */

const rooms = 10_000;

/** Rooms that come and go before the heap is first measured, so that all code has run. */
const warmUps = 500;

/** How long a server may take to let go of rooms that are empty, in ms. */
const patienceMs = 30_000;
/** Longer than a server waits for anybody to say goodbye, so that what only waits has gone. */
const calmMs = 3_000;
const asBefore = 1.05;

export const idleRooms: Workload = {
  name: 'W7',
  title: `${rooms} idle rooms with one connection each`,
  servers: serverNames,
  measure: async (serverName, { short, profileIn }) => {
    const server = await ServerProcess.start(serverName, { profileIn });
    try {
      return await measureIdle(server, short ? 500 : rooms);
    } finally {
      await server.stop();
    }
  },
};

async function measureIdle(server: ServerProcess, count: number): Promise<Entry> {
  const warm = await fill(server, 'warm', Math.min(count, warmUps));
  for (const client of warm) client.leave();
  const before = await heapWhenCalm(server, 0);

  const clients = await fill(server, 'idle', count);
  const heapKibPerRoom = ((await heapWhenCalm(server, 0)) - before) / 1_024 / count;
  const rssMb = server.rssMb();
  for (const client of clients) client.leave();
  const after = await heapWhenCalm(server, before * asBefore);
  return { heapKibPerRoom, heapAfterwards: after / before, rssMb };
}

function fill(server: ServerProcess, name: string, count: number): Promise<RoomClient[]> {
  const numbers = Array.from({ length: count }, (_, number) => number);
  return joinTogether(numbers, (number) =>
    RoomClient.join({ server, room: `${name}-${number}`, person: `${name}-${number}` }),
  );
}

/** The heap in bytes once it is at most `below`, or else stays the same for a while. */
async function heapWhenCalm(server: ServerProcess, below: number): Promise<number> {
  const end = performance.now() + patienceMs;
  let last = Number.POSITIVE_INFINITY;
  for (;;) {
    await pause(calmMs);
    const heap = await server.heapBytes();
    const isCalm = Math.abs(heap - last) < last * 0.005;
    if (heap <= below || isCalm || performance.now() > end) return heap;
    last = heap;
  }
}
