import { roomsOfWriters } from './rooms-of-writers.ts';
import type { Workload } from './workload.ts';

/** All of them, in the order in which they run. */
export const workloads: readonly Workload[] = [...roomsOfWriters];
