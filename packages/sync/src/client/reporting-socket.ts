import * as decoding from 'lib0/decoding';
import { messageTypes, syncFrame, syncTypes } from '../wire.ts';
import { splitUpdate } from './split-update.ts';

/** What a socket says of each data frame, before it sends it. */
export interface DataFrameWatcher {
  /** Whether a step 2 was sent on this connection already, and the server still takes changes. */
  readonly reconciled: boolean;
  /** A frame that is completed by the next one. */
  partSent(): void;
  updateSent(): void;
  stepTwoSent(): void;
}

/** The server takes no larger update, except as a step 2 (R4). */
const largestUpdate = 64 * 1024;

/**
 * Above this a change goes out in parts. Half of the largest step 2 (R4): what cannot be cut within
 * a part, such as one long value, may then still fit.
 */
const largestPart = 512 * 1024;

/**
 * A WebSocket that reports the data frames which a WebsocketProvider sends through it. The provider
 * builds its own frames and has no event for them; its socket is where they can be seen.
 *
 * Nothing is sent before the step 2 that the server asks for: it will hold that change too. And what
 * is too large for an update frame, such as a long pasted text, goes out as a step 2, which is the
 * same bytes under another number; or as several, where one would be too large as well.
 */
export function reportingSocket(
  Base: typeof WebSocket,
  watcher: DataFrameWatcher,
): typeof WebSocket {
  return class ReportingSocket extends Base {
    override send(data: Parameters<WebSocket['send']>[0]): void {
      // Both types are below 128 and so one byte each.
      const isSync = data instanceof Uint8Array && data[0] === messageTypes.sync;
      if (isSync && data[1] === syncTypes.stepTwo) {
        this.#sendData(data, () => watcher.stepTwoSent());
      } else if (isSync && data[1] === syncTypes.update) {
        if (watcher.reconciled) this.#sendData(data, () => watcher.updateSent());
      } else {
        super.send(data);
      }
    }

    #sendData(frame: Uint8Array, report: () => void): void {
      if (frame.byteLength <= largestUpdate) {
        report();
        super.send(new Uint8Array(frame));
        return;
      }
      const parts = splitUpdate(updateIn(frame), largestPart);
      parts.forEach((part, index) => {
        if (index < parts.length - 1) watcher.partSent();
        else report();
        super.send(syncFrame(syncTypes.stepTwo, part));
      });
    }
  };
}

/** The update in a frame whose two types are one byte each. */
function updateIn(frame: Uint8Array): Uint8Array {
  const decoder = decoding.createDecoder(frame.subarray(2));
  return decoding.readVarUint8Array(decoder);
}
