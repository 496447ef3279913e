/// <reference lib="webworker" />
import { layOut, type LayoutRequest } from './layout.ts';

// One request, one answer: who asked ends the worker.
self.onmessage = ({ data }: MessageEvent<LayoutRequest>) => {
  self.postMessage(layOut(data));
};
