import { workerAt } from '#lib/worker-at.ts';
import type { LayoutAnswer, LayoutRequest } from './layout.ts';
import address from './layout.worker.ts?worker&url';

/** Lays out in a worker, so that the page stays at hand. Rejects when the worker fails. */
export function layOutAside(request: LayoutRequest): Promise<LayoutAnswer> {
  const worker = workerAt(address);
  return new Promise<LayoutAnswer>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<LayoutAnswer>) => resolve(data);
    worker.onerror = ({ message }) => reject(new Error(message));
    worker.postMessage(request);
  }).finally(() => worker.terminate());
}
