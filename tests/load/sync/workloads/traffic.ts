import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { Chance } from '@parley/sync/testing/chance';
import { presenceFrame, updateFrame } from '../clients/dialect.ts';
import { Latencies } from '../clients/latencies.ts';
import { eachMark } from '../clients/mark.ts';
import { RoomClient } from '../clients/room-client.ts';
import { Witness } from '../clients/witness.ts';
import { Writer } from '../clients/writer.ts';
import type { Entry } from '../entry.ts';
import { Pace } from '../pace.ts';
import type { ServerName, ServerProcess } from '../servers/server-process.ts';
import { joinTogether } from './join-together.ts';

/** Rooms in which some write and all receive. */
export interface Traffic {
  readonly rooms: number;
  readonly clientsPerRoom: number;
  /** The first so many clients of each room. */
  readonly writersPerRoom: number;
  readonly editsPerSecond: number;
  /** Of each client; 0 for none. */
  readonly presencePerSecond: number;
  /** Characters of an edit besides its mark. */
  readonly padding?: number;
}

/** Times in seconds. */
export interface Duration {
  readonly warmUp: number;
  readonly window: number;
  /** How long what was sent in the window may still come after it. */
  readonly drain: number;
}

interface Member {
  readonly client: RoomClient;
  readonly writer: Writer | null;
  readonly clientId: number;
}

interface OpenRoom {
  readonly members: readonly Member[];
  readonly witness: Witness;
}

/** Latencies and counts of what was sent between two moments. */
class Window {
  readonly latencies = new Latencies();
  readonly acknowledged = new Latencies();
  /** Edits that arrived, whenever they were sent. */
  arrivals = 0;
  from = Number.POSITIVE_INFINITY;
  to = Number.POSITIVE_INFINITY;
  /** Receivers of the edits sent in the window. */
  expected = 0;

  has(moment: number): boolean {
    return moment >= this.from && moment < this.to;
  }
}

/** Runs the traffic against a server that has just been started. */
export async function measureTraffic(
  server: ServerProcess,
  traffic: Traffic,
  { warmUp, window: seconds, drain }: Duration,
): Promise<Entry> {
  const window = new Window();
  const rooms = await openRooms(server, traffic, window);
  const paces = startPaces(rooms, traffic, window);
  await pause(warmUp * 1_000);

  const busyBefore = performance.eventLoopUtilization();
  const cpuBefore = server.cpuMicros();
  window.arrivals = 0;
  window.from = performance.now();
  await pause(seconds * 1_000);
  window.to = performance.now();
  const cpu = server.cpuMicros() - cpuBefore;
  const { arrivals } = window;
  const rssMb = server.rssMb();
  const busy = performance.eventLoopUtilization(busyBefore);

  for (const pace of paces) pace.stop();
  await drained(window, drain * 1_000);
  const contentHolds = rooms.every(holdsAll);
  for (const { members } of rooms) for (const { client } of members) client.leave();

  const { latencies, acknowledged } = window;
  return {
    deliveredShare: window.expected === 0 ? 0 : latencies.samples / window.expected,
    p50Ms: latencies.quantile(0.5),
    p95Ms: latencies.quantile(0.95),
    p99Ms: latencies.quantile(0.99),
    cpuUsPerDelivery: cpu / Math.max(1, arrivals),
    rssMb,
    ...(server.name === 'parley' && { ackP95Ms: acknowledged.quantile(0.95) }),
    contentHolds,
    clientsBusy: busy.utilization,
  };
}

async function openRooms(
  server: ServerProcess,
  traffic: Traffic,
  window: Window,
): Promise<OpenRoom[]> {
  const rooms: OpenRoom[] = [];
  for (let number = 0; number < traffic.rooms; number += 1) {
    const witness = new Witness();
    const indices = Array.from({ length: traffic.clientsPerRoom }, (_, index) => index);
    const members = await joinTogether(indices, (index) =>
      enter(server, `room-${number}`, index, traffic, window, witness),
    );
    rooms.push({ members, witness });
  }
  return rooms;
}

async function enter(
  server: { readonly name: ServerName; readonly port: number },
  room: string,
  index: number,
  traffic: Traffic,
  window: Window,
  witness: Witness,
): Promise<Member> {
  const writer = index < traffic.writersPerRoom ? new Writer(index, traffic.padding) : null;
  // The number of the next edit of each writer: an edit that comes twice counts once.
  const next = new Uint32Array(traffic.writersPerRoom);
  const isWitness = index === traffic.clientsPerRoom - 1;
  const onMark = (by: number, edit: number, sentAt: number): void => {
    if (by === index || edit < (next[by] ?? 0)) return;
    next[by] = edit + 1;
    window.arrivals += 1;
    if (window.has(sentAt)) window.latencies.add(performance.now() - sentAt);
  };
  const client = await RoomClient.join({
    server,
    room,
    person: `${room}-${index}`,
    onData: (bytes, start, end) => {
      eachMark(bytes, start, end, onMark);
      if (isWitness) witness.see(bytes, start, end);
    },
    onAcknowledged: (ms) => {
      if (window.has(performance.now() - ms)) window.acknowledged.add(ms);
    },
  });
  return { client, writer, clientId: writer?.clientId ?? index + 1 };
}

function startPaces(rooms: readonly OpenRoom[], traffic: Traffic, window: Window): Pace[] {
  const random = new Chance(7);
  const receivers = traffic.clientsPerRoom - 1;
  const paces: Pace[] = [];
  for (const { members } of rooms) {
    for (const { client, writer, clientId } of members) {
      if (writer !== null) {
        const write = (): void => {
          const now = performance.now();
          if (window.has(now)) window.expected += receivers;
          client.sendData(updateFrame(writer.edit(now)));
        };
        paces.push(new Pace(traffic.editsPerSecond, random.share(), write));
      }
      if (traffic.presencePerSecond > 0) {
        let clock = 0;
        const point = (): void => {
          clock += 1;
          client.send(presenceFrame(clientId, clock, (clock * 7) % 900));
        };
        paces.push(new Pace(traffic.presencePerSecond, random.share(), point));
      }
    }
  }
  return paces;
}

/** Resolves when everything sent in the window has arrived, or after `patienceMs`. */
async function drained(window: Window, patienceMs: number): Promise<void> {
  const end = performance.now() + patienceMs;
  while (window.latencies.samples < window.expected && performance.now() < end) await pause(20);
  // What was sent after the window is no part of the numbers, but of the content.
  await pause(200);
}

function holdsAll({ members, witness }: OpenRoom): boolean {
  const writers = members.flatMap(({ writer }) => writer ?? []);
  const edits = writers.map((writer) => writer.edits);
  const own = members.at(-1)?.writer?.state() ?? null;
  return witness.editsSeen(own, edits) === edits.reduce((sum, count) => sum + count, 0);
}
