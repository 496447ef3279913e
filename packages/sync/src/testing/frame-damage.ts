import * as encoding from 'lib0/encoding';
import { messageTypes, syncFrame } from '../wire.ts';
import type { Chance } from './chance.ts';

type Damage = (bytes: Uint8Array, chance: Chance, others: readonly Uint8Array[]) => Uint8Array;

const joined = (...parts: readonly Uint8Array[]): Uint8Array =>
  new Uint8Array(Buffer.concat(parts));

/** One bit the other way round. */
const flip: Damage = (bytes, chance) => {
  const copy = bytes.slice();
  const at = chance.below(copy.length);
  copy[at] = (copy[at] ?? 0) ^ (1 << chance.below(8));
  return copy;
};

/** One byte that means something: ends of ranges, kinds of structs and values. */
const replace: Damage = (bytes, chance) => {
  const copy = bytes.slice();
  copy[chance.below(copy.length)] = chance.of([0, 1, 127, 128, 255, 0x47, 0x84, chance.below(256)]);
  return copy;
};

const cut: Damage = (bytes, chance) => bytes.slice(0, chance.below(bytes.length));

/** The beginning of one frame and the end of another. */
const splice: Damage = (bytes, chance, others) => {
  const other = others[chance.below(others.length)] ?? bytes;
  return joined(
    bytes.subarray(0, chance.below(bytes.length)),
    other.subarray(chance.below(other.length)),
  );
};

/** A part of it several times. */
const grow: Damage = (bytes, chance) => {
  const from = chance.below(bytes.length);
  const part = bytes.subarray(from, from + 1 + chance.below(24));
  const times = Array.from({ length: 1 + chance.below(200) }, () => part);
  return joined(bytes.subarray(0, from), ...times, bytes.subarray(from));
};

/** A huge number where a small one was. */
const inflate: Damage = (bytes, chance) => {
  const at = chance.below(bytes.length);
  const huge = encoding.encode((encoder) =>
    encoding.writeVarUint(encoder, 2 ** chance.of([14, 31, 32, 52]) + chance.below(1000)),
  );
  return joined(bytes.subarray(0, at), huge, bytes.subarray(at + 1));
};

const insert: Damage = (bytes, chance) => {
  const at = chance.below(bytes.length + 1);
  return joined(bytes.subarray(0, at), chance.bytes(1 + chance.below(4)), bytes.subarray(at));
};

const remove: Damage = (bytes, chance) => {
  const at = chance.below(bytes.length);
  return joined(bytes.subarray(0, at), bytes.subarray(at + 1 + chance.below(4)));
};

const damages = [flip, flip, replace, replace, cut, splice, grow, inflate, insert, remove] as const;

/**
 * A frame made of real ones by one to three damages. Most have a head that is right again, so that
 * the damage gets to the content.
 */
export function damaged(real: readonly Uint8Array[], chance: Chance): Uint8Array {
  const payloads = real.map(payloadOf);
  let frame = payloads[chance.below(payloads.length)] ?? new Uint8Array([0, 0]);
  for (let times = 1 + chance.below(3); times > 0 && frame.length > 0; times -= 1) {
    frame = chance.of(damages)(frame, chance, payloads);
  }
  switch (chance.below(16)) {
    case 0:
      return chance.bytes(chance.below(60));
    case 1:
      return frame;
    case 2:
      return joined(new Uint8Array([messageTypes.awareness]), lengthFirst(frame));
    case 3:
      return syncFrame(0, frame);
    case 4:
    case 5:
      return syncFrame(1, frame);
    default:
      return syncFrame(2, frame);
  }
}

/** What stands after the type of a message and the length of its content. */
function payloadOf(frame: Uint8Array): Uint8Array {
  let at = frame[0] === messageTypes.sync ? 2 : 1;
  while ((frame[at] ?? 0) > 127) at += 1;
  return frame.subarray(at + 1);
}

const lengthFirst = (bytes: Uint8Array): Uint8Array =>
  encoding.encode((encoder) => encoding.writeVarUint8Array(encoder, bytes));
