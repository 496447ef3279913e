import { ServerProcess, serverNames } from '../servers/server-process.ts';
import { measureTraffic, type Duration, type Traffic } from './traffic.ts';
import type { Workload } from './workload.ts';

/** W1–W5: people in rooms who write at a steady pace. */

const full: Duration = { warmUp: 3, window: 10, drain: 10 };
const brief: Duration = { warmUp: 1, window: 2, drain: 3 };

function of(name: string, title: string, traffic: Traffic): Workload {
  return {
    name,
    title,
    servers: serverNames,
    measure: async (serverName, { short, profileIn }) => {
      const server = await ServerProcess.start(serverName, { profileIn });
      try {
        return await measureTraffic(server, traffic, short ? brief : full);
      } finally {
        await server.stop();
      }
    },
  };
}

export const roomsOfWriters: readonly Workload[] = [
  of('W1', '50 clients in one room, 10 write at 20 Hz, presence at 2 Hz', {
    rooms: 1,
    clientsPerRoom: 50,
    writersPerRoom: 10,
    editsPerSecond: 20,
    presencePerSecond: 2,
  }),
  of('W2', '300 clients in one room, 20 write at 20 Hz, presence at 1 Hz', {
    rooms: 1,
    clientsPerRoom: 300,
    writersPerRoom: 20,
    editsPerSecond: 20,
    presencePerSecond: 1,
  }),
  of('W3', '100 rooms of 5, everybody writes at 2 Hz', {
    rooms: 100,
    clientsPerRoom: 5,
    writersPerRoom: 5,
    editsPerSecond: 2,
    presencePerSecond: 0,
  }),
  of('W4', '1 000 clients in one room, 20 write at 20 Hz', {
    rooms: 1,
    clientsPerRoom: 1_000,
    writersPerRoom: 20,
    editsPerSecond: 20,
    presencePerSecond: 0,
  }),
  of('W5', 'One writes at 5 Hz, 100 read', {
    rooms: 1,
    clientsPerRoom: 101,
    writersPerRoom: 1,
    editsPerSecond: 5,
    presencePerSecond: 0,
  }),
];
