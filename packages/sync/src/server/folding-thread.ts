import { parentPort } from 'node:worker_threads';
import { folded, type StoredLog } from './stored-log.ts';

/** What the thread is asked: to fold one log. */
export interface FoldRequest {
  readonly number: number;
  readonly documentId: string;
  readonly log: StoredLog;
}

/** What it answers, under the same number. */
export type FoldAnswer =
  | { readonly number: number; readonly snapshot: Uint8Array<ArrayBuffer> }
  | { readonly number: number; readonly problem: unknown };

if (parentPort === null) throw new Error('folding-thread.ts runs only as a worker thread');
const port = parentPort;

port.on('message', ({ number, documentId, log }: FoldRequest) => {
  try {
    const snapshot = new Uint8Array(folded(documentId, log));
    const answer: FoldAnswer = { number, snapshot };
    port.postMessage(answer, [snapshot.buffer]);
  } catch (problem) {
    const answer: FoldAnswer = { number, problem };
    port.postMessage(answer);
  }
});
