import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import type { ServerName } from '../servers/server-process.ts';

/*
 * What clients say, as y-websocket frames, and how each server wants it wrapped: Hocuspocus puts the
 * name of the document in front of every frame and asks for a token first; the relay only forwards,
 * so nobody would answer a question there; ours sends receipts to those who ask.
 */

export const types = { sync: 0, awareness: 1, auth: 2, syncReply: 4, receipt: 100 } as const;
export const syncTypes = { stepOne: 0, stepTwo: 1, update: 2 } as const;

export interface Dialect {
  /** Whether the server itself has the document and answers a step 1. */
  readonly answers: boolean;
  readonly path: (room: string, person: string) => string;
  /** What a client says first. */
  readonly greeting: (room: string) => readonly Uint8Array[];
  readonly wrapped: (room: string, frame: Uint8Array) => Uint8Array;
  /** How many bytes of a message from the server stand before the frame. */
  readonly prefixBytes: (room: string) => number;
}

const plain: Dialect = {
  answers: true,
  path: (room, person) => `/${room}?as=${person}`,
  greeting: () => [stepOne()],
  wrapped: (_room, frame) => frame,
  prefixBytes: () => 0,
};

const named = (room: string, frame: Uint8Array): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarString(encoder, room);
    encoding.writeUint8Array(encoder, frame);
  });

export const dialects: Readonly<Record<ServerName, Dialect>> = {
  relay: { ...plain, answers: false, greeting: () => [] },
  'y-websocket': plain,
  parley: { ...plain, path: (room, person) => `/${room}?as=${person}&receipts=1` },
  hocuspocus: {
    answers: true,
    path: () => '/',
    greeting: (room) => [named(room, token()), named(room, stepOne())],
    wrapped: named,
    prefixBytes: (room) => named(room, new Uint8Array()).length,
  },
};

/** An update of Yjs that holds nothing; its state vector looks the same. */
const nothing = Uint8Array.of(0, 0);

/** Asks for all that the server has. */
function stepOne(): Uint8Array {
  return syncFrame(syncTypes.stepOne, nothing.subarray(1));
}

export function emptyStepTwo(): Uint8Array {
  return syncFrame(syncTypes.stepTwo, nothing);
}

export function updateFrame(update: Uint8Array): Uint8Array {
  return syncFrame(syncTypes.update, update);
}

/** Where somebody points, as a board shows it. */
export function presenceFrame(clientId: number, clock: number, x: number): Uint8Array {
  const states = encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint(encoder, clientId);
    encoding.writeVarUint(encoder, clock);
    encoding.writeVarString(encoder, JSON.stringify({ board: 'actors', cursor: { x, y: 240.5 } }));
  });
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, types.awareness);
    encoding.writeVarUint8Array(encoder, states);
  });
}

/** The update inside a step 2 or update frame that begins at `start`. */
export function updateIn(bytes: Uint8Array, start: number): Uint8Array {
  const decoder = decoding.createDecoder(bytes);
  decoder.pos = start + 2;
  return decoding.readVarUint8Array(decoder);
}

/** The kind and value of a receipt that begins at `start`. */
export function receiptIn(bytes: Uint8Array, start: number): { kind: number; value: number } {
  const decoder = decoding.createDecoder(bytes);
  decoder.pos = start + 1;
  return { kind: decoding.readVarUint(decoder), value: decoding.readVarUint(decoder) };
}

function syncFrame(type: number, payload: Uint8Array): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, types.sync);
    encoding.writeVarUint(encoder, type);
    encoding.writeVarUint8Array(encoder, payload);
  });
}

/** Hocuspocus wants a token before anything else, even where nobody checks it. */
function token(): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, types.auth);
    encoding.writeVarUint(encoder, 0);
    encoding.writeVarString(encoder, 'bench');
  });
}
