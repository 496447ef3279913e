import { setTimeout as pause } from 'node:timers/promises';
import * as Y from 'yjs';
import { actorsAfter, actorsIn, boardEdits } from '../clients/board-document.ts';
import { updateFrame, updateIn } from '../clients/dialect.ts';
import { Latencies } from '../clients/latencies.ts';
import { RoomClient } from '../clients/room-client.ts';
import type { Entry } from '../entry.ts';
import { ServerProcess } from '../servers/server-process.ts';
import { measureColdOpening } from './cold-opening.ts';
import { median } from './median.ts';
import type { Workload } from './workload.ts';

/*
 * W6: a hundred people open the same document of 1 MB at once, while the one who wrote it has it open.
 */

const room = 'opened';
const clients = 100;
const edits = 10_000;

/** Edits in one frame, so that a frame stays far below 64 KiB. */
const editsPerFrame = 100;
/** Far below the frames that our server takes from one client in a second (R4). */
const msBetweenFrames = 25;

export const opening: Workload = {
  name: 'W6',
  title: `${clients} clients open the same document of 1 MB at once`,
  servers: ['y-websocket', 'hocuspocus', 'parley'],
  measure: async (serverName, { short, profileIn }) => {
    const server = await ServerProcess.start(serverName, { profileIn });
    try {
      const warm = await measureOpening(server, short ? 1 : 5);
      if (serverName !== 'parley') return warm;
      return { ...warm, ...(await measureColdOpening(short ? 1_000 : 10_000, short ? 1 : 5)) };
    } finally {
      await server.stop();
    }
  },
};

async function measureOpening(server: ServerProcess, rounds: number): Promise<Entry> {
  const author = await RoomClient.join({ server, room, person: 'author' });
  await write(server, author, boardEdits(edits));

  const opened = new Latencies();
  const totals: number[] = [];
  await open(server, new Latencies());
  const cpuBefore = server.cpuMicros();
  for (let round = 0; round < rounds; round += 1) totals.push(await open(server, opened));
  const cpu = server.cpuMicros() - cpuBefore;
  author.leave();
  return {
    deliveredShare: opened.samples / (rounds * clients),
    contentHolds: true, // `write` has seen all of it, and each round was as large.
    p50Ms: opened.quantile(0.5),
    p95Ms: opened.quantile(0.95),
    p99Ms: opened.quantile(0.99),
    cpuUsPerDelivery: cpu / (rounds * clients),
    rssMb: server.rssMb(),
    totalMs: median(totals),
  };
}

/** Writes the document, and resolves when who opens it gets the whole of it. */
async function write(
  server: ServerProcess,
  author: RoomClient,
  updates: readonly Uint8Array[],
): Promise<void> {
  for (let start = 0; start < updates.length; start += editsPerFrame) {
    author.sendData(updateFrame(Y.mergeUpdates(updates.slice(start, start + editsPerFrame))));
    await pause(msBetweenFrames);
  }
  const whole = actorsAfter(updates.length);
  for (let tries = 0; tries < 50; tries += 1) {
    const { updates: received, client } = await receive(server, 'probe');
    client.leave();
    if (actorsIn(received) === whole) return;
    await pause(100);
  }
  throw new Error(`${server.name} did not come to hold the document that is to be opened.`);
}

/** Lets all clients in at once. @returns ms until the last of them had the document */
async function open(server: ServerProcess, opened: Latencies): Promise<number> {
  const began = performance.now();
  const arrivals = await Promise.all(
    Array.from({ length: clients }, async (_, index) => {
      const { client, updates } = await receive(server, `reader-${index}`);
      const ms = performance.now() - began;
      return { client, ms, bytes: updates.reduce((sum, update) => sum + update.length, 0) };
    }),
  );
  const total = performance.now() - began;
  const most = Math.max(...arrivals.map(({ bytes }) => bytes));
  for (const { client, ms, bytes } of arrivals) {
    if (bytes === most) opened.add(ms);
    client.leave();
  }
  // Whoever left is gone before the next round comes.
  await pause(300);
  return total;
}

async function receive(
  server: ServerProcess,
  person: string,
): Promise<{ client: RoomClient; updates: readonly Uint8Array[] }> {
  const updates: Uint8Array[] = [];
  const client = await RoomClient.join({
    server,
    room,
    person,
    onData: (bytes, start, end) => {
      updates.push(updateIn(new Uint8Array(bytes.subarray(start, end)), 0));
    },
  });
  return { client, updates };
}
