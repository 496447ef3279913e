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

/** Puts the header of a WebSocket frame before a message. */
export function socketFrame(message: Uint8Array): SocketFrame {
  const { length } = message;
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
  frame.set(message, header);
  return frame as SocketFrame; // the brand says that the header is there
}
