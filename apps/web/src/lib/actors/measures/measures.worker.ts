/// <reference lib="webworker" />
import { measure } from './network-measures.ts';
import type { NetworkRequest } from './network.ts';

// One request, one answer: who asked ends the worker.
self.onmessage = ({ data }: MessageEvent<NetworkRequest>) => {
  self.postMessage(measure(data));
};
