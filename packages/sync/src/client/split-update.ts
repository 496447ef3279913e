import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';

/** A run of one client's clocks, as it stands in an update. */
type Struct = Y.Item | Y.GC | Y.Skip;

/** One struct of a part, already encoded: in V1 the bytes of a struct do not depend on its neighbours. */
interface Piece {
  readonly client: number;
  readonly clock: number;
  readonly length: number;
  readonly bytes: Uint8Array;
}

/**
 * Cuts an update (V1) into updates of about `mostBytes` each that say the same when they are applied
 * in their order, so that what was written offline, or pasted at once, fits the frames that a server
 * takes (R4). No part builds on one that comes later; deletions come last, once all that they delete
 * is there. A long text or list is cut within; a single value of a map or list is not, so a part is
 * larger than asked when one value is.
 *
 * @param mostBytes size of a part, without the few bytes that hold it together
 */
export function splitUpdate(update: Uint8Array, mostBytes: number): Uint8Array<ArrayBuffer>[] {
  if (update.byteLength <= mostBytes) return [new Uint8Array(update)];
  const { structs, ds } = Y.decodeUpdate(update);
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let part: Piece[] = [];
  let bytes = 0;
  const finish = (): void => {
    if (part.length > 0) parts.push(encodePart(part));
    part = [];
    bytes = 0;
  };
  const reached = new Map<number, number>();
  for (const struct of inCausalOrder(structs)) {
    for (const piece of pieces(struct, mostBytes)) {
      // A part says where a client's run starts, and not where it goes on after a hole.
      const hole = (reached.get(piece.client) ?? piece.clock) !== piece.clock;
      if (hole || bytes + piece.bytes.byteLength > mostBytes) finish();
      reached.set(piece.client, piece.clock + piece.length);
      part.push(piece);
      bytes += piece.bytes.byteLength;
    }
  }
  finish();
  return [...parts, ...deletions(ds, mostBytes)];
}

/**
 * Each struct after those that it names: what stands left and right of it, and what it stands in.
 * Those that the update does not hold are the receiver's already.
 */
function* inCausalOrder(structs: readonly Struct[]): Generator<Y.Item | Y.GC> {
  const queues = Map.groupBy(
    structs.filter((struct) => struct instanceof Y.Item || struct instanceof Y.GC),
    ({ id }) => id.client,
  );
  const next = new Map<number, number>();
  const head = (client: number): Y.Item | Y.GC | undefined =>
    queues.get(client)?.[next.get(client) ?? 0];
  const isToCome = (id: Y.ID): boolean => {
    const first = head(id.client);
    return first !== undefined && id.clock >= first.id.clock;
  };
  for (const client of queues.keys()) {
    const waiting = [client];
    for (let top = waiting.at(-1); top !== undefined; top = waiting.at(-1)) {
      const struct = head(top);
      const missing = struct && namedBy(struct).find(isToCome);
      if (missing !== undefined) {
        waiting.push(missing.client);
        continue;
      }
      if (struct !== undefined) {
        yield struct;
        next.set(top, (next.get(top) ?? 0) + 1);
      }
      // The first one's queue is emptied; of the others just what was missing.
      if (waiting.length > 1 || struct === undefined) waiting.pop();
    }
  }
}

function namedBy(struct: Y.Item | Y.GC): readonly Y.ID[] {
  if (!(struct instanceof Y.Item)) return [];
  const { origin, rightOrigin, parent } = struct;
  return [origin, rightOrigin, parent].filter((named) => named instanceof Y.ID);
}

/** A struct in one piece if it is small enough, or cut in halves until each is. */
function* pieces(struct: Y.Item | Y.GC, mostBytes: number): Generator<Piece> {
  const encoder = new Y.UpdateEncoderV1();
  struct.write(encoder, 0);
  const bytes = encoding.toUint8Array(encoder.restEncoder);
  const halves = bytes.byteLength > mostBytes ? halved(struct) : null;
  if (halves !== null) {
    for (const half of halves) yield* pieces(half, mostBytes);
  } else {
    const { client, clock } = struct.id;
    yield { client, clock, length: struct.length, bytes };
  }
}

/** The two halves of a text or list, the second one naming the first; null for what is one value. */
function halved(struct: Y.Item | Y.GC): readonly [Y.Item, Y.Item] | null {
  if (!(struct instanceof Y.Item) || struct.length < 2) return null;
  const { id, content, origin, rightOrigin, parent, parentSub } = struct;
  let middle = struct.length >> 1;
  if (content instanceof Y.ContentString) {
    // Yjs would replace the two halves of a character beyond the first plane.
    if (isHighSurrogate(content.str, middle - 1)) middle += 1;
    if (middle >= struct.length) return null;
  } else if (!(content instanceof Y.ContentAny || content instanceof Y.ContentJSON)) {
    return null;
  }
  const rest = struct.content.splice(middle);
  const restId = Y.createID(id.client, id.clock + middle);
  const last = Y.createID(id.client, restId.clock - 1);
  return [
    new Y.Item(id, null, origin, null, rightOrigin, parent, parentSub, struct.content),
    new Y.Item(restId, null, last, null, rightOrigin, parent, parentSub, rest),
  ];
}

const isHighSurrogate = (text: string, at: number): boolean =>
  (text.charCodeAt(at) & 0xfc00) === 0xd800;

/** An update of these pieces that deletes nothing. */
function encodePart(part: readonly Piece[]): Uint8Array<ArrayBuffer> {
  const runs = [...Map.groupBy(part, ({ client }) => client)];
  // Yjs merges updates on the assumption that the highest client comes first.
  runs.sort(([one], [other]) => other - one);
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, runs.length);
    for (const [client, run] of runs) {
      encoding.writeVarUint(encoder, run.length);
      encoding.writeVarUint(encoder, client);
      encoding.writeVarUint(encoder, run[0]?.clock ?? 0);
      for (const { bytes } of run) encoding.writeUint8Array(encoder, bytes);
    }
    encoding.writeVarUint(encoder, 0);
  });
}

/** The same deletions as updates without structs. */
function deletions(
  { clients }: ReturnType<typeof Y.decodeUpdate>['ds'],
  mostBytes: number,
): Uint8Array<ArrayBuffer>[] {
  // Client, clock and length are at most 8 bytes each.
  const most = Math.max(1, Math.floor(mostBytes / 24));
  const ranges = [...clients].flatMap(([client, run]) =>
    run.map(({ clock, len }) => ({ client, clock, len })),
  );
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for (let at = 0; at < ranges.length; at += most) {
    const byClient = Map.groupBy(ranges.slice(at, at + most), ({ client }) => client);
    parts.push(
      encoding.encode((encoder) => {
        encoding.writeVarUint(encoder, 0);
        encoding.writeVarUint(encoder, byClient.size);
        for (const [client, run] of byClient) {
          encoding.writeVarUint(encoder, client);
          encoding.writeVarUint(encoder, run.length);
          for (const { clock, len } of run) {
            encoding.writeVarUint(encoder, clock);
            encoding.writeVarUint(encoder, len);
          }
        }
      }),
    );
  }
  return parts;
}
