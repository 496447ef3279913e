import { idleRooms } from './idle-rooms.ts';
import { opening } from './opening.ts';
import { reconnecting } from './reconnecting.ts';
import { roomsOfWriters } from './rooms-of-writers.ts';
import { slowReaders } from './slow-readers.ts';
import type { Workload } from './workload.ts';

/** All of them, in the order in which they run. */
export const workloads: readonly Workload[] = [
  ...roomsOfWriters,
  opening,
  idleRooms,
  slowReaders,
  reconnecting,
];
