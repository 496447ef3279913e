import * as decoding from 'lib0/decoding';
import * as Y from 'yjs';
import { closeCodes, type CloseCode } from '../close-codes.ts';
import { messageTypes, syncTypes } from '../wire.ts';
import type { Limits } from './limits.ts';

/** What a client may say. */
export type ClientFrame =
  | { readonly kind: 'step-one'; readonly stateVector: Uint8Array }
  | { readonly kind: 'step-two' | 'update'; readonly update: Uint8Array }
  | { readonly kind: 'awareness'; readonly states: Uint8Array }
  | { readonly kind: 'query-awareness' };

/** Thrown for what costs its sender the connection, and nobody else anything (R4). */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: CloseCode;

  constructor(code: CloseCode, why: string, options?: ErrorOptions) {
    super(why, options);
    this.code = code;
  }
}

/**
 * Reads one frame before anything of it is applied (R4). Of that rule, this holds the sizes and the
 * counts: an update is decoded once here by a reader that takes entries one by one, so a declared
 * count beyond the bytes fails before anything is allocated for it. Rates, root types, depth and
 * keys belong here too and are still to come.
 *
 * `frame` must own its whole buffer: Yjs reads lengths from inside it and would otherwise reach
 * into its neighbours.
 *
 * @throws Refusal
 */
export function readClientFrame(frame: Uint8Array, limits: Limits): ClientFrame {
  const decoder = decoding.createDecoder(frame);
  try {
    const type = decoding.readVarUint(decoder);
    if (type === messageTypes.sync) return readSync(decoder, frame.byteLength, limits);
    refuseAbove(frame.byteLength, limits.frameBytes);
    if (type === messageTypes.awareness) return { kind: 'awareness', states: readRest(decoder) };
    if (type === messageTypes.queryAwareness) return { kind: 'query-awareness' };
    throw new Refusal(closeCodes.malformed, `unknown message type ${type}`);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(closeCodes.malformed, 'unreadable frame', { cause: error });
  }
}

function readSync(decoder: decoding.Decoder, bytes: number, limits: Limits): ClientFrame {
  const type = decoding.readVarUint(decoder);
  refuseAbove(bytes, type === syncTypes.stepTwo ? limits.stepTwoBytes : limits.frameBytes);
  const payload = readRest(decoder);
  switch (type) {
    case syncTypes.stepOne:
      Y.decodeStateVector(payload);
      return { kind: 'step-one', stateVector: payload };
    case syncTypes.stepTwo:
    case syncTypes.update:
      Y.decodeUpdate(payload);
      return { kind: type === syncTypes.stepTwo ? 'step-two' : 'update', update: payload };
    default:
      throw new Refusal(closeCodes.malformed, `unknown sync type ${type}`);
  }
}

/** A length-prefixed array that must end where the frame ends. */
function readRest(decoder: decoding.Decoder): Uint8Array {
  const length = decoding.readVarUint(decoder);
  if (length !== decoder.arr.length - decoder.pos) {
    throw new Refusal(closeCodes.malformed, 'declared length differs from the bytes sent');
  }
  return decoding.readUint8Array(decoder, length);
}

function refuseAbove(bytes: number, most: number): void {
  if (bytes <= most) return;
  throw new Refusal(closeCodes.tooLarge, `frame of ${bytes} bytes, at most ${most} are taken`);
}
