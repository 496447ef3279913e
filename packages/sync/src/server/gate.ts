import { closeCodes } from '../close-codes.ts';
import { messageTypes, syncTypes } from '../wire.ts';
import { ByteReader } from './byte-reader.ts';
import type { Limits } from './limits.ts';
import { malformed, Refusal } from './refusal.ts';
import { readUpdate, type UpdateOutline } from './update-outline.ts';

/** What a client may say. */
export type ClientFrame =
  | { readonly kind: 'step-one'; readonly stateVector: Uint8Array }
  | UpdateFrame
  | { readonly kind: 'awareness'; readonly states: Uint8Array }
  | { readonly kind: 'query-awareness' };

export interface UpdateFrame {
  readonly kind: 'step-two' | 'update';
  readonly update: Uint8Array;
  readonly outline: UpdateOutline;
  /** How deep the types in it may stand, which only the document shows. */
  readonly mostDepth: number;
}

/**
 * Reads one frame before anything of it is applied (R4): its size, its form down to the last byte,
 * and what can be said of an update without the document. Nothing is allocated for what a frame only
 * declares.
 *
 * `frame` must own its whole buffer: Yjs reads lengths from inside it and would otherwise reach
 * into its neighbours.
 *
 * @param rootTypes names that root types may have; null for any
 * @throws Refusal
 */
export function readClientFrame(
  frame: Uint8Array,
  limits: Limits,
  rootTypes: ReadonlySet<string> | null = null,
): ClientFrame {
  const reader = new ByteReader(frame);
  const type = reader.varUint();
  if (type === messageTypes.sync) return readSync(frame, reader, limits, rootTypes);
  refuseAbove(frame.byteLength, limits.frameBytes);
  switch (type) {
    case messageTypes.awareness: {
      const states = rest(frame, reader);
      checkAwareness(states);
      return { kind: 'awareness', states };
    }
    case messageTypes.queryAwareness:
      reader.end();
      return { kind: 'query-awareness' };
    default:
      throw malformed(`unknown message type ${type}`);
  }
}

function readSync(
  frame: Uint8Array,
  reader: ByteReader,
  { frameBytes, stepTwoBytes, depth }: Limits,
  rootTypes: ReadonlySet<string> | null,
): ClientFrame {
  const type = reader.varUint();
  refuseAbove(frame.byteLength, type === syncTypes.stepTwo ? stepTwoBytes : frameBytes);
  const payload = rest(frame, reader);
  switch (type) {
    case syncTypes.stepOne:
      checkStateVector(payload);
      return { kind: 'step-one', stateVector: payload };
    case syncTypes.stepTwo:
    case syncTypes.update:
      return {
        kind: type === syncTypes.stepTwo ? 'step-two' : 'update',
        update: payload,
        outline: readUpdate(payload, { rootTypes, depth }),
        mostDepth: depth,
      };
    default:
      throw malformed(`unknown sync type ${type}`);
  }
}

/** A length-prefixed array that must end where the frame ends. */
function rest(frame: Uint8Array, reader: ByteReader): Uint8Array {
  if (reader.varUint() !== reader.left) {
    throw malformed('declared length differs from the bytes sent');
  }
  return frame.subarray(frame.length - reader.left);
}

/** Pairs of a client id and the clock that is known of it. */
function checkStateVector(stateVector: Uint8Array): void {
  const reader = new ByteReader(stateVector);
  for (let pairs = reader.count(2); pairs > 0; pairs -= 1) {
    reader.varUint();
    reader.varUint();
  }
  reader.end();
}

/** Entries of a client id, a clock and a state as text. */
function checkAwareness(states: Uint8Array): void {
  const reader = new ByteReader(states);
  for (let entries = reader.count(3); entries > 0; entries -= 1) {
    reader.varUint();
    reader.varUint();
    reader.skipBytes();
  }
  reader.end();
}

function refuseAbove(bytes: number, most: number): void {
  if (bytes <= most) return;
  throw new Refusal(closeCodes.tooLarge, `frame of ${bytes} bytes, at most ${most} are taken`);
}
