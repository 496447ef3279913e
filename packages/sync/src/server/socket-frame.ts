/**
 * A message as it goes over a socket, made once and written to as many sockets as follow. Made by
 * `socketFrame` alone.
 */
export type SocketFrame = Buffer & { readonly [framed]: true };
declare const framed: unique symbol;

/** Final fragment, binary (RFC 6455, 5.2); what a server sends is not masked, so all get the same. */
const finalBinary = 0x82;
const lengthInTwoBytes = 126;
const lengthInEightBytes = 127;

const noBytes = new Uint8Array();

/**
 * Makes a WebSocket frame of a message: some numbers, written as varUints (lib0), and then bytes.
 * Written in place, since each small array of its own would cost more than its content.
 */
export function socketFrame(numbers: readonly number[], bytes: Uint8Array = noBytes): SocketFrame {
  const length = numbers.reduce((sum, number) => sum + varUintBytes(number), bytes.length);
  const header = length < lengthInTwoBytes ? 2 : length < 65_536 ? 4 : 10;
  const frame = Buffer.allocUnsafe(header + length);
  frame[0] = finalBinary;
  if (header === 2) {
    frame[1] = length;
  } else if (header === 4) {
    frame[1] = lengthInTwoBytes;
    frame.writeUInt16BE(length, 2);
  } else {
    frame[1] = lengthInEightBytes;
    frame.writeBigUInt64BE(BigInt(length), 2);
  }
  let at = header;
  for (let number of numbers) {
    while (number > 127) {
      frame[at] = (number % 128) | 128;
      number = Math.floor(number / 128);
      at += 1;
    }
    frame[at] = number;
    at += 1;
  }
  frame.set(bytes, at);
  return frame as SocketFrame; // the brand says that the header is there
}

function varUintBytes(number: number): number {
  let bytes = 1;
  for (let rest = number; rest > 127; rest = Math.floor(rest / 128)) bytes += 1;
  return bytes;
}
