import type { MapPlan } from '@parley/exchange/map';
import { workerAt } from '#lib/worker-at.ts';
import address from './map-files.worker.ts?worker&url';
import type { FilesOrder, FilesProgress, FilesReport, ReadOutcome } from './map-files.ts';

/** Somebody has stopped what was under way. */
export class NotWanted extends Error {}

/** Reads files and plans with them in a worker, one order at a time, so that the page stays at hand. */
export class FilesAside {
  readonly #progress: (progress: FilesProgress) => void;
  #worker: Worker | null = null;
  #giveUp: ((fault: Error) => void) | null = null;

  /** @param progress called as often as the worker tells how far it is */
  constructor(progress: (progress: FilesProgress) => void) {
    this.#progress = progress;
  }

  /** Rejects with `NotWanted` when it is stopped. */
  async read(files: readonly File[]): Promise<ReadOutcome> {
    const report = await this.#ask({ ask: 'read', files });
    if (report.tells !== 'read') throw new Error('The worker answered something else');
    return report.outcome;
  }

  /** Plans with what was read last. Rejects with `NotWanted` when it is stopped, else when the worker fails. */
  async plan(order: Omit<Extract<FilesOrder, { ask: 'plan' }>, 'ask'>): Promise<MapPlan> {
    const report = await this.#ask({ ask: 'plan', ...order });
    if (report.tells !== 'plan') throw new Error('The worker answered something else');
    return report.plan;
  }

  /** Ends what is under way, and forgets what was read. */
  stop(): void {
    this.#worker?.terminate();
    this.#worker = null;
    this.#giveUp?.(new NotWanted());
    this.#giveUp = null;
  }

  #ask(order: FilesOrder): Promise<FilesReport> {
    this.#worker ??= workerAt(address);
    const worker = this.#worker;
    return new Promise<FilesReport>((resolve, reject) => {
      this.#giveUp = reject;
      worker.onmessage = ({ data }: MessageEvent<FilesReport>) => {
        if (data.tells === 'progress') this.#progress(data.progress);
        else resolve(data);
      };
      worker.onerror = ({ message }) => reject(new Error(message));
      worker.postMessage(order);
    });
  }
}
