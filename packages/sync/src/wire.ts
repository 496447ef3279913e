import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';

/*
 * The frames of the y-websocket 3.1 wire, and the one message type of our own. A frame starts with
 * its type as a varUint. Our own type is only ever sent to a client that asked for it (R7).
 */

export const messageTypes = {
  sync: 0,
  awareness: 1,
  auth: 2,
  queryAwareness: 3,
  receipt: 100,
} as const;

export const syncTypes = { stepOne: 0, stepTwo: 1, update: 2 } as const;

/** A client that connects with `?receipts=1` is sent receipts. */
export const receiptsParameter = 'receipts';

/** A client that connects with `?epoch=n` is only let in while that is the document's epoch (R12). */
export const epochParameter = 'epoch';

/** What a connection may do with its document. */
export type Capability = 'edit' | 'read';

/** What the server tells a client that asked, and nobody else. */
export type Receipt =
  /** What this connection may do; comes first, and again when that changes (R2). */
  | { readonly kind: 'welcome'; readonly capability: Capability }
  /** The first `frames` data frames (update or step 2) of this connection are durable. */
  | { readonly kind: 'durable'; readonly frames: number }
  /** Which epoch of the document this connection is about; follows the first welcome (R12). */
  | { readonly kind: 'epoch'; readonly epoch: number }
  /** Whether the server can store at present. Until it can, changes wait unacknowledged (R6). */
  | { readonly kind: 'storing'; readonly storing: boolean };

const receiptKinds = { welcome: 0, durable: 1, epoch: 2, storing: 3 } as const;
const capabilityNumbers = { read: 0, edit: 1 } as const;

export function syncFrame(
  type: (typeof syncTypes)[keyof typeof syncTypes],
  payload: Uint8Array,
): Uint8Array<ArrayBuffer> {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, messageTypes.sync);
    encoding.writeVarUint(encoder, type);
    encoding.writeVarUint8Array(encoder, payload);
  });
}

export function receiptFrame(receipt: Receipt): Uint8Array<ArrayBuffer> {
  return encoding.encode((encoder) => {
    for (const number of receiptNumbers(receipt)) encoding.writeVarUint(encoder, number);
  });
}

/** The varUints that a receipt consists of. */
export const receiptNumbers = (receipt: Receipt): readonly number[] => [
  messageTypes.receipt,
  receiptKinds[receipt.kind],
  valueOf(receipt),
];

function valueOf(receipt: Receipt): number {
  switch (receipt.kind) {
    case 'welcome':
      return capabilityNumbers[receipt.capability];
    case 'durable':
      return receipt.frames;
    case 'epoch':
      return receipt.epoch;
    case 'storing':
      return Number(receipt.storing);
  }
}

/**
 * Reads a receipt whose message type was read already. Null for a kind that this version does not
 * know: a newer server may say more.
 */
export function readReceipt(decoder: decoding.Decoder): Receipt | null {
  const kind = decoding.readVarUint(decoder);
  const value = decoding.readVarUint(decoder);
  switch (kind) {
    case receiptKinds.welcome:
      return { kind: 'welcome', capability: value === capabilityNumbers.edit ? 'edit' : 'read' };
    case receiptKinds.durable:
      return { kind: 'durable', frames: value };
    case receiptKinds.epoch:
      return { kind: 'epoch', epoch: value };
    case receiptKinds.storing:
      return { kind: 'storing', storing: value === 1 };
    default:
      return null;
  }
}
