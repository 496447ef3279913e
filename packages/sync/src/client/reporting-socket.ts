import { messageTypes, syncTypes } from '../wire.ts';

/** What a socket says of each data frame, before it sends it. */
export interface DataFrameWatcher {
  /** Whether a step 2 was sent on this connection already. */
  readonly reconciled: boolean;
  updateSent(): void;
  stepTwoSent(): void;
}

/** The server takes no larger frame, except as a step 2 (R4). */
const largestUpdate = 64 * 1024;

/**
 * A WebSocket that reports the data frames which a WebsocketProvider sends through it. The provider
 * builds its own frames and has no event for them; its socket is where they can be seen.
 *
 * It also helps a change that is too large for an update frame, such as a long pasted text: it goes
 * out as a step 2, which is the same bytes under another number; or not at all while the step 2 that
 * will bring it is still to come.
 */
export function reportingSocket(
  Base: typeof WebSocket,
  watcher: DataFrameWatcher,
): typeof WebSocket {
  return class ReportingSocket extends Base {
    override send(data: Parameters<WebSocket['send']>[0]): void {
      // Both types are below 128 and so one byte each.
      if (data instanceof Uint8Array && data[0] === messageTypes.sync) {
        if (data[1] === syncTypes.stepTwo) watcher.stepTwoSent();
        if (data[1] === syncTypes.update) {
          if (data.byteLength > largestUpdate) {
            if (!watcher.reconciled) return;
            data[1] = syncTypes.stepTwo;
          }
          watcher.updateSent();
        }
      }
      super.send(data);
    }
  };
}
