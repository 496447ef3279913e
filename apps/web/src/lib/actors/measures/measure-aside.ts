import { workerAt } from '#lib/worker-at.ts';
import address from './measures.worker.ts?worker&url';
import type { NetworkAnswer } from './network-measures.ts';
import type { NetworkRequest } from './network.ts';

/**
 * Measures in a worker, so that the page stays at hand. Rejects when the worker fails, or with the reason
 * of the signal when the answer is wanted no more.
 */
export function measureAside(request: NetworkRequest, signal: AbortSignal): Promise<NetworkAnswer> {
  const worker = workerAt(address);
  return new Promise<NetworkAnswer>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<NetworkAnswer>) => resolve(data);
    worker.onerror = ({ message }) => reject(new Error(message));
    signal.addEventListener('abort', () => reject(new Error('Not wanted any more')));
    worker.postMessage(request);
  }).finally(() => worker.terminate());
}
