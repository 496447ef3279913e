import { openSqliteStorage } from '@parley/storage';
import { setTimeout as pause } from 'node:timers/promises';
import { boardEdits } from '../clients/board-document.ts';
import { RoomClient } from '../clients/room-client.ts';
import { makeDataFolder, ServerProcess, type DataFolder } from '../servers/server-process.ts';
import { median } from './median.ts';

/** Opened before the clock counts, so that neither run is the first of its code. */
const warmUps = 4;

/** Processor time in 150 ms that counts as none: what the clock of the system can tell apart. */
const atRestMicros = 10_000;

/**
 * Opens documents that nobody has open: right after a start first from so many log records, then,
 * compacted when the server stopped, from a snapshot. @returns ms from connecting to having it all
 */
export async function measureColdOpening(
  records: number,
  documents: number,
): Promise<{ openFromLogMs: number; openFromSnapshotMs: number }> {
  const data = await makeDataFolder();
  try {
    const names = Array.from({ length: warmUps + documents }, (_, index) => `cold-${index}`);
    await writeLogs(data, names, boardEdits(records));
    const openFromLogMs = await openEach(data, names);
    await expectSnapshots(data, names);
    return { openFromLogMs, openFromSnapshotMs: await openEach(data, names) };
  } finally {
    await data.remove();
  }
}

async function writeLogs(
  data: DataFolder,
  names: readonly string[],
  updates: readonly Uint8Array[],
): Promise<void> {
  const storage = await openSqliteStorage({ directory: data.path });
  for (const name of names) {
    await Promise.all(updates.map((update) => storage.documents.append(name, update)));
  }
  await storage.close();
}

/** One after the other on a fresh server, which compacts them when it is stopped. */
async function openEach(data: DataFolder, names: readonly string[]): Promise<number> {
  const server = await ServerProcess.start('parley', { data });
  const times: number[] = [];
  for (const room of names) {
    const began = performance.now();
    const client = await RoomClient.join({ server, room, person: 'first' });
    times.push(performance.now() - began);
    client.leave();
    await rested(server);
  }
  await server.stop(30_000);
  return median(times.slice(warmUps));
}

/** Resolves when the server does no more work, such as compacting what was just opened. */
async function rested(server: ServerProcess): Promise<void> {
  let before = Number.NEGATIVE_INFINITY;
  for (let now = server.cpuMicros(); now - before > atRestMicros; now = server.cpuMicros()) {
    before = now;
    await pause(150);
  }
}

async function expectSnapshots(data: DataFolder, names: readonly string[]): Promise<void> {
  const storage = await openSqliteStorage({ directory: data.path });
  for (const name of names) {
    const { snapshot, updates } = await storage.documents.load(name);
    if (snapshot === null || updates.length > 0) {
      throw new Error(`Document ${name} was not compacted: it has ${updates.length} log records.`);
    }
  }
  await storage.close();
}
