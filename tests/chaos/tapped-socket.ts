import * as decoding from 'lib0/decoding';
import { WebSocket as NodeSocket } from 'ws';

/** Hears what passes through a socket, before anybody else does. */
export interface Tap {
  /** A data frame (update or step 2) goes out. */
  readonly sent: (update: Uint8Array) => void;
  /** An update or a step 2 has come. */
  readonly received: (update: Uint8Array) => void;
  /** The server calls the first `frames` data frames of this connection durable (R7). */
  readonly durable: (frames: number) => void;
}

/** The frames of packages/sync/SPEC.md, as far as a tap tells of them. */
const sync = 0;
const stepOne = 0;
const receipt = 100;
const durable = 1;

/** A WebSocket class for one provider with somebody who listens in. */
export function tappedSocket(tap: Tap): typeof WebSocket {
  class TappedSocket extends NodeSocket {
    constructor(...args: ConstructorParameters<typeof NodeSocket>) {
      super(...args);
      this.on('message', (data) => {
        if (data instanceof ArrayBuffer) tell(new Uint8Array(data), tap.received, tap.durable);
        else if (Buffer.isBuffer(data)) tell(data, tap.received, tap.durable);
      });
    }

    override send(data: Uint8Array): void {
      tell(data, tap.sent);
      super.send(data);
    }
  }
  // The parts of the browser's class that providers use are the same in ws; the types differ.
  return TappedSocket as unknown as typeof WebSocket;
}

function tell(frame: Uint8Array, onData: Tap['sent'], onDurable?: Tap['durable']): void {
  const decoder = decoding.createDecoder(frame);
  const type = decoding.readVarUint(decoder);
  if (type === sync && decoding.readVarUint(decoder) !== stepOne) {
    onData(decoding.readVarUint8Array(decoder));
  } else if (type === receipt && decoding.readVarUint(decoder) === durable) {
    onDurable?.(decoding.readVarUint(decoder));
  }
}
